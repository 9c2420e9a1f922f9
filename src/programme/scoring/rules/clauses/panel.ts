import { compare, type ExactText, exact, negate, subtract, writeExact } from '#basics/exact.ts'
import type { Rating } from '../facts.ts'
import type { RaterFigure } from '../figures.ts'
import type { Panel, RaterGroup } from '../sheet.ts'
import { given, printed, type Reading, type Term, take, type Work } from '../trace.ts'
import { asks, type Found, unusable } from './answers.ts'
import { medianOf } from './folds.ts'

type Rules = Pick<RaterGroup, 'least' | 'trimFrom' | 'fold'>

/** The panel of a sheet with the assessors of one branch; null before the population step. */
export type PanelHere = Omit<Panel, 'severity'> & {
  severity?: Panel['severity'] | undefined
  raters: readonly RaterFigure[] | null
}

/** The range of the marks, and how far they may lie apart; null has no bound. */
export interface MarkRange {
  min: ExactText | null
  max: ExactText | null
  spread: ExactText | null
}
export const noRange = { min: null, max: null } as const

/**
 * Folds the marks of a panel into one: each group of raters by its own rules (mean or median, trimmed from so many on), the
 * groups weighted. Where the sheet says so, each mark is first corrected by the lenience of who gave it, and held in the
 * range; where that cannot be told, it needs a ruling. Fewer marks than asked for, or marks further apart than the spread,
 * need one as well, with the fold as reading.
 */
export function panelMark(ratings: readonly Rating[], panel: PanelHere, range: MarkRange, work: Work): Found {
  const { raters, severity } = panel
  const thin = raters?.find((rater) => 'why' in rater)
  noteSeverity(panel, work)
  if (severity !== 'corrected') return folded(ratings, panel, range, given, work)
  const known = new Set(raters?.map(({ assessor }) => assessor))
  if (raters === null || ratings.some(({ assessor }) => !known.has(assessor))) return unusable('needs-the-others')
  if (thin) {
    const raw = folded(ratings, panel, range, given, { steps: [], notes: [] })
    return asks('too-thin-to-correct', 'state' in raw ? [] : [{ word: 'counts-as-given', points: raw.value }])
  }
  const lenience = new Map(raters.map((rater) => [rater.assessor, 'lenience' in rater ? rater.lenience : '0']))
  return folded(
    ratings,
    panel,
    range,
    (points, assessor) => corrected(points, lenience.get(assessor) ?? '0', range, work),
    work,
  )
}

type Counts = (points: ExactText, assessor: string) => Term

function folded(
  ratings: readonly Rating[],
  panel: PanelHere,
  { spread }: MarkRange,
  counts: Counts,
  work: Work,
): Found {
  const groups = panel.groups ?? []
  if (groups.length === 0) return folding(ratings, panel, spread, counts, work)
  const parts: Term[] = []
  const weights: Term[] = []
  let open: Found | null = null
  for (const group of groups) {
    const own = ratings.filter((rating) => rating.group === group.name)
    const mark = own.length === 0 ? asks('too-few-assessors') : folding(own, group, spread, counts, work)
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

function folding(ratings: readonly Rating[], rules: Rules, spread: string | null, counts: Counts, work: Work): Found {
  const marks = ratings
    .toSorted(byMark)
    .map(({ assessor, points }) => ({ assessor, counts: counts(points, assessor) }))
    .toSorted((a, b) => compare(exact(a.counts.value), exact(b.counts.value)) || (a.assessor < b.assessor ? -1 : 1))
  const lowest = marks[0]!
  const highest = marks[marks.length - 1]!
  const trims = rules.trimFrom !== null && marks.length >= rules.trimFrom
  if (trims) {
    work.notes.push({ word: 'highest-dropped', details: { points: highest.counts.value, assessor: highest.assessor } })
    work.notes.push({ word: 'lowest-dropped', details: { points: lowest.counts.value, assessor: lowest.assessor } })
  }
  const kept = (trims ? marks.slice(1, -1) : marks).map((mark) => mark.counts)
  const mark = rules.fold === 'median' ? medianOf(kept, work) : meanOf(kept, work)
  const readings: Reading[] = [{ word: 'counts-as-given', points: mark.value }]
  if (marks.length < rules.least) return asks('too-few-assessors', readings)
  const apart = subtract(exact(highest.counts.value), exact(lowest.counts.value))
  return spread !== null && compare(apart, exact(spread)) > 0 ? asks('marks-far-apart', readings) : mark
}

/** A mark less the lenience of who gave it, held in the range of the clause. */
function corrected(points: ExactText, lenience: ExactText, { min, max }: MarkRange, work: Work): Term {
  const mark = take(work, 'corrected', 'difference', [
    given(points),
    { of: 'others', what: 'lenience', value: lenience },
  ])
  if (min !== null && compare(exact(mark.value), exact(min)) < 0)
    return take(work, 'raised-to-floor', 'greatest', [mark, printed(min)])
  if (max !== null && compare(exact(mark.value), exact(max)) > 0)
    return take(work, 'held-to-cap', 'least', [mark, printed(max)])
  return mark
}

/** Who is harsh and who is lenient, or why that cannot be told. */
function noteSeverity({ severity, raters }: PanelHere, work: Work): void {
  if (severity === undefined || raters === null) return
  const thin = raters.find((rater) => 'why' in rater)
  if (thin && 'why' in thin) work.notes.push({ word: thin.why, details: { assessor: thin.because } })
  for (const rater of raters) {
    if (!('lenience' in rater)) continue
    const { assessor, lenience } = rater
    const harsh = lenience.startsWith('-')
    const by = harsh ? writeExact(negate(exact(lenience))) : lenience
    work.notes.push({ word: harsh ? 'harsh' : 'lenient', details: { assessor, by } })
  }
}

function meanOf(kept: Term[], work: Work): Term {
  return take(work, 'mean', 'quotient', [take(work, 'marks', 'sum', kept), given(kept.length)])
}

/** By mark, then by label, so that the trace does not depend on the order in which marks came in. */
function byMark(a: Rating, b: Rating): number {
  return compare(exact(a.points), exact(b.points)) || (a.assessor < b.assessor ? -1 : 1)
}
