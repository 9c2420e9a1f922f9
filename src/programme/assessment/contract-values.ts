import * as z from 'zod/mini'
import { day, text } from '#basics/shapes.ts'

const tally = z.int().check(z.gte(0), z.lte(1_000_000))
const count = z.int().check(z.gte(0), z.lte(100_000))
const place = z.int().check(z.gte(1), z.lte(1_000_000))

/** Points as an exact decimal, at most four places. */
export const points = z.string().check(z.regex(/^-?\d{1,6}(\.\d{1,4})?$/, { error: 'decimal.not-a-number' }))

/** A moment in Shanghai, to the millisecond where it matters: `2026-12-10T23:59:59.999+08:00`. */
const moment = z.string().check(
  z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+08:00$/, {
    error: 'day.not-a-day',
  }),
)

const honour = z.strictObject({
  level: text(100),
  matter: text(200),
  document: text(100, 0),
  issuer: text(100, 0),
  on: day,
  /** The year in which it was counted already. */
  countedIn: z.optional(z.int().check(z.gte(1949), z.lte(2199))),
})
const thing = z.strictObject({
  item: text(200),
  names: z.optional(z.array(text(100)).check(z.maxLength(50))),
  people: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  points: z.optional(points),
  reason: z.optional(text(500, 0)),
  document: z.optional(text(200, 0)),
  on: z.optional(day),
})
const rating = z.strictObject({
  /** The number of the ballot stands for whoever gave it; never a name. */
  assessor: z.string().check(z.regex(/^纸质评分\d{1,9}号$/, { error: 'text.not-as-asked' })),
  points,
  reason: text(500),
  comparedWith: z._default(text(200, 0), ''),
  group: z.optional(text(100)),
})

const numbers = [
  z.strictObject({ shape: z.literal('count'), count: tally }),
  z.strictObject({ shape: z.literal('flag'), holds: z.boolean() }),
  z.strictObject({ shape: z.literal('number'), number: points }),
  z.strictObject({ shape: z.literal('ratio'), part: tally, whole: tally }),
  z.strictObject({ shape: z.literal('grade'), grade: text(100) }),
  z.strictObject({ shape: z.literal('since'), day: z.nullable(day) }),
  z.strictObject({ shape: z.literal('moment'), at: z.nullable(moment) }),
  z.strictObject({ shape: z.literal('rank'), rank: place, of: z.nullable(place) }),
] as const
const lists = [
  z.strictObject({ shape: z.literal('things'), things: z.array(thing).check(z.maxLength(500)) }),
  z.strictObject({ shape: z.literal('honours'), honours: z.array(honour).check(z.maxLength(50)) }),
] as const
const marks = z.strictObject({ shape: z.literal('ratings'), ratings: z.array(rating).check(z.maxLength(100)) })
const wholeYear = [
  z.strictObject({ shape: z.literal('periods'), done: z.array(count).check(z.minLength(1), z.maxLength(12)) }),
  z.strictObject({ shape: z.literal('kinds'), kinds: z.array(text(100)).check(z.minLength(1), z.maxLength(10)) }),
] as const
const eachPeriod = z.discriminatedUnion('shape', [...numbers, ...lists, marks])

/** A fact's value as people supply it; ballots are counted by two people instead. */
export const suppliedValue = z.discriminatedUnion('shape', [
  ...numbers,
  ...lists,
  marks,
  ...wholeYear,
  z.strictObject({ shape: z.literal('series'), values: z.array(eachPeriod).check(z.minLength(1), z.maxLength(12)) }),
])

/** What a correction can put in place of a frozen fact; marks and votes are not corrected, they are given by others. */
export const correctedValue = z.discriminatedUnion('shape', [
  ...numbers,
  ...lists,
  ...wholeYear,
  z.strictObject({
    shape: z.literal('series'),
    values: z.array(z.discriminatedUnion('shape', [...numbers, ...lists])).check(z.minLength(1), z.maxLength(12)),
  }),
])
