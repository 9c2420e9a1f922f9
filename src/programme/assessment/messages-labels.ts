import type { Said } from '#basics/messages.ts'

/** The words of the assessment's screens. */
export const assessmentLabels = {
  'not-supplied': { zh: '待提供', en: 'to be supplied' },
  'no-assessor': { zh: '未分配考评人', en: 'no assessor' },
  'not-rated': { zh: '已评 {given} 人，应评 {due} 人', en: '{given} of {due} marks given' },
  'survey-not-entered': { zh: '{voters}测评票数待录入', en: 'votes of {voters} to be entered' },
  'survey-not-confirmed': {
    zh: '{voters}测评票数待第二人核对',
    en: 'votes of {voters} to be confirmed by a second person',
  },
  'honour-not-confirmed': { zh: '有 {count} 项表彰待确认', en: '{count} honours to be confirmed' },
  unsettled: { zh: '待定。{what}', en: 'unsettled. {what}' },
} satisfies Record<string, Said>

export type AssessmentLabel = keyof typeof assessmentLabels
