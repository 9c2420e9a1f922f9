import type { Messages } from '#basics/messages.ts'
import type { DutyRefusal } from './rules/duty.ts'

const labels = {
  duties: { zh: '责任事项', en: 'Duties' },
  lead: {
    zh: '有截止日的事项及其责任人：书记是直接责任人，上一级党组织书记是第一责任人。截止日之后按当日任职记录在案。',
    en: 'What has to be done by a day, and who answers for it: the secretary is directly responsible, the secretary of the next organisation above has primary responsibility. After the due day, those who held the posts on it are on record.',
  },
  mine: { zh: '要办的', en: 'To do' },
  late: { zh: '逾期的', en: 'Late' },
  below: { zh: '下级逾期', en: 'Late below' },
  open: { zh: '未到期', en: 'Not due yet' },
  done: { zh: '已办结', en: 'Done' },
  fulfilled: { zh: '已办结', en: 'Done' },
  void: { zh: '已取消', en: 'Void' },
  openAndLate: { zh: '未办结', en: 'To be done' },
  nothingMine: { zh: '目前没有要办的责任事项', en: 'There is nothing to be done at present' },
  nothingLate: { zh: '没有逾期的责任事项', en: 'Nothing is late' },
  nothingFound: { zh: '没有符合条件的责任事项', en: 'There are no such duties' },
  duty: { zh: '事项', en: 'Duty' },
  about: { zh: '关于', en: 'About' },
  export: { zh: '导出', en: 'Export' },
  asOn: {
    zh: '截至 {day}；截止日已过的事项，责任人以截止日当天任职为准。',
    en: 'As on {day}; where the due day is over, those who held the posts on it.',
  },
  kind: { zh: '类别', en: 'Kind' },
  organisation: { zh: '党组织', en: 'Organisation' },
  region: { zh: '片区', en: 'Region' },
  search: { zh: '党组织或事项', en: 'Organisation or duty' },
  standing: { zh: '情况', en: 'How it stands' },
  dueOn: { zh: '截止日', en: 'Due on' },
  direct: { zh: '直接责任人', en: 'Directly responsible' },
  primary: { zh: '第一责任人', en: 'Primary responsibility' },
  vacant: { zh: '空缺', en: 'vacant' },
  noneAbove: { zh: '无上级党组织', en: 'none above' },
  daysLeft: { zh: '还有', en: 'in' },
  dueToday: { zh: '今天截止', en: 'due today' },
  daysLate: { zh: '逾期', en: 'late by' },
  days: { zh: '天', en: 'day(s)' },
  doneInTime: { zh: '按期办结', en: 'done in time' },
  doneLate: { zh: '逾期办结', en: 'done late' },
  go: { zh: '去办理', en: 'Do it' },
  see: { zh: '查看', en: 'See' },
  more: { zh: '后面的', en: 'More' },
  all: { zh: '全部责任事项', en: 'All duties' },
  sameElsewhere: {
    zh: '承接的党组织已有同一事项',
    en: 'The organisation that takes over has the same duty already',
  },
} as const

export const dutyMessages: Messages<DutyRefusal | 'duty.too-many-to-export', keyof typeof labels> = {
  refusals: {
    'duty.not-open': { zh: '这一事项已经办结或取消', en: 'This duty has been done or is void' },
    'duty.too-many-to-export': {
      zh: '符合条件的事项超过 {most} 件，请用情况、片区或党组织缩小范围后再导出',
      en: 'There are more than {most} such duties; narrow them by standing, region or organisation',
    },
    'duty.not-fulfilled': { zh: '这一事项没有办结，不用恢复', en: 'This duty has not been done' },
    'duty.not-done-in-the-future': { zh: '办结日期在今天之后，请核对', en: 'That day is yet to come; please check it' },
    'duty.due-day-is-over': {
      zh: '截止日 {day} 已过，责任人已记录在案，不能再改期',
      en: 'The due day {day} is over and the persons responsible are on record; it cannot be moved',
    },
    'duty.not-into-the-past': { zh: '截止日不能早于今天', en: 'The due day cannot be before today' },
    'duty.reason-needed': { zh: '取消事项请写明理由', en: 'Say why the duty is void' },
  },
  labels,
}
