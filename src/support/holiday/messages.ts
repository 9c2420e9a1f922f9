import type { Messages } from '#basics/messages.ts'

export type HolidayRefusal = 'holiday.office-of-the-root-only' | 'holiday.no-such-day'

type Label =
  | 'title'
  | 'year'
  | 'announced'
  | 'notAnnounced'
  | 'day'
  | 'weekday'
  | 'kind'
  | 'holiday'
  | 'workday'
  | 'name'
  | 'source'
  | 'reason'
  | 'add'
  | 'remove'
  | 'markAnnounced'
  | 'markNotAnnounced'
  | 'save'
  | 'cancel'
  | 'hint'
  | 'empty'
  | 'doing'

export const holidayMessages: Messages<HolidayRefusal, Label> = {
  refusals: {
    'holiday.office-of-the-root-only': {
      zh: '节假日表由最上级党组织的党建工作部门维护',
      en: 'The calendar of days off is kept by the Party-building office of the topmost organisation',
    },
    'holiday.no-such-day': { zh: '节假日表里没有这一天', en: 'That day is not in the calendar' },
  },
  labels: {
    title: { zh: '节假日', en: 'Days off' },
    year: { zh: '年份', en: 'Year' },
    announced: { zh: '已按国务院通知维护', en: 'Announced by the State Council' },
    notAnnounced: { zh: '待国务院通知公布后校正', en: 'To be corrected once the State Council announces it' },
    day: { zh: '日期', en: 'Day' },
    weekday: { zh: '星期', en: 'Weekday' },
    kind: { zh: '类别', en: 'Kind' },
    holiday: { zh: '放假', en: 'Day off' },
    workday: { zh: '调休上班', en: 'Worked weekend' },
    name: { zh: '名称', en: 'Name' },
    source: { zh: '依据（文件名称、文号）', en: 'Source (document and number)' },
    reason: { zh: '理由', en: 'Reason' },
    add: { zh: '登记一天', en: 'Enter a day' },
    remove: { zh: '移除', en: 'Remove' },
    markAnnounced: { zh: '标为已公布', en: 'Mark as announced' },
    markNotAnnounced: { zh: '标为未公布', en: 'Mark as not announced' },
    save: { zh: '保存', en: 'Save' },
    cancel: { zh: '取消', en: 'Cancel' },
    hint: {
      zh: '公示期按工作日计算时以此表为准。已经开始的公示不因修改而变动。',
      en: 'Periods of working days follow this calendar. Those already running do not move when it changes.',
    },
    empty: { zh: '这一年还没有登记节假日', en: 'No days have been entered for this year' },
    doing: { zh: '操作', en: 'Actions' },
  },
}
