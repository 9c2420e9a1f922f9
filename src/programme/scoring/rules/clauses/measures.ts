import type { Day } from '#basics/calendar.ts'
import { compare, type ExactText, exact } from '#basics/exact.ts'
import { fullYears } from '../age.ts'
import type { FactValue, ValueOf } from '../facts.ts'
import type { Measure } from '../sheet-clauses.ts'
import { given, newWork, printed, type Term, take, type Work, written } from '../trace.ts'
import { asks, type Found, reading, settled, unusable, wrongShape } from './answers.ts'

/**
 * Takes a number from a fact and applies a rule to it. A fact of another kind, a part above its whole and a share of nothing
 * are answered here: the last needs a ruling, with what the rule gives at 100 % and at 0 % as its readings.
 */
export function byMeasure(
  measure: Measure,
  value: FactValue,
  asOf: Day,
  work: Work,
  apply: (x: Term, work: Work) => Found,
): Found {
  if (!fits(measure, value)) return wrongShape()
  if (value.shape === 'ratio' && value.part > value.whole) return unusable('part-above-whole')
  if (value.shape === 'ratio' && value.whole === 0) {
    const at = (percent: ExactText) => settled(apply(printed(percent), newWork()))
    return asks('nothing-to-divide-by', [
      ...reading('counts-as-full', at('100')),
      ...reading('counts-as-none', at('0')),
    ])
  }
  return apply(measured(value, asOf, work), work)
}

type Measurable = ValueOf<'count'> | ValueOf<'number'> | ValueOf<'things'> | ValueOf<'ratio'> | ValueOf<'since'>

/** Whether the fact holds such a number. */
export function fits(measure: Measure, value: FactValue): value is Measurable {
  if (measure === 'percent') return value.shape === 'ratio'
  if (measure === 'full-years') return value.shape === 'since'
  return value.shape === 'count' || value.shape === 'number' || value.shape === 'things'
}

/** The number of a fact that holds one; a ratio must have a whole. */
export function measured(value: Measurable, asOf: Day, work: Work): Term {
  switch (value.shape) {
    case 'count':
      return given(value.count)
    case 'number':
      return given(value.number)
    case 'things':
      return given(value.things.length)
    case 'ratio': {
      const share = take(work, 'share', 'quotient', [given(value.part), given(value.whole)])
      return take(work, 'percent', 'product', [share, printed('100')])
    }
    case 'since': {
      if (value.day === null) return given(0)
      const years = fullYears(value.day, asOf)
      return written(work, { word: 'full-years', op: 'full-years', from: value.day, to: asOf, gives: String(years) })
    }
  }
}

/** Whether x lies in the half-open range; null is without end. */
export function inRange(x: ExactText, { atLeast, below }: { atLeast: ExactText | null; below: ExactText | null }) {
  const number = exact(x)
  return (
    (atLeast === null || compare(number, exact(atLeast)) >= 0) && (below === null || compare(number, exact(below)) < 0)
  )
}
