import type { Day } from '#basics/calendar.ts'
import { compare, exact } from '#basics/exact.ts'
import type { Facts, FactValue } from '../facts.ts'
import type { Band, ClauseOf, Measure } from '../sheet-clauses.ts'
import { type Reading, type Term, take, type Work, written } from '../trace.ts'
import { asks, type Found } from './answers.ts'
import { byMeasure, inRange } from './measures.ts'

/** A6: the points of the band in which the number lies. A hole, an overlap or a ratio of nothing needs a ruling. */
export function banded(clause: ClauseOf<'A6'>, value: FactValue, asOf: Day, work: Work): Found {
  return byMeasure(clause.measure, value, asOf, work, (x, work) => bandAt(clause.bands, x, work))
}

/** A15 或: each metric by its own bands; the best counts. A metric that needs a ruling, or its fact mended, is not passed over. */
export function eitherOr(clause: ClauseOf<'A15'>, facts: Facts, asOf: Day, work: Work): Found {
  const metrics: { fact: string; measure: Measure; bands: Band[] }[] = [clause, ...clause.or]
  const found: Term[] = []
  for (const { fact, measure, bands } of metrics) {
    const each = byMeasure(measure, facts[fact]!.value, asOf, work, (x, work) => bandAt(bands, x, work))
    if ('state' in each) return each
    found.push(each)
  }
  return take(work, 'better', 'greatest', found)
}

function bandAt(bands: readonly Band[], x: Term, work: Work): Found {
  const fitting = bands.filter((band) => inRange(x.value, band))
  const band = fitting[0]
  if (!band) return asks('no-band', nearest(bands, x))
  if (fitting.length > 1) return asks('several-bands', fitting.map(thisBand))
  const { atLeast, below, points } = band
  return written(work, { word: 'band', op: 'band', of: x, atLeast, below, gives: points })
}

/** The bands on both sides of a hole: what the number might be taken for. */
function nearest(bands: readonly Band[], { value }: Term): Reading[] {
  const x = exact(value)
  const under = bands
    .filter(({ below }) => below !== null && compare(exact(below), x) <= 0)
    .toSorted((a, b) => compare(exact(b.below!), exact(a.below!)))
  const over = bands
    .filter(({ atLeast }) => atLeast !== null && compare(exact(atLeast), x) > 0)
    .toSorted((a, b) => compare(exact(a.atLeast!), exact(b.atLeast!)))
  return [...under.slice(0, 1), ...over.slice(0, 1)].map(thisBand)
}

function thisBand({ points }: Band): Reading {
  return { word: 'this-band', points }
}
