import { addDays, type Day, type Instant, startOf } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { CycleId, OrganisationId } from '#basics/id.ts'

/** How far an assessment is: by its dates until it is frozen. */
export const stages = ['preparing', 'self-scoring', 'assessing', 'frozen'] as const
export type Stage = (typeof stages)[number]

/** The year's score of every branch in one cycle by one rule sheet. `path` is that of the organisation. */
export interface Assessment {
  id: string
  cycle: CycleId
  organisation: OrganisationId
  path: string
  sheet: string
  selfScoreFrom: Day
  /** The last day of self-scoring: it ends at 24:00 in Shanghai. */
  selfScoreTo: Day
  frozenAt: Instant | null
}

export type StageRefusal =
  | 'assessment.frozen-already'
  | 'assessment.not-frozen'
  | 'assessment.self-scoring-closed'
  | 'assessment.self-scoring-not-over'
  | 'assessment.year-not-over'
  | 'assessment.self-scoring-backwards'

/** The stage at that instant of the database's clock; the first instant of the next day is no longer self-scoring. */
export function stageOf(
  assessment: Pick<Assessment, 'selfScoreFrom' | 'selfScoreTo' | 'frozenAt'>,
  now: Instant,
): Stage {
  if (assessment.frozenAt !== null) return 'frozen'
  if (now < startOf(assessment.selfScoreFrom)) return 'preparing'
  return now < startOf(addDays(assessment.selfScoreTo, 1)) ? 'self-scoring' : 'assessing'
}

/** The dates of a new assessment: self-scoring runs forwards. */
export function dated(from: Day, to: Day): Decision<true, StageRefusal> {
  return to < from ? refuse('assessment.self-scoring-backwards') : allow(true)
}

/** Facts, honours, surveys and assignments can be changed until the freeze. */
export function gathering(stage: Stage): Decision<true, StageRefusal> {
  return stage === 'frozen' ? refuse('assessment.frozen-already') : allow(true)
}

/** A branch scores itself within its days; after them what it gave itself is sealed. */
export function selfScoring(assessment: Assessment, stage: Stage): Decision<true, StageRefusal> {
  if (stage === 'self-scoring') return allow(true)
  return refuse('assessment.self-scoring-closed', { from: assessment.selfScoreFrom, to: assessment.selfScoreTo })
}

/** Assessors score once the branches have scored themselves. */
export function rating(assessment: Assessment, stage: Stage): Decision<true, StageRefusal> {
  if (stage === 'frozen') return refuse('assessment.frozen-already')
  if (stage === 'assessing') return allow(true)
  return refuse('assessment.self-scoring-not-over', { to: assessment.selfScoreTo })
}

/** Frozen once self-scoring is over and the day by which the sheet looks at states has passed; then never again. */
export function freezing(assessment: Assessment, stage: Stage, today: Day, asOf: Day): Decision<true, StageRefusal> {
  const ready = rating(assessment, stage)
  if (!ready.ok) return ready
  return today <= asOf ? refuse('assessment.year-not-over', { asOf }) : allow(true)
}

/** Scores are read and corrected after the freeze. */
export function frozen(stage: Stage): Decision<true, StageRefusal> {
  return stage === 'frozen' ? allow(true) : refuse('assessment.not-frozen')
}
