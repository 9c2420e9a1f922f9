import { compare, type ExactText, exact, sum, writeExact } from '#basics/exact.ts'
import type { ClauseLine } from './clauses.ts'
import { byFormula, clamp, counted, countedOutOf, type IndicatorLine } from './items.ts'
import type { Sheet } from './sheet.ts'
import { newWork, printed, rounded, type Step, type Term, take, type Work } from './trace.ts'

/** The total with its steps. `points` is with the bonus, `graded` what the level is taken from; they differ under B9 only. */
export type TotalLine = { steps: Step[] } & (
  | { state: 'scored'; points: ExactText; graded: ExactText }
  /** The clauses to mend or to rule on; empty when every basic item was left out or a formula cannot be worked out. */
  | { state: 'open'; clauses: string[] }
)

/** The basic points, rescaled where an item was left out, plus the bonus, rounded where the sheet says so, then clamped. */
export function totalOf(sheet: Sheet, clauses: readonly ClauseLine[], lines: Map<string, IndicatorLine>): TotalLine {
  const { bonus, floor, cap, grade, rounding } = sheet.total
  const open = clauses.filter(({ outcome }) => outcome.state === 'needs-ruling' || outcome.state === 'unusable')
  if (open.length > 0) return { state: 'open', steps: [], clauses: open.map(({ clause }) => clause) }
  const work = newWork()
  const basic = basicOf(sheet, lines, work)
  if (basic === null) return { state: 'open', steps: [], clauses: [] }
  const close = (term: Term) => clamp(rounded(work, term, rounding), floor, cap, work)
  const graded = grade === 'without-bonus' ? close(basic) : null
  const extra = bonus.flatMap((code) => counted(sheet, lines.get(code)!, work))
  const points = close(take(work, 'total', 'sum', [basic, ...extra]))
  return { state: 'scored', points: points.value, graded: (graded ?? points).value, steps: work.steps }
}

/** C6: the score is zero, whatever it was; the steps before stay readable. */
export function zeroed(total: TotalLine): TotalLine {
  if (total.state !== 'scored') return total
  const work: Work = { steps: [...total.steps], notes: [] }
  const last: Term = { of: 'step', step: work.steps.length - 1, value: total.points }
  const { value } = take(work, 'zeroed', 'product', [last, printed('0')])
  return { state: 'scored', points: value, graded: value, steps: work.steps }
}

function basicOf(sheet: Sheet, lines: Map<string, IndicatorLine>, work: Work): Term | null {
  const { basic, full, formula } = sheet.total
  if (formula !== undefined) return byFormula(formula, lines, 'basic', work)
  if (basic.length === 0) return printed('0')
  const basicLines = basic.map((code) => lines.get(code)!)
  if (basicLines.some(({ outcome }) => outcome.state === 'open')) return null
  const outOf = sum(basicLines.map((line) => exact(countedOutOf(sheet, line))))
  if (!basicLines.some(({ outcome }) => outcome.state === 'points')) return null
  const earned = take(
    work,
    'basic',
    'sum',
    basicLines.flatMap((line) => counted(sheet, line, work)),
  )
  const leftOut = compare(outOf, exact(full)) !== 0 && outOf.top !== 0n
  return leftOut ? rescaled(earned, writeExact(outOf), full, work) : earned
}

function rescaled(earned: Term, outOf: ExactText, full: ExactText, work: Work): Term {
  return take(work, 'rescaled', 'product', [
    take(work, 'rescaled', 'quotient', [earned, printed(outOf)]),
    printed(full),
  ])
}
