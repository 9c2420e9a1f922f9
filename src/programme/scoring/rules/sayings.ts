import type { Said } from '#basics/messages.ts'
import type { NoteWord, StepWord } from './trace-words.ts'

/** What each step works out. */
export const words: Record<StepWord, Said> = {
  faults: { zh: '所缺次数', en: 'Times lacking' },
  deduction: { zh: '次数 × 每次扣分', en: 'Faults × points each' },
  capped: { zh: '不超过本条上限', en: 'At most the cap of the clause' },
  effect: { zh: '本条得失', en: 'Effect of the clause' },
  marks: { zh: '计入的评分之和', en: 'Sum of the marks that count' },
  mean: { zh: '平均分', en: 'Mean' },
  grade: { zh: '所定等次的分值', en: 'Points of the grade' },
  percent: { zh: '百分比', en: 'Percent' },
  share: { zh: '比例', en: 'Share' },
  weighted: { zh: '加权', en: 'Weighted' },
  weights: { zh: '权重之和', en: 'Sum of the weights' },
  'full-years': { zh: '满年数', en: 'Full years' },
  band: { zh: '所在档次的分值', en: 'Points of the band' },
  occurrences: { zh: '次数 × 每次得分', en: 'Occurrences × points each' },
  honour: { zh: '表彰级别的分值', en: 'Points of the honour' },
  honours: { zh: '各项表彰之和', en: 'Sum of the honours' },
  item: { zh: '本项合计', en: 'Item' },
  'raised-to-floor': { zh: '不低于下限', en: 'Not below the floor' },
  'held-to-cap': { zh: '不超过上限', en: 'Not above the cap' },
  basic: { zh: '基本分合计', en: 'Basic points' },
  rescaled: { zh: '按可计分值折算', en: 'Rescaled to what could be scored' },
  total: { zh: '总分', en: 'Total' },
  median: { zh: '中位数', en: 'Median' },
  given: { zh: '提供的分值', en: 'Points given' },
  converted: { zh: '折算', en: 'Converted' },
  distance: { zh: '与基准之差', en: 'Distance from the threshold' },
  steps: { zh: '档数', en: 'Steps' },
  'step-points': { zh: '档数 × 每档分值', en: 'Steps × points each' },
  place: { zh: '所在名次的分值', en: 'Points of the place' },
  beyond: { zh: '所列名次之后的分值', en: 'Points beyond the listed places' },
  ratio: { zh: '与参照之比', en: 'Ratio to the reference' },
  stage: { zh: '所到环节的分值', en: 'Points of the stage' },
  stages: { zh: '各环节之和', en: 'Sum of the stages' },
  shared: { zh: '按人数平均', en: 'Shared by people' },
  name: { zh: '所列情形的分值', en: 'Points of the case' },
  names: { zh: '各情形之和', en: 'Sum of the cases' },
  heaviest: { zh: '同一事件从重', en: 'The heaviest of one event' },
  'days-late': { zh: '逾期天数', en: 'Days late' },
  tier: { zh: '按时限计分', en: 'Points by lateness' },
  value: { zh: '票数 × 分值', en: 'Votes × value' },
  values: { zh: '各票分值之和', en: 'Sum of the votes’ values' },
  better: { zh: '取高者', en: 'The better counts' },
  periods: { zh: '各期合并', en: 'The periods together' },
  rounded: { zh: '按细则取舍', en: 'Rounded as the sheet says' },
  formula: { zh: '按算式', en: 'By the formula' },
  folded: { zh: '各部分合并', en: 'The parts together' },
  zeroed: { zh: '按规定计零分', en: 'Zero by a rule' },
  corrected: { zh: '评分 − 偏高的分（校正宽严）', en: 'Mark − lenience' },
  ruled: { zh: '按裁定，依据', en: 'Ruled, on the ground' },
  link: { zh: '按算式', en: 'By the formula' },
}

