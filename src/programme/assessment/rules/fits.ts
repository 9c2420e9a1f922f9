import { allow, type Decision, refuse } from '#basics/decision.ts'
import { compare, exact, readExact, writeExact } from '#basics/exact.ts'
import type { FactValue, Rating, SingleValue, Thing } from '#programme/scoring/rules/facts.ts'
import { factShape } from '#programme/scoring/rules/facts-shape.ts'
import { misshapes } from '#programme/scoring/rules/shape.ts'
import { clausesReading, type FactNeed, type Sheet } from '#programme/scoring/rules/sheet.ts'
import { judgedBy, listedIn, periodsOf, singleShape } from './fact-source.ts'

export type ValueRefusal =
  | 'assessment.fact-of-another-shape'
  | 'assessment.grade-unlisted'
  | 'assessment.level-unlisted'
  | 'assessment.name-unlisted'
  | 'assessment.part-above-whole'
  | 'assessment.rank-above-ranked'
  | 'assessment.periods-differ'
  | 'assessment.thing-out-of-range'
  | 'assessment.thing-incomplete'
  | 'assessment.mark-out-of-range'
  | 'assessment.group-unlisted'
  | 'assessment.ballot-twice'
  | 'assessment.comparison-needed'

type Fitting<Value> = Decision<Value, ValueRefusal>

/**
 * The value as the sheet can read it: of the fact's shape, what is listed taken from the list, numbers within their bounds,
 * texts as they may be published.
 */
export function fits(sheet: Sheet, need: FactNeed, value: FactValue): Fitting<FactValue> {
  const tidy = tidied(value)
  if (tidy.shape !== need.shape || misshapes(factShape, { value: tidy, sources: [] }).length > 0)
    return refuse('assessment.fact-of-another-shape', { fact: need.name })
  const count = periodsOf(sheet, need)
  if (tidy.shape === 'periods' && tidy.done.length !== count)
    return refuse('assessment.periods-differ', { fact: need.name, count: count! })
  if (tidy.shape !== 'series') return fitsOnce(sheet, need, tidy)
  if (tidy.values.length !== count) return refuse('assessment.periods-differ', { fact: need.name, count: count! })
  const values: SingleValue[] = []
  for (const each of tidy.values) {
    if (each.shape !== singleShape(sheet, need)) return refuse('assessment.fact-of-another-shape', { fact: need.name })
    const fitting = fitsOnce(sheet, need, each)
    if (!fitting.ok) return fitting
    values.push(fitting.value)
  }
  return allow({ shape: 'series', values })
}

function fitsOnce(sheet: Sheet, need: FactNeed, value: SingleValue): Fitting<SingleValue> {
  const listed = listedIn(sheet, need, value.shape)
  const unlisted = (names: readonly string[]) => listed.length > 0 && names.some((each) => !listed.includes(each))
  const all = { fact: need.name, grades: listed.join('、'), levels: listed.join('、'), names: listed.join('、') }
  switch (value.shape) {
    case 'grade':
      return unlisted([value.grade]) ? refuse('assessment.grade-unlisted', all) : allow(value)
    case 'kinds':
      return unlisted(value.kinds) ? refuse('assessment.grade-unlisted', all) : allow(value)
    case 'honours':
      return unlisted(value.honours.map(({ level }) => level)) ? refuse('assessment.level-unlisted', all) : allow(value)
    case 'things': {
      if (unlisted(value.things.flatMap(({ names = [] }) => names))) return refuse('assessment.name-unlisted', all)
      return thingsFit(sheet, need, value.things) ?? allow(value)
    }
    case 'ratio':
      return value.part > value.whole ? refuse('assessment.part-above-whole', all) : allow(value)
    case 'rank':
      return value.of !== null && value.rank > value.of ? refuse('assessment.rank-above-ranked', all) : allow(value)
    case 'number':
      return allow({ ...value, number: writeExact(readExact(value.number)!) })
    case 'ratings':
      return marksFit(sheet, need, value.ratings) ?? allow(value)
    default:
      return allow(value)
  }
}

/** Values an assessor gives a thing lie in the range of the clause, each with its reason; who is shared among is told. */
function thingsFit(sheet: Sheet, need: FactNeed, things: readonly Thing[]): Fitting<never> | null {
  for (const clause of clausesReading(sheet, need.key)) {
    if (clause.type === 'A17' && things.some(({ people }) => people === undefined))
      return refuse('assessment.thing-incomplete', { fact: need.name })
    if (clause.type !== 'A4E') continue
    if (things.some(({ points, reason = '' }) => points === undefined || reason === ''))
      return refuse('assessment.thing-incomplete', { fact: need.name })
    if (things.some(({ points }) => outside(points!, clause)))
      return refuse('assessment.thing-out-of-range', { fact: need.name, least: clause.min, most: clause.max })
  }
  return null
}

function marksFit(sheet: Sheet, { key }: FactNeed, ratings: readonly Rating[]): Fitting<never> | null {
  const groups = (sheet.panel.groups ?? []).map(({ name }) => name)
  if (groups.length > 0 && ratings.some(({ group }) => group === undefined || !groups.includes(group)))
    return refuse('assessment.group-unlisted', { groups: groups.join('、') })
  if (new Set(ratings.map(({ assessor }) => assessor)).size < ratings.length) return refuse('assessment.ballot-twice')
  const clause = judgedBy(sheet, key)
  if (clause?.comparison && ratings.some(({ comparedWith }) => comparedWith === ''))
    return refuse('assessment.comparison-needed')
  if (clause?.type !== 'A4') return null
  // no fault is said with a mark of 0, also where a fault takes off more
  const free = clause.effect === 'deduct' ? '0' : clause.min
  return ratings.some(({ points }) => points !== free && outside(points, clause))
    ? refuse('assessment.mark-out-of-range', { least: clause.min, most: clause.max })
    : null
}

function outside(points: string, { min, max }: { min: string; max: string }): boolean {
  const given = exact(points)
  return compare(given, exact(min)) < 0 || compare(given, exact(max)) > 0
}

/** One line without control characters, composed and trimmed: what goes into a published file. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim()
    .slice(0, 2000)
    .trim()
}

/** Every text of a value made plain. */
function tidied<Value>(value: Value): Value {
  if (typeof value === 'string') return plain(value) as Value
  if (Array.isArray(value)) return value.map(tidied) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, tidied(each)])) as Value
}
