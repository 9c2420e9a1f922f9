import type { Day } from '#basics/calendar.ts'
import { compare, exact } from '#basics/exact.ts'
import { fullYears } from '../age.ts'
import type { FactValue, ValueOf } from '../facts.ts'
import type { Bands, ClauseOf } from '../sheet.ts'
import { given, type Outcome, type Problem, type Reading, type Term, take, type Work, written } from '../trace.ts'
import { wrongShape } from './deductions.ts'

/** A6: the points of the band in which the number lies. A hole, an overlap or a ratio of nothing needs a ruling. */
export function banded(clause: ClauseOf<'A6'>, value: FactValue, asOf: Day, work: Work): Outcome {
  if (!fits(clause.measure, value)) return wrongShape()
  if (value.shape === 'ratio' && value.part > value.whole) return unusable('part-above-whole')
  if (value.shape === 'ratio' && value.whole === 0)
    return { state: 'needs-ruling', question: 'nothing-to-divide-by', readings: readingsOfNothing(clause) }
  const number = measured(value, asOf, work)
  const fitting = bandsAt(clause, number)
  const band = fitting[0]
  if (!band) return { state: 'needs-ruling', question: 'no-band', readings: [] }
  if (fitting.length > 1) {
    const readings = fitting.map(({ points }): Reading => ({ word: 'this-band', points }))
    return { state: 'needs-ruling', question: 'several-bands', readings }
  }
  const { atLeast, below, points } = band
  written(work, { word: 'band', op: 'band', of: number, atLeast, below, gives: points })
  return { state: 'points', points }
}

type Measurable = ValueOf<'count'> | ValueOf<'number'> | ValueOf<'ratio'> | ValueOf<'since'>

function fits(measure: Bands['measure'], value: FactValue): value is Measurable {
  if (measure === 'percent') return value.shape === 'ratio'
  if (measure === 'full-years') return value.shape === 'since'
  return value.shape === 'count' || value.shape === 'number'
}

function measured(value: Measurable, asOf: Day, work: Work): Term {
  if (value.shape === 'count') return given(value.count)
  if (value.shape === 'number') return given(value.number)
  if (value.shape === 'ratio') {
    const share = take(work, 'share', 'quotient', [given(value.part), given(value.whole)])
    return take(work, 'percent', 'product', [share, { of: 'sheet', value: '100' }])
  }
  if (value.day === null) return given(0)
  const years = fullYears(value.day, asOf)
  return written(work, { word: 'full-years', op: 'full-years', from: value.day, to: asOf, gives: String(years) })
}

function bandsAt(clause: Bands, number: { value: string }): Bands['bands'] {
  const x = exact(number.value)
  return clause.bands.filter(
    ({ atLeast, below }) =>
      (atLeast === null || compare(x, exact(atLeast)) >= 0) && (below === null || compare(x, exact(below)) < 0),
  )
}

function readingsOfNothing(clause: Bands): Reading[] {
  const at = (value: string, word: Reading['word']) =>
    bandsAt(clause, { value }).map(({ points }) => ({ word, points }))
  return [...at('100', 'counts-as-full'), ...at('0', 'counts-as-none')]
}

function unusable(problem: Problem): Outcome {
  return { state: 'unusable', problem, details: {} }
}
