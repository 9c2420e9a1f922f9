import {
  either,
  flag,
  listOf,
  nullable,
  oneOf,
  optional,
  percent,
  points,
  positive,
  type Shape,
  text,
  thing,
  wholeNumber,
} from './shape.ts'
import { code, effect, formula, name, oneOfTrue } from './shape-clauses.ts'
import { measures, withins } from './sheet-clauses.ts'
import type { Condition, Outcomes } from './sheet-outcomes.ts'
import { titleStates } from './sheet-term.ts'

const range = { atLeast: nullable(points), below: nullable(points) }
const codes = listOf(code, 1)
const within = oneOf(...withins)
const ties = listOf(listOf(code, 1))

const conditions: Record<Condition['kind'], Record<string, Shape>> = {
  holds: { fact: code },
  'fact-between': { fact: code, measure: oneOf(...measures), ...range },
  'points-between': { indicators: codes, of: oneOf('all', 'any'), ...range },
  'total-between': range,
  honoured: { fact: code, levels: listOf(name, 1) },
  'days-in-force': { fact: code, days: wholeNumber(0, 36_600) },
  'indicator-above': { indicators: codes, above: points },
  'satisfied-share': { fact: code, percent, least: wholeNumber(1, 1000) },
}
const when = either('kind', conditions)
const gates = Object.entries(conditions).map(([kind, fields]) => [kind, { code, text: text(), ...fields }])

const share = {
  percent: nullable(percent),
  count: nullable(wholeNumber(0, 100_000)),
  rounding: oneOf('down', 'up', 'nearest'),
  within,
}

/** The fields of a sheet that say what a score leads to. */
export const outcomeFields: Record<keyof Outcomes, Shape> = {
  levels: listOf(
    thing({
      name,
      ...range,
      byEffect: optional(oneOfTrue()),
      requires: optional(listOf(thing({ text: text(), when, otherwise: oneOf('ruling', 'next-lower') }), 1, 20)),
    }),
  ),
  gates: listOf(either('kind', Object.fromEntries(gates))),
  vetoes: listOf(thing({ code, text: text(), when, effect })),
  naming: thing({ level: nullable(name), atLeast: optional(points), percent, within: oneOf('region', 'all'), ties }),
  promotions: optional(listOf(thing({ code, text: text(), when, level: name }), 1)),
  quotas: optional(
    listOf(
      thing({
        code,
        levels: listOf(name, 1),
        kind: oneOf('most', 'exact', 'least', 'about'),
        ...share,
        cut: oneOf('next-lower', 'keeps-level', 'ruling'),
        ties,
      }),
      1,
    ),
  ),
  ladder: optional(
    thing({ rungs: listOf(thing({ level: name, indicator: code, atLeast: points }), 1, 20), below: name }),
  ),
  stars: optional(listOf(thing({ name, indicator: code, atLeast: points, total: optional(points) }), 1, 50)),
  groups: optional(listOf(thing({ name, levels: listOf(name, 0, 20) }), 1, 20)),
  ranking: optional(
    thing({
      within,
      ties: oneOf('shared', 'ruling'),
      least: wholeNumber(1, 1000),
      top: wholeNumber(0, 1000),
      bottom: wholeNumber(0, 1000),
    }),
  ),
  links: optional(
    listOf(thing({ code, name, bands: listOf(thing({ ...range, formula }), 1, 50), places: wholeNumber(0, 6) }), 1, 20),
  ),
  nomination: optional(thing({ ratio: positive })),
}

/** D1–D8. */
export const termShape = thing({
  stages: listOf(name, 1, 10),
  notice: nullable(thing({ days: wholeNumber(1, 60), count: oneOf('working-days', 'days') })),
  cultivationDays: nullable(wholeNumber(1, 3660)),
  declared: oneOf('every-year', 'even-years', 'odd-years'),
  acceptance: nullable(points),
  lowerTitle: flag,
  years: nullable(wholeNumber(1, 20)),
  renewal: nullable(thing(share)),
  secondTry: flag,
  events: listOf(thing({ event: name, from: oneOf(...titleStates), to: oneOf(...titleStates) }), 0, 50),
  yearBegins: wholeNumber(1, 12),
  lateHonours: oneOf('next-year', 'lost'),
})
