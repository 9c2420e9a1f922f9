import type { Evidence } from '../clause-rules-lists.ts'
import type { Thing } from '../facts.ts'
import type { Work } from '../trace.ts'

/**
 * The things on a list that count, in an order that does not depend on how they were entered: without those that lack the
 * evidence the clause asks for (A22) and, with `once`, without repetitions (A13). What is set aside is noted with the reason.
 */
export function counting(things: readonly Thing[], evidence: Evidence | undefined, once: boolean, work: Work): Thing[] {
  const seen = new Set<string>()
  return things.toSorted(byWords).filter((thing) => {
    const why = lacks(thing, evidence) ?? (once && seen.has(sameThing(thing.item)) ? 'thing-twice' : null)
    if (why === null) seen.add(sameThing(thing.item))
    else work.notes.push({ word: why, details: { item: thing.item } })
    return why === null
  })
}

/** One thing however it was typed: without blanks, wide and narrow signs alike. */
export function sameThing(item: string): string {
  return item.normalize('NFKC').replace(/\s/g, '')
}

/** Whether the day lies in the time the evidence must come from; without a day only where no time is set. */
export function inTime(on: string | undefined, { from, until }: Evidence): boolean {
  if (on === undefined) return from === null && until === null
  return (from === null || on >= from) && (until === null || on < until)
}

function lacks(
  thing: Thing,
  evidence: Evidence | undefined,
): 'thing-without-document' | 'thing-outside-the-year' | null {
  if (!evidence) return null
  if (evidence.document && (thing.document ?? '').trim() === '') return 'thing-without-document'
  return inTime(thing.on, evidence) ? null : 'thing-outside-the-year'
}

/** By the words of the things themselves, however they and their names were ordered. */
function byWords(a: Thing, b: Thing): number {
  const words = ({ item, names = [], ...rest }: Thing) =>
    [sameThing(item), item, names.toSorted().join('、'), JSON.stringify(rest, Object.keys(rest).sort())].join('\n')
  return words(a) < words(b) ? -1 : 1
}
