import type { DutyKind } from '#programme/duty/rules/duty.ts'

/** The handling office answers everything that was said on a notice, and closes it. */
export const answering: DutyKind = {
  name: 'notice.answer',
  title: { zh: '答复公示意见、办结公示', en: 'Answer what was said on a notice, and close it' },
  opens: { portal: '/notices/{subject}', desk: '/notices/{subject}' },
}

/**
 * Working days after the last day of a notice in which all is answered and it is closed: people may speak until the last
 * minute of it. As long as local rules give for a reply (党务公开 实施办法: 公示结束后5个工作日内办理并反馈).
 */
export const ANSWER_DAYS = 5
