import type { Messages } from '#basics/messages.ts'
import type { HistoryRefusal } from './rules/sight.ts'

type Label =
  | 'history'
  | 'lead'
  | 'at'
  | 'person'
  | 'action'
  | 'subject'
  | 'organisation'
  | 'detail'
  | 'fromOn'
  | 'untilOn'
  | 'calendar'
  | 'subjectKind'

export const historyMessages: Messages<HistoryRefusal, Label> = {
  refusals: {
    'history.not-shown-to-you': {
      zh: '操作记录只对安全审计员和党建工作部门开放',
      en: 'The history is shown to the audit administrator and to Party-building offices',
    },
  },
  labels: {
    history: { zh: '操作记录', en: 'History' },
    lead: {
      zh: '每一项办理都留下一行，任何人（包括管理员）不能修改、删除',
      en: 'Everything done leaves a line that nobody, administrators included, can change or delete',
    },
    at: { zh: '时间', en: 'When' },
    person: { zh: '办理人', en: 'Who' },
    action: { zh: '事项', en: 'What' },
    subject: { zh: '对象', en: 'About' },
    organisation: { zh: '组织', en: 'Organisation' },
    detail: { zh: '内容', en: 'Detail' },
    fromOn: { zh: '从', en: 'From' },
    untilOn: { zh: '到（不含当日）', en: 'Until (that day not shown)' },
    calendar: { zh: '系统', en: 'The calendar' },
    subjectKind: { zh: '类别', en: 'Kind' },
  },
}
