import { add, type ExactText, exact, showDecimal, writeExact, zero } from '#basics/exact.ts'
import type { Facts } from './facts.ts'
import { type QuickClause, quickClause } from './quick-clauses.ts'
import { decimalsOf, scaled } from './quick-numbers.ts'
import { childrenOf, type Indicator, type Sheet } from './sheet.ts'

/** The total with its level, without a trace. */
export interface QuickScore {
  total: ExactText
  level: string
}

/**
 * A sheet prepared for many branches in a row, in whole numbers (points × a power of ten) where the sheet allows it: plain
 * sums of clauses that add, deduct and look up printed decimals. Null for every other sheet. The function answers null
 * for a branch it cannot settle so (a fact missing or of another kind, a veto that moves the level, numbers too great):
 * `scoreBranch` decides then, and always says why. Both give the same total to the last digit.
 */
export function quick(sheet: Sheet): ((facts: Facts) => QuickScore | null) | null {
  const { total, levels } = sheet
  const places = decimalsOf(sheet)
  if (places === null || !isPlain(sheet)) return null
  const scale = 10 ** places
  const at = (text: ExactText | null, empty: number) => (text === null ? empty : scaled(text, places))
  const sections = [...total.basic, ...total.bonus].map((code) => part(sheet, code, places))
  if (sections.includes(null)) return null
  const [floor, cap] = [at(total.floor, -Infinity), at(total.cap, Infinity)]
  const ranges = levels.map(({ name, atLeast, below }) => ({
    name,
    from: at(atLeast, -Infinity),
    to: at(below, Infinity),
  }))
  const vetoes = sheet.vetoes.map(({ when, effect }) => ({
    fact: when.kind === 'holds' ? when.fact : '',
    moves: effect.effect !== 'not-named',
  }))
  return (facts) => {
    let sum = 0
    for (const section of sections) sum += section!(facts)
    if (!Number.isSafeInteger(sum)) return null
    const points = Math.min(Math.max(sum, floor), cap)
    for (const { fact, moves } of vetoes) {
      const value = facts[fact]?.value
      if (value?.shape !== 'flag' || (moves && value.holds)) return null
    }
    const fitting = ranges.filter(({ from, to }) => points >= from && points < to)
    if (fitting.length !== 1) return null
    return { total: textOf(points, scale, places), level: fitting[0]!.name }
  }
}

/** Nothing that asks for fractions, for other branches, or for a decision on the way. */
function isPlain({ total, indicators, levels, variants, promotions, quotas, ladder, vetoes }: Sheet): boolean {
  const odd = indicators.some(
    ({ weight, fold, formula, rounding, kinds }) => weight ?? fold ?? formula ?? rounding ?? kinds,
  )
  const whole = indicators.filter(({ code }) => total.basic.includes(code)).map(({ max }) => max)
  const adds = writeExact(whole.map(exact).reduce(add, zero))
  return (
    !odd &&
    exact(adds).top * exact(total.full).bottom === exact(total.full).top * exact(adds).bottom &&
    total.formula === undefined &&
    total.rounding === undefined &&
    total.grade === undefined &&
    [variants, promotions, quotas, ladder].every((each) => each === undefined) &&
    levels.every(({ byEffect, requires }) => !byEffect && !requires) &&
    vetoes.every(({ when }) => when.kind === 'holds')
  )
}

/** An indicator as a function of the facts; NaN where the engine has to decide. */
function part(sheet: Sheet, code: string, places: number): ((facts: Facts) => number) | null {
  const indicator = sheet.indicators.find((each) => each.code === code)!
  const children = childrenOf(sheet, code)
  const [floor, cap] = boundsOf(indicator, places)
  if (children.length > 0) {
    const parts = children.map((child) => part(sheet, child.code, places))
    if (parts.includes(null)) return null
    return (facts) => {
      let sum = 0
      for (const each of parts) sum += each!(facts)
      return Math.min(Math.max(sum, floor), cap)
    }
  }
  const clauses: (QuickClause | null)[] = sheet.clauses
    .filter((clause) => clause.indicator === code)
    .map((clause) => quickClause(clause, places))
  if (clauses.includes(null)) return null
  const start = indicator.starts === 'full' ? scaled(indicator.max, places) : 0
  return (facts) => {
    let sum = start
    for (const each of clauses) sum += each!(facts)
    return Math.min(Math.max(sum, floor), cap)
  }
}

function boundsOf({ floor, cap }: Indicator, places: number): [number, number] {
  return [floor === null ? -Infinity : scaled(floor, places), cap === null ? Infinity : scaled(cap, places)]
}

/** A whole number over a power of ten as exact text. */
function textOf(points: number, scale: number, places: number): ExactText {
  if (points % scale === 0) return String(points / scale + 0)
  let text = showDecimal({ top: BigInt(points), bottom: BigInt(scale) }, places)
  while (text.endsWith('0')) text = text.slice(0, -1)
  return text
}
