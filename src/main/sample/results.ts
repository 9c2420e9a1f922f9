import type { Addition } from '#programme/building/rules/measure.ts'
import type { Figure } from '#programme/building/rules/record.ts'
import type { Force, RecordKind } from './types.ts'

/** A result of the programme's first three years as its founding paper tells it (part 3), to be made up by records. */
export interface SampleResult {
  /** The words of the paper. */
  words: string
  measure: string
  unit: string
  addition: Addition
  force: Force
  /** 其中: the measure of which it is a part. */
  partOf?: string
  /** What the records add up to, and how exact that is: 多 and 近 are kept. */
  value: string
  qualifier: Figure['qualifier']
  kind: RecordKind
  /** How many records say it, and what each says; `{n}` becomes its figure. */
  records: number
  sentence: string
}

/**
 * The figures of part 3 of the paper on which the programme rests: 近三年来, in the years before last of the sample. Branches
 * and days are invented; what they add up to is not, and no total is entered anywhere.
 */
export const results: SampleResult[] = [
  {
    words: '全局共有600多人递交了入党申请书',
    measure: '递交入党申请书',
    unit: '人',
    addition: 'sum',
    force: 'cohesion',
    value: '600',
    qualifier: 'over',
    kind: 'other',
    records: 150,
    sentence: '支部联系培养的职工中有{n}人递交入党申请书。',
  },
  {
    words: '171个党支部被评为先进',
    measure: '党支部被评为先进',
    unit: '个次',
    addition: 'sum',
    force: 'cohesion',
    value: '171',
    qualifier: 'exact',
    kind: 'other',
    records: 171,
    sentence: '本支部在年度评比中被评为先进党支部。',
  },
  {
    words: '400多名党员被评为优秀',
    measure: '党员被评为优秀',
    unit: '人次',
    addition: 'sum',
    force: 'cohesion',
    value: '400',
    qualifier: 'over',
    kind: 'other',
    records: 160,
    sentence: '本支部{n}名党员被评为优秀共产党员。',
  },
  {
    words: '确保了近3亿吨电煤、燃油安全快捷运输',
    measure: '保障电煤燃油运输',
    unit: '万吨',
    addition: 'sum',
    force: 'image',
    value: '30000',
    qualifier: 'nearly',
    kind: 'core-task',
    records: 40,
    sentence: '开通水上能源运输“绿色通道”，保障电煤、燃油运输{n}万吨。',
  },
  {
    words: '免费为59名退役士兵进行为期两年的船员职业技能培训',
    measure: '培训退役士兵',
    unit: '人',
    addition: 'sum',
    force: 'image',
    value: '59',
    qualifier: 'exact',
    kind: 'training',
    records: 3,
    sentence: '免费为{n}名退役士兵进行为期两年的船员职业技能培训，并协调帮助就业。',
  },
  {
    words: '积极开展“春风送暖”活动，全局共捐助近130万元',
    measure: '春风送暖捐助',
    unit: '万元',
    addition: 'sum',
    force: 'image',
    value: '130',
    qualifier: 'nearly',
    kind: 'activity',
    records: 52,
    sentence: '开展“春风送暖”活动，党员群众捐助{n}万元。',
  },
  {
    words: '帮扶了1408名贫困学生',
    measure: '帮扶贫困学生',
    unit: '名',
    addition: 'sum',
    force: 'image',
    value: '1408',
    qualifier: 'exact',
    kind: 'activity',
    records: 64,
    sentence: '“春风送暖”活动帮扶贫困学生{n}名。',
  },
  {
    words: '为四川灾区捐款285万元支持抗震救灾',
    measure: '四川灾区捐款',
    unit: '万元',
    addition: 'sum',
    force: 'image',
    value: '285',
    qualifier: 'exact',
    kind: 'good-deed',
    records: 57,
    sentence: '为四川灾区捐款{n}万元支持抗震救灾。',
  },
  {
    words: '其中，党员自觉缴纳特殊党费112万元',
    measure: '特殊党费',
    unit: '万元',
    addition: 'sum',
    force: 'image',
    partOf: '四川灾区捐款',
    value: '112',
    qualifier: 'exact',
    kind: 'good-deed',
    records: 56,
    sentence: '党员自觉缴纳特殊党费{n}万元。',
  },
]

/** Cuts a whole number into so many whole parts, each at least one, that add up to it exactly. */
export function partsOf({ value, records }: Pick<SampleResult, 'value' | 'records'>): string[] {
  const least = Math.floor(Number(value) / records)
  const rest = Number(value) - least * records
  return Array.from({ length: records }, (_, at) => {
    // neighbours differ, one more and one less, so that the records do not all say the same
    const paired = least > 2 && (at < records - 1 || records % 2 === 0)
    return String(least + (at < rest ? 1 : 0) + (paired ? (at % 2 === 0 ? 1 : -1) : 0))
  })
}
