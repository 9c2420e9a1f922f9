import { allow, type Decision, refuse } from '#basics/decision.ts'
import { add, compare, type ExactText, exact, writeExact, zero } from '#basics/exact.ts'
import type { Figure, Force } from './record.ts'

/**
 * How the figures of many records make one: `sum` adds all; `latest` takes the last figure of each organisation and adds
 * those (a stock such as members on the roll); `distinct` counts the different things named (ships helped, not times).
 */
export const additions = ['sum', 'latest', 'distinct'] as const
export type Addition = (typeof additions)[number]

/** What is counted (统计项), set once: name, unit, how it adds up, which of the four forces it speaks of, and 其中 of what. */
export interface Measure {
  id: string
  name: string
  unit: string
  addition: Addition
  force: Force | null
  /** The measure of which this one counts a part (其中): 112 万元 special dues of the 285 万元 for Sichuan. */
  partOf: string | null
}

/** What one record says of a measure. `value` is an exact decimal; `items` names the things counted, for `distinct` only. */
export interface Contribution {
  record: string
  organisation: string
  /** `YYYY-MM-DD`; of one organisation's figures the latest by day, then by record, is its latest. */
  happenedOn: string
  value: ExactText
  qualifier: Figure['qualifier']
  items: readonly string[]
}

/** How exact a total is: `about` where some of it is nearly and some over. */
export const totalQualifiers = ['exact', 'nearly', 'over', 'about'] as const
export type TotalQualifier = (typeof totalQualifiers)[number]

export interface Total {
  value: ExactText
  qualifier: TotalQualifier
  /** How many records make it up. */
  records: number
}

/** The total of contributions, in whatever order they come: exact decimals, nothing rounded. */
export function addUp(addition: Addition, contributions: readonly Contribution[]): Total {
  const counted = addition === 'latest' ? latestOfEach(contributions) : contributions
  const value =
    addition === 'distinct'
      ? String(new Set(counted.flatMap(({ items }) => items)).size)
      : writeExact(counted.reduce((sum, each) => add(sum, exact(each.value)), zero))
  return { value, qualifier: qualifierOf(counted.map(({ qualifier }) => qualifier)), records: counted.length }
}

function latestOfEach(contributions: readonly Contribution[]): Contribution[] {
  const latest = new Map<string, Contribution>()
  for (const each of contributions) {
    const known = latest.get(each.organisation)
    if (!known || isLater(each, known)) latest.set(each.organisation, each)
  }
  return [...latest.values()]
}

function isLater(one: Contribution, other: Contribution): boolean {
  return one.happenedOn === other.happenedOn ? one.record > other.record : one.happenedOn > other.happenedOn
}

/** 近 with 逾 is 约; with exact figures each stays what it is. */
export function qualifierOf(qualifiers: readonly Figure['qualifier'][]): TotalQualifier {
  const nearly = qualifiers.includes('nearly')
  const over = qualifiers.includes('over')
  if (nearly && over) return 'about'
  return nearly ? 'nearly' : over ? 'over' : 'exact'
}

export type MeasureRefusal =
  | 'building.measure-there'
  | 'building.part-adds-up-otherwise'
  | 'building.part-of-a-part'
  | 'building.figure-needs-a-name'
  | 'building.figure-twice'
  | 'building.items-for-distinct-only'
  | 'building.items-are-the-value'
  | 'building.figure-below-zero'
  | 'building.item-too-long'

/** A part is counted like the whole, in the same unit; a part of a part would be counted by nobody. */
export function measurable(
  measure: Measure,
  whole: Measure | null,
  others: readonly Measure[],
): Decision<Measure, MeasureRefusal> {
  if (others.some(({ id, name, unit }) => id !== measure.id && name === measure.name && unit === measure.unit))
    return refuse('building.measure-there', { name: measure.name })
  if (whole === null) return allow(measure)
  if (whole.partOf !== null) return refuse('building.part-of-a-part', { name: whole.name })
  if (whole.unit !== measure.unit || whole.addition !== measure.addition)
    return refuse('building.part-adds-up-otherwise', { name: whole.name })
  return allow(measure)
}

/** A figure as it is sent: of a measure (whose name and unit need not be said again), or of the branch's own. */
export interface FigureSent {
  measure?: string | undefined
  name?: string | undefined
  unit?: string | undefined
  value?: ExactText | undefined
  qualifier: Figure['qualifier']
  items?: string[] | undefined
}

/** What stands between things that are named in one line or line by line. */
const BETWEEN = /[\n、，,；;]/
const LONGEST_ITEM = 40

/**
 * The figures of a record: each of a measure at most once; things named are counted by us, so that nobody counts wrong. A
 * measure of which nothing is said is left out: a form may offer it.
 */
export function figuresFrom(
  sent: readonly FigureSent[],
  measures: ReadonlyMap<string, Measure>,
): Decision<Figure[], MeasureRefusal> {
  const figures: Figure[] = []
  for (const each of sent) {
    if (each.measure !== undefined && each.value === undefined && !each.items?.some((item) => item.trim())) continue
    const measure = each.measure === undefined ? undefined : measures.get(each.measure)
    const figure = measure ? ofMeasure(each, measure) : ofItsOwn(each)
    if (!figure.ok) return figure
    if (measure && figures.some((other) => other.measure === measure.id))
      return refuse('building.figure-twice', { name: measure.name })
    figures.push(figure.value)
  }
  return allow(figures)
}

function ofMeasure(sent: FigureSent, measure: Measure): Decision<Figure, MeasureRefusal> {
  const named = (sent.items ?? []).flatMap((item) => item.split(BETWEEN)).map((item) => item.trim())
  const items = [...new Set(named.filter(Boolean))].sort()
  const long = items.find((item) => [...item].length > LONGEST_ITEM)
  if (long) return refuse('building.item-too-long', { item: long, most: LONGEST_ITEM })
  if (measure.addition !== 'distinct' && items.length > 0)
    return refuse('building.items-for-distinct-only', { name: measure.name })
  if (measure.addition === 'distinct' && items.length === 0)
    return refuse('building.items-are-the-value', { name: measure.name })
  const value = measure.addition === 'distinct' ? String(items.length) : sent.value!
  if (compare(exact(value), zero) < 0) return refuse('building.figure-below-zero', { name: measure.name })
  return allow({ measure: measure.id, name: measure.name, unit: measure.unit, value, qualifier: sent.qualifier, items })
}

function ofItsOwn({ name, unit, value, qualifier, items }: FigureSent): Decision<Figure, MeasureRefusal> {
  if (name === undefined || unit === undefined || value === undefined) return refuse('building.figure-needs-a-name')
  if (items && items.length > 0) return refuse('building.items-for-distinct-only', { name })
  return allow({ measure: null, name, unit, value, qualifier, items: [] })
}
