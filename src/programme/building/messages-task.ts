import type { Messages } from '#basics/messages.ts'
import type { MeasureRefusal } from './rules/measure.ts'
import type { TaskRefusal } from './rules/task.ts'
import type { TaskPermission } from './rules/task-permissions.ts'

const labels = {
  tasks: { zh: '中心任务', en: 'Core tasks' },
  lead: {
    zh: '突发事故处置、专项整治、季节性监管等任务由上级一次设好；支部记录时选上任务，数据自动汇总，不再另报。',
    en: 'Emergencies, campaigns and seasonal supervision are set up once above; branches name the task in their records, and the figures add up without another report.',
  },
  task: { zh: '任务', en: 'Task' },
  kind: { zh: '类别', en: 'Kind' },
  emergency: { zh: '突发事故处置', en: 'Emergency response' },
  campaign: { zh: '专项整治', en: 'Special campaign' },
  seasonal: { zh: '季节性监管', en: 'Seasonal supervision' },
  other: { zh: '其他任务', en: 'Other' },
  standing: { zh: '状态', en: 'Standing' },
  draft: { zh: '草稿', en: 'Draft' },
  ahead: { zh: '未开始', en: 'Yet to begin' },
  running: { zh: '进行中', en: 'Running' },
  over: { zh: '已结束', en: 'Over' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  name: { zh: '任务名称', en: 'Name' },
  purpose: { zh: '要求', en: 'What is wanted' },
  documentNumber: { zh: '文号', en: 'Document number' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'To' },
  period: { zh: '时间', en: 'Period' },
  organisation: { zh: '设置单位', en: 'Set up by' },
  measures: { zh: '要汇总的数据（最多五项）', en: 'Figures wanted (at most five)' },
  goesTo: { zh: '下达范围', en: 'To whom' },
  addressees: { zh: '下达范围（不选则为本组织和全部下级）', en: 'To whom (all below where none is chosen)' },
  minutes: { zh: '每个支部约需多少分钟', en: 'Minutes of each branch' },
  minutesHint: {
    zh: '整个期间填报数据的时间，记入支部的年度预算',
    en: 'For reporting, over the whole period; booked on its yearly budget',
  },
  search: { zh: '任务名称', en: 'Name' },
  add: { zh: '设置任务', en: 'Set up a task' },
  saveDraft: { zh: '存草稿', en: 'Save the draft' },
  change: { zh: '修改', en: 'Change' },
  issue: { zh: '下达', en: 'Issue' },
  issueSure: {
    zh: '下达后各支部都能看到，并记入支部的年度预算。',
    en: 'All branches asked will see it, and it is booked on their budgets.',
  },
  approve: { zh: '署名同意', en: 'Agree by name' },
  approveSure: {
    zh: '同意这项任务超出支部的年度负担预算，您的姓名会写在任务上。',
    en: 'You agree that it goes above the yearly budget of branches; your name will stand on it.',
  },
  withdraw: { zh: '撤回任务', en: 'Withdraw' },
  discard: { zh: '删除草稿', en: 'Discard' },
  discardSure: { zh: '草稿删除后不能恢复。', en: 'A discarded draft cannot be brought back.' },
  reason: { zh: '理由', en: 'Reason' },
  burden: { zh: '下达前的负担', en: 'What it will cost' },
  together: { zh: '共', en: 'together' },
  needsApproval: {
    zh: '超出预算，须由书记署名同意后再下达。',
    en: 'Above the budget: the secretary has to agree by name first.',
  },
  noYear: { zh: '没有进行中的创建年度，暂不能下达。', en: 'No programme year is open, so it cannot be issued yet.' },
  agreed: { zh: '已署名同意', en: 'Agreed by' },
  issuedBy: { zh: '下达人', en: 'Issued by' },
  setUpBy: { zh: '草拟人', en: 'Drafted by' },
  totals: { zh: '汇总', en: 'Totals' },
  by: { zh: '按', en: 'By' },
  byOrganisation: { zh: '党组织', en: 'Organisation' },
  byRegion: { zh: '片区', en: 'Region' },
  byUnit: { zh: '单位', en: 'Unit' },
  nowhere: { zh: '（未对应）', en: '(none)' },
  records: { zh: '记录', en: 'Records' },
  all: { zh: '合计', en: 'All' },
  noTasks: { zh: '没有符合条件的任务', en: 'There are no such tasks' },
  noRecords: { zh: '还没有支部记录这项任务。', en: 'No branch has recorded anything for it yet.' },
  openRecords: { zh: '看记录', en: 'See the records' },
  about: { zh: '约', en: 'about ' },
  nearly: { zh: '近', en: 'nearly ' },
  exact: { zh: '', en: '' },
  measureList: { zh: '统计项', en: 'Measures' },
  measureLead: {
    zh: '统计什么、什么单位、怎样相加，只设一次；任务、记录和成效都用它。',
    en: 'What is counted, in which unit and how it adds up: set once, used by tasks, records and outcomes.',
  },
  measureName: { zh: '名称', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  addition: { zh: '怎样相加', en: 'How it adds up' },
  sum: { zh: '逐条相加', en: 'Sum' },
  latest: { zh: '取各组织最近一次再相加', en: 'Latest of each organisation' },
  distinct: { zh: '不同对象计数', en: 'Different things' },
  force: { zh: '体现的力', en: 'Force' },
  partOf: { zh: '其中（属于哪一项）', en: 'Part of' },
  addMeasure: { zh: '新增统计项', en: 'Set a measure' },
  save: { zh: '保存', en: 'Save' },
  retire: { zh: '停用', en: 'Retire' },
  retireSure: {
    zh: '停用后不能再选；已填的数据仍然统计。',
    en: 'It can no longer be chosen; what was entered keeps counting.',
  },
  retired: { zh: '已停用', en: 'Retired' },
  noMeasures: { zh: '还没有统计项。', en: 'Nothing is counted yet.' },
  doIt: { zh: '记一条', en: 'Record something' },
  earlier: { zh: '更早的任务', en: 'Earlier tasks' },
  until: { zh: '至', en: 'until' },
} as const

export const taskMessages: Messages<
  MeasureRefusal | TaskRefusal | TaskPermission | 'building.measure-retired',
  keyof typeof labels
> = {
  refusals: {
    'building.measure-there': {
      zh: '统计项“{name}”已经有了，单位也相同',
      en: 'A measure "{name}" with that unit is there already',
    },
    'building.measure-retired': {
      zh: '统计项“{name}”已经停用，请另选一项',
      en: 'The measure "{name}" is retired; please choose another',
    },
    'building.part-adds-up-otherwise': {
      zh: '“其中”项的单位和相加方式须与“{name}”一致',
      en: 'A part has the unit of "{name}" and adds up like it',
    },
    'building.part-of-a-part': {
      zh: '“{name}”本身是“其中”项，不能再分',
      en: '"{name}" is a part itself and has no parts',
    },
    'building.figure-needs-a-name': {
      zh: '每项数据要有数值；不选统计项的，还要写名称和单位',
      en: 'Every figure needs a value, and a name and unit unless a measure is chosen',
    },
    'building.figure-twice': { zh: '“{name}”在一条记录里只填一次', en: '"{name}" is given once in a record' },
    'building.items-for-distinct-only': {
      zh: '“{name}”不按对象计数，只填数值',
      en: '"{name}" does not count different things; give its value only',
    },
    'building.items-are-the-value': {
      zh: '“{name}”按不同对象计数，请逐个写名称（如船名），系统自动计数',
      en: '"{name}" counts different things; please name them, we count',
    },
    'building.item-too-long': {
      zh: '“{item}”太长，每个名称最多 {most} 字',
      en: '"{item}" is too long; a name has at most {most} characters',
    },
    'building.figure-below-zero': { zh: '“{name}”不能小于零', en: '"{name}" cannot be below nought' },
    'building.task-not-draft': { zh: '任务已经下达或撤回，不能这样办', en: 'The task has been issued or withdrawn' },
    'building.task-not-issued': { zh: '任务不在下达状态', en: 'The task is not in force' },
    'building.task-ends-before-it-begins': {
      zh: '结束日期早于开始日期，请核对',
      en: 'It ends before it begins; please check the days',
    },
    'building.task-is-over': { zh: '任务期已过，不能再下达', en: 'Its period is over, so it cannot be issued' },
    'building.task-asks-for-nothing': {
      zh: '要求填报数据的，请写每个支部约需多少分钟（至少 1 分钟）',
      en: 'Asking for figures costs time: say how many minutes of each branch',
    },
    'building.already-asked': {
      zh: '“{measure}”已由任务“{name}”向同样的支部要过（{link}），请直接用已有的数据',
      en: '"{measure}" is asked of the same branches already by "{name}" ({link}); please use what is held',
    },
    'building.outside-the-task': {
      zh: '日期不在任务“{name}”的期间内（{from} 至 {to}）',
      en: 'That day is outside the task "{name}" ({from} to {to})',
    },
    'building.not-asked-for-the-task': {
      zh: '任务“{name}”没有下达给本组织',
      en: 'The task "{name}" was not given to this organisation',
    },
    'building.task-approved-by-its-author': {
      zh: '草拟人不能同意自己的任务',
      en: 'Nobody agrees to a task of their own',
    },
    'building.tasks-from-above-only': {
      zh: '任务和统计项由本组织的书记或党建工作部门设置',
      en: 'Tasks and measures are set by the secretary or the office of the organisation',
    },
    'building.approved-by-a-secretary': {
      zh: '超出预算由本组织或上级组织的书记同意',
      en: 'Going above the budget is agreed to by the secretary of the organisation or of one above',
    },
    'building.only-below-oneself': {
      zh: '任务只能下达给本组织和下级组织',
      en: 'A task goes to the organisation itself or to those below it',
    },
  },
  labels,
}