export const notes: Record<NoteWord, Said> = {
  exempt: { zh: '符合免扣条件，不扣分。', en: 'Exempt: nothing is deducted.' },
  'did-not-happen': { zh: '未发生。', en: 'It did not happen.' },
  'highest-dropped': {
    zh: '去掉一个最高分 {points}（{assessor}）。',
    en: 'One highest mark dropped: {points} ({assessor}).',
  },
  'lowest-dropped': {
    zh: '去掉一个最低分 {points}（{assessor}）。',
    en: 'One lowest mark dropped: {points} ({assessor}).',
  },
  'honour-without-document': {
    zh: '“{matter}”没有文号，不计分。',
    en: '“{matter}” has no document number: it counts nothing.',
  },
  'honour-level-unlisted': {
    zh: '“{matter}”的级别“{level}”不在细则所列之内，不计分。',
    en: 'The level “{level}” of “{matter}” is not listed in the sheet: it counts nothing.',
  },
  'honour-counted-higher': {
    zh: '“{matter}”（{level}）已按更高级别计分，不重复计。',
    en: '“{matter}” ({level}) already counts at a higher level: it does not count twice.',
  },
  'group-too-few': {
    zh: '“{name}”有效票不足 {least} 张，不计也不显示。',
    en: '“{name}” has fewer than {least} valid votes: neither counted nor shown.',
  },
  'highest-only': {
    zh: '只计最高一项，“{matter}”（{level}）不再计。',
    en: 'Only the highest counts: “{matter}” ({level}) does not.',
  },
  'honour-outside-the-year': {
    zh: '“{matter}”不在规定时间之内，不计分。',
    en: '“{matter}” is not of the time asked for: it counts nothing.',
  },
  'honour-counted-before': {
    zh: '“{matter}”已在别的年度计过，不重复计。',
    en: '“{matter}” was counted in another year: it does not count twice.',
  },
  'thing-without-document': {
    zh: '“{item}”没有文号，不计。',
    en: '“{item}” has no document number: it does not count.',
  },
  'thing-outside-the-year': {
    zh: '“{item}”不在规定时间之内，不计。',
    en: '“{item}” is not of the time asked for: it does not count.',
  },
  'thing-twice': { zh: '“{item}”已经计过，不重复计。', en: '“{item}” is counted already: it does not count twice.' },
  'lighter-not-counted': {
    zh: '同一事件从重计，“{name}”不另计。',
    en: 'Of one event the heaviest counts: “{name}” does not.',
  },
  'valid-share': {
    zh: '“{name}”共 {cast} 票，其中有效 {valid} 票。',
    en: '“{name}”: {valid} valid votes of {cast} cast.',
  },
  'never-handed-in': { zh: '没有报送。', en: 'It was never handed in.' },
  triggered: { zh: '出现所列情形，影响总体评定。', en: 'The fault is there; it changes the whole.' },
  'not-triggered': { zh: '没有出现所列情形。', en: 'The fault is not there.' },
  'applies-instead': {
    zh: '适用本条，本项其余条款不再计。',
    en: 'It applies: the other clauses of the item are set aside.',
  },
  'does-not-apply': { zh: '不适用。', en: 'It does not apply.' },
  'marks-void': {
    zh: '{assessor}的评分不符合评分规则（{rule}），作废。',
    en: 'The marks of {assessor} break the rule of the ballot ({rule}): they are void.',
  },
  'best-of': { zh: '全部 {over} 个支部中最优为 {value}。', en: 'The best of {over} branches is {value}.' },
  'mean-of': { zh: '{over} 个支部的平均为 {value}。', en: 'The mean of {over} branches is {value}.' },
  'place-of': {
    zh: '在 {of} 个支部中列第 {rank}（相同的有 {equals} 个）。',
    en: 'Place {rank} of {of} branches ({equals} with the same number).',
  },
  harsh: {
    zh: '与评同样支部的人相比，{assessor}平均偏低 {by} 分。',
    en: 'Branch for branch, {assessor} marks {by} lower than the others.',
  },
  lenient: {
    zh: '与评同样支部的人相比，{assessor}平均偏高 {by} 分。',
    en: 'Branch for branch, {assessor} marks {by} higher than the others.',
  },
  'one-assessor': { zh: '只有一名考评人，看不出宽严。', en: 'With one assessor nobody can say who is harsh.' },
  'too-many-assessors': {
    zh: '考评人超过 60 名，不算宽严。',
    en: 'With more than 60 assessors harshness is not worked out.',
  },
  'assessor-shares-too-few': {
    zh: '{assessor}与别人同评的支部不足 5 个，不足以校正宽严。',
    en: '{assessor} shares fewer than 5 branches with others: too thin to correct.',
  },
  'assessors-apart': {
    zh: '{assessor}与另一些考评人没有评过同样的支部，不足以校正宽严。',
    en: 'No shared branches connect {assessor} with some others: too thin to correct.',
  },
  'one-branch-holds-together': {
    zh: '{assessor}只靠一个支部与另一些考评人相连，不足以校正宽严。',
    en: 'A single branch connects {assessor} with some others: too thin to correct.',
  },
  period: { zh: '第 {number} 期：', en: 'Period {number}:' },
}
