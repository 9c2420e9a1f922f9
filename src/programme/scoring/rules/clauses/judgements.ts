import { compare, exact, subtract } from '#basics/exact.ts'
import type { FactValue, Rating } from '../facts.ts'
import type { ClauseOf, Panel } from '../sheet.ts'
import { given, type Outcome, printed, type Reading, take, type Work, written } from '../trace.ts'
import { wrongShape } from './deductions.ts'

/**
 * A4: the panel's mean. Refuses marks outside the range, without a reason, or without the comparison the clause asks for.
 * Fewer assessors than the panel needs, or marks further apart than the sheet allows, need a ruling.
 */
export function judged(clause: ClauseOf<'A4'>, value: FactValue, panel: Panel, work: Work): Outcome {
  if (value.shape !== 'ratings') return wrongShape()
  const wrong = wrongIn(clause, value.ratings)
  if (wrong) return wrong
  const marks = value.ratings.toSorted(byMark)
  const lowest = marks[0]!
  const highest = marks[marks.length - 1]!
  const trims = panel.trimFrom !== null && marks.length >= panel.trimFrom
  if (trims) {
    work.notes.push({ word: 'highest-dropped', details: { points: highest.points, assessor: highest.assessor } })
    work.notes.push({ word: 'lowest-dropped', details: { points: lowest.points, assessor: lowest.assessor } })
  }
  const kept = trims ? marks.slice(1, -1) : marks
  const all = take(
    work,
    'marks',
    'sum',
    kept.map((rating) => given(rating.points)),
  )
  const mean = take(work, 'mean', 'quotient', [all, given(kept.length)])
  const points = clause.effect === 'add' ? mean : take(work, 'effect', 'difference', [printed('0'), mean])
  const readings: Reading[] = [{ word: 'counts-as-given', points: points.value }]
  if (marks.length < panel.least) return { state: 'needs-ruling', question: 'too-few-assessors', readings }
  const spread = subtract(exact(highest.points), exact(lowest.points))
  if (clause.spread !== null && compare(spread, exact(clause.spread)) > 0)
    return { state: 'needs-ruling', question: 'marks-far-apart', readings }
  return { state: 'points', points: points.value }
}

/** A5: the points printed for the grade. */
export function graded(clause: ClauseOf<'A5'>, value: FactValue, work: Work): Outcome {
  if (value.shape !== 'grade') return wrongShape()
  const option = clause.options.find(({ name }) => name === value.grade)
  if (!option) return { state: 'unusable', problem: 'grade-unlisted', details: { grade: value.grade } }
  written(work, { word: 'grade', op: 'named', name: option.name, gives: option.points })
  return { state: 'points', points: option.points }
}

function wrongIn(clause: ClauseOf<'A4'>, ratings: Rating[]): Outcome | null {
  if (ratings.length === 0) return { state: 'unusable', problem: 'no-marks', details: {} }
  if (new Set(ratings.map(({ assessor }) => assessor)).size < ratings.length)
    return { state: 'unusable', problem: 'marked-twice', details: {} }
  for (const rating of ratings) {
    const points = exact(rating.points)
    const details = { assessor: rating.assessor, points: rating.points, min: clause.min, max: clause.max }
    if (compare(points, exact(clause.min)) < 0 || compare(points, exact(clause.max)) > 0)
      return { state: 'unusable', problem: 'mark-out-of-range', details }
    if (rating.reason.trim() === '') return { state: 'unusable', problem: 'mark-without-reason', details }
    if (clause.comparison && rating.comparedWith.trim() === '')
      return { state: 'unusable', problem: 'mark-without-comparison', details }
  }
  return null
}

/** By mark, then by label, so that the trace does not depend on the order in which marks came in. */
function byMark(a: Rating, b: Rating): number {
  return compare(exact(a.points), exact(b.points)) || (a.assessor < b.assessor ? -1 : 1)
}
