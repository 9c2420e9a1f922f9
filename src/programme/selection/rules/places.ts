import { compare, type Exact } from '#basics/exact.ts'

/** Someone who may be given a place: the numbers to compare in order (total, then the sums that break a tie), higher first. */
export interface Candidate {
  id: string
  /** Null where the total is still open: it could be anything, so for others it counts as the highest. */
  keys: Exact[] | null
  /** Whether it is settled that the gates hold; an unsettled one takes a place or none, depending on a ruling. */
  settled: boolean
  /** A ruling on a tie at the line. */
  ruling: boolean | null
}

/** What came of it. `short`: too few to choose from, by the sheet. `over-quota`: enough others stand before. `tied`: equal at the line. `waits`: depends on another's ruling. */
export type Place =
  | 'named'
  | 'named-by-ruling'
  | 'over-quota'
  | 'not-by-ruling'
  | 'tied'
  | 'waits'
  | 'unsettled'
  | 'short'

/** How a place was won or lost against others with the same total: by which tie-break (0 is the first), at the line only. */
export interface TieBroken {
  ids: string[]
  by: number
}

/**
 * Gives `places` to the highest. Settled candidates are told only what holds however the open rulings end; the order of
 * the candidates changes nothing.
 */
export function allocate(candidates: readonly Candidate[], places: number): Map<string, Place> {
  const settled = candidates.filter(({ settled }) => settled)
  if (settled.length === candidates.length) return give(settled, places)
  const none = give(settled, places)
  const all = give(candidates, places)
  const found = new Map<string, Place>()
  for (const candidate of candidates) {
    const { id } = candidate
    if (candidate.settled) found.set(id, none.get(id) === all.get(id) ? none.get(id)! : 'waits')
    else found.set(id, give([...settled, candidate], places).get(id) === 'over-quota' ? 'over-quota' : 'unsettled')
  }
  return found
}

/** Ties at the line that a tie-break parted: equal in total, on both sides of the line. */
export function tiesBroken(candidates: readonly Candidate[], places: Map<string, Place>): TieBroken[] {
  const groups: Candidate[][] = []
  for (const candidate of candidates.toSorted(byKeys)) {
    const group = groups.at(-1)
    if (group && sameTotal(group[0]!, candidate)) group.push(candidate)
    else groups.push([candidate])
  }
  return groups.flatMap((group) => {
    const inside = group.filter(({ id }) => places.get(id) === 'named')
    const outside = group.filter(({ id }) => places.get(id) === 'over-quota')
    const last = inside.at(-1)?.keys
    const first = outside[0]?.keys
    if (!last || !first) return []
    const by = last.findIndex((key, at) => compare(key, first[at]!) !== 0)
    return by < 1 ? [] : [{ ids: group.map(({ id }) => id).toSorted(), by: by - 1 }]
  })
}

function give(candidates: readonly Candidate[], places: number): Map<string, Place> {
  const found = new Map<string, Place>()
  const sorted = candidates.toSorted(byKeys)
  let left = places
  for (let at = 0; at < sorted.length; ) {
    const equals = sorted.slice(at).filter((each) => sameKeys(each, sorted[at]!))
    for (const [id, place] of giveEquals(equals, left)) found.set(id, place)
    left = Math.max(0, left - equals.length)
    at += equals.length
  }
  return found
}

/** Equals get a place together, or none; on the line itself a ruling picks, and without one they stay tied. */
function giveEquals(equals: Candidate[], left: number): [string, Place][] {
  if (equals.length <= left) return equals.map(({ id }) => [id, 'named'])
  if (left === 0) return equals.map(({ id }) => [id, 'over-quota'])
  const picked = equals.filter(({ ruling }) => ruling === true)
  const free = equals.filter(({ ruling }) => ruling === null)
  const rest = left - picked.length
  if (rest < 0) return equals.map(({ id }) => [id, 'tied'])
  const restPlace: Place = free.length <= rest ? 'named-by-ruling' : rest === 0 ? 'not-by-ruling' : 'tied'
  return equals.map(({ id, ruling }) => {
    if (ruling === null) return [id, restPlace]
    return [id, ruling ? 'named-by-ruling' : 'not-by-ruling']
  })
}

/** Highest first; an open total before all; equals by id, which decides nothing. */
function byKeys(a: Candidate, b: Candidate): number {
  return compareKeys(b.keys, a.keys) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function compareKeys(a: Exact[] | null, b: Exact[] | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  for (const [at, key] of a.entries()) {
    const order = compare(key, b[at]!)
    if (order !== 0) return order
  }
  return 0
}

function sameKeys(a: Candidate, b: Candidate): boolean {
  return compareKeys(a.keys, b.keys) === 0
}

function sameTotal(a: Candidate, b: Candidate): boolean {
  if (!a.keys || !b.keys) return a.keys === b.keys
  return compare(a.keys[0]!, b.keys[0]!) === 0
}
