import { compare, exact } from '#basics/exact.ts'
import type { FactValue, Thing } from '../facts.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { given, printed, take, type Work } from '../trace.ts'
import { capped, type Found, signed, unusable, wrongShape } from './answers.ts'
import { counting, sameThing } from './things.ts'

/** A10: `per` for each occurrence, together at most `cap`; from a list without repetitions where the sheet says so. */
export function perOccurrence(clause: ClauseOf<'A10'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'count' && value.shape !== 'things') return wrongShape()
  const count =
    value.shape === 'count' ? value.count : counting(value.things, clause.evidence, clause.once === true, work).length
  return capped(take(work, 'occurrences', 'product', [given(count), printed(clause.per)]), clause.cap, work)
}

/** A17: for each thing `per` ÷ the people who share it. The same thing counts once; a thing that nobody shares is refused. */
export function shared(clause: ClauseOf<'A17'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'things') return wrongShape()
  const things = counting(value.things, clause.evidence, true, work)
  const other = (thing: Thing, one: Thing) =>
    sameThing(one.item) === sameThing(thing.item) && one.people !== thing.people
  const differing = things.find((thing) => value.things.some((one) => other(thing, one)))
  if (differing) return unusable('things-contradict', { item: differing.item })
  const lonely = things.find(({ people }) => people === undefined || people < 1)
  if (lonely) return unusable('nobody-shares', { item: lonely.item })
  const parts = things.map(({ people }) => take(work, 'shared', 'quotient', [printed(clause.per), given(people!)]))
  return capped(take(work, 'occurrences', 'sum', parts), clause.cap, work)
}

/** A4E: the value that an assessor gave each thing, added up. Refuses values outside the range and those without a reason. */
export function judgedEach(clause: ClauseOf<'A4E'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'things') return wrongShape()
  const things = counting(value.things, clause.evidence, false, work)
  for (const { item, points, reason = '' } of things) {
    const details = { assessor: item, points: points ?? '', min: clause.min, max: clause.max }
    if (points === undefined || !within(points, clause)) return unusable('mark-out-of-range', details)
    if (reason.trim() === '') return unusable('mark-without-reason', details)
  }
  const all = take(
    work,
    'marks',
    'sum',
    things.map((thing: Thing) => given(thing.points!)),
  )
  return signed(clause.effect, capped(all, clause.cap, work), work)
}

function within(points: string, { min, max }: { min: string; max: string }): boolean {
  return compare(exact(points), exact(min)) >= 0 && compare(exact(points), exact(max)) <= 0
}
