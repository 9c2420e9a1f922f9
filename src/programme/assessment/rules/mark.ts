import { allow, type Decision, refuse } from '#basics/decision.ts'
import { compare, type ExactText, exact, readExact, writeExact } from '#basics/exact.ts'
import type { ClauseOf } from '#programme/scoring/rules/sheet-clauses.ts'

export type MarkRefusal =
  | 'assessment.not-a-judged-clause'
  | 'assessment.mark-out-of-range'
  | 'assessment.comparison-needed'

/** A mark as the clause takes it: in its range, and with what the branch was compared with where the clause asks for it. */
export function mark(
  clause: ClauseOf<'A4'> | undefined,
  { points: text, comparedWith }: { points: string; comparedWith: string },
): Decision<ExactText, MarkRefusal> {
  if (!clause) return refuse('assessment.not-a-judged-clause')
  const points = readExact(text)
  if (!points || compare(points, exact(clause.min)) < 0 || compare(points, exact(clause.max)) > 0)
    return refuse('assessment.mark-out-of-range', { least: clause.min, most: clause.max })
  if (clause.comparison && comparedWith.trim() === '') return refuse('assessment.comparison-needed')
  return allow(writeExact(points))
}
