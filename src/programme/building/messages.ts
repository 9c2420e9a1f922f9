import type { Messages } from '#basics/messages.ts'
import type { BuildingPermission } from './rules/permissions.ts'
import type { Force, RecordKind, RecordRefusal, RecordVerb } from './rules/record.ts'

export type AllBuildingRefusals =
  | RecordRefusal
  | BuildingPermission
  | 'building.no-open-cycle'
  | 'building.no-such-branch'
  | 'building.several-such-branches'
  | 'building.too-many-to-export'

type Label =
  | RecordKind
  | Force
  | RecordVerb
  | 'nearly'
  | 'over'
  | 'exact'
  | 'title'
  | 'ledger'
  | 'enter'
  | 'entered'
  | 'organisation'
  | 'happenedOn'
  | 'kind'
  | 'sentence'
  | 'sentenceHint'
  | 'force'
  | 'figures'
  | 'figureName'
  | 'figureValue'
  | 'figureUnit'
  | 'qualifier'
  | 'documentNumber'
  | 'evidence'
  | 'learntFrom'
  | 'learntFromHint'
  | 'learntFromLink'
  | 'confirmed'
  | 'notConfirmed'
  | 'enteredBy'
  | 'enteredAt'
  | 'beforeTerm'
  | 'reason'
  | 'more'
  | 'withdrawn'
  | 'standing'
  | 'state'
  | 'versions'
  | 'replaceFile'
  | 'from'
  | 'to'
  | 'search'
  | 'export'
  | 'total'
  | 'none'
  | 'earlier'
  | 'yes'
  | 'open'
  | 'branchChoice'
  | 'saveCorrection'
  | 'thisMonth'
  | 'addFigure'
  | 'removeFigure'
  | 'task'
  | 'measure'
  | 'items'
  | 'itemsHint'
  | 'thisTask'
  | 'thisMeasure'
  | 'ownFigure'

const own = '本党组织的书记或党建工作部门'

