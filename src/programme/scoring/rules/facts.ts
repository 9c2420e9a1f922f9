import type { Day } from '#basics/calendar.ts'
import type { ExactText } from '#basics/exact.ts'
import type { FactOrigin } from './sheet.ts'

/**
 * The facts of one branch for one sheet, by fact key. Every fact a sheet reads must be there: that nothing happened is
 * said with 0, false, an empty list or null, so that what was forgotten never looks like what did not happen.
 */
export type Facts = Record<string, Fact>

/** What is known, and from which records, ratings or papers. */
export interface Fact {
  value: FactValue
  sources: Source[]
}

/** Something that can be opened: its id in our records, and a sentence (document number, date and words of a record). */
export interface Source {
  kind: FactOrigin
  id: string
  text: string
}

export type FactValue =
  | { shape: 'count'; count: number }
  /** How often it was done in each period of the year: 4 quarters or 12 months. */
  | { shape: 'periods'; done: number[] }
  | { shape: 'flag'; holds: boolean }
  | { shape: 'number'; number: ExactText }
  | { shape: 'ratio'; part: number; whole: number }
  | { shape: 'grade'; grade: string }
  | { shape: 'ratings'; ratings: Rating[] }
  | { shape: 'honours'; honours: Honour[] }
  | { shape: 'survey'; groups: SurveyGroup[] }
  /** Since which day something holds; null when it does not hold. */
  | { shape: 'since'; day: Day | null }

export type ValueOf<Shape extends FactValue['shape']> = Extract<FactValue, { shape: Shape }>

/** One assessor's mark. `assessor` is a label that only the office can tie to a person (考评人甲); never a name. */
export interface Rating {
  assessor: string
  points: ExactText
  reason: string
  /** What the branch was compared with; empty where the clause asks for none. */
  comparedWith: string
}

/** A formal honour. Without a document number it counts nothing. `matter` is the same text for the same achievement. */
export interface Honour {
  level: string
  matter: string
  document: string
  issuer: string
  on: Day
}

/** The votes of one group; where too few voted, no count is kept at all, so that no file can show what so few said. */
export type SurveyGroup =
  | { name: string; state: 'counted'; valid: number; satisfied: number }
  | { name: string; state: 'too-few' }

/**
 * A survey as a fact: groups with fewer than `least` valid votes lose their counts here, before anything is stored.
 * Takes the tallied votes of each group; answers the value to put into the facts.
 */
export function surveyValue(
  tallies: { name: string; valid: number; satisfied: number }[],
  least: number,
): ValueOf<'survey'> {
  return {
    shape: 'survey',
    groups: tallies.map(({ name, valid, satisfied }) =>
      valid < least ? { name, state: 'too-few' } : { name, state: 'counted', valid, satisfied },
    ),
  }
}

/** The self-score of a branch: points it gives itself, by indicator. Kept and shown beside the assessed score, never counted. */
export type SelfScore = Record<string, ExactText>

/** A decision of those entitled where the sheet decides nothing; `ground` says who decided, when and why. */
export type Ruling =
  | { about: 'clause'; clause: string; points: ExactText; ground: string }
  | { about: 'gate'; gate: string; passes: boolean; ground: string }
  | { about: 'naming'; named: boolean; ground: string }
