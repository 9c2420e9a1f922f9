import type { DutyKind } from '#programme/duty/rules/duty.ts'

/** The handling office answers everything that was said on a notice, and closes it. */
export const answering: DutyKind = {
  name: 'notice.answer',
  title: { zh: '答复公示意见、办结公示', en: 'Answer what was said on a notice, and close it' },
  opens: { portal: '/notices/{subject}', desk: '/notices/{subject}' },
}

/**
 * Working days after the last day of a notice in which all is answered and it is closed: people may speak until the last
 * minute of it. A house default where the programme's plan says nothing else: no regulation that we know names these days.
 */
export const ANSWER_DAYS = 5
