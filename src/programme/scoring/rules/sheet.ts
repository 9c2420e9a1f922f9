import type { Day } from '#basics/calendar.ts'
import type { ExactText } from '#basics/exact.ts'

/**
 * A rule sheet (考核细则) as data: what is scored, by which clauses, from which facts, and who may be named.
 * Points are exact texts (`1.5`). Texts are the printed Chinese; the sheet is quoted, never translated.
 * A sheet is JSON as it stands: it is stored by version, hashed, published and read from a workbook.
 */
export interface Sheet {
  format: 'hangbiao-sheet/1'
  code: string
  title: string
  year: number
  /** The day on which states are looked at: how long a theme was in force, how old a branch is. */
  asOf: Day
  /** What the sheet says about itself, for people. */
  note: string
  facts: FactNeed[]
  indicators: Indicator[]
  clauses: Clause[]
  panel: Panel
  total: Total
  levels: Level[]
  gates: Gate[]
  vetoes: Veto[]
  naming: Naming
  /** Branches younger than so many months at `asOf` are not rated and leave the base of the quota; null rates all. */
  exemption: { months: number } | null
}

/** A fact the sheet reads: its key, what people call it, its shape, and where it comes from. Names are unique in a sheet. */
export interface FactNeed {
  key: string
  name: string
  shape: FactShape
  from: FactOrigin
}

/** What a fact is made of: facts.ts has one value type for each. */
export const factShapes = [
  'count',
  'periods',
  'flag',
  'number',
  'ratio',
  'grade',
  'ratings',
  'honours',
  'survey',
  'since',
] as const
export type FactShape = (typeof factShapes)[number]

/** Who can give a fact: our own records and findings, a department that supplies it, assessors, the theme, a survey. */
export const factOrigins = ['record', 'supplied', 'rating', 'theme', 'survey'] as const
export type FactOrigin = (typeof factOrigins)[number]

/**
 * A line of the indicator tree, listed in printed order. One without children starts from `max` (满分起扣) or zero, adds
 * its clauses, then is held above `floor`, then below `cap`; one with children is their sum, held in the same way.
 * Null holds nothing: a sheet that lets an item rise above its printed maximum says so with `cap: null`.
 */
export interface Indicator {
  code: string
  parent: string | null
  name: string
  /** Which of the four aims it serves, as printed; empty where none. */
  aim: string
  max: ExactText
  starts: 'full' | 'zero'
  floor: ExactText | null
  cap: ExactText | null
}

/** One clause: where it counts, what is printed, which fact it reads. Codes are unique in a sheet. */
export type Clause = { code: string; indicator: string; text: string; fact: string } & ClauseRule
export type ClauseType = Clause['type']
export type ClauseOf<Type extends ClauseType> = Extract<Clause, { type: Type }>

/** What clauses can do. The letters are those of the catalogue in docs/rules-guide.md; each has its function in clauses.ts. */
export type ClauseRule =
  | PerFault
  | NamedFault
  | Judged
  | GradeChoice
  | Bands
  | PerOccurrence
  | HonourLevels
  | SatisfiedShare

/** A2 满分起扣: so many points off for each fault, at most `cap` in all. With `due` a period's shortfall is the fault. */
export interface PerFault {
  type: 'A2'
  per: ExactText
  unit: string
  /** What had to be done in every quarter or month; too many in one period make up for nothing in another. */
  due: { every: 'quarter' | 'month'; times: number } | null
  cap: ExactText | null
  /** A flag that lifts the clause (A16), e.g. an approved extension. */
  exemptIf: string | null
}

/** A3 a named fault: points off once if the flag holds, unless exempt (A16). */
export interface NamedFault {
  type: 'A3'
  points: ExactText
  exemptIf: string | null
}

/** A4 a judged range: the panel's mean of marks between `min` and `max`, each with a reason. */
export interface Judged {
  type: 'A4'
  effect: 'add' | 'deduct'
  min: ExactText
  max: ExactText
  /** Whether every mark must name what the branch was compared with. */
  comparison: boolean
  /** A wider spread between the marks needs a ruling; null allows any. */
  spread: ExactText | null
}

