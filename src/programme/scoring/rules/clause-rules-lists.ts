import type { Day } from '#basics/calendar.ts'
import type { ExactText } from '#basics/exact.ts'
import type { Measure, NamedPoints } from './sheet-clauses.ts'

/** A22 what a thing on a list must have to count: a document number, a day within these (`until` exclusive). */
export interface Evidence {
  document: boolean
  from: Day | null
  until: Day | null
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

/** A4 for each thing on a list a value between `min` and `max` with its reason, added up to at most `cap`. */
export interface JudgedEach {
  type: 'A4E'
  effect: 'add' | 'deduct'
  min: ExactText
  max: ExactText
  cap: ExactText | null
  evidence?: Evidence
}

/** A4 with A15: the best band that any of the metrics reaches opens a range, and the panel's marks must lie inside it. */
export interface JudgedInBand {
  type: 'A4B'
  metrics: { fact: string; measure: Measure; bands: RangeBand[] }[]
  comparison: boolean
  spread: ExactText | null
}

/** A band that opens the range `min` to `max` for the panel. */
export interface RangeBand {
  atLeast: ExactText | null
  below: ExactText | null
  min: ExactText
  max: ExactText
}

/** A10 so many points for each occurrence, at most `cap`; null is without end (A11). */
export interface PerOccurrence {
  type: 'A10'
  per: ExactText
  unit: string
  cap: ExactText | null
  /** A13 of a list, the same thing counts once. */
  once?: true
  evidence?: Evidence
}

/** A12 points by the level of an honour; only those with a document number count (A22), at most `cap` (B10). */
export interface HonourLevels {
  type: 'A12'
  levels: NamedPoints[]
  /** A13 `highest-per-matter`: the same matter counts once, at its highest level. `highest`: only one honour in all. `unsaid`: the sheet does not say; a ruling. */
  fold: 'highest-per-matter' | 'sum' | 'highest' | 'unsaid'
  /** What an honour of a level that is not listed does (依次酌减): not given, it counts nothing. */
  unlisted?: 'ruling'
  cap: ExactText | null
  evidence?: Evidence
}

/** A14 再加: each thing climbs its own ladder and keeps what its lower stages earned. */
export interface Stages {
  type: 'A14'
  stages: NamedPoints[]
  cap: ExactText | null
  evidence?: Evidence
}

/** A17 for each thing `per` ÷ the people who share it; the same thing counts once. */
export interface Shared {
  type: 'A17'
  per: ExactText
  unit: string
  cap: ExactText | null
  evidence?: Evidence
}

/** A21 points by name: kind of sanction, whose rule was broken, rank. `heaviest`: of one event only the heaviest counts. */
export interface NamedList {
  type: 'A21'
  effect: 'add' | 'deduct'
  names: NamedPoints[]
  fold: 'each' | 'heaviest'
  cap: ExactText | null
  evidence?: Evidence
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

/** B7 votes by option, each with its value; the mean ÷ `full` × `points`. Options under `excluded` (不了解) are no valid votes. */
export interface BallotMean {
  type: 'B7'
  points: ExactText
  full: ExactText
  options: { name: string; value: ExactText }[]
  excluded: string[]
  groups: { name: string; weight: ExactText }[]
  least: number
  /** Where no group has enough valid votes: the item is left out, or needs a ruling. */
  few: 'left-out' | 'ruling'
}
