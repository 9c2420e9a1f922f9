import type { Details } from '#basics/decision.ts'
import { compare, type ExactText, exact, greatest, sum, writeExact } from '#basics/exact.ts'
import { fill, type Said } from '#basics/messages.ts'
import { barredRows } from './barred.ts'
import { uncovered } from './coverage.ts'
import { type LintWord, lintSayings } from './lint-sayings.ts'
import { type Clause, childrenOf, clausesReading, type FactShape, type Indicator, type Sheet } from './sheet.ts'

/** Something unwise in a sheet, at a row of one of its tables. With an `error` it cannot be issued. */
export interface Lint {
  severity: 'error' | 'warning'
  table: 'facts' | 'indicators' | 'clauses' | 'total' | 'levels' | 'gates' | 'vetoes' | 'naming'
  code: string
  word: LintWord
  details: Details
}

/** The fewest valid votes of which anything may be shown. */
export const fewestVotes = 5

/** Everything unwise in a well-formed sheet, by table and row. */
export function lint(sheet: Sheet): Lint[] {
  return [
    ...sheet.facts.flatMap((need) => (isRead(sheet, need.key) ? [] : [found('facts', need.key, 'fact-unread')])),
    ...sheet.indicators.flatMap((indicator) => lintIndicator(sheet, indicator)),
    ...sheet.clauses.flatMap((clause) => lintClause(sheet, clause)),
    ...lintTotal(sheet),
    ...uncovered(sheet.levels, sheet.total.floor, sheet.total.cap).map(({ kind, at }) =>
      found('levels', '', kind === 'hole' ? 'level-hole' : 'level-overlap', { at }),
    ),
    ...sheet.gates.flatMap((gate) => {
      if (gate.kind === 'satisfied-share' && gate.least < fewestVotes)
        return [found('gates', gate.code, 'too-few-votes-shown', { least: fewestVotes })]
      if (gate.kind === 'indicator-above') return []
      return factFits(sheet, 'gates', gate.code, gate.fact, [gate.kind === 'days-in-force' ? 'since' : 'survey'])
    }),
    ...sheet.vetoes.flatMap(({ code, fact }) => factFits(sheet, 'vetoes', code, fact, ['flag'])),
    ...barredRows(sheet).map(({ table, code, bar, words }) =>
      found(table, code, 'barred', { words, what: bar.what, rule: bar.rule }),
    ),
  ]
}

/** Whether the sheet may be issued: no error in it. */
export function mayBeIssued(sheet: Sheet): boolean {
  return lint(sheet).every(({ severity }) => severity !== 'error')
}

/** A lint in words. */
export function sayLint({ word, details }: Lint): Said {
  return { zh: fill(lintSayings[word].zh, details), en: fill(lintSayings[word].en, details) }
}

function found(table: Lint['table'], code: string, word: LintWord, details: Details = {}): Lint {
  return { severity: word === 'fact-unread' ? 'warning' : 'error', table, code, word, details }
}

function lintIndicator(sheet: Sheet, indicator: Indicator): Lint[] {
  const { code, max, floor, cap } = indicator
  const children = childrenOf(sheet, code)
  const own = sheet.clauses.filter((clause) => clause.indicator === code)
  const lints: Lint[] = []
  if (floor !== null && cap !== null && above(floor, cap)) lints.push(found('indicators', code, 'floor-above-cap'))
  if (compare(exact(max), exact('0')) <= 0) lints.push(found('indicators', code, 'max-not-above-zero'))
  if (children.length > 0) {
    const parts = total(children.map((child) => child.max))
    return parts === max ? lints : [...lints, found('indicators', code, 'parts-do-not-add-up', { max, parts })]
  }
  if (own.length === 0) lints.push(found('indicators', code, 'indicator-without-clause'))
  if (own.length > 1 && own.some(({ type }) => type === 'B6')) lints.push(found('indicators', code, 'survey-not-alone'))
  const most = own.map(mostOf)
  if (indicator.starts === 'zero' && own.length > 0 && !most.includes(null)) {
    const parts = total(most.flatMap((each) => each ?? []))
    if (above(max, parts)) lints.push(found('indicators', code, 'full-marks-out-of-reach', { max, parts }))
  }
  return lints
}

