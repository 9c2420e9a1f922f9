import { allow, type Decision, refuse } from '#basics/decision.ts'
import { compare, type ExactText, exact, greatest, readExact, writeExact } from '#basics/exact.ts'
import { rangeOpened } from '#programme/scoring/rules/clauses/judgements.ts'
import type { Facts } from '#programme/scoring/rules/facts.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { ClauseOf } from '#programme/scoring/rules/sheet-clauses.ts'
import { newWork } from '#programme/scoring/rules/trace.ts'

export type MarkRefusal =
  | 'assessment.not-a-judged-clause'
  | 'assessment.mark-out-of-range'
  | 'assessment.range-not-known'
  | 'assessment.comparison-needed'

/** In which range a mark lies; `known` is false as long as the figures that open the range are not held. */
export interface MarkRange {
  least: ExactText
  most: ExactText
  comparison: boolean
  known: boolean
}

/**
 * The range for the marks of a clause. Where a figure of the branch opens it (A4B), the facts held by now decide; where no
 * band is reached any mark up to the highest may be given, and the sheet asks for a ruling.
 */
export function rangeOf(sheet: Sheet, clause: ClauseOf<'A4'> | ClauseOf<'A4B'>, facts: Facts): MarkRange {
  const { comparison } = clause
  if (clause.type === 'A4') return { least: clause.min, most: clause.max, comparison, known: true }
  const all = clause.metrics.flatMap(({ bands }) => bands.map(({ max }) => exact(max)))
  const widest = { least: '0', most: writeExact(all.reduce(greatest)), comparison }
  if (clause.metrics.some(({ fact }) => !facts[fact])) return { ...widest, known: false }
  const opened = rangeOpened(clause, facts, sheet.asOf, newWork())
  if (opened === null || 'state' in opened) return { ...widest, known: true }
  return { least: opened.min, most: opened.max, comparison, known: true }
}

/** A mark as the clause takes it: in its range, and with what the branch was compared with where the clause asks for it. */
export function mark(
  range: MarkRange | null,
  { points: text, comparedWith }: { points: string; comparedWith: string },
): Decision<ExactText, MarkRefusal> {
  if (!range) return refuse('assessment.not-a-judged-clause')
  if (!range.known) return refuse('assessment.range-not-known')
  const points = readExact(text)
  if (!points || compare(points, exact(range.least)) < 0 || compare(points, exact(range.most)) > 0)
    return refuse('assessment.mark-out-of-range', { least: range.least, most: range.most })
  if (range.comparison && comparedWith.trim() === '') return refuse('assessment.comparison-needed')
  return allow(writeExact(points))
}
