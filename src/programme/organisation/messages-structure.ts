import type { Messages, Said } from '#basics/messages.ts'
import type { StructureRefusal } from './rules/restructure.ts'
import type { TieRefusal } from './rules/ties.ts'
import type { UnitKind } from './rules/units.ts'

type Refusal = StructureRefusal | TieRefusal | 'organisation.not-there-that-day'

type Label =
  | 'structure'
  | 'structureLead'
  | 'asOf'
  | 'asOfHint'
  | 'level'
  | 'placeSince'
  | 'exportStructure'
  | 'units'
  | 'unitsLead'
  | 'unitKind'
  | 'tiedOrganisations'
  | 'noStructure'
  | 'noUnits'
  | 'openAll'
  | 'closeAll'
  | 'dissolvedOn'
  | 'successor'
  | 'holders'
  | 'holdersLead'
  | 'aboveThatDay'
  | 'belowThatDay'
  | 'history'
  | 'asList'
  | 'secretaryIs'
  | 'branchCount'
  | 'unfold'
  | 'foldUp'

const refusals: Record<Refusal, Said> = {
  'organisation.not-there-yet': {
    zh: '{name}在系统里从 {day} 才有记录，请填这一天或以后的日期',
    en: '{name} is on record from {day} on; give that day or a later one',
  },
  'organisation.is-dissolved': {
    zh: '{name}已于 {day} 撤销，不能再调整',
    en: '{name} was dissolved on {day} and cannot be changed any more',
  },
  'organisation.changed-later': {
    zh: '{name}在 {day} 已有一次调整，新的调整不能早于这一天。请核对文件日期',
    en: '{name} was changed on {day} already; another change cannot lie before that. Check the date of the document',
  },
  'organisation.set-up-that-day': {
    zh: '{name}在 {day} 当天才设立，不能同一天撤销。如系误设，请填次日',
    en: '{name} was set up on {day} and cannot be dissolved on the same day. If it was a mistake, give the next day',
  },
  'organisation.nothing-changes': {
    zh: '{name}现在就是这样，没有要调整的内容',
    en: '{name} is like this already; there is nothing to change',
  },
  'organisation.one-top': {
    zh: '顶层组织只能有一个，也不能撤销',
    en: 'There is one topmost organisation, and it cannot be dissolved',
  },
  'organisation.hangs-on-nothing': {
    zh: '在 {day}，{name}的上级“{parent}”并不存在。请先把它划归别的组织，或改选上级',
    en: 'On {day} the one above {name} ("{parent}") does not exist. Move it elsewhere first, or choose another above it',
  },
  'organisation.below-itself': {
    zh: '这样调整后，{name}沿着上级往上会回到它自己（{day}）。请改选上级',
    en: 'Then {name} would stand below itself on {day}. Choose another organisation above it',
  },
  'organisation.stands-under': {
    zh: '{name}不能隶属于{parent}：类别不相称（支部之下不再设组织，党委不设在党总支之下）。请改选上级',
    en: '{name} cannot stand under {parent}: the kinds do not fit. Choose another organisation above it',
  },
  'organisation.name-taken': {
    zh: '在 {day} 已有一个叫“{name}”的组织或单位。请核对名称，或加以区别',
    en: 'On {day} there is another called "{name}". Check the name, or tell them apart',
  },
  'organisation.tied-already': {
    zh: '这个组织与这个单位已经对应，不必重复登记',
    en: 'This organisation and this unit are tied already',
  },
  'organisation.not-tied': {
    zh: '这个组织与这个单位现在没有对应关系',
    en: 'This organisation and this unit are not tied',
  },
  'organisation.tie-changed-later': {
    zh: '这个组织与这个单位的对应关系在 {day} 已有变动，请填这一天或以后的日期',
    en: 'The tie of this organisation and this unit changed on {day}; give that day or a later one',
  },
  'organisation.tie-hangs-on-nothing': {
    zh: '{name}在 {day} 并不存在，不能对应。请核对日期',
    en: '{name} does not exist on {day} and cannot be tied. Check the day',
  },
  'organisation.not-yet-on-record': {
    zh: '{day} 还没有到。请选今天或以前的日期；已经批准、尚未生效的调整在“机构调整”里',
    en: '{day} has not come yet. Choose today or an earlier day; what is planned stands under reorganisation',
  },
  'organisation.not-there-that-day': {
    zh: '{name}在 {day} 没有记录：系统里的记录从 {from} 开始',
    en: '{name} is not on record on {day}: its record begins on {from}',
  },
}

export const structureMessages: Messages<Refusal, UnitKind | Label> = {
  refusals,
  labels: {
    structure: { zh: '机构', en: 'Structure' },
    structureLead: {
      zh: '选一个日期，看那一天的组织、隶属、单位和书记',
      en: 'Choose a day to see the organisations, units and secretaries of that day',
    },
    asOf: { zh: '截至', en: 'As of' },
    asOfHint: { zh: '空着就是今天', en: 'Today when empty' },
    level: { zh: '级次', en: 'Level' },
    placeSince: { zh: '现名称和隶属自', en: 'Called and placed so since' },
    exportStructure: { zh: '导出 Excel', en: 'Export to Excel' },
    units: { zh: '单位', en: 'Units' },
    unitsLead: {
      zh: '行政单位与党组织的对应：一个单位可以有几个支部，联合支部对应几个单位',
      en: 'Which organisations work in which unit: a unit may have several branches, a joint branch several units',
    },
    unitKind: { zh: '单位类别', en: 'Kind of unit' },
    tiedOrganisations: { zh: '对应的党组织', en: 'Organisations tied to it' },
    noStructure: { zh: '这一天没有您能看到的组织', en: 'There is no organisation that you see on that day' },
    noUnits: { zh: '这一天没有登记单位', en: 'No unit is on record on that day' },
    openAll: { zh: '全部展开', en: 'Open all' },
    closeAll: { zh: '全部收起', en: 'Close all' },
    dissolvedOn: { zh: '撤销日期', en: 'Dissolved on' },
    successor: { zh: '承接组织', en: 'Succeeded by' },
    holders: { zh: '某日任职', en: 'Holders on a day' },
    holdersLead: {
      zh: '某一天谁在哪个组织任什么岗位，按那一天的名称和隶属显示',
      en: 'Who held which post on a day, by the names and places of that day',
    },
    aboveThatDay: { zh: '当日隶属', en: 'Stood under that day' },
    belowThatDay: { zh: '当日下级组织数', en: 'Organisations below that day' },
    history: { zh: '沿革', en: 'History' },
    asList: { zh: '列表', en: 'As a list' },
    secretaryIs: { zh: '书记：{name}', en: 'Secretary: {name}' },
    unfold: { zh: '展开{name}的下级', en: 'Show those below {name}' },
    foldUp: { zh: '收起{name}的下级', en: 'Hide those below {name}' },
    branchCount: { zh: '{count} 个支部', en: '{count} branches' },
    'sub-bureau': { zh: '分支局', en: 'Sub-bureau' },
    department: { zh: '部门', en: 'Department' },
    office: { zh: '海事处', en: 'Maritime office' },
    ship: { zh: '船艇', en: 'Ship' },
    window: { zh: '窗口', en: 'Window' },
    other: { zh: '其他', en: 'Other' },
  },
}
