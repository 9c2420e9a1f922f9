import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationKind } from './import-lines.ts'
import { standsUnder } from './import-organisations.ts'
import { firstPlaces, lasts, type Place, type Span, type Structure, spansOf, turningDays } from './structure.ts'

export type StructureRefusal =
  | 'organisation.not-there-yet'
  | 'organisation.is-dissolved'
  | 'organisation.changed-later'
  | 'organisation.set-up-that-day'
  | 'organisation.nothing-changes'
  | 'organisation.one-top'
  | 'organisation.hangs-on-nothing'
  | 'organisation.below-itself'
  | 'organisation.stands-under'
  | 'organisation.name-taken'
  | 'organisation.not-yet-on-record'

/** The structure is asked of today or an earlier day: what will be is not on record yet. */
export function known(day: Day, today: Day): Decision<Day, StructureRefusal> {
  return day > today ? refuse('organisation.not-yet-on-record', { day }) : allow(day)
}

type Changed = Decision<Structure, StructureRefusal>

/** Something new stands from that day on. Whether it may stand there is said by `sound`. */
export function begin(structure: Structure, id: string, place: Place, day: Day): Structure {
  return [...structure, { id, ...place, fromOn: day, untilOn: null }]
}

/**
 * Something is called or stands otherwise from that day on. Refused: before it was there, after it ended, before a later
 * change of its own (the later one would have been decided on what this one changes), and when nothing changes.
 */
export function alter(structure: Structure, id: string, change: Partial<Place>, day: Day): Changed {
  const ready = changeable(structure, id, day)
  if (!ready.ok) return ready
  const last = ready.value
  const next: Span = { ...last, ...change, fromOn: day }
  const keys = Object.keys(change) as (keyof Place)[]
  if (keys.every((key) => last[key] === next[key])) return refuse('organisation.nothing-changes', { name: last.name })
  const others = structure.filter((span) => span !== last)
  return allow(last.fromOn === day ? [...others, next] : [...others, { ...last, untilOn: day }, next])
}

/** Something ends: that day is the first without it. It must have stood for a day at least. */
export function finish(structure: Structure, id: string, day: Day): Changed {
  const ready = changeable(structure, id, day)
  if (!ready.ok) return ready
  const last = ready.value
  const others = structure.filter((span) => span !== last)
  if (last.fromOn < day) return allow([...others, { ...last, untilOn: day }])
  // its last change was of the same day and never came to stand
  if (spansOf(others, id).length === 0) return refuse('organisation.set-up-that-day', { name: last.name, day })
  return allow(others)
}

function changeable(structure: Structure, id: string, day: Day): Decision<Span, StructureRefusal> {
  const spans = spansOf(structure, id)
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) throw new Error(`nothing has the id ${id}`)
  const { name } = last
  if (last.untilOn !== null) return refuse('organisation.is-dissolved', { name, day: last.untilOn })
  if (day < first.fromOn) return refuse('organisation.not-there-yet', { name, day: first.fromOn })
  if (day < last.fromOn) return refuse('organisation.changed-later', { name, day: last.fromOn })
  return allow(last)
}

/** What holds of a kind of structure: organisations hang on one top and know what stands under what; units are free. */
export interface Habits {
  oneTop: boolean
  fits(kind: string, above: string | null): boolean
}
export const organisationHabits: Habits = {
  oneTop: true,
  fits: (kind, above) => standsUnder(kind as OrganisationKind, above as OrganisationKind | null),
}
export const unitHabits: Habits = { oneTop: false, fits: () => true }

/**
 * Whether the structure holds on every day from the given one on: everything hangs on what stands that day, nothing hangs
 * below itself, kinds fit, no two have one name, and organisations have one top.
 */
export function sound(structure: Structure, since: Day, habits: Habits = organisationHabits): Changed {
  for (const day of turningDays(structure, since)) {
    const flaw = flawOn(structure, day, habits)
    if (flaw) return flaw
  }
  return allow(structure)
}

function flawOn(structure: Structure, day: Day, { oneTop, fits }: Habits): Changed | null {
  const standing = structure.filter((span) => lasts(span, day))
  const byId = new Map(standing.map((span) => [span.id, span]))
  const names = new Set<string>()
  for (const span of standing) {
    const { name } = span
    const above = span.parent === null ? null : byId.get(span.parent)
    if (above === undefined) {
      const parent = spansOf(structure, span.parent!).at(-1)?.name ?? ''
      return refuse('organisation.hangs-on-nothing', { name, parent, day })
    }
    if (isBelowItself(span, byId)) return refuse('organisation.below-itself', { name, parent: above?.name ?? '', day })
    if (!fits(span.kind, above?.kind ?? null))
      return refuse('organisation.stands-under', { name, parent: above?.name ?? '', day })
    if (names.has(name)) return refuse('organisation.name-taken', { name, day })
    names.add(name)
  }
  const tops = standing.filter(({ parent }) => parent === null)
  return oneTop && tops.length !== 1 ? refuse('organisation.one-top', { day }) : null
}

function isBelowItself(span: Span, byId: Map<string, Span>): boolean {
  const seen = new Set<string>()
  for (let at = span.parent; at !== null; at = byId.get(at)?.parent ?? null) {
    if (at === span.id || seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/**
 * The structure with first days as they are known: each is there from the day it was set up, but not before the one it
 * first stood under. Where a corrected day cannot hold with what came later, the first days stay as they were.
 */
export function fitted(structure: Structure, setUpOn: ReadonlyMap<string, Day>): Structure {
  const first = firstPlaces(structure)
  const days = new Map<string, Day>()
  const dayOf = (id: string, seen: readonly string[] = []): Day => {
    const span = first.get(id)
    if (!span || seen.includes(id)) return '0001-01-01'
    const known = days.get(id)
    if (known) return known
    const above = span.parent === null ? '' : dayOf(span.parent, [...seen, id])
    const day = [setUpOn.get(id) ?? span.fromOn, above].sort().at(-1)!
    days.set(id, day)
    return day
  }
  const moved = structure.map((span) => (first.get(span.id) === span ? { ...span, fromOn: dayOf(span.id) } : span))
  const lasting = moved.every(({ fromOn, untilOn }) => untilOn === null || untilOn > fromOn)
  const earliest = [...days.values()].sort()[0]
  return lasting && earliest && sound(moved, earliest).ok ? moved : structure
}
