import type { Day } from '#basics/calendar.ts'
import { listsBy } from '#basics/lists.ts'

/** What an organisation or a unit is called, what it is, and where it stands. */
export interface Place {
  name: string
  shortName: string
  kind: string
  /** Null at the top. */
  parent: string | null
  region: string | null
  sortNo: number
}

/** A place kept from a day until the day before another; `untilOn` is null while it lasts. */
export interface Span extends Place {
  id: string
  fromOn: Day
  untilOn: Day | null
}

/** Every span of every organisation (or of every unit), in any order. */
export type Structure = readonly Span[]

/** What stood on some day: a span with the ids from the top down to it, each followed by `/`. */
export interface Standing extends Span {
  path: string
  /** 0 at the top. */
  level: number
}

/** Whether the day lies between the first day and the day before `untilOn`. */
export function lasts({ fromOn, untilOn }: Pick<Span, 'fromOn' | 'untilOn'>, day: Day): boolean {
  return fromOn <= day && (untilOn === null || untilOn > day)
}

/** The spans of one, the first one first. */
export function spansOf(structure: Structure, id: string): Span[] {
  return structure.filter((span) => span.id === id).sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
}

/** What stood on that day, those above before those below and each by its order. Whatever hangs on nothing is left out. */
export function standingOn(structure: Structure, day: Day): Standing[] {
  return inOrder(structure.filter((span) => lasts(span, day)))
}

/** Spans of one day in the order of a tree, with their paths and levels. */
export function inOrder<Kept extends Span>(spans: readonly Kept[]): (Kept & Standing)[] {
  const below = listsBy(spans, ({ parent }) => parent as string | null)
  const ordered: (Kept & Standing)[] = []
  const walk = (parent: string | null, path: string, level: number) => {
    const children = (below.get(parent) ?? []).sort(
      (one, other) => one.sortNo - other.sortNo || (one.id < other.id ? -1 : 1),
    )
    for (const span of children) {
      const own = `${path}${span.id}/`
      ordered.push({ ...span, path: own, level })
      walk(span.id, own, level + 1)
    }
  }
  walk(null, '', 0)
  return ordered
}

/** The place that was kept on that day. */
export function placeOn(structure: Structure, id: string, day: Day): Span | undefined {
  return structure.find((span) => span.id === id && lasts(span, day))
}

/** The last place of each: the present one, or what it was when it ended. */
export function lastPlaces(structure: Structure): Map<string, Span> {
  const last = new Map<string, Span>()
  for (const span of structure) if (span.fromOn > (last.get(span.id)?.fromOn ?? '')) last.set(span.id, span)
  return last
}

/** The first place of each that is known. */
export function firstPlaces(structure: Structure): Map<string, Span> {
  const first = new Map<string, Span>()
  for (const span of structure) if (span.fromOn < (first.get(span.id)?.fromOn ?? '9999')) first.set(span.id, span)
  return first
}

/** The days on which something changed, from a day on; that day is the first of them. */
export function turningDays(structure: Structure, since: Day): Day[] {
  const days = structure.flatMap(({ fromOn, untilOn }) => (untilOn === null ? [fromOn] : [fromOn, untilOn]))
  return [...new Set([since, ...days.filter((day) => day > since)])].sort()
}

/** The spans that only one of two structures has. What nothing touched is the very same span in both, and is passed over. */
export function apart(before: Structure, after: Structure): { gone: Span[]; come: Span[] } {
  const [had, has] = [new Set(before), new Set(after)]
  return { gone: before.filter((span) => !has.has(span)), come: after.filter((span) => !had.has(span)) }
}

/** Whether anything stands under another in one of the two than in the other, on whatever day. */
export function reparented(before: Structure, after: Structure): boolean {
  const { gone, come } = apart(before, after)
  const under = ({ id, parent }: Span) => `${id} ${parent}`
  const [was, is] = [new Set(gone.map(under)), new Set(come.map(under))]
  return was.size !== is.size || [...is].some((each) => !was.has(each))
}

/** What has to be written to get from one structure to another: spans are known by id and first day. */
export function differences(before: Structure, after: Structure): { removed: Span[]; changed: Span[]; added: Span[] } {
  const { gone, come } = apart(before, after)
  const [was, is] = [new Map(gone.map((span) => [keyOf(span), span])), new Set(come.map(keyOf))]
  return {
    removed: gone.filter((span) => !is.has(keyOf(span))),
    changed: come.filter((span) => {
      const earlier = was.get(keyOf(span))
      return earlier !== undefined && JSON.stringify(inShape(earlier)) !== JSON.stringify(inShape(span))
    }),
    added: come.filter((span) => !was.has(keyOf(span))),
  }
}

/** By what a span stays the same one: whose it is, and since when. */
export function keyOf({ id, fromOn }: Pick<Span, 'id' | 'fromOn'>): string {
  return `${id} ${fromOn}`
}

function inShape({ name, shortName, kind, parent, region, sortNo, untilOn }: Span) {
  return { name, shortName, kind, parent, region, sortNo, untilOn }
}
