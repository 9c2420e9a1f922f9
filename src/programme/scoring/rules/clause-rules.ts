import type { Instant } from '#basics/calendar.ts'
import type { ExactText } from '#basics/exact.ts'
import type { Evidence } from './clause-rules-lists.ts'
import type { Band, Measure, NamedPoints, Within } from './sheet-clauses.ts'
import type { Effect } from './sheet-outcomes.ts'

/** A1 达标得分: points if it holds, else none. */
export interface Award {
  type: 'A1'
  points: ExactText
}

/** A2 满分起扣: so many points off for each fault, at most `cap` in all; null is without end (A11). */
export interface PerFault {
  type: 'A2'
  per: ExactText
  unit: string
  /** What had to be done in every quarter or month; too many in one period make up for nothing in another. */
  due: { every: 'quarter' | 'month'; times: number } | null
  cap: ExactText | null
  /** A flag that lifts the clause (A16), e.g. an approved extension. */
  exemptIf: string | null
  evidence?: Evidence
}

/** A3 a named fault: points off once if the flag holds, unless exempt (A16). */
export interface NamedFault {
  type: 'A3'
  points: ExactText
  exemptIf: string | null
}

/** A5 a choice between named grades. */
export interface GradeChoice {
  type: 'A5'
  options: NamedPoints[]
}

/** A6 a lookup in half-open bands; points may be negative. */
export interface Bands {
  type: 'A6'
  measure: Measure
  bands: Band[]
}

/**
 * A7 points by rank (`by: place`) or by rank ÷ number ranked in percent (`by: percent`). The rank is given as a fact (counted
 * from the end named by `from`), or is found in the population step from a number of every branch. Each row of `places`
 * holds up to its bound; beyond the last, `after` continues from it place by place, and with null nothing is said: a ruling.
 */
export interface RankPoints {
  type: 'A7'
  by: 'place' | 'percent'
  from: 'top' | 'bottom'
  /** Which number stands at the top. */
  better: 'high' | 'low'
  within: Within
  /** What equals count as: the best of their places, the worst, the mean of them, or a ruling. */
  ties: 'best' | 'worst' | 'mean' | 'ruling'
  places: { upTo: ExactText; points: ExactText }[]
  after: { per: ExactText; least: ExactText | null } | { points: ExactText } | null
}

/** A8 points × value ÷ reference: the best or the mean of all branches (population step), or a printed target. */
export interface RatioTo {
  type: 'A8'
  points: ExactText
  to: 'best' | 'mean' | 'target'
  target: ExactText | null
  /** `low`: reference ÷ value. */
  better: 'high' | 'low'
  within: Within
  measure: Measure
  /** The most it can give; null lets it rise above `points`. */
  cap: ExactText | null
}

/**
 * A9 steps from a threshold: `base`, and `reached` more from the threshold on; then `above` for each step above, `below` for
 * each step below (both signed). Held between `least` and `most`. `full`: steps begun do not count; `begun`: they do;
 * `fraction`: parts of a step count in proportion.
 */
export interface StepsFrom {
  type: 'A9'
  measure: Measure
  base: ExactText
  threshold: ExactText
  reached: ExactText
  step: ExactText
  above: ExactText
  below: ExactText
  steps: 'full' | 'begun' | 'fraction'
  least: ExactText | null
  most: ExactText | null
  exemptIf: string | null
}

/** A15 或: several metrics, each with its bands; the best counts. */
export interface EitherOr {
  type: 'A15'
  measure: Measure
  bands: Band[]
  or: { fact: string; measure: Measure; bands: Band[] }[]
}

/** A16 if the flag holds, the whole item is taken as the sheet says, and its other clauses are set aside. `unsaid` needs a ruling. */
export interface Exemption {
  type: 'A16'
  as: 'full' | 'zero' | 'left-out' | 'mean-of-others' | 'unsaid'
}

/** A18 a score given by another body, converted: value ÷ `outOf` × `points`; `outOf` null takes it as it is. Below `least` (null: no end) it is refused. */
export interface Supplied {
  type: 'A18'
  effect: 'add' | 'deduct'
  outOf: ExactText | null
  points: ExactText
  least: ExactText | null
}

/** A19 points by how late it was handed in: `due` is exclusive (24:00 of a day is 00:00 of the next); the first tier that is not exceeded counts. */
export interface Lateness {
  type: 'A19'
  due: { at: Instant } | { after: string; months: number; days: number }
  tiers: { upTo: number; points: ExactText }[]
  unit: 'working-days' | 'days'
  /** Later than every tier, or never. */
  never: ExactText
}

/** A20 a fault inside an item that changes more than the item: no points, but an effect on the whole. */
export interface FailTrigger {
  type: 'A20'
  when:
    | { kind: 'holds' }
    | { kind: 'count-from'; count: number }
    | { kind: 'share-below'; percent: ExactText; of: number | null }
  effect: Effect
}
