import type { ExactText } from '#basics/exact.ts'
import type { Measure, Within } from './sheet-clauses.ts'

/** What a score leads to: levels, conditions and effects on them, and who is named. */
export interface Outcomes {
  levels: Level[]
  gates: Gate[]
  vetoes: Veto[]
  naming: Naming
  /** C7 what raises the level whatever the score. */
  promotions?: Promotion[]
  /** C2, C3 how many may, or must, have a level. */
  quotas?: LevelQuota[]
  /** C9 rungs, the lowest first: a rung counts only if all below it were passed. `below` is the level of who passes none. */
  ladder?: { rungs: Rung[]; below: string }
  /** C8 stars won one by one, in place of a level by the total. */
  stars?: Star[]
  /** C11 groups over the levels. */
  groups?: LevelGroup[]
  /** C12 places inside a category, and how many from the top and the bottom are told to those entitled. */
  ranking?: Ranking
  /** C13 money or another number that follows from the score. */
  links?: Link[]
  /** C14 差额: so many are nominated for each title. */
  nomination?: { ratio: ExactText }
}

/** A condition on one branch. Whatever it cannot decide (a fact missing, too few votes to look at) is open, never a no. */
export type Condition =
  /** A flag holds. */
  | { kind: 'holds'; fact: string }
  /** A number lies in the half-open range. */
  | { kind: 'fact-between'; fact: string; measure: Measure; atLeast: ExactText | null; below: ExactText | null }
  /** The points of every (`all`) or any one (`any`) of the indicators lie in the half-open range. */
  | {
      kind: 'points-between'
      indicators: string[]
      of: 'all' | 'any'
      atLeast: ExactText | null
      below: ExactText | null
    }
  /** The total with the bonus lies in the half-open range. */
  | { kind: 'total-between'; atLeast: ExactText | null; below: ExactText | null }
  /** An honour of one of the levels, with a document number. */
  | { kind: 'honoured'; fact: string; levels: string[] }
  | { kind: 'days-in-force'; fact: string; days: number }
  /** Every one of the indicators has more points than this. */
  | { kind: 'indicator-above'; indicators: string[]; above: ExactText }
  /** Below `least` valid votes nobody may look at the share: it needs a ruling. */
  | { kind: 'satisfied-share'; fact: string; percent: ExactText; least: number }

/** C1 a level, half-open and compared with the unrounded total, best first. */
export interface Level {
  name: string
  atLeast: ExactText | null
  below: ExactText | null
  /** It is given by an effect or a quota only, never by points (后进、不评星). */
  byEffect?: true
  /** C4 what the level needs beside the points; where it fails, a ruling or the next lower level, as the sheet says. */
  requires?: { text: string; when: Condition; otherwise: 'ruling' | 'next-lower' }[]
}

/** C4/C10 what must hold for being named, beside the level. */
export type Gate = { code: string; text: string } & Condition

/**
 * C5/C6 what a fault does. Six different things: not named though the score is kept; the level forced; the level held at
 * most there (a ceiling never lifts); the score zero; not rated at all; another group over the levels, the level kept.
 */
export type Effect =
  | { effect: 'not-named' }
  | { effect: 'level'; level: string }
  | { effect: 'at-most'; level: string }
  | { effect: 'zero' }
  | { effect: 'not-rated' }
  | { effect: 'group'; group: string }
export const effects = ['not-named', 'level', 'at-most', 'zero', 'not-rated', 'group'] as const

/** C5/C6 a veto or a ceiling: when, and what it does. */
export interface Veto {
  code: string
  text: string
  when: Condition
  effect: Effect
}

/** C7 直接定级: when it holds the level is at least this. Ceilings and forced levels come after it. */
export interface Promotion {
  code: string
  text: string
  when: Condition
  level: string
}

/** How many: a share of the base or a number, and how a share is rounded. */
export interface Share {
  percent: ExactText | null
  count: number | null
  rounding: 'down' | 'up' | 'nearest'
  within: Within
}

/**
 * C2/C3 a quota on levels. `most` (不超过) and `exact` cut the lowest above it; `least` (不低于) names the lowest branches
 * until there are enough, by quota and not by cut-off; `about` (左右, 原则上) only tells how far off it is. Those cut get
 * the next lower level, keep theirs without the title, or wait for a ruling: `cut` says which.
 */
export interface LevelQuota extends Share {
  code: string
  levels: string[]
  kind: 'most' | 'exact' | 'least' | 'about'
  cut: 'next-lower' | 'keeps-level' | 'ruling'
  /** Equal totals are parted by the sum of the first list of indicators, then of the next; what is still equal needs a ruling. */
  ties: string[][]
}

/**
 * C2 who is named: those of `level` (null for every level) whose total with the bonus reaches `atLeast` (absent asks for none), whose gates
 * all pass and no veto holds, at most `percent` of the rated branches in each region, rounded down. Equal totals at the
 * line are parted by `ties`: the sum of the first list of indicators, then of the next; what is still equal needs a ruling.
 */
export interface Naming {
  level: string | null
  atLeast?: ExactText
  percent: ExactText
  within: 'region' | 'all'
  ties: string[][]
}

export interface Rung {
  level: string
  indicator: string
  atLeast: ExactText
}

/** C8 a star for reaching so many points in an indicator, and, where the sheet says so, a total as well. */
export interface Star {
  name: string
  indicator: string
  atLeast: ExactText
  total?: ExactText
}

export interface LevelGroup {
  name: string
  levels: string[]
}

/** C12 `shared`: equals have one place and the next ones are skipped; `ruling`: equals need one. Groups smaller than `least` are not ranked. */
export interface Ranking {
  within: Within
  ties: 'shared' | 'ruling'
  least: number
  top: number
  bottom: number
}

/** C13 a number by half-open bands of the total, each with its formula: `1.3 × (1 - [total] ÷ 90) × 50%`. */
export interface Link {
  code: string
  name: string
  bands: { atLeast: ExactText | null; below: ExactText | null; formula: string }[]
  places: number
}

/** The fact a condition reads; null where it looks at points. */
export function factOfCondition(condition: Condition): string | null {
  return 'fact' in condition ? condition.fact : null
}

/** A condition with the row of the sheet where it stands. */
export interface PlacedCondition {
  table: 'gates' | 'vetoes' | 'promotions' | 'levels'
  code: string
  text: string
  when: Condition
}

/** Every condition of a sheet. */
export function conditionsOf({ gates, vetoes, promotions = [], levels }: Outcomes): PlacedCondition[] {
  const placed = (table: PlacedCondition['table'], code: string, text: string, when: Condition) => {
    return { table, code, text, when }
  }
  return [
    ...gates.map((gate) => placed('gates', gate.code, gate.text, gate)),
    ...vetoes.map(({ code, text, when }) => placed('vetoes', code, text, when)),
    ...promotions.map(({ code, text, when }) => placed('promotions', code, text, when)),
    ...levels.flatMap(({ name, requires = [] }) =>
      requires.map(({ text, when }) => placed('levels', name, text, when)),
    ),
  ]
}
