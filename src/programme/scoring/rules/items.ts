import { compare, type ExactText, exact, multiply, sum, writeExact } from '#basics/exact.ts'
import { foldOf } from './clauses/folds.ts'
import type { ClauseLine } from './clauses.ts'
import { workOut } from './formula.ts'
import { isFor, type KindFound } from './kind.ts'
import { childrenOf, type Indicator, type Sheet } from './sheet.ts'
import { newWork, printed, rounded, type Step, type Term, take, type Work } from './trace.ts'
import type { StepWord } from './trace-words.ts'

/** An indicator with its steps and what came of it. */
export interface IndicatorLine {
  indicator: string
  steps: Step[]
  /** Full marks of what could be scored: `max` without the items left out. */
  outOf: ExactText
  outcome:
    | { state: 'points'; points: ExactText }
    | { state: 'left-out' }
    | { state: 'open' }
    | { state: 'not-applicable' }
}

/** Every indicator by its code: items from their clauses, sections from their parts. */
export function scoreItems(sheet: Sheet, clauses: readonly ClauseLine[], kind: KindFound): Map<string, IndicatorLine> {
  const lines = new Map<string, IndicatorLine>()
  const score = (indicator: Indicator): IndicatorLine => {
    const children = childrenOf(sheet, indicator.code).map(score)
    const own = clauses.filter((line) => line.indicator === indicator.code)
    const other = kind.state === 'kind' && !isFor(sheet, indicator.code, kind.kind)
    const line = other
      ? without(indicator, 'not-applicable')
      : children.length > 0
        ? section(sheet, indicator, children, lines)
        : item(indicator, own)
    lines.set(indicator.code, line)
    return line
  }
  for (const top of childrenOf(sheet, null)) score(top)
  return lines
}

/** What an indicator counts where it is counted: its points, by its weight where it has one (B1). */
export function counted(sheet: Sheet, line: IndicatorLine, work: Work): Term[] {
  if (line.outcome.state !== 'points') return []
  const weight = sheet.indicators.find(({ code }) => code === line.indicator)!.weight
  const term: Term = { of: 'indicator', code: line.indicator, value: line.outcome.points }
  return [weight === undefined ? term : take(work, 'weighted', 'product', [term, printed(weight)])]
}

/** Full marks of what could be scored, as it is counted. */
export function countedOutOf(sheet: Sheet, line: IndicatorLine): ExactText {
  const weight = sheet.indicators.find(({ code }) => code === line.indicator)!.weight
  return weight === undefined ? line.outOf : writeExact(multiply(exact(line.outOf), exact(weight)))
}

/** Works out a formula over indicators: null where one of them has no points, or where it divides by zero. */
export function byFormula(text: string, lines: Map<string, IndicatorLine>, word: StepWord, work: Work): Term | null {
  const missing: string[] = []
  const termOf = (code: string): Term => {
    const outcome = lines.get(code)?.outcome
    if (outcome?.state === 'points') return { of: 'indicator', code, value: outcome.points }
    if (outcome?.state !== 'not-applicable') missing.push(code)
    return printed('0')
  }
  const found = workOut(text, termOf, word, work)
  return missing.length > 0 ? null : found
}

/** Floor first, then cap; a step is written only where it changes the number. */
export function clamp(raw: Term, floor: ExactText | null, cap: ExactText | null, work: Work): Term {
  const raised =
    floor !== null && compare(exact(raw.value), exact(floor)) < 0
      ? take(work, 'raised-to-floor', 'greatest', [raw, printed(floor)])
      : raw
  return cap !== null && compare(exact(raised.value), exact(cap)) > 0
    ? take(work, 'held-to-cap', 'least', [raised, printed(cap)])
    : raised
}

/** An item: its start and the effects of its clauses. A clause that answers for the whole item takes their place. */
function item(indicator: Indicator, lines: ClauseLine[]): IndicatorLine {
  const own = lines.filter(({ outcome }) => outcome.state !== 'not-applicable' && outcome.state !== 'set-aside')
  if (lines.length > 0 && own.length === 0) return without(indicator, 'not-applicable')
  if (own.some(({ outcome }) => outcome.state === 'left-out')) return without(indicator, 'left-out')
  const effects: Term[] = []
  for (const { clause, outcome } of own) {
    if (outcome.state !== 'points' && outcome.state !== 'instead') return without(indicator, 'open')
    effects.push({ of: 'clause', code: clause, value: outcome.points })
  }
  const work = newWork()
  const instead = own.some(({ outcome }) => outcome.state === 'instead')
  const start = instead ? [] : [printed(indicator.starts === 'full' ? indicator.max : '0')]
  return closed(indicator, take(work, 'item', 'sum', [...start, ...effects]), indicator.max, work)
}

function section(
  sheet: Sheet,
  indicator: Indicator,
  children: IndicatorLine[],
  lines: Map<string, IndicatorLine>,
): IndicatorLine {
  if (children.some(({ outcome }) => outcome.state === 'open')) return without(indicator, 'open')
  const scored = children.filter(({ outcome }) => outcome.state === 'points')
  const leftOut = children.some(({ outcome }) => outcome.state === 'left-out')
  if (scored.length === 0) return without(indicator, leftOut ? 'left-out' : 'not-applicable')
  const work = newWork()
  if (indicator.formula !== undefined) {
    const found = byFormula(indicator.formula, lines, 'formula', work)
    return found ? closed(indicator, found, indicator.max, work) : without(indicator, 'open')
  }
  const terms = scored.flatMap((line) => counted(sheet, line, work))
  if (indicator.fold) return closed(indicator, foldOf(indicator.fold, 'folded', terms, work), indicator.max, work)
  const outOf = writeExact(sum(children.map((child) => exact(countedOutOf(sheet, child)))))
  return closed(indicator, take(work, 'item', 'sum', terms), outOf, work)
}

function closed(indicator: Indicator, raw: Term, outOf: ExactText, work: Work): IndicatorLine {
  const held = clamp(rounded(work, raw, indicator.rounding), indicator.floor, indicator.cap, work)
  return { indicator: indicator.code, steps: work.steps, outOf, outcome: { state: 'points', points: held.value } }
}

function without(indicator: Indicator, state: 'open' | 'left-out' | 'not-applicable'): IndicatorLine {
  return { indicator: indicator.code, steps: [], outOf: state === 'open' ? indicator.max : '0', outcome: { state } }
}
