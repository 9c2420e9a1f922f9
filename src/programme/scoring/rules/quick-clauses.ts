import type { Facts, FactValue } from './facts.ts'
import { scaled } from './quick-numbers.ts'
import type { Band, Clause, ClauseOf } from './sheet-clauses.ts'

/** One clause as whole points of a scale; NaN where the engine has to decide. */
export type QuickClause = (facts: Facts) => number
type Reading = (value: FactValue) => number

/** A clause prepared for many branches; null for types that need fractions, lists with reasons, or other branches. */
export function quickClause(clause: Clause, places: number): QuickClause | null {
  if (clause.kinds || clause.periods || clause.rounding) return null
  const read = readingOf(clause, places)
  if (!read) return null
  const exemptIf = clause.type === 'A2' || clause.type === 'A3' ? clause.exemptIf : null
  return (facts) => {
    const value = facts[clause.fact]?.value
    if (value === undefined) return Number.NaN
    const points = read(value)
    if (exemptIf === null) return points
    const lifted = facts[exemptIf]?.value
    if (lifted === undefined) return Number.NaN
    return lifted.shape === 'flag' && lifted.holds && !Number.isNaN(points) ? 0 : points
  }
}

function readingOf(clause: Clause, places: number): Reading | null {
  switch (clause.type) {
    case 'A1':
    case 'A3': {
      const points = scaled(clause.points, places) * (clause.type === 'A1' ? 1 : -1)
      return (value) => (value.shape === 'flag' ? (value.holds ? points : 0) : Number.NaN)
    }
    case 'A2':
      return faults(clause, places)
    case 'A5': {
      const options = new Map(clause.options.map(({ name, points }) => [name, scaled(points, places)]))
      return (value) => (value.shape === 'grade' ? (options.get(value.grade) ?? Number.NaN) : Number.NaN)
    }
    case 'A6':
      return bands(clause, places)
    case 'A10': {
      const [per, cap] = [scaled(clause.per, places), clause.cap === null ? Infinity : scaled(clause.cap, places)]
      return (value) => (value.shape === 'count' ? Math.min(safe(value.count * per), cap) : Number.NaN)
    }
    case 'A18':
      return given(clause, places)
    default:
      return null
  }
}

function faults({ per, cap, due }: ClauseOf<'A2'>, places: number): Reading {
  const [each, most] = [scaled(per, places), cap === null ? Infinity : scaled(cap, places)]
  if (!due) return (value) => (value.shape === 'count' ? -Math.min(safe(value.count * each), most) : Number.NaN)
  const periods = due.every === 'month' ? 12 : 4
  return (value) => {
    if (value.shape !== 'periods' || value.done.length !== periods) return Number.NaN
    let lacking = 0
    for (const done of value.done) if (done < due.times) lacking += due.times - done
    return -Math.min(safe(lacking * each), most)
  }
}

/** Bands of a number, or of a share compared by multiplying with the whole, so that nothing is divided. */
function bands({ measure, bands }: ClauseOf<'A6'>, places: number): Reading | null {
  if (measure === 'full-years') return null
  const scale = 10 ** places
  const rows = bands.map(({ atLeast, below, points }: Band) => ({
    from: atLeast === null ? -Infinity : scaled(atLeast, places),
    to: below === null ? Infinity : scaled(below, places),
    points: scaled(points, places),
  }))
  const find = (x: number, whole: number) => {
    let found = Number.NaN
    for (const { from, to, points } of rows)
      if (x >= times(from, whole) && x < times(to, whole)) {
        if (!Number.isNaN(found)) return Number.NaN
        found = points
      }
    return found
  }
  return (value) => {
    if (measure === 'number') {
      if (value.shape === 'count') return find(safe(value.count * scale), 1)
      return value.shape === 'number' ? find(scaled(value.number, places), 1) : Number.NaN
    }
    if (value.shape !== 'ratio' || value.whole === 0 || value.part > value.whole) return Number.NaN
    return find(safe(value.part * 100 * scale), safe(value.whole))
  }
}

function given({ effect, outOf, points, least }: ClauseOf<'A18'>, places: number): Reading | null {
  if (outOf !== null && outOf !== points) return null
  const [from, to] = [
    least === null ? -Infinity : scaled(least, places),
    outOf === null ? Infinity : scaled(outOf, places),
  ]
  return (value) => {
    const number =
      value.shape === 'count'
        ? safe(value.count * 10 ** places)
        : value.shape === 'number'
          ? scaled(value.number, places)
          : Number.NaN
    return number >= from && number <= to ? (effect === 'add' ? number : -number) : Number.NaN
  }
}

/** A bound for so many; one without end stays so. */
function times(bound: number, whole: number): number {
  return Number.isFinite(bound) ? safe(bound * whole) : bound
}

/** A product as long as it is exact. */
function safe(number: number): number {
  return Number.isSafeInteger(number) && Math.abs(number) < 1e14 ? number : Number.NaN
}