/** A5 a choice between named grades. */
export interface GradeChoice {
  type: 'A5'
  options: { name: string; points: ExactText }[]
}

/** A6 a lookup in half-open bands (`atLeast` ≤ x < `below`; null is without end); points may be negative. */
export interface Bands {
  type: 'A6'
  /** What x is: the count or number itself, a ratio in percent, or full years from a day to the sheet's `asOf`. */
  measure: 'number' | 'percent' | 'full-years'
  bands: { atLeast: ExactText | null; below: ExactText | null; points: ExactText }[]
}

/** A10 so many points for each occurrence, at most `cap`; null is without end (A11). */
export interface PerOccurrence {
  type: 'A10'
  per: ExactText
  unit: string
  cap: ExactText | null
}

/** A12 points by the level of an honour; only those with a document number count (A22), at most `cap` (B10). */
export interface HonourLevels {
  type: 'A12'
  levels: { name: string; points: ExactText }[]
  /** A13 `highest-per-matter`: the same matter counts once, at its highest level. `sum`: every honour counts. */
  fold: 'highest-per-matter' | 'sum'
  cap: ExactText | null
}

/**
 * B6 the satisfied share of valid votes × points. With several groups of voters their shares are weighted. A group with
 * fewer than `least` valid votes is left out and the others' weights rescaled; with none left the indicator is left out
 * and the total rescaled (never shown: what so few people said).
 */
export interface SatisfiedShare {
  type: 'B6'
  points: ExactText
  least: number
  groups: { name: string; weight: ExactText }[]
}

/** B7 how marks of several assessors become one: below `least` a ruling; from `trimFrom` on the highest and lowest drop. */
export interface Panel {
  least: number
  trimFrom: number | null
}

/** The total: the basic sections' sum, rescaled to `full` where an indicator was left out, plus the bonus, then clamped. */
export interface Total {
  basic: string[]
  bonus: string[]
  full: ExactText
  floor: ExactText | null
  cap: ExactText | null
  /** Decimals shown to people; never used to compare. */
  places: number
}

/** C1 a level, half-open and compared with the unrounded total, best first. */
export interface Level {
  name: string
  atLeast: ExactText | null
  below: ExactText | null
}

/** C4/C10 what must hold for being named, beside the level. */
export type Gate = { code: string; text: string } & (
  | { kind: 'days-in-force'; fact: string; days: number }
  | { kind: 'indicator-above'; indicators: string[]; above: ExactText }
  /** Below `least` valid votes nobody may look at the share: it needs a ruling. */
  | { kind: 'satisfied-share'; fact: string; percent: ExactText; least: number }
)

/** C6 a veto and its effect: not named, the score is kept. */
export interface Veto {
  code: string
  text: string
  fact: string
  effect: 'not-named'
}

/**
 * C2 who is named: those of `level` whose gates all pass and no veto holds, at most `percent` of the rated branches in
 * each region, rounded down. Equal totals at the line are parted by `ties`: the sum of the first list of indicators,
 * then of the next; what is still equal needs a ruling.
 */
export interface Naming {
  level: string
  percent: ExactText
  within: 'region' | 'all'
  ties: string[][]
}

/** The children of an indicator in printed order. */
export function childrenOf(sheet: Sheet, code: string | null): Indicator[] {
  return sheet.indicators.filter((indicator) => indicator.parent === code)
}

/** Every fact key the clause reads: its own, and the flag that lifts it. */
export function factsOfClause(clause: Clause): string[] {
  const exemptIf = clause.type === 'A2' || clause.type === 'A3' ? clause.exemptIf : null
  return exemptIf === null ? [clause.fact] : [clause.fact, exemptIf]
}

/** Every clause that reads this fact. */
export function clausesReading(sheet: Sheet, fact: string): Clause[] {
  return sheet.clauses.filter((clause) => factsOfClause(clause).includes(fact))
}
