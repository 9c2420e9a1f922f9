import type { ExactText } from '#basics/exact.ts'
import type {
  Award,
  Bands,
  EitherOr,
  Exemption,
  FailTrigger,
  GradeChoice,
  Lateness,
  NamedFault,
  PerFault,
  RankPoints,
  RatioTo,
  StepsFrom,
  Supplied,
} from './clause-rules.ts'
import type {
  BallotMean,
  HonourLevels,
  Judged,
  JudgedEach,
  JudgedInBand,
  NamedList,
  PerOccurrence,
  SatisfiedShare,
  Shared,
  Stages,
} from './clause-rules-lists.ts'
import type { Fold, Rounding } from './sheet.ts'

/** One clause: where it counts, what is printed, which fact it reads. Codes are unique in a sheet. */
export type Clause = ClauseBase & ClauseRule
export type ClauseType = Clause['type']
export type ClauseOf<Type extends ClauseType> = Extract<Clause, { type: Type }>

export interface ClauseBase {
  code: string
  indicator: string
  text: string
  fact: string
  /** B11 the kinds of branch it is for; not given: all. */
  kinds?: string[]
  /** B8 the fact is a series of so many values; the clause is applied to each, and the results are folded. */
  periods?: { count: number; fold: Fold | 'sum' }
  rounding?: Rounding
}

/** What clauses can do. The letters are those of docs/rules-guide.md; each has its function under clauses/. */
export type ClauseRule =
  | Award
  | PerFault
  | NamedFault
  | Judged
  | JudgedEach
  | JudgedInBand
  | GradeChoice
  | Bands
  | RankPoints
  | RatioTo
  | StepsFrom
  | PerOccurrence
  | HonourLevels
  | Stages
  | EitherOr
  | Exemption
  | Shared
  | Supplied
  | Lateness
  | FailTrigger
  | NamedList
  | SatisfiedShare
  | BallotMean

/** What a number is taken from: the number itself, a ratio in percent, or full years from a day to the sheet's `asOf`. */
export const measures = ['number', 'percent', 'full-years'] as const
export type Measure = (typeof measures)[number]

/** A half-open band: `atLeast` ≤ x < `below`; null is without end. */
export interface Band {
  atLeast: ExactText | null
  below: ExactText | null
  points: ExactText
}

export interface NamedPoints {
  name: string
  points: ExactText
}

/** Among whom branches are compared: all that are rated, those of the region, those of the kind. */
export const withins = ['all', 'region', 'kind'] as const
export type Within = (typeof withins)[number]

/** Every fact key the clause reads: its own, those of other metrics, and the flag that lifts it. */
export function factsOfClause(clause: Clause): string[] {
  switch (clause.type) {
    case 'A2':
    case 'A3':
    case 'A9':
      return clause.exemptIf === null ? [clause.fact] : [clause.fact, clause.exemptIf]
    case 'A15':
      return [clause.fact, ...clause.or.map(({ fact }) => fact)]
    case 'A4B':
      return [clause.fact, ...clause.metrics.map(({ fact }) => fact)]
    case 'A19':
      return 'after' in clause.due ? [clause.fact, clause.due.after] : [clause.fact]
    default:
      return [clause.fact]
  }
}

/** Whether the clause looks at other branches, so that it waits for the population step. */
export function isRelative(clause: Clause, shapeOf: (fact: string) => string | undefined): boolean {
  if (clause.type === 'A7') return shapeOf(clause.fact) !== 'rank'
  if (clause.type === 'A8') return clause.to !== 'target'
  return clause.type === 'A16' && clause.as === 'mean-of-others'
}
