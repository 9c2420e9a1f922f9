import type { Messages } from '#basics/messages.ts'
import type { ProblemPermission } from './rules/permissions.ts'
import type { ProblemRefusal } from './rules/problem.ts'

const labels = {
  problems: { zh: '问题清单', en: 'Problems' },
  problem: { zh: '问题', en: 'Problem' },
  lead: {
    zh: '认领的短板、突出问题和薄弱环节：对照标杆找差距，定措施、抓落实，由上级另一人确认。逾期未解决的，列入上级第一责任人的责任事项。',
    en: 'Shortcomings, outstanding problems and weak points taken on: a gap to a benchmark, measures, and a confirmation by someone else above. What is late stands with the person with primary responsibility.',
  },
  kind: { zh: '类别', en: 'Kind' },
  shortcoming: { zh: '短板', en: 'Shortcoming' },
  outstanding: { zh: '突出问题', en: 'Outstanding problem' },
  'weak-point': { zh: '薄弱环节', en: 'Weak point' },
  state: { zh: '进展', en: 'Stage' },
  'taken-on': { zh: '已认领', en: 'Taken on' },
  'measures-set': { zh: '已定措施', en: 'Measures set' },
  done: { zh: '已办结，待确认', en: 'Done, to be confirmed' },
  confirmed: { zh: '已确认解决', en: 'Confirmed as solved' },
  late: { zh: '逾期', en: 'Late' },
  onlyLate: { zh: '只看逾期', en: 'Late ones only' },
  title: { zh: '问题', en: 'Problem' },
  benchmark: { zh: '对照标杆', en: 'Benchmark' },
  gap: { zh: '差距', en: 'Gap' },
  dueOn: { zh: '解决期限', en: 'To be solved by' },
  organisation: { zh: '认领单位', en: 'Taken on by' },
  takenOnBy: { zh: '认领人', en: 'Taken on by (person)' },
  measures: { zh: '措施', en: 'Measures' },
  result: { zh: '办结情况', en: 'What was done' },
  confirmedBy: { zh: '确认人', en: 'Confirmed by' },
  returned: { zh: '退回原因', en: 'Why it was sent back' },
  direct: { zh: '直接责任人', en: 'Directly responsible' },
  primary: { zh: '第一责任人', en: 'Primary responsibility' },
  vacant: { zh: '空缺', en: 'vacant' },
  records: { zh: '解决问题的创建记录', en: 'Records that solved it' },
  record: { zh: '创建记录', en: 'Building record' },
  happenedOn: { zh: '日期', en: 'Day' },
  withdrawn: { zh: '记录已撤回', en: 'record withdrawn' },
  recordConfirmed: { zh: '已确认', en: 'confirmed' },
  noRecords: { zh: '办结时选定。', en: 'Chosen when it is done.' },
  chooseRecords: {
    zh: '解决问题的创建记录（至少一条“解决问题”）',
    en: 'Building records (one at least of a solved problem)',
  },
  search: { zh: '问题', en: 'Problem' },
  none: { zh: '没有这样的问题。', en: 'There are no such problems.' },
  takeOn: { zh: '认领问题', en: 'Take a problem on' },
  setMeasures: { zh: '定措施', en: 'Set measures' },
  finish: { zh: '办结', en: 'Done' },
  confirm: { zh: '确认解决', en: 'Confirm as solved' },
  confirmSure: {
    zh: '确认问题已经解决？所附的“解决问题”记录同时确认。',
    en: 'Is the problem solved? Its records of a solved problem are confirmed with it.',
  },
  sendBack: { zh: '退回', en: 'Send back' },
  reason: { zh: '原因', en: 'Reason' },
} as const

export const problemMessages: Messages<
  ProblemRefusal | ProblemPermission | 'problem.no-open-cycle',
  keyof typeof labels
> = {
  refusals: {
    'problem.due-day-is-over': {
      zh: '解决期限不能早于今天，请改一个期限',
      en: 'The day to be solved by cannot lie before today; please choose another',
    },
    'problem.measures-first': { zh: '请先写明措施，再办结', en: 'Please set the measures first' },
    'problem.done-already': { zh: '这个问题已经办结，不能再改', en: 'It is done already and cannot be changed' },
    'problem.not-done': { zh: '这个问题目前不在待确认', en: 'It does not wait for a confirmation at present' },
    'problem.no-record': {
      zh: '请选本单位有效的创建记录，其中至少一条“解决问题”',
      en: 'Please choose standing records of this organisation, one at least of a solved problem',
    },
    'problem.confirmed-by-someone-else': {
      zh: '认领、定措施或办结的人不能自己确认或退回，请由另一人办理',
      en: 'Whoever took it on, set its measures or finished it cannot confirm it or send it back; another person has to',
    },
    'problem.own-secretary-only': {
      zh: '由本党组织的书记或党建办认领和办理',
      en: 'Taken on and dealt with by the organisation’s own secretary or office',
    },
    'problem.confirmed-from-above-only': {
      zh: '由上级党组织的书记或党建办确认或退回',
      en: 'Confirmed or sent back by the secretary or office of an organisation above',
    },
    'problem.no-open-cycle': {
      zh: '目前没有进行中的创建年度，不能认领问题',
      en: 'No programme year is open at present, so no problem can be taken on',
    },
  },
  labels,
}
