import type { FactValue, Ruling } from './facts.ts'
import {
  day,
  either,
  flag,
  listOf,
  mapOf,
  moment,
  nullable,
  oneOf,
  optional,
  points,
  type Shape,
  text,
  thing,
  wholeNumber,
} from './shape.ts'
import { factOrigins } from './sheet.ts'

const tally = wholeNumber(0, 1_000_000_000)

const single: Record<Exclude<FactValue['shape'], 'series'>, Record<string, Shape>> = {
  count: { count: tally },
  periods: { done: listOf(tally, 1, 12) },
  flag: { holds: flag },
  number: { number: points },
  ratio: { part: tally, whole: tally },
  grade: { grade: text() },
  ratings: {
    ratings: listOf(
      thing({ assessor: text(), points, reason: text(0), comparedWith: text(0), group: optional(text()) }),
      0,
      100,
    ),
  },
  honours: {
    honours: listOf(
      thing({
        level: text(),
        matter: text(),
        document: text(0),
        issuer: text(0),
        on: day,
        countedIn: optional(wholeNumber(1949, 2199)),
      }),
      0,
      1000,
    ),
  },
  survey: {
    groups: listOf(
      either('state', {
        counted: { name: text(), valid: tally, satisfied: tally },
        'too-few': { name: text() },
      }),
      0,
      100,
    ),
  },
  since: { day: nullable(day) },
  things: {
    things: listOf(
      thing({
        item: text(),
        names: optional(listOf(text(), 0, 100)),
        people: optional(wholeNumber(1, 10_000)),
        points: optional(points),
        reason: optional(text(0)),
        document: optional(text(0)),
        on: optional(day),
      }),
      0,
      10_000,
    ),
  },
  moment: { at: nullable(moment) },
  rank: { rank: wholeNumber(1, 1_000_000), of: nullable(wholeNumber(1, 1_000_000)) },
  votes: {
    groups: listOf(
      either('state', {
        counted: { name: text(), votes: listOf(thing({ option: text(), count: tally }), 0, 100) },
        'too-few': { name: text() },
      }),
      0,
      100,
    ),
  },
  kinds: { kinds: listOf(text(), 1, 10) },
}

const values: Record<FactValue['shape'], Record<string, Shape>> = {
  ...single,
  series: { values: listOf(either('shape', single), 1, 12) },
}

const source = thing({ kind: oneOf(...factOrigins), id: text(0), text: text(0) })

/** A fact as it is stored and published. */
export const factShape: Shape = thing({ value: either('shape', values), sources: listOf(source) })

/** The facts of a branch, by key. */
export const factsShape: Shape = mapOf(factShape)

const rulings: Record<Ruling['about'], Record<string, Shape>> = {
  clause: { clause: text(), points, ground: text() },
  gate: { gate: text(), passes: flag, ground: text() },
  naming: { named: flag, ground: text() },
  level: { level: text(), ground: text() },
  kind: { kind: text(), ground: text() },
}
export const rulingShape: Shape = either('about', rulings)

/** A self-score: points by indicator. */
export const selfScoreShape: Shape = mapOf(points)
