import { roundingModes } from '#basics/exact.ts'
import {
  day,
  either,
  flag,
  listOf,
  moment,
  nullable,
  oneOf,
  optional,
  percent,
  points,
  positive,
  type Shape,
  shaped,
  text,
  thing,
  wholeNumber,
} from './shape.ts'
import { type ClauseType, measures, withins } from './sheet-clauses.ts'
import type { effects } from './sheet-outcomes.ts'

/** Codes are letters, digits, dots and dashes, so that lists of them can be written with signs between. */
export const code = shaped(
  { type: 'string', pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}$' },
  (value, path, report) => {
    if (typeof value !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(value)) report(path, 'not-a-text')
  },
)
export const name = text(1, 100)
export const rounding = thing({ places: wholeNumber(0, 6), mode: oneOf(...roundingModes) })
/** A formula is text here; whether it can be read, and what it names, is looked at with the references. */
export const formula = text(1, 500)

const measure = oneOf(...measures)
const within = oneOf(...withins)
const sign = oneOf('add', 'deduct')
const named = listOf(thing({ name, points }), 1)
const range = { atLeast: nullable(points), below: nullable(points) }
const bands = listOf(thing({ ...range, points }), 1)
const evidence = optional(thing({ document: flag, from: nullable(day), until: nullable(day) }))
const least = wholeNumber(1, 1000)
const exemptIf = nullable(code)
const cap = nullable(points)
const groups = listOf(thing({ name, weight: positive }), 1)

const effectFields: Record<(typeof effects)[number], Record<string, Shape>> = {
  'not-named': {},
  level: { level: name },
  'at-most': { level: name },
  zero: {},
  'not-rated': {},
  group: { group: name },
}
export const effect = either('effect', effectFields)

/** One shape out of several things that are told apart by their fields. */
function anyOf(tag: (value: Record<string, unknown>) => string, kinds: Record<string, Shape>): Shape {
  return shaped({ anyOf: Object.values(kinds).map(({ schema }) => schema) }, (value, path, report) => {
    const kind = typeof value === 'object' && value !== null ? kinds[tag(value as Record<string, unknown>)] : undefined
    if (kind) kind(value, path, report)
    else report(path, 'not-a-thing')
  })
}

const due = anyOf((value) => ('at' in value ? 'at' : 'after'), {
  at: thing({ at: moment }),
  after: thing({ after: code, months: wholeNumber(0, 120), days: wholeNumber(0, 3660) }),
})
const after = anyOf((value) => ('per' in value ? 'per' : 'points'), {
  per: thing({ per: points, least: nullable(points) }),
  points: thing({ points }),
})

const own: Record<ClauseType, Record<string, Shape>> = {
  A1: { points },
  A2: {
    per: points,
    unit: name,
    due: nullable(thing({ every: oneOf('quarter', 'month'), times: wholeNumber(1, 366) })),
    cap,
    exemptIf,
    evidence,
  },
  A3: { points, exemptIf },
  A4: { effect: sign, min: points, max: points, comparison: flag, spread: nullable(points) },
  A4E: { effect: sign, min: points, max: points, cap, evidence },
  A4B: {
    metrics: listOf(
      thing({ fact: code, measure, bands: listOf(thing({ ...range, min: points, max: points }), 1) }),
      1,
      20,
    ),
    comparison: flag,
    spread: nullable(points),
  },
  A5: { options: named },
  A6: { measure, bands },
  A7: {
    by: oneOf('place', 'percent'),
    from: oneOf('top', 'bottom'),
    better: oneOf('high', 'low'),
    within,
    ties: oneOf('best', 'worst', 'mean', 'ruling'),
    places: listOf(thing({ upTo: positive, points }), 1),
    after: nullable(after),
  },
  A8: {
    points,
    to: oneOf('best', 'mean', 'target'),
    target: nullable(points),
    better: oneOf('high', 'low'),
    within,
    measure,
    cap,
  },
  A9: {
    measure,
    base: points,
    threshold: points,
    reached: points,
    step: positive,
    above: points,
    below: points,
    steps: oneOf('full', 'begun', 'fraction'),
    least: nullable(points),
    most: nullable(points),
    exemptIf,
  },
  A10: { per: points, unit: name, cap, once: optional(oneOfTrue()), evidence },
  A12: {
    levels: named,
    fold: oneOf('highest-per-matter', 'sum', 'highest', 'unsaid'),
    unlisted: optional(onlyWord('ruling')),
    cap,
    evidence,
  },
  A14: { stages: named, cap, evidence },
  A15: { measure, bands, or: listOf(thing({ fact: code, measure, bands }), 1, 20) },
  A16: { as: oneOf('full', 'zero', 'left-out', 'mean-of-others', 'unsaid') },
  A17: { per: points, unit: name, cap, evidence },
  A18: { effect: sign, outOf: nullable(positive), points, least: nullable(points) },
  A19: {
    due,
    tiers: listOf(thing({ upTo: wholeNumber(0, 3660), points }), 1, 20),
    unit: oneOf('working-days', 'days'),
    never: points,
  },
  A20: {
    when: either('kind', {
      holds: {},
      'count-from': { count: wholeNumber(1, 100_000) },
      'share-below': { percent, of: nullable(wholeNumber(1, 1_000_000)) },
    }),
    effect,
  },
  A21: { effect: sign, names: named, fold: oneOf('each', 'heaviest'), cap, evidence },
  B6: { points, least, groups },
  B7: {
    points,
    full: positive,
    options: listOf(thing({ name, value: points }), 1),
    excluded: listOf(name, 0, 20),
    groups,
    least,
    few: oneOf('left-out', 'ruling'),
  },
}

const everyClause = {
  code,
  indicator: code,
  text: text(),
  fact: code,
  kinds: optional(listOf(name, 1, 50)),
  periods: optional(
    thing({ count: wholeNumber(2, 12), fold: oneOf('sum', 'mean', 'median', 'least', 'greatest', 'last') }),
  ),
  rounding: optional(rounding),
}

/** A clause of any type. */
export const clauseShape = either(
  'type',
  Object.fromEntries(Object.entries(own).map(([type, fields]) => [type, { ...everyClause, ...fields }])),
)

/** A mark that is there or not: true, or absent. */
export function oneOfTrue(): Shape {
  return shaped({ const: true }, (value, path, report) => {
    if (value !== true) report(path, 'not-yes-or-no')
  })
}

/** A word that is there or not. */
export function onlyWord(word: string): Shape {
  return shaped({ const: word }, (value, path, report) => {
    if (value !== word) report(path, 'not-in-the-list')
  })
}
