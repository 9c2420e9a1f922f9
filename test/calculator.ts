import { expect } from 'vitest'
import type { Explanation } from '#programme/scoring/rules/explain.ts'
import type { Step, Term } from '#programme/scoring/rules/trace.ts'

/** A pocket calculator in whole numbers, written apart from the engine: numbers as [numerator, denominator]. */
export type Fraction = [bigint, bigint]

export function read(text: string): Fraction {
  if (text.includes('/')) return text.split('/').map(BigInt) as Fraction
  const places = text.split('.')[1]?.length ?? 0
  return [BigInt(text.replace('.', '')), 10n ** BigInt(places)]
}

export const same = (a: Fraction, b: Fraction) => a[0] * b[1] === b[0] * a[1]
const below = (a: Fraction, b: Fraction) => a[0] * b[1] < b[0] * a[1]

function press(op: string, [a, b]: Fraction, [c, d]: Fraction): Fraction {
  if (op === 'sum') return [a * d + c * b, b * d]
  if (op === 'difference') return [a * d - c * b, b * d]
  if (op === 'product') return [a * c, b * d]
  if (op === 'quotient') return c < 0n ? [-a * d, b * -c] : [a * d, b * c]
  return below([a, b], [c, d]) === (op === 'least') ? [a, b] : [c, d]
}

/** Towards zero, with the rest: what is left to look at when a number is rounded. */
function cut([a, b]: Fraction): { whole: bigint; rest: bigint; sign: bigint } {
  const size = a < 0n ? -a : a
  return { whole: size / b, rest: size % b, sign: a < 0n ? -1n : 1n }
}

function rounded([a, b]: Fraction, places: number, mode: string): Fraction {
  const scale = 10n ** BigInt(places)
  const { whole, rest, sign } = cut([a * scale, b])
  const half = rest * 2n === b
  const up =
    mode === 'up'
      ? rest > 0n
      : mode !== 'down' && (rest * 2n > b || (half && (mode === 'half-up' || whole % 2n === 1n)))
  return [sign * (up ? whole + 1n : whole), scale]
}

function wholeSteps(number: Fraction, steps: string): Fraction {
  const { whole, rest, sign } = cut(number)
  const down = sign * whole - (sign < 0n && rest > 0n ? 1n : 0n)
  return [steps === 'full' || rest === 0n ? down : down + 1n, 1n]
}

/** A printed formula with a number for each code, by its usual signs; what is no formula throws. */
function worked(formula: string, known: Map<string, Fraction>): Fraction {
  const plain = formula.normalize('NFKC').replace(/[×·]/g, '*').replace(/÷/g, '/').replace(/[−–—]/g, '-')
  const words = plain.match(/\[[^\]]+\]|[\d.]+%?|min|max|[-+*/(),]/g) ?? []
  const next = (...among: string[]) => (among.includes(words[0] ?? '') ? words.shift()! : null)
  const factor = (): Fraction => {
    const word = words.shift()!
    if (word === '-') return press('difference', [0n, 1n], factor())
    if (word === '(' || word === 'min' || word === 'max') {
      if (word !== '(') words.shift()
      let inside = sum()
      while (next(',')) inside = press(word === 'min' ? 'least' : 'greatest', inside, sum())
      expect(words.shift()).toBe(')')
      return inside
    }
    if (word.startsWith('[')) return known.get(word.slice(1, -1))!
    return word.endsWith('%') ? press('quotient', read(word.slice(0, -1)), [100n, 1n]) : read(word)
  }
  const product = (): Fraction => {
    let left = factor()
    for (let sign = next('*', '/'); sign; sign = next('*', '/'))
      left = press(sign === '*' ? 'product' : 'quotient', left, factor())
    return left
  }
  const sum = (): Fraction => {
    let left = product()
    for (let sign = next('+', '-'); sign; sign = next('+', '-'))
      left = press(sign === '+' ? 'sum' : 'difference', left, product())
    return left
  }
  const found = sum()
  expect(words).toEqual([])
  return found
}

/** Repeats the steps; a term must be what an earlier step, clause or indicator gave. Answers the last result. */
export function repeat(steps: Step[], known: Map<string, Fraction>): Fraction | null {
  const results: Fraction[] = []
  const value = (term: Term): Fraction => {
    if (term.of === 'step') return results[term.step]!
    if (term.of === 'total') return known.get('total')!
    return term.of === 'clause' || term.of === 'indicator' ? known.get(`${term.of} ${term.code}`)! : read(term.value)
  }
  for (const step of steps) {
    results.push(pressed(step, value))
    expect(same(results.at(-1)!, read(step.gives)), JSON.stringify(step)).toBe(true)
  }
  return results.at(-1) ?? null
}

function pressed(step: Step, value: (term: Term) => Fraction): Fraction {
  switch (step.op) {
    case 'shortfall': {
      const lacking = step.done.map((done) => Math.max(0, Number(step.due) - Number(done)))
      return [BigInt(lacking.reduce((a, b) => a + b, 0)), 1n]
    }
    case 'band':
      if (step.atLeast) expect(below(value(step.of), read(step.atLeast))).toBe(false)
      if (step.below) expect(below(value(step.of), read(step.below))).toBe(true)
      return read(step.gives)
    case 'up-to':
      expect(below(read(step.bound), value(step.of))).toBe(false)
      return read(step.gives)
    case 'named':
    case 'full-years':
    case 'days-late':
      return read(step.gives)
    case 'formula':
      return worked(step.formula, new Map(step.terms.map(({ code, term }) => [code, value(term)])))
    case 'whole':
      return wholeSteps(value(step.of), step.steps)
    case 'rounded':
      return rounded(value(step.of), step.rounding.places, step.rounding.mode)
    default: {
      const terms = step.terms.map(value)
      return terms.length === 0 ? [0n, 1n] : terms.slice(1).reduce((a, b) => press(step.op, a, b), terms[0]!)
    }
  }
}

/** Every number of an explanation again, from its steps alone: clauses, indicators, total. Answers the total, null while open. */
export function rebuild(explanation: Explanation): Fraction | null {
  const known = new Map<string, Fraction>()
  for (const { clause, steps, points } of explanation.indicators.flatMap(({ clauses }) => clauses)) {
    if (points === null) continue
    const result = repeat(steps, known) ?? [0n, 1n]
    expect(same(result, read(points)), clause.code).toBe(true)
    known.set(`clause ${clause.code}`, result)
  }
  for (const { indicator, steps, points } of explanation.indicators.toReversed())
    if (points !== null) known.set(`indicator ${indicator.code}`, repeat(steps, known)!)
  if (explanation.total.points === null) return null
  const total = repeat(explanation.total.steps, known)!
  known.set('total', total)
  return total
}
