import {
  day,
  either,
  flag,
  isThing,
  listOf,
  type Misshape,
  misshapes,
  nullable,
  oneOf,
  percent,
  points,
  positive,
  type Report,
  type Shape,
  text,
  thing,
  wholeNumber,
} from './shape.ts'
import { type ClauseType, childrenOf, factOrigins, factShapes, factsOfClause, type Gate, type Sheet } from './sheet.ts'

/** Codes are letters, digits, dots and dashes, so that lists of them can be written with signs between. */
const code: Shape = (value, path, report) => {
  if (typeof value !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(value)) report(path, 'not-a-text')
}
const name = text(1, 100)
const option = thing({ name, points })
const band = thing({ atLeast: nullable(points), below: nullable(points), points })
const everyClause = { code, indicator: code, text: text(), fact: code }

const clauses: Record<ClauseType, Record<string, Shape>> = {
  A2: {
    per: points,
    unit: name,
    due: nullable(thing({ every: oneOf('quarter', 'month'), times: wholeNumber(1, 366) })),
    cap: nullable(points),
    exemptIf: nullable(code),
  },
  A3: { points, exemptIf: nullable(code) },
  A4: { effect: oneOf('add', 'deduct'), min: points, max: points, comparison: flag, spread: nullable(points) },
  A5: { options: listOf(option, 1) },
  A6: { measure: oneOf('number', 'percent', 'full-years'), bands: listOf(band, 1) },
  A10: { per: points, unit: name, cap: nullable(points) },
  A12: { levels: listOf(option, 1), fold: oneOf('highest-per-matter', 'sum'), cap: nullable(points) },
  B6: { points, least: wholeNumber(1, 1000), groups: listOf(thing({ name, weight: positive }), 1) },
}

const gates: Record<Gate['kind'], Record<string, Shape>> = {
  'days-in-force': { fact: code, days: wholeNumber(0, 36_600) },
  'indicator-above': { indicators: listOf(code, 1), above: points },
  'satisfied-share': { fact: code, percent, least: wholeNumber(1, 1000) },
}

const sheetFields: Record<keyof Sheet, Shape> = {
  format: oneOf('hangbiao-sheet/1'),
  code,
  title: text(1, 200),
  year: wholeNumber(1949, 2199),
  asOf: day,
  note: text(0),
  facts: listOf(thing({ key: code, name, shape: oneOf(...factShapes), from: oneOf(...factOrigins) })),
  indicators: listOf(
    thing({
      code,
      parent: nullable(code),
      name: text(1, 200),
      aim: text(0, 200),
      max: points,
      starts: oneOf('full', 'zero'),
      floor: nullable(points),
      cap: nullable(points),
    }),
    1,
  ),
  clauses: listOf(
    either(
      'type',
      Object.fromEntries(Object.entries(clauses).map(([type, own]) => [type, { ...everyClause, ...own }])),
    ),
  ),
  panel: thing({ least: wholeNumber(1, 100), trimFrom: nullable(wholeNumber(3, 100)) }),
  total: thing({
    basic: listOf(code, 1),
    bonus: listOf(code),
    full: positive,
    floor: nullable(points),
    cap: nullable(points),
    places: wholeNumber(0, 6),
  }),
  levels: listOf(thing({ name, atLeast: nullable(points), below: nullable(points) }), 1),
  gates: listOf(
    either(
      'kind',
      Object.fromEntries(Object.entries(gates).map(([kind, own]) => [kind, { code, text: text(), ...own }])),
    ),
  ),
  vetoes: listOf(thing({ code, text: text(), fact: code, effect: oneOf('not-named') })),
  naming: thing({ level: name, percent, within: oneOf('region', 'all'), ties: listOf(listOf(code, 1)) }),
  exemption: nullable(thing({ months: wholeNumber(1, 120) })),
}

/**
 * Everything wrong with a value that should be a rule sheet: fields, and then references (a clause in an indicator that
 * does not exist, a tree that turns in a circle). A sheet without misshapes can be applied; whether it is wise says lint.ts.
 */
export function sheetMisshapes(value: unknown): Misshape[] {
  const found = misshapes(thing(sheetFields), value)
  if (found.length === 0) references(value as Sheet, (path, reason) => found.push({ path, reason }))
  return found
}

/** Whether the value is a rule sheet. */
export function isSheet(value: unknown): value is Sheet {
  return isThing(value) && sheetMisshapes(value).length === 0
}

function references(sheet: Sheet, report: Report): void {
  const indicators = sheet.indicators.map((indicator) => indicator.code)
  const facts = sheet.facts.map(({ key }) => key)
  const known = (codes: string[], path: string, among: string[]) => {
    for (const each of codes) if (!among.includes(each)) report(path, 'unknown-reference')
  }
  unique(indicators, 'indicators', report)
  unique(facts, 'facts', report)
  unique(
    sheet.facts.map(({ name }) => name),
    'facts',
    report,
  )
  unique(
    sheet.clauses.map((clause) => clause.code),
    'clauses',
    report,
  )
  unique(
    sheet.levels.map(({ name }) => name),
    'levels',
    report,
  )
  unique(
    [...sheet.gates, ...sheet.vetoes].map((each) => each.code),
    'gates',
    report,
  )
  unique([...sheet.total.basic, ...sheet.total.bonus], 'total', report)
  sheet.indicators.forEach(({ parent }, at) => {
    // A parent stands before its children, so the tree cannot turn in a circle.
    if (parent !== null) known([parent], `indicators[${at}].parent`, indicators.slice(0, at))
  })
  sheet.clauses.forEach((clause, at) => {
    const leaf = childrenOf(sheet, clause.indicator).length === 0
    known([clause.indicator], `clauses[${at}].indicator`, leaf ? indicators : [])
    known(factsOfClause(clause), `clauses[${at}].fact`, facts)
  })
  sheet.gates.forEach((gate, at) => {
    if (gate.kind === 'indicator-above') known(gate.indicators, `gates[${at}].indicators`, indicators)
    else known([gate.fact], `gates[${at}].fact`, facts)
  })
  sheet.vetoes.forEach(({ fact }, at) => {
    known([fact], `vetoes[${at}].fact`, facts)
  })
  known([...sheet.total.basic, ...sheet.total.bonus], 'total', indicators)
  known(sheet.naming.ties.flat(), 'naming.ties', indicators)
  known(
    [sheet.naming.level],
    'naming.level',
    sheet.levels.map(({ name }) => name),
  )
}

function unique(codes: string[], path: string, report: Report): void {
  codes.forEach((each, at) => {
    if (codes.indexOf(each) !== at) report(`${path}[${at}]`, 'twice')
  })
}
