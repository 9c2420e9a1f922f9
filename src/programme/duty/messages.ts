import type { Messages } from '#basics/messages.ts'
import type { DutyRefusal } from './rules/duty.ts'

const labels = {
  sameElsewhere: {
    zh: '承接的党组织已有同一事项',
    en: 'The organisation that takes over has the same duty already',
  },
} as const

export const dutyMessages: Messages<DutyRefusal, keyof typeof labels> = {
  refusals: {
    'duty.not-open': { zh: '这一事项已经办结或取消', en: 'This duty has been done or is void' },
    'duty.due-day-is-over': {
      zh: '截止日 {day} 已过，责任人已记录在案，不能再改期',
      en: 'The due day {day} is over and the persons responsible are on record; it cannot be moved',
    },
    'duty.not-into-the-past': { zh: '截止日不能早于今天', en: 'The due day cannot be before today' },
    'duty.reason-needed': { zh: '取消事项请写明理由', en: 'Say why the duty is void' },
  },
  labels,
}
