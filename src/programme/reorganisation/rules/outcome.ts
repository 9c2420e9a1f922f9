import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { alter, begin, finish, type StructureRefusal } from '#programme/organisation/rules/restructure.ts'
import {
  lastPlaces,
  type Place,
  placeOn,
  reparented,
  type Structure,
  standingOn,
} from '#programme/organisation/rules/structure.ts'
import { passTies, type TieRefusal, tie, untie, untieAll } from '#programme/organisation/rules/ties.ts'
import { soundWhole, type Whole } from '#programme/organisation/rules/whole.ts'
import type { Bequest, Newcomer, Terms } from './terms.ts'

export type OutcomeRefusal =
  | 'reorganisation.two-at-least'
  | 'reorganisation.into-itself'
  | 'reorganisation.kinds-differ'
  | 'reorganisation.no-heir'
  | 'reorganisation.twice'
  | 'reorganisation.bequest-missing'
  | StructureRefusal
  | TieRefusal

/** What a reorganisation makes of the structure, and what has to follow. */
export interface Outcome {
  whole: Whole
  /** Which organisations or units end, and who takes over what each leaves. */
  ended: Map<string, string>
  /** Who belongs elsewhere from that day on; `all` of one that ends. */
  people: { from: string; to: string; who: string[] | 'all' }[]
  bequests: Bequest[]
}

type Decided = Decision<Outcome, OutcomeRefusal>

/**
 * Puts the terms into the structure of a day; `ids` are those that newcomers get, in their order. Refused where the
 * structure would not hold on that day or any later one, and where something that ends leaves anything to nobody.
 */
export function outcomeOf(terms: Terms, whole: Whole, day: Day, ids: readonly string[]): Decided {
  const made = draftOf(terms, whole, day, ids)
  if (!made.ok) return made
  const judged = soundWhole(made.value.whole, day)
  if (!judged.ok) return judged
  return bequeathed(made.value, whole, day)
}

function draftOf(terms: Terms, whole: Whole, day: Day, ids: readonly string[]): Decided {
  const before = terms.of === 'unit' ? whole.units : whole.organisations
  const put = (structure: Structure): Outcome => ({
    whole: { ...whole, [terms.of === 'unit' ? 'units' : 'organisations']: structure },
    ended: new Map(),
    people: [],
    bequests: [],
  })
  const altered = (id: string, change: Partial<Place>): Decided => {
    const changed = alter(before, id, change, day)
    return changed.ok ? allow(put(changed.value)) : changed
  }
  switch (terms.kind) {
    case 'set-up': {
      const made = put(begin(before, ids[0]!, placeFor(before, terms.newcomer, day), day))
      return terms.units.reduce<Decided>((so, unit) => (so.ok ? tied(so.value, ids[0]!, unit, day) : so), allow(made))
    }
    case 'rename':
      return altered(terms.id, { name: terms.name, shortName: terms.shortName })
    case 'move':
      return altered(terms.id, { parent: terms.parent })
    case 'region':
      return altered(terms.id, { region: terms.region })
    case 'tie':
      return tied(put(before), terms.id, terms.unit, day)
    case 'untie': {
      const changed = untie(whole.ties, { organisation: terms.id, unit: terms.unit }, day)
      return changed.ok ? allow({ ...put(before), whole: { ...whole, ties: changed.value } }) : changed
    }
    case 'merge':
      return merged(terms, before, put, day, ids)
    case 'split':
      return split(terms, before, put, day, ids)
    case 'dissolve':
      return ends(put(before), terms, [terms.id], terms.successor, day, terms.of === 'unit')
  }
}

type Put = (structure: Structure) => Outcome

function merged(
  terms: Terms & { kind: 'merge' },
  before: Structure,
  put: Put,
  day: Day,
  ids: readonly string[],
): Decided {
  const ending = [...new Set(terms.ids)]
  if (ending.length < terms.ids.length) return refuse('reorganisation.twice')
  const { into } = terms
  if (typeof into === 'string') {
    if (ending.length === 0) return refuse('reorganisation.two-at-least')
    if (ending.includes(into)) return refuse('reorganisation.into-itself')
    return ends(put(before), terms, ending, into, day, true)
  }
  if (ending.length < 2) return refuse('reorganisation.two-at-least')
  const sortNo = Math.min(...ending.map((id) => placeOn(before, id, day)?.sortNo ?? 0))
  const with_ = begin(before, ids[0]!, { ...placeFor(before, into, day), sortNo }, day)
  return ends(put(with_), terms, ending, ids[0]!, day, true)
}

