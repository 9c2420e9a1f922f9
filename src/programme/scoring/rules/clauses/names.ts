import { compare, exact } from '#basics/exact.ts'
import type { FactValue, Thing } from '../facts.ts'
import type { ClauseOf, NamedPoints } from '../sheet-clauses.ts'
import { take, type Work, written } from '../trace.ts'
import { capped, type Found, signed, unusable, wrongShape } from './answers.ts'
import { counting, sameThing } from './things.ts'

/** A14 再加: for each thing the points of every stage it reached; a thing entered twice climbs one ladder. */
export function climbed(clause: ClauseOf<'A14'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'things') return wrongShape()
  const things = counting(value.things, clause.evidence, false, work)
  const wrong = unlisted(things, clause.stages)
  if (wrong !== undefined) return unusable('name-unlisted', { name: wrong })
  const parts = byItem(things).flatMap((names) =>
    clause.stages
      .filter(({ name }) => names.includes(name))
      .map(({ name, points }) => written(work, { word: 'stage', op: 'named', name, gives: points })),
  )
  return capped(take(work, 'stages', 'sum', parts), clause.cap, work)
}

/** A21: points by name, all of them, or of one event (one item of the list) only the heaviest. */
export function listed(clause: ClauseOf<'A21'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'things') return wrongShape()
  const things = counting(value.things, clause.evidence, false, work)
  const wrong = unlisted(things, clause.names)
  if (wrong !== undefined) return unusable('name-unlisted', { name: wrong })
  const heavy = clause.fold === 'heaviest'
  const events = heavy ? byItem(things) : things.map(({ names = [] }) => names.toSorted())
  const parts = events.flatMap((names) => {
    const named = names.map((each) => clause.names.find(({ name }) => name === each)!).toSorted(byWeight)
    for (const { name } of heavy ? named.slice(1) : [])
      work.notes.push({ word: 'lighter-not-counted', details: { name } })
    return (heavy ? named.slice(0, 1) : named).map(({ name, points }) =>
      written(work, { word: heavy ? 'heaviest' : 'name', op: 'named', name, gives: points }),
    )
  })
  return signed(clause.effect, capped(take(work, 'names', 'sum', parts), clause.cap, work), work)
}

/** The names of each item, in the order of the items' words. */
function byItem(things: Thing[]): string[][] {
  const items = new Map<string, string[]>()
  for (const { item, names = [] } of things)
    items.set(sameThing(item), [...new Set([...(items.get(sameThing(item)) ?? []), ...names])])
  return [...items].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, names]) => names)
}

function unlisted(things: Thing[], list: NamedPoints[]): string | undefined {
  const all = things.flatMap(({ names = [] }) => names).toSorted()
  return all.find((each) => !list.some(({ name }) => name === each))
}

function byWeight(a: NamedPoints, b: NamedPoints): number {
  return compare(exact(b.points), exact(a.points)) || (a.name < b.name ? -1 : 1)
}
