import { compare, exact, subtract } from '#basics/exact.ts'
import type { Rating } from '../facts.ts'
import type { Panel, RaterGroup } from '../sheet.ts'
import { given, printed, type Reading, type Term, take, type Work } from '../trace.ts'
import { asks, type Found } from './answers.ts'
import { medianOf } from './folds.ts'

type Rules = Pick<RaterGroup, 'least' | 'trimFrom' | 'fold'>

/**
 * Folds the marks of a panel into one: each group of raters by its own rules (mean or median, trimmed from so many on), the
 * groups weighted. Fewer marks than asked for, or marks further apart than `spread`, need a ruling, with the fold as reading.
 */
export function panelMark(ratings: readonly Rating[], panel: Panel, spread: string | null, work: Work): Found {
  const groups = panel.groups ?? []
  if (groups.length === 0) return folding(ratings, panel, spread, work)
  const parts: Term[] = []
  const weights: Term[] = []
  let open: Found | null = null
  for (const group of groups) {
    const own = ratings.filter((rating) => rating.group === group.name)
    const mark = own.length === 0 ? asks('too-few-assessors') : folding(own, group, spread, work)
    if ('state' in mark) open ??= mark
    else {
      parts.push(take(work, 'weighted', 'product', [mark, printed(group.weight)]))
      weights.push(printed(group.weight))
    }
  }
  if (open) return open
  return take(work, 'weighted', 'quotient', [
    take(work, 'weighted', 'sum', parts),
    take(work, 'weights', 'sum', weights),
  ])
}

function folding(ratings: readonly Rating[], rules: Rules, spread: string | null, work: Work): Found {
  const marks = ratings.toSorted(byMark)
  const lowest = marks[0]!
  const highest = marks[marks.length - 1]!
  const trims = rules.trimFrom !== null && marks.length >= rules.trimFrom
  if (trims) {
    work.notes.push({ word: 'highest-dropped', details: { points: highest.points, assessor: highest.assessor } })
    work.notes.push({ word: 'lowest-dropped', details: { points: lowest.points, assessor: lowest.assessor } })
  }
  const kept = (trims ? marks.slice(1, -1) : marks).map(({ points }) => given(points))
  const mark = rules.fold === 'median' ? medianOf(kept, work) : meanOf(kept, work)
  const readings: Reading[] = [{ word: 'counts-as-given', points: mark.value }]
  if (marks.length < rules.least) return asks('too-few-assessors', readings)
  const apart = subtract(exact(highest.points), exact(lowest.points))
  return spread !== null && compare(apart, exact(spread)) > 0 ? asks('marks-far-apart', readings) : mark
}

function meanOf(kept: Term[], work: Work): Term {
  return take(work, 'mean', 'quotient', [take(work, 'marks', 'sum', kept), given(kept.length)])
}

/** By mark, then by label, so that the trace does not depend on the order in which marks came in. */
function byMark(a: Rating, b: Rating): number {
  return compare(exact(a.points), exact(b.points)) || (a.assessor < b.assessor ? -1 : 1)
}