function split(
  terms: Terms & { kind: 'split' },
  before: Structure,
  put: Put,
  day: Day,
  ids: readonly string[],
): Decided {
  const { id, parts, heir } = terms
  if (parts.length === 0 || (heir !== null && parts.length < 2)) return refuse('reorganisation.two-at-least')
  if (heir !== null && parts[heir] === undefined) return refuse('reorganisation.no-heir')
  const people = parts.flatMap((part) => part.people)
  const below = parts.flatMap((part) => part.below)
  if (new Set(people).size < people.length || new Set(below).size < below.length) return refuse('reorganisation.twice')
  const sortNo = placeOn(before, id, day)?.sortNo ?? 0
  let structure: Structure = before
  for (const [at, part] of parts.entries()) {
    const place = { ...placeFor(before, part.newcomer, day), sortNo: sortNo + at + 1 }
    structure = begin(structure, ids[at]!, place, day)
    for (const one of part.below) {
      const moved = alter(structure, one, { parent: ids[at]! }, day)
      if (!moved.ok) return moved
      structure = moved.value
    }
  }
  const goes = parts.flatMap(({ people: who }, at) => (who.length > 0 ? [{ from: id, to: ids[at]!, who }] : []))
  const made = { ...put(structure), people: goes }
  return heir === null ? allow(made) : ends(made, terms, [id], ids[heir]!, day, true)
}

/** Ends these; what stood below them, their people and what they were tied to goes to the successor. */
function ends(
  made: Outcome,
  terms: Terms & { bequests: Bequest[] },
  ending: readonly string[],
  successor: string,
  day: Day,
  tiesGoOn: boolean,
): Decided {
  const units = terms.of === 'unit'
  let structure = units ? made.whole.units : made.whole.organisations
  let ties = made.whole.ties
  const heir = placeOn(structure, successor, day)
  // one that has ended since takes over nothing any more: its own successor does
  const stands = lastPlaces(structure).get(successor)?.untilOn === null
  if (heir === undefined || !stands || ending.includes(successor)) return refuse('reorganisation.no-heir')
  for (const id of ending) {
    const own = lastPlaces(structure).get(id)
    if (!units && own?.parent === null) return refuse('organisation.one-top', { day })
    if (!units && terms.kind !== 'dissolve' && own && isBranch(own) !== isBranch(heir))
      return refuse('reorganisation.kinds-differ', { name: own.name, other: heir.name })
    for (const below of standingOn(structure, day).filter(({ parent }) => parent === id)) {
      const moved = alter(structure, below.id, { parent: successor }, day)
      if (!moved.ok) return moved
      structure = moved.value
    }
    const ended = finish(structure, id, day)
    if (!ended.ok) return ended
    structure = ended.value
    const [from, to] = units ? [{ unit: id }, { unit: successor }] : [{ organisation: id }, { organisation: successor }]
    ties = tiesGoOn ? passTies(ties, from, to, day) : untieAll(ties, from, day)
  }
  const whole = { ...made.whole, [units ? 'units' : 'organisations']: structure, ties }
  const people = units ? [] : ending.map((from) => ({ from, to: successor, who: 'all' as const }))
  const ended = new Map([...made.ended, ...ending.map((id) => [id, successor] as const)])
  return allow({ whole, ended, people: [...made.people, ...people], bequests: units ? [] : terms.bequests })
}

/** For each branch that ends it is said what becomes of its themes, and for nothing else. */
function bequeathed(made: Outcome, whole: Whole, day: Day): Decided {
  const said = new Set(made.bequests.map(({ organisation }) => organisation))
  if (said.size < made.bequests.length) return refuse('reorganisation.twice')
  for (const id of made.ended.keys()) {
    const place = placeOn(whole.organisations, id, day) ?? lastPlaces(whole.organisations).get(id)
    if (place && isBranch(place) && !said.has(id)) return refuse('reorganisation.bequest-missing', { name: place.name })
  }
  return allow({ ...made, bequests: made.bequests.filter(({ organisation }) => made.ended.has(organisation)) })
}

function tied(made: Outcome, organisation: string, unit: string, day: Day): Decided {
  const changed = tie(made.whole.ties, { organisation, unit }, day)
  return changed.ok ? allow({ ...made, whole: { ...made.whole, ties: changed.value } }) : changed
}

function isBranch({ kind }: Place): boolean {
  return kind === 'branch'
}

/** A newcomer stands last among those below the same one. */
function placeFor(structure: Structure, newcomer: Newcomer, day: Day): Place {
  const { name, shortName, kind, parent, region } = newcomer
  const path = standingOn(structure, day).find(({ id }) => id === parent)?.path ?? ''
  const beside = standingOn(structure, day).filter((each) => each.path.startsWith(path))
  return { name, shortName, kind, parent, region, sortNo: Math.max(0, ...beside.map(({ sortNo }) => sortNo)) + 1 }
}

/** Which organisations stand elsewhere after it than before, themselves or by one above them: those whose way up changed. */
export function relocated(before: Structure, after: Structure, day: Day): string[] {
  if (!reparented(before, after)) return []
  const ways = (structure: Structure) => new Map(standingOn(structure, day).map(({ id, path }) => [id, path]))
  const was = ways(before)
  return [...ways(after)].filter(([id, path]) => was.has(id) && was.get(id) !== path).map(([id]) => id)
}
