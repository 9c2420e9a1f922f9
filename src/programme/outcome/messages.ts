import type { Messages } from '#basics/messages.ts'

export type OutcomeRefusal = 'outcome.not-within-reach' | 'outcome.no-such-figure' | 'outcome.several-such-figures'

const labels = {
  outcomes: { zh: '创建成效', en: 'Outcomes' },
  lead: {
    zh: '每个数都由创建记录相加而来，点开就是那些记录；“其中”列在总数下面。',
    en: 'Every figure adds up from building records and opens to them; a part stands below its whole.',
  },
  creativity: { zh: '创造力', en: 'Creativity' },
  cohesion: { zh: '凝聚力', en: 'Cohesion' },
  effectiveness: { zh: '战斗力', en: 'Effectiveness' },
  image: { zh: '形象力', en: 'Public image' },
  noForce: { zh: '未归入四力', en: 'Of no force' },
  measure: { zh: '成效', en: 'Outcome' },
  value: { zh: '数值', en: 'Figure' },
  unit: { zh: '单位', en: 'Unit' },
  records: { zh: '记录', en: 'Records' },
  part: { zh: '其中：', en: 'of which ' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
  organisation: { zh: '党组织', en: 'Organisation' },
  none: { zh: '这段时间没有可汇总的记录。', en: 'There is no record to add up in this period.' },
  figure: { zh: '这个数怎么来的', en: 'Where this figure comes from' },
  name: { zh: '数的名称（命令行 hangbiao trace 也认）', en: 'Name of the figure (hangbiao trace takes it)' },
  addition: { zh: '怎样相加', en: 'How it adds up' },
  sum: { zh: '逐条相加', en: 'Sum of the records' },
  latest: { zh: '取各组织最近一次再相加', en: 'Latest of each organisation, added' },
  distinct: { zh: '不同对象计数', en: 'Different things counted' },
  happenedOn: { zh: '日期', en: 'Day' },
  sentence: { zh: '记录', en: 'Record' },
  documentNumber: { zh: '文号', en: 'Document number' },
  evidence: { zh: '材料', en: 'File' },
  counts: { zh: '计入', en: 'Counts' },
  yes: { zh: '是', en: 'yes' },
  superseded: { zh: '已有更近的数', en: 'a later one counts' },
  exact: { zh: '', en: '' },
  nearly: { zh: '近', en: 'nearly ' },
  over: { zh: '逾', en: 'over ' },
  about: { zh: '约', en: 'about ' },
  open: { zh: '打开', en: 'Open' },
  back: { zh: '返回成效', en: 'Back to the outcomes' },
} as const

export const outcomeMessages: Messages<OutcomeRefusal, keyof typeof labels> = {
  refusals: {
    'outcome.not-within-reach': {
      zh: '只能查看本党组织和所管党组织的成效',
      en: 'Only one’s own organisation and those one is responsible for can be looked at',
    },
    'outcome.no-such-figure': {
      zh: '没有名为“{figure}”的数，写法如：检查客渡船@珠海海事局党委 2026-01-01..2026-03-31',
      en: 'There is no figure "{figure}"; write it like 检查客渡船@珠海海事局党委 2026-01-01..2026-03-31',
    },
    'outcome.several-such-figures': {
      zh: '“{figure}”对应不止一个数（组织或任务重名），请从成效页面打开',
      en: 'More than one figure is called "{figure}"; please open it from the page of outcomes',
    },
  },
  labels,
}
