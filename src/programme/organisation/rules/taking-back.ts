import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { listsBy } from '#basics/lists.ts'
import type { ImportRefusal } from './import.ts'
import type { ImportSheet } from './import-lines.ts'
import { fitted, type StructureRefusal } from './restructure.ts'
import { lasts, type Span } from './structure.ts'
import { type Tie, type TieRefusal, tie, tiesOn, untie } from './ties.ts'
import { soundWhole, type Whole } from './whole.ts'

/** What stands in the way of taking a file back. */
export const hindrances = [
  /** Something made since names it. */
  'in-use',
  /** It is otherwise than the file left it. */
  'changed-later',
  /** Somebody whom the file brought has used their account. */
  'account-used',
  /** Somebody has acted since by a post that the file gave. */
  'acted',
  /** An administrator's post of the file is held: it is ended by whoever keeps that account, never together with others. */
  'administrator',
  /** Whoever takes back holds a post of the file. */
  'own-post',
  /** Where somebody belonged before is not there any more. */
  'former-gone',
  /** Somebody else has the former staff number by now. */
  'number-taken',
] as const
export type Hindrance = (typeof hindrances)[number]

export interface InTheWay {
  because: Hindrance
  sheet: ImportSheet | 'units'
  subject: string
  name: string
  /** The table in which it is named; null where the reason says all. */
  where: string | null
  count: number
}

/** A file is taken back as a whole, or not at all. */
export function nothingInTheWay(inTheWay: readonly InTheWay[]): Decision<true, ImportRefusal> {
  const [first] = inTheWay
  return first ? refuse('organisation.import-is-depended-on', { name: first.name }) : allow(true)
}

/** What an organisation was before a file changed it. */
export interface Former {
  id: string
  spans: Span[]
  ties: Tie[]
}

export interface Undone {
  /** The organisations and units that the file made. */
  ceasing: ReadonlySet<string>
  /** What it changed, as it was. */
  former: readonly Former[]
  /** When each that stays was set up, as known before. */
  setUpOn: ReadonlyMap<string, Day>
  /** The day on which the file took effect. */
  since: Day
  today: Day
}

/**
 * The structure once a file is taken back. What the file made never was, on any day. What it changed is from today on as it
 * was before; the days between read as they were, for what was done on them was done by what stood then. A place under
 * something that ceases never was either; and where the days between cannot hold without what ceases, they read as before.
 */
export function takenBack(now: Whole, undone: Undone): Decision<Whole, StructureRefusal | TieRefusal> {
  const asTheyWere = restored(now, undone, true)
  const sound = soundWhole(asTheyWere, undone.since)
  return sound.ok ? sound : soundWhole(restored(now, undone, false), undone.since)
}

function restored(now: Whole, undone: Undone, keepsBetween: boolean): Whole {
  const { ceasing, former, setUpOn } = undone
  const changed = new Set(former.map(({ id }) => id))
  const others = now.organisations.filter(({ id }) => !ceasing.has(id) && !changed.has(id))
  const spans = listsBy(
    now.organisations.filter(({ id }) => changed.has(id)),
    ({ id }) => id,
  )
  const back = former.flatMap((each) => spansOfOne(each.spans, spans.get(each.id) ?? [], undone, keepsBetween))
  return {
    organisations: fitted([...others, ...back], setUpOn),
    units: now.units.filter(({ id }) => !ceasing.has(id)),
    ties: tiesBack(now.ties, undone),
  }
}

function spansOfOne(
  former: readonly Span[],
  present: readonly Span[],
  { ceasing, since, today }: Undone,
  keepsBetween: boolean,
): Span[] {
  const between = present.find((span) => lasts(span, since))
  const last = [...former].sort((one, other) => (one.fromOn < other.fromOn ? 1 : -1))[0]!
  const stood =
    keepsBetween &&
    since < today &&
    between?.fromOn === since &&
    !(between.parent !== null && ceasing.has(between.parent)) &&
    !isSame(between, last)
  if (!stood) return [...former]
  const earlier = former.filter((span) => span !== last)
  const cut = last.fromOn < since ? [{ ...last, untilOn: since }] : []
  return [...earlier, ...cut, { ...between, untilOn: today }, { ...last, fromOn: today }]
}

function isSame(one: Span, other: Span): boolean {
  const keys = ['name', 'shortName', 'kind', 'parent', 'region', 'sortNo'] as const
  return keys.every((key) => one[key] === other[key])
}

function tiesBack(now: readonly Tie[], { ceasing, former, today }: Undone): Tie[] {
  let ties = now.filter(({ organisation, unit }) => !ceasing.has(organisation) && !ceasing.has(unit))
  for (const { id, ties: was } of former) {
    const own = (all: readonly Tie[]) => all.filter(({ organisation }) => organisation === id)
    const [present, wanted] = [tiesOn(own(ties), today), was.filter(({ untilOn }) => untilOn === null)]
    for (const { unit, untilOn } of present)
      if (untilOn === null && !wanted.some((each) => each.unit === unit)) {
        const untied = untie(ties, { organisation: id, unit }, today)
        if (untied.ok) ties = untied.value
      }
    for (const each of wanted) ties = tiedAgain(ties, each, today)
  }
  return ties
}

/** A tie that ended today goes on as if it had not. */
function tiedAgain(ties: Tie[], former: Tie, today: Day): Tie[] {
  const { organisation, unit, fromOn } = former
  const ended = ties.find((each) => each.organisation === organisation && each.unit === unit && each.fromOn === fromOn)
  if (ended?.untilOn === today) return ties.map((each) => (each === ended ? { ...each, untilOn: null } : each))
  const tied = tie(ties, { organisation, unit }, today)
  return tied.ok ? tied.value : ties
}