function lintClause(sheet: Sheet, clause: Clause): Lint[] {
  const max = sheet.indicators.find(({ code }) => code === clause.indicator)?.max ?? '0'
  const lints = factFits(sheet, 'clauses', clause.code, clause.fact, shapesFor(clause))
  const add = (word: LintWord, details: Details = {}) => lints.push(found('clauses', clause.code, word, details))
  const most = deductionsOf(clause).find((points) => above(points, max))
  if (most !== undefined) add('deduction-above-item', { points: most, max })
  for (const points of positiveOf(clause)) if (!above(points, '0')) add('points-not-above-zero', { points })
  if (clause.type === 'A4' && (above(clause.min, clause.max) || above('0', clause.min))) add('range-turned-round')
  if (clause.type === 'A6') {
    const [from, to] = clause.measure === 'percent' ? ['0', '100'] : ['0', null]
    for (const { kind, at } of uncovered(clause.bands, from!, to!))
      add(kind === 'hole' ? 'band-hole' : 'band-overlap', { at })
  }
  if (clause.type === 'B6' && clause.least < fewestVotes) add('too-few-votes-shown', { least: fewestVotes })
  const names =
    clause.type === 'A5'
      ? clause.options
      : clause.type === 'A12'
        ? clause.levels
        : clause.type === 'B6'
          ? clause.groups
          : []
  names.forEach(({ name }, at) => {
    if (names.findIndex((each) => each.name === name) !== at) add('name-twice', { name })
  })
  if ((clause.type === 'A2' || clause.type === 'A3') && clause.exemptIf !== null)
    lints.push(...factFits(sheet, 'clauses', clause.code, clause.exemptIf, ['flag']))
  return lints
}

function lintTotal(sheet: Sheet): Lint[] {
  const { basic, bonus, full, floor, cap } = sheet.total
  const counted = [...basic, ...bonus]
  const lints = childrenOf(sheet, null)
    .filter(({ code }) => !counted.includes(code))
    .map(({ code }) => found('indicators', code, 'section-not-counted'))
  const nested = sheet.indicators.filter(({ code, parent }) => parent !== null && counted.includes(code))
  const parts = total(basic.map((code) => sheet.indicators.find((indicator) => indicator.code === code)!.max))
  return [
    ...lints,
    ...nested.map(({ code }) => found('total', code, 'counted-inside-a-section')),
    ...(parts === full ? [] : [found('total', '', 'parts-do-not-add-up', { max: full, parts })]),
    ...(floor !== null && cap !== null && above(floor, cap) ? [found('total', '', 'floor-above-cap')] : []),
  ]
}

/** The kinds of fact a clause can read. */
function shapesFor(clause: Clause): FactShape[] {
  switch (clause.type) {
    case 'A2':
      return [clause.due ? 'periods' : 'count']
    case 'A3':
      return ['flag']
    case 'A4':
      return ['ratings']
    case 'A5':
      return ['grade']
    case 'A6':
      return {
        number: ['count' as const, 'number' as const],
        percent: ['ratio' as const],
        'full-years': ['since' as const],
      }[clause.measure]
    case 'A10':
      return ['count']
    case 'A12':
      return ['honours']
    case 'B6':
      return ['survey']
  }
}

function factFits(sheet: Sheet, table: Lint['table'], code: string, key: string, shapes: FactShape[]): Lint[] {
  const need = sheet.facts.find((each) => each.key === key)
  return need && shapes.includes(need.shape)
    ? []
    : [found(table, code, 'fact-of-another-kind', { fact: need?.name ?? key })]
}

function isRead(sheet: Sheet, key: string): boolean {
  const gated = sheet.gates.some((gate) => gate.kind !== 'indicator-above' && gate.fact === key)
  return gated || sheet.vetoes.some(({ fact }) => fact === key) || clausesReading(sheet, key).length > 0
}

/** The most a clause can add; null where there is no end. */
function mostOf(clause: Clause): ExactText | null {
  switch (clause.type) {
    case 'A4':
      return clause.effect === 'add' ? clause.max : '0'
    case 'A5':
      return highest(clause.options.map(({ points }) => points))
    case 'A6':
      return highest(clause.bands.map(({ points }) => points))
    case 'A10':
    case 'A12':
      return clause.cap
    case 'B6':
      return clause.points
    default:
      return '0'
  }
}

/** What a clause takes off: in one go, for a fault, at most. */
function deductionsOf(clause: Clause): ExactText[] {
  if (clause.type === 'A2') return [clause.per, ...(clause.cap === null ? [] : [clause.cap])]
  if (clause.type === 'A3') return [clause.points]
  if (clause.type === 'A4' && clause.effect === 'deduct') return [clause.max]
  return clause.type === 'A6'
    ? clause.bands.flatMap(({ points }) => (points.startsWith('-') ? [points.slice(1)] : []))
    : []
}

function positiveOf(clause: Clause): ExactText[] {
  if (clause.type === 'A2' || clause.type === 'A10') return [clause.per, ...(clause.cap === null ? [] : [clause.cap])]
  return clause.type === 'A3' || clause.type === 'B6' ? [clause.points] : []
}

function above(a: ExactText, b: ExactText): boolean {
  return compare(exact(a), exact(b)) > 0
}

function highest(points: ExactText[]): ExactText {
  return writeExact(points.map(exact).reduce(greatest))
}

function total(points: ExactText[]): ExactText {
  return writeExact(sum(points.map(exact)))
}
