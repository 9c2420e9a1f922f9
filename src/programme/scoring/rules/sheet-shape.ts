import {
  day,
  either,
  isThing,
  listOf,
  type Misshape,
  misshapes,
  notNegative,
  nullable,
  oneOf,
  optional,
  points,
  positive,
  type Shape,
  text,
  thing,
  wholeNumber,
} from './shape.ts'
import { clauseShape, code, formula, name, onlyWord, rounding } from './shape-clauses.ts'
import { outcomeFields, termShape } from './shape-outcomes.ts'
import { type BallotRule, factOrigins, factShapes, folds, type Sheet } from './sheet.ts'
import { references } from './sheet-references.ts'

const ballotRules: Record<BallotRule['kind'], Record<string, Shape>> = {
  decimals: { most: wholeNumber(0, 4) },
  'each-between': { least: points, most: points },
  'sum-at-least': { points },
  'most-at-or-above': { count: wholeNumber(0, 10_000), points },
  'least-below': { count: wholeNumber(0, 10_000), points },
  'not-all-equal': {},
}
const ballot = optional(listOf(either('kind', ballotRules), 1, 20))
const trimFrom = nullable(wholeNumber(3, 100))
const median = optional(onlyWord('median'))
const least = wholeNumber(1, 100)

const indicator = thing({
  code,
  parent: nullable(code),
  name: text(1, 200),
  aim: text(0, 200),
  max: points,
  starts: oneOf('full', 'zero'),
  floor: nullable(points),
  cap: nullable(points),
  weight: optional(positive),
  fold: optional(oneOf(...folds)),
  formula: optional(formula),
  rounding: optional(rounding),
  kinds: optional(listOf(name, 1, 50)),
})

const sheetFields: Record<keyof Sheet, Shape> = {
  format: oneOf('hangbiao-sheet/1'),
  code,
  title: text(1, 200),
  year: wholeNumber(1949, 2199),
  asOf: day,
  note: text(0),
  facts: listOf(thing({ key: code, name, shape: oneOf(...factShapes), from: oneOf(...factOrigins) })),
  indicators: listOf(indicator, 1),
  clauses: listOf(clauseShape),
  panel: thing({
    least,
    trimFrom,
    fold: median,
    severity: optional(oneOf('shown', 'corrected')),
    groups: optional(listOf(thing({ name, weight: positive, least, trimFrom, fold: median }), 1, 20)),
    marks: ballot,
    ballot,
  }),
  total: thing({
    basic: listOf(code),
    bonus: listOf(code),
    full: notNegative,
    floor: nullable(points),
    cap: nullable(points),
    places: wholeNumber(0, 6),
    formula: optional(formula),
    grade: optional(onlyWord('without-bonus')),
    rounding: optional(rounding),
  }),
  exemption: nullable(thing({ months: wholeNumber(1, 120) })),
  variants: optional(thing({ fact: code, kinds: listOf(name, 1, 50) })),
  term: optional(termShape),
  calendar: optional(thing({ off: listOf(day, 0, 400), on: listOf(day, 0, 400) })),
  ...outcomeFields,
}

/** A rule sheet as it is stored and published. Its `schema` is published as docs/rule-sheet.schema.json. */
export const sheetShape: Shape = thing(sheetFields)

/**
 * Everything wrong with a value that should be a rule sheet: fields, and then references (a clause in an indicator that
 * does not exist, a tree that turns in a circle). A sheet without misshapes can be applied; whether it is wise says lint.ts.
 */
export function sheetMisshapes(value: unknown): Misshape[] {
  const found = misshapes(sheetShape, value)
  if (found.length === 0) references(value as Sheet, (path, reason) => found.push({ path, reason }))
  return found
}

/** Whether the value is a rule sheet. */
export function isSheet(value: unknown): value is Sheet {
  return isThing(value) && sheetMisshapes(value).length === 0
}
