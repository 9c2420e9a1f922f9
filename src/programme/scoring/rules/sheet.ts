import type { Day } from '#basics/calendar.ts'
import type { ExactText, RoundingMode } from '#basics/exact.ts'
import { type Clause, factsOfClause } from './sheet-clauses.ts'
import type { Outcomes } from './sheet-outcomes.ts'
import type { TitleTerm } from './sheet-term.ts'

/**
 * A rule sheet (考核细则) as data: what is scored, by which clauses, from which facts, and who may be named.
 * Points are exact texts (`1.5`). Texts are the printed Chinese; the sheet is quoted, never translated.
 * A sheet is JSON as it stands: it is stored by version, hashed, published and read from a workbook. A field with `?` may
 * be absent, never null: a sheet that does not use it is written without it.
 */
export interface Sheet extends Outcomes {
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
  /** Branches younger than so many months at `asOf` are not rated and leave the base of the quota; null rates all. */
  exemption: { months: number } | null
  /** B11 several kinds of branch with rules of their own: the fact that says the kind, and the kinds there are. */
  variants?: { fact: string; kinds: string[] }
  /** D1–D8 how long a title lasts, how it is renewed and lost. */
  term?: TitleTerm
  /** Days off and moved working days, for what is counted in working days; Saturdays and Sundays are off by themselves. */
  calendar?: { off: Day[]; on: Day[] }
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
  'things',
  'moment',
  'rank',
  'votes',
  'kinds',
  'series',
] as const
export type FactShape = (typeof factShapes)[number]

/** Who can give a fact: our own records and findings, a department that supplies it, assessors, the theme, a survey, the branch itself. */
export const factOrigins = ['record', 'supplied', 'rating', 'theme', 'survey', 'self'] as const
export type FactOrigin = (typeof factOrigins)[number]

/**
 * A line of the indicator tree, listed in printed order. One without children starts from `max` (满分起扣) or zero, adds
 * its clauses, is rounded where the sheet says so, then held above `floor`, then below `cap`; one with children is their
 * sum (or fold, or formula), held in the same way. So caps come in the order clause, item, group, total.
 * Null holds nothing: a sheet that lets an item rise above its printed maximum says so with `cap: null`.
 */
export interface Indicator {
  code: string
  parent: string | null
  name: string
  /** Which of the four aims it serves, as printed; empty where none. */
  aim: string
  /** The printed maximum; `0` where none is printed (a list of deductions or bonuses without end). */
  max: ExactText
  starts: 'full' | 'zero'
  floor: ExactText | null
  cap: ExactText | null
  /** B1 what its points are multiplied by where they are counted: 100 inside 20 is `0.2`. */
  weight?: ExactText
  /** B8 how its parts become one, where that is no sum: the mean of four quarters. */
  fold?: Fold
  /** B2 how its parts become one, written out: `([1.1] - [1.2]) × 70% + [1.3] × 30%`. */
  formula?: string
  rounding?: Rounding
  /** B11 the kinds of branch it is for; not given: all. */
  kinds?: string[]
}

/** How several numbers become one, where that is no sum. */
export const folds = ['mean', 'median', 'least', 'greatest', 'last'] as const
export type Fold = (typeof folds)[number]

/** Where a sheet rounds, it says to how many decimals and in which mode; elsewhere nothing is ever rounded. */
export interface Rounding {
  places: number
  mode: RoundingMode
}

/**
 * B7 how marks of several assessors become one: below `least` a ruling; from `trimFrom` on the highest and lowest drop;
 * the rest is folded by the mean, or the median.
 */
export interface Panel {
  least: number
  trimFrom: number | null
  fold?: 'median'
  /**
   * Whether harsh and lenient assessors are `shown` beside the marks, or their marks `corrected` before they are folded; not
   * given: neither. Said beforehand, and only where the marks hang together (severity.ts); else `corrected` needs a ruling.
   */
  severity?: 'shown' | 'corrected'
  /** B6 groups of raters, each folded for itself, then weighted; marks name their group. */
  groups?: RaterGroup[]
  /** B7 what makes all marks that one assessor gave a branch void. */
  marks?: BallotRule[]
  /** B7 what makes the marks that one assessor gave all branches in an item void. */
  ballot?: BallotRule[]
}

/** B6 a group of raters with its weight (24 and 16, 7 and 3: only the proportion counts). */
export interface RaterGroup {
  name: string
  weight: ExactText
  least: number
  trimFrom: number | null
  fold?: 'median'
}

/** B7 a condition that a ballot must meet, or it is void: on its numbers, their sum, or how they are spread. */
export type BallotRule =
  | { kind: 'decimals'; most: number }
  | { kind: 'each-between'; least: ExactText; most: ExactText }
  | { kind: 'sum-at-least'; points: ExactText }
  | { kind: 'most-at-or-above'; count: number; points: ExactText }
  | { kind: 'least-below'; count: number; points: ExactText }
  | { kind: 'not-all-equal' }

/** The total: the basic sections' sum (or formula), rescaled to `full` where an indicator was left out, plus the bonus, then clamped. */
export interface Total {
  basic: string[]
  bonus: string[]
  full: ExactText
  floor: ExactText | null
  cap: ExactText | null
  /** Decimals shown to people; never used to compare. */
  places: number
  /** B2 the basic points written out, in place of their sum. */
  formula?: string
  /** B9 the level is taken without the bonus, the title with it. Not given: both with it. */
  grade?: 'without-bonus'
  rounding?: Rounding
}

/** The children of an indicator in printed order. */
export function childrenOf(sheet: Sheet, code: string | null): Indicator[] {
  return sheet.indicators.filter((indicator) => indicator.parent === code)
}

/** Every clause that reads this fact. */
export function clausesReading(sheet: Sheet, fact: string): Clause[] {
  return sheet.clauses.filter((clause) => factsOfClause(clause).includes(fact))
}
