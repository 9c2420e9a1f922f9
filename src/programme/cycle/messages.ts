import type { Messages } from '#basics/messages.ts'
import type { CalendarKind, CycleRefusal, CycleState, CycleVerb, Needed } from './rules/cycle.ts'

export type AllCycleRefusals =
  | CycleRefusal
  | 'cycle.own-office-or-secretary-only'
  | 'cycle.not-of-a-branch'
  | 'cycle.one-each-year'

type Label =
  | Needed
  | CalendarKind
  | CycleState
  | CycleVerb
  | 'title'
  | 'year'
  | 'name'
  | 'organisation'
  | 'purpose'
  | 'meeting'
  | 'meetingTitle'
  | 'meetingOn'
  | 'ideas'
  | 'termFrom'
  | 'termTo'
  | 'party'
  | 'society'
  | 'noticeDays'
  | 'expired'
  | 'state'
  | 'draftOne'
  | 'openIt'
  | 'save'
  | 'saved'
  | 'cancel'
  | 'back'
  | 'doing'
  | 'reason'
  | 'missing'
  | 'item'
  | 'from'
  | 'to'
  | 'region'
  | 'kind'
  | 'addItem'
  | 'removeItem'
  | 'none'
  | 'withheld'
  | 'approval'
  | 'confirmOpen'
  | 'empty'

export const cycleMessages: Messages<AllCycleRefusals, Label> = {
  refusals: {
    'cycle.own-office-or-secretary-only': {
      zh: '年度由本党组织的党建工作部门或书记办理',
      en: 'A programme year is run by the Party-building office or the secretary of its organisation',
    },
    'cycle.not-of-a-branch': {
      zh: '党支部不单独开启年度，请由上级党组织开启',
      en: 'A branch has no programme year of its own; the organisation above opens it',
    },
    'cycle.one-each-year': {
      zh: '{year} 年已有一个草拟或进行中的年度，请先办完那一个',
      en: 'There is a drafted or open programme year for {year} already; finish that one first',
    },
    'cycle.not-a-draft': {
      zh: '年度已经开启，不能再改',
      en: 'The programme year has been opened and cannot be changed',
    },
    'cycle.not-open': { zh: '只有进行中的年度才能结束', en: 'Only an open programme year can be closed' },
    'cycle.incomplete': { zh: '还不能开启，缺少：{missing}', en: 'It cannot open yet; still missing: {missing}' },
    'cycle.term-ends-before-it-begins': {
      zh: '有效期的止日早于起日，请核对',
      en: 'The term ends before it begins; please check the two days',
    },
    'cycle.calendar-ends-before-it-begins': {
      zh: '日程“{title}”的止日早于起日，请核对',
      en: 'The calendar item "{title}" ends before it begins; please check its days',
    },
    'cycle.term-is-over': {
      zh: '批准的有效期已过，不能开启；请取得新的批准',
      en: 'The approved term is over, so it cannot open; a new approval is needed',
    },
  },
  labels: {
    title: { zh: '创建年度', en: 'Programme years' },
    year: { zh: '年份', en: 'Year' },
    name: { zh: '名称', en: 'Name' },
    organisation: { zh: '党组织', en: 'Organisation' },
    overallGoal: { zh: '发展总目标', en: 'Overall goal' },
    purpose: { zh: '创建活动要起的作用', en: 'What the programme is to do for the goal' },
    meeting: { zh: '作出决定的会议', en: 'The meeting that decided it' },
    meetingTitle: { zh: '会议名称', en: 'Name of the meeting' },
    meetingOn: { zh: '会议日期', en: 'Day of the meeting' },
    aims: { zh: '四项任务', en: 'Four aims' },
    principles: { zh: '四项原则', en: 'Four principles' },
    ideas: { zh: '创建理念', en: 'Ideas' },
    calendar: { zh: '日程安排', en: 'Calendar' },
    approvingBody: { zh: '批准机关', en: 'Approving body' },
    documentNumber: { zh: '批准文号', en: 'Document number' },
    term: { zh: '有效期', en: 'Term' },
    termFrom: { zh: '有效期起', en: 'Term from' },
    termTo: { zh: '有效期止', en: 'Last day of the term' },
    scope: { zh: '公开范围', en: 'Disclosure' },
    party: { zh: '党内', en: 'Inside the Party' },
    society: { zh: '社会', en: 'To society' },
    noticeDays: { zh: '公示工作日数', en: 'Working days of a public notice' },
    expired: { zh: '已过有效期', en: 'Past its term' },
    state: { zh: '状态', en: 'State' },
    draft: { zh: '草拟', en: 'Draft' },
    open: { zh: '进行中', en: 'Open' },
    closed: { zh: '已结束', en: 'Closed' },
    change: { zh: '修改', en: 'Change' },
    close: { zh: '结束', en: 'Close' },
    openIt: { zh: '开启', en: 'Open it' },
    draftOne: { zh: '草拟年度', en: 'Draft a programme year' },
    save: { zh: '保存', en: 'Save' },
    saved: { zh: '已保存', en: 'Saved' },
    cancel: { zh: '取消', en: 'Cancel' },
    back: { zh: '返回列表', en: 'Back to the list' },
    doing: { zh: '操作', en: 'Actions' },
    reason: { zh: '理由', en: 'Reason' },
    missing: { zh: '开启前还缺少', en: 'Still missing before it can open' },
    item: { zh: '事项', en: 'Item' },
    from: { zh: '自', en: 'From' },
    to: { zh: '至', en: 'To' },
    region: { zh: '片区', en: 'Region' },
    kind: { zh: '类别', en: 'Kind' },
    addItem: { zh: '增加一项', en: 'Add an item' },
    removeItem: { zh: '移除', en: 'Remove' },
    none: { zh: '目前没有进行中的创建年度。', en: 'No programme year is open at present.' },
    withheld: {
      zh: '本年度创建安排在党内公开，请登录后查看。',
      en: 'This year’s programme is disclosed inside the Party; please sign in to see it.',
    },
    approval: { zh: '批准依据', en: 'Approval' },
    confirmOpen: {
      zh: '开启后不能再改。批准机关、文号、有效期和公开范围请核对无误。',
      en: 'Once open it cannot be changed. Please check the approving body, document number, term and disclosure.',
    },
    empty: { zh: '还没有创建年度', en: 'There is no programme year yet' },
    opening: { zh: '启动', en: 'Opening' },
    distil: { zh: '提炼主题', en: 'Distil the theme' },
    notice: { zh: '公示', en: 'Public notice' },
    build: { zh: '建设', en: 'Build' },
    'promotion-meeting': { zh: '推进会', en: 'Promotion meeting' },
    seminar: { zh: '研讨会', en: 'Seminar' },
    inspection: { zh: '督查', en: 'Inspection' },
    'self-score': { zh: '自评', en: 'Self-score' },
    assessment: { zh: '考评', en: 'Assessment' },
    selection: { zh: '评选', en: 'Selection' },
    other: { zh: '其他', en: 'Other' },
  },
}
