import type { DutyKind } from '#programme/duty/rules/duty.ts'

/** A branch that is rated scores itself until the last day of self-scoring. */
export const selfScoringDuty: DutyKind = {
  name: 'assessment.self-score',
  title: { zh: '年度自评', en: 'Score the year' },
  opens: { portal: '/my/self-score?branch={organisation}', desk: '/assessments/{subject}' },
}
