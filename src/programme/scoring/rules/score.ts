import { compare, type ExactText, exact, sum, writeExact } from '#basics/exact.ts'
import { applyClause, type ClauseLine } from './clauses.ts'
import type { Facts, Ruling } from './facts.ts'
import { type LevelFound, levelOf } from './level.ts'
import { childrenOf, type Indicator, type Sheet } from './sheet.ts'
import { newWork, printed, type Step, type Term, take, type Work } from './trace.ts'

/** The score of one branch with everything it was made of. `open` names the clauses that still need a fact or a ruling. */
export interface BranchScore {
  sheet: string
  clauses: ClauseLine[]
  /** Every indicator, in printed order. */
  indicators: IndicatorLine[]
  total: TotalLine
  level: LevelFound
}

export interface IndicatorLine {
  indicator: string
  steps: Step[]
  /** Full marks of what could be scored: `max` without the items left out. */
  outOf: ExactText
  outcome: { state: 'points'; points: ExactText } | { state: 'left-out' } | { state: 'open' }
}

export type TotalLine = { steps: Step[] } & (
  | { state: 'scored'; points: ExactText }
  /** The clauses to mend or to rule on; empty when every basic item was left out. */
  | { state: 'open'; clauses: string[] }
)

/**
 * Scores one branch by a sheet: clauses, then items (start, effects, floor, cap), sections, total (rescaled where an item
 * was left out, bonus added, clamped) and level. Exact throughout; no fact, and no order of facts, is guessed.
 */
export function scoreBranch(sheet: Sheet, facts: Facts, rulings: readonly Ruling[] = []): BranchScore {
  const clauses = sheet.clauses.map((clause) => applyClause(sheet, clause, facts, rulings))
  const lines = new Map<string, IndicatorLine>()
  for (const section of childrenOf(sheet, null)) scoreIndicator(sheet, section, clauses, lines)
  const total = totalOf(sheet, clauses, lines)
  return {
    sheet: sheet.code,
    clauses,
    indicators: sheet.indicators.map(({ code }) => lines.get(code)!),
    total,
    level: total.state === 'scored' ? levelOf(sheet, total.points) : { state: 'open' },
  }
}

/** The points of an indicator in a score; null where it was left out or is still open. */
export function pointsOf(score: BranchScore, indicator: string): ExactText | null {
  const outcome = score.indicators.find((line) => line.indicator === indicator)?.outcome
  return outcome?.state === 'points' ? outcome.points : null
}

function scoreIndicator(
  sheet: Sheet,
  indicator: Indicator,
  clauses: ClauseLine[],
  lines: Map<string, IndicatorLine>,
): IndicatorLine {
  const children = childrenOf(sheet, indicator.code).map((child) => scoreIndicator(sheet, child, clauses, lines))
  const line = children.length > 0 ? section(indicator, children) : item(indicator, clauses)
  lines.set(indicator.code, line)
  return line
}

/** An item: its start and the effects of its clauses. A clause that is left out leaves the whole item out. */
function item(indicator: Indicator, clauses: ClauseLine[]): IndicatorLine {
  const own = clauses.filter((line) => line.indicator === indicator.code)
  const base = { indicator: indicator.code, steps: [] }
  if (own.some(({ outcome }) => outcome.state === 'left-out'))
    return { ...base, outOf: '0', outcome: { state: 'left-out' } }
  const effects: Term[] = []
  for (const { clause, outcome } of own) {
    if (outcome.state !== 'points') return { ...base, outOf: indicator.max, outcome: { state: 'open' } }
    effects.push({ of: 'clause', code: clause, value: outcome.points })
  }
  const work = newWork()
  const start = printed(indicator.starts === 'full' ? indicator.max : '0')
  return closed(indicator, take(work, 'item', 'sum', [start, ...effects]), indicator.max, work)
}

function section(indicator: Indicator, children: IndicatorLine[]): IndicatorLine {
  const base = { indicator: indicator.code, steps: [] }
  const parts: Term[] = []
  for (const { indicator: code, outcome } of children) {
    if (outcome.state === 'open') return { ...base, outOf: indicator.max, outcome: { state: 'open' } }
    if (outcome.state === 'points') parts.push({ of: 'indicator', code, value: outcome.points })
  }
  if (parts.length === 0) return { ...base, outOf: '0', outcome: { state: 'left-out' } }
  const work = newWork()
  const outOf = writeExact(sum(children.map((child) => exact(child.outOf))))
  return closed(indicator, take(work, 'item', 'sum', parts), outOf, work)
}

function closed(indicator: Indicator, raw: Term, outOf: ExactText, work: Work): IndicatorLine {
  const points = clamp(raw, indicator.floor, indicator.cap, work).value
  return { indicator: indicator.code, steps: work.steps, outOf, outcome: { state: 'points', points } }
}

/** Floor first, then cap; a step is written only where it changes the number. */
function clamp(raw: Term, floor: ExactText | null, cap: ExactText | null, work: Work): Term {
  const raised =
    floor !== null && compare(exact(raw.value), exact(floor)) < 0
      ? take(work, 'raised-to-floor', 'greatest', [raw, printed(floor)])
      : raw
  return cap !== null && compare(exact(raised.value), exact(cap)) > 0
    ? take(work, 'held-to-cap', 'least', [raised, printed(cap)])
    : raised
}

function totalOf(sheet: Sheet, clauses: ClauseLine[], lines: Map<string, IndicatorLine>): TotalLine {
  const { basic, bonus, full, floor, cap } = sheet.total
  const open = clauses.filter(({ outcome }) => outcome.state === 'needs-ruling' || outcome.state === 'unusable')
  if (open.length > 0) return { state: 'open', steps: [], clauses: open.map(({ clause }) => clause) }
  const basicLines = basic.map((code) => lines.get(code)!)
  const outOf = sum(basicLines.map((line) => exact(line.outOf)))
  if (outOf.top === 0n) return { state: 'open', steps: [], clauses: [] }
  const work = newWork()
  const earned = take(work, 'basic', 'sum', partsOf(basicLines))
  const counted = compare(outOf, exact(full)) === 0 ? earned : rescaled(earned, writeExact(outOf), full, work)
  const extra = partsOf(bonus.map((code) => lines.get(code)!))
  const raw = take(work, 'total', 'sum', [counted, ...extra])
  return { state: 'scored', points: clamp(raw, floor, cap, work).value, steps: work.steps }
}

function partsOf(lines: IndicatorLine[]): Term[] {
  return lines.flatMap(({ indicator, outcome }): Term[] =>
    outcome.state === 'points' ? [{ of: 'indicator', code: indicator, value: outcome.points }] : [],
  )
}

function rescaled(earned: Term, outOf: ExactText, full: ExactText, work: Work): Term {
  return take(work, 'rescaled', 'product', [
    take(work, 'rescaled', 'quotient', [earned, printed(outOf)]),
    printed(full),
  ])
}
