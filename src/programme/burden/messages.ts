import type { Messages } from '#basics/messages.ts'
import type { BurdenRefusal } from './rules/burden.ts'

const labels = {
  burden: { zh: '基层负担', en: 'Burden on branches' },
  lead: {
    zh: '每项要支部做的事，下达前先算“每个支部几分钟 × 多少个支部”，记入支部的年度预算；超出预算的，须由书记署名同意。',
    en: 'Every request states its minutes × branches before it goes out and is booked on the yearly budget of each branch; above the budget a secretary has to agree by name.',
  },
  budget: { zh: '每个支部一年的预算', en: 'Budget of one branch a year' },
  total: { zh: '今年共要求', en: 'Asked for this year, all together' },
  branches: { zh: '支部数', en: 'Branches' },
  most: { zh: '要求最多的支部', en: 'The branch asked for most' },
  above: { zh: '超出预算的支部', en: 'Branches above the budget' },
  asks: { zh: '要求事项', en: 'Requests' },
  ask: { zh: '事项', en: 'Request' },
  organisation: { zh: '提出单位', en: 'Asked by' },
  minutes: { zh: '每个支部', en: 'Of each branch' },
  all: { zh: '合计', en: 'Together' },
  by: { zh: '下达人', en: 'Issued by' },
  at: { zh: '日期', en: 'Day' },
  approvedBy: { zh: '署名同意', en: 'Agreed by' },
  released: { zh: '已撤回，不计', en: 'taken back, not counted' },
  none: { zh: '今年还没有向支部提过要求。', en: 'Nothing has been asked of branches this year.' },
  byBranch: { zh: '各支部合计', en: 'Branch by branch' },
  branch: { zh: '党支部', en: 'Branch' },
  number: { zh: '件数', en: 'Requests' },
  search: { zh: '党支部', en: 'Branch' },
  setBudget: { zh: '调整预算', en: 'Change the budget' },
  budgetMinutes: { zh: '每个支部一年多少分钟', en: 'Minutes a year of one branch' },
  save: { zh: '保存', en: 'Save' },
  noYear: { zh: '目前没有进行中的创建年度。', en: 'No programme year is open at present.' },
  more: { zh: '更早的', en: 'Earlier' },
  mine: { zh: '今年要求本支部做的事', en: 'What my branch was asked for this year' },
  ofBranches: { zh: '个支部', en: 'branches' },
  putAbove: { zh: '会超出预算的支部', en: 'Branches it puts above the budget' },
  of: { zh: '预算', en: 'budget' },
} as const

export const burdenMessages: Messages<
  BurdenRefusal | 'burden.not-within-reach' | 'burden.only-the-secretary' | 'burden.no-open-cycle',
  keyof typeof labels
> = {
  refusals: {
    'burden.nobody-asked': {
      zh: '所选范围内没有党支部，请核对下达范围',
      en: 'There is no branch in the chosen scope; please check to whom it goes',
    },
    'burden.above-budget': {
      zh: '有 {above} 个支部会超出每年 {budget} 分钟的预算（最多的到 {most} 分钟），须由本组织书记署名同意后再下达',
      en: 'It would put {above} branches above {budget} minutes a year (up to {most}); the secretary has to agree by name before it goes out',
    },
    'burden.not-by-the-same-person': {
      zh: '同意超出预算的，不能是下达的人自己',
      en: 'Whoever agrees to going above the budget cannot be the one who issues it',
    },
    'burden.not-within-reach': {
      zh: '只能查看本党组织和所管党组织的负担',
      en: 'Only one’s own organisation and those one leads can be looked at',
    },
    'burden.only-the-secretary': {
      zh: '预算由创建年度所属党组织的书记调整',
      en: 'The budget is set by the secretary of the organisation whose programme it is',
    },
    'burden.no-open-cycle': {
      zh: '目前没有进行中的创建年度，不能向支部提要求',
      en: 'No programme year is open at present, so nothing can be asked of branches',
    },
  },
  labels,
}
