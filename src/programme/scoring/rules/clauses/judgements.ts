import type { Day } from '#basics/calendar.ts'
import { compare, exact } from '#basics/exact.ts'
import type { RangeBand } from '../clause-rules-lists.ts'
import type { Facts, FactValue, Rating } from '../facts.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { newWork, type Outcome, printed, type Reading, type Work, written } from '../trace.ts'
import { asks, type Found, nothing, reading, settled, signed, unusable, wrongShape } from './answers.ts'
import { byMeasure, inRange } from './measures.ts'
import { noRange, type PanelHere, panelMark } from './panel.ts'

interface Range {
  min: string
  max: string
  comparison: boolean
}

/**
 * A4: the panel's mean. Refuses marks outside the range, without a reason, or without the comparison the clause asks for.
 * Fewer assessors than the panel needs, or marks further apart than the sheet allows, need a ruling.
 */
export function judged(clause: ClauseOf<'A4'>, value: FactValue, panel: PanelHere, work: Work): Found {
  if (value.shape !== 'ratings') return wrongShape()
  const faults = value.ratings.filter(({ points }) => points !== '0')
  // a deduction that starts above 0 is for a fault: marks of 0 say that there was none
  if (clause.effect === 'deduct' && clause.min !== '0' && faults.length < value.ratings.length) {
    if (faults.length === 0) return nothing(work, 'did-not-happen')
    const mean =
      wrongIn(clause, faults) ??
      settled(panelMark(faults, { ...panel, severity: undefined }, { ...clause, spread: null }, newWork()))
    if (mean.state === 'unusable') return mean
    const readings = reading('counts-as-given', mean).map(effectOf('deduct'))
    return asks('fault-or-none', [...readings, { word: 'counts-as-none', points: '0' }])
  }
  const wrong = wrongIn(clause, value.ratings)
  if (wrong) return wrong
  const mark = panelMark(value.ratings, panel, clause, work)
  if (!('state' in mark)) return signed(clause.effect, mark, work)
  return mark.state === 'needs-ruling' ? { ...mark, readings: mark.readings.map(effectOf(clause.effect)) } : mark
}

/** A5: the points printed for the grade. */
export function graded(clause: ClauseOf<'A5'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'grade') return wrongShape()
  const option = clause.options.find(({ name }) => name === value.grade)
  if (!option) return unusable('grade-unlisted', { grade: value.grade })
  return written(work, { word: 'grade', op: 'named', name: option.name, gives: option.points })
}

/** A4B: the best band that a metric reaches opens the range in which the panel's marks must lie. No band: needs a ruling. */
export function judgedInBand(
  clause: ClauseOf<'A4B'>,
  value: FactValue,
  facts: Facts,
  panel: PanelHere,
  asOf: Day,
  work: Work,
): Found {
  if (value.shape !== 'ratings') return wrongShape()
  const best = rangeOpened(clause, facts, asOf, work)
  if (best !== null && 'state' in best) return best
  const { comparison, spread } = clause
  if (!best)
    return asks(
      'no-band',
      reading(
        'counts-as-given',
        settled(panelMark(value.ratings, { ...panel, severity: undefined }, { ...noRange, spread }, newWork())),
      ),
    )
  return wrongIn({ ...best, comparison }, value.ratings) ?? panelMark(value.ratings, panel, { ...best, spread }, work)
}

/** The range that the best band reached by any of the metrics opens for the panel; null where no band is reached. */
export function rangeOpened(clause: ClauseOf<'A4B'>, facts: Facts, asOf: Day, work: Work): RangeBand | Outcome | null {
  const open: RangeBand[] = []
  for (const { fact, measure, bands } of clause.metrics) {
    const found = byMeasure(measure, facts[fact]!.value, asOf, work, (x, work) => {
      const band = bands.find((each) => inRange(x.value, each))
      if (!band) return printed('0')
      open.push(band)
      return written(work, {
        word: 'band',
        op: 'band',
        of: x,
        atLeast: band.atLeast,
        below: band.below,
        gives: band.max,
      })
    })
    if ('state' in found) return settled(found)
  }
  return open.toSorted((a, b) => compare(exact(b.max), exact(a.max)))[0] ?? null
}

function effectOf(effect: 'add' | 'deduct') {
  return ({ word, points }: Reading): Reading => ({
    word,
    points: signed(effect, printed(points), newWork()).value,
  })
}

function wrongIn(range: Range, ratings: Rating[]): Outcome | null {
  if (ratings.length === 0) return unusable('no-marks')
  if (new Set(ratings.map(({ assessor }) => assessor)).size < ratings.length) return unusable('marked-twice')
  for (const { assessor, points, reason, comparedWith } of ratings) {
    const details = { assessor, points, min: range.min, max: range.max }
    if (compare(exact(points), exact(range.min)) < 0 || compare(exact(points), exact(range.max)) > 0)
      return unusable('mark-out-of-range', details)
    if (reason.trim() === '') return unusable('mark-without-reason', details)
    if (range.comparison && comparedWith.trim() === '') return unusable('mark-without-comparison', details)
  }
  return null
}
