import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { lasts } from './structure.ts'

/** From when until when an organisation's members work in a unit. A unit has several branches, a joint branch several units. */
export interface Tie {
  organisation: string
  unit: string
  fromOn: Day
  untilOn: Day | null
}

export type TieRefusal =
  | 'organisation.tied-already'
  | 'organisation.not-tied'
  | 'organisation.tie-changed-later'
  | 'organisation.tie-hangs-on-nothing'

type Pair = Pick<Tie, 'organisation' | 'unit'>
const isOf = (pair: Pair) => (tie: Tie) => tie.organisation === pair.organisation && tie.unit === pair.unit

/** The ties of that day, those of longest standing first. */
export function tiesOn(ties: readonly Tie[], day: Day): Tie[] {
  return ties.filter((tie) => lasts(tie, day)).sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
}

/** Ties an organisation to a unit from that day on. Refused where a tie of the two stands then or later. */
export function tie(ties: readonly Tie[], pair: Pair, day: Day): Decision<Tie[], TieRefusal> {
  const own = ties.filter(isOf(pair))
  if (own.some(({ untilOn }) => untilOn === null)) return refuse('organisation.tied-already')
  const later = own.find(({ untilOn }) => untilOn! > day)
  if (later) return refuse('organisation.tie-changed-later', { day: later.untilOn! })
  return allow([...ties, { ...pair, fromOn: day, untilOn: null }])
}

/** Unties them: that day is the first without the tie. One that began that day never stood. */
export function untie(ties: readonly Tie[], pair: Pair, day: Day): Decision<Tie[], TieRefusal> {
  const open = ties.filter(isOf(pair)).find(({ untilOn }) => untilOn === null)
  if (!open) return refuse('organisation.not-tied')
  if (day < open.fromOn) return refuse('organisation.tie-changed-later', { day: open.fromOn })
  const others = ties.filter((each) => each !== open)
  return allow(open.fromOn === day ? others : [...others, { ...open, untilOn: day }])
}

/** Ends every tie of an organisation or a unit that has ended; what began later than that day goes as well. */
export function untieAll(ties: readonly Tie[], ended: Partial<Pair>, day: Day): Tie[] {
  return ties.flatMap((each) => {
    const own = each.organisation === ended.organisation || each.unit === ended.unit
    if (!own || (each.untilOn !== null && each.untilOn <= day)) return [each]
    return each.fromOn >= day ? [] : [{ ...each, untilOn: day }]
  })
}

/** Gives one's ties to another from that day on, beside those it has: a merged unit's branches, a merged branch's units. */
export function passTies(ties: readonly Tie[], from: Partial<Pair>, to: Partial<Pair>, day: Day): Tie[] {
  const given = tiesOn(ties, day).filter((each) => each.organisation === from.organisation || each.unit === from.unit)
  let kept = untieAll(ties, from, day)
  for (const { organisation, unit } of given) {
    const tied = tie(kept, { organisation, unit, ...to }, day)
    if (tied.ok) kept = tied.value
  }
  return kept
}