export const buildingMessages: Messages<AllBuildingRefusals, Label> = {
  refusals: {
    'building.own-secretary-only': {
      zh: `创建记录由${own}填写、更正和撤回`,
      en: 'Records are entered, corrected and withdrawn by the secretary or the office of the organisation itself',
    },
    'building.confirmed-from-above-only': {
      zh: '解决的问题由上级党组织的书记或党建工作部门确认',
      en: 'A solved problem is confirmed by the secretary or the office of an organisation above',
    },
    'building.not-ones-own': { zh: '自己填写的记录不能由自己确认', en: 'Nobody confirms a record of their own' },
    'building.not-within-reach': {
      zh: '只能查看本党组织和所管党组织的情况',
      en: 'Only one’s own organisation and those one is responsible for can be looked at',
    },
    'building.no-open-cycle': {
      zh: '目前没有进行中的创建年度（尚未开启，或批准的有效期已过），不能新增记录',
      en: 'No programme year is open at present (not opened yet, or past its approved term), so nothing can be entered',
    },
    'building.no-such-branch': {
      zh: '没有名为“{name}”的党支部，请写全称或简称',
      en: 'There is no branch named "{name}"; please write its full or short name',
    },
    'building.several-such-branches': {
      zh: '名为“{name}”的党支部不止一个，请写全称',
      en: 'More than one branch is called "{name}"; please write the full name',
    },
    'building.too-many-to-export': {
      zh: '一次最多导出 {most} 条，请缩小筛选范围',
      en: 'At most {most} records can be exported at once; please narrow the filter',
    },
    'building.in-the-future': { zh: '日期在今天之后，请核对', en: 'That day is yet to come; please check it' },
    'building.only-adopted-names-a-branch': {
      zh: '只有“借鉴推广”的记录才写借鉴的党支部',
      en: 'Only an adopted practice names the branch it was learnt from',
    },
    'building.learnt-from-itself': {
      zh: '借鉴的应是其他党支部的做法',
      en: 'A practice is adopted from another branch, not from one’s own',
    },
    'building.already-withdrawn': { zh: '记录已经撤回', en: 'The record has been withdrawn' },
    'building.only-a-solved-problem-is-confirmed': {
      zh: '只有“攻坚破难”的记录需要确认',
      en: 'Only a solved problem is confirmed',
    },
    'building.already-confirmed': { zh: '已经确认过', en: 'It has been confirmed already' },
  },
  labels: {
    'members-meeting': { zh: '支部党员大会', en: 'Members’ meeting' },
    'committee-meeting': { zh: '支委会', en: 'Committee meeting' },
    'core-task': { zh: '中心任务', en: 'Core task' },
    activity: { zh: '主题活动', en: 'Themed activity' },
    'problem-solved': { zh: '攻坚破难', en: 'Problem solved' },
    training: { zh: '培训', en: 'Training' },
    partner: { zh: '结对共建', en: 'Joint activity with a partner' },
    'good-deed': { zh: '好人好事', en: 'Good deed' },
    adopted: { zh: '借鉴推广', en: 'Adopted practice' },
    other: { zh: '其他', en: 'Other' },
    creativity: { zh: '创造力', en: 'Creativity' },
    cohesion: { zh: '凝聚力', en: 'Cohesion' },
    effectiveness: { zh: '战斗力', en: 'Effectiveness' },
    image: { zh: '形象力', en: 'Public image' },
    correct: { zh: '更正', en: 'Correct' },
    withdraw: { zh: '撤回', en: 'Withdraw' },
    attach: { zh: '添加材料', en: 'Add a file' },
    confirm: { zh: '确认已解决', en: 'Confirm as solved' },
    exact: { zh: '准确数', en: 'exactly' },
    nearly: { zh: '近', en: 'nearly ' },
    over: { zh: '逾', en: 'over ' },
    title: { zh: '创建记录', en: 'Building records' },
    ledger: { zh: '创建台账', en: 'Ledger' },
    enter: { zh: '记一条', en: 'Enter a record' },
    entered: { zh: '保存记录', en: 'Save the record' },
    organisation: { zh: '党组织', en: 'Organisation' },
    happenedOn: { zh: '日期', en: 'Day' },
    kind: { zh: '类别', en: 'Kind' },
    sentence: { zh: '做了什么（一句话）', en: 'What was done (one sentence)' },
    sentenceHint: { zh: '200 字以内，不写涉密信息', en: 'At most 200 characters, nothing classified' },
    force: { zh: '体现的力', en: 'Force' },
    figures: { zh: '数据', en: 'Figures' },
    figureName: { zh: '数据名称（如：检查船舶）', en: 'Figure (for example: ships inspected)' },
    figureValue: { zh: '数值', en: 'Value' },
    figureUnit: { zh: '单位（如：艘次）', en: 'Unit' },
    qualifier: { zh: '精确程度', en: 'How exact' },
    documentNumber: { zh: '文号', en: 'Document number' },
    evidence: { zh: '材料', en: 'File' },
    learntFrom: { zh: '借鉴了哪个党支部', en: 'Learnt from which branch' },
    learntFromHint: { zh: '写党支部全称或简称', en: 'Its full or short name' },
    learntFromLink: { zh: '借鉴了其他党支部的做法？', en: 'Did you adopt a practice of another branch?' },
    confirmed: { zh: '上级已确认', en: 'Confirmed from above' },
    notConfirmed: { zh: '待上级确认', en: 'To be confirmed from above' },
    enteredBy: { zh: '填写人', en: 'Entered by' },
    enteredAt: { zh: '填写时间', en: 'Entered at' },
    beforeTerm: { zh: '发生在本年度有效期之前', en: 'Happened before the term of this programme year' },
    reason: { zh: '理由', en: 'Reason' },
    more: { zh: '补充（选填）', en: 'More (optional)' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    standing: { zh: '有效', en: 'Standing' },
    state: { zh: '状态', en: 'State' },
    versions: { zh: '更正前的内容', en: 'What it said before' },
    replaceFile: { zh: '更换材料', en: 'File replaced' },
    from: { zh: '自', en: 'From' },
    to: { zh: '至', en: 'To' },
    search: { zh: '内容（至少两个字）', en: 'Words (two characters at least)' },
    export: { zh: '导出筛选结果', en: 'Export what is found' },
    total: { zh: '合计', en: 'Total' },
    none: { zh: '还没有记录', en: 'There are no records yet' },
    earlier: { zh: '更早的记录', en: 'Earlier records' },
    yes: { zh: '是', en: 'Yes' },
    open: { zh: '查看', en: 'Open' },
    branchChoice: { zh: '所在党组织', en: 'For which organisation' },
    saveCorrection: { zh: '保存更正', en: 'Save the correction' },
    addFigure: { zh: '增加一项数据', en: 'Add a figure' },
    removeFigure: { zh: '移除这项数据', en: 'Remove this figure' },
    task: { zh: '服务的中心任务', en: 'Core task served' },
    measure: { zh: '统计项', en: 'Measure' },
    items: { zh: '名称（一行一个，系统计数）', en: 'Names, one a line; we count them' },
    itemsHint: { zh: '如船名；不写人名', en: 'Ships, for example; never persons' },
    thisTask: { zh: '所选任务', en: 'The chosen task' },
    thisMeasure: { zh: '所选统计项', en: 'The chosen measure' },
    ownFigure: { zh: '本支部自己的数据', en: 'A figure of our own' },
    thisMonth: { zh: '最近的记录', en: 'Latest records' },
  },
}
