import type { Day, Instant } from '#basics/calendar.ts'
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
  /** A list of things that happened, each with what the sheet asks about it; how many there are is never typed beside it. */
  | { shape: 'things'; things: Thing[] }
  /** When something was handed in; null if never. */
  | { shape: 'moment'; at: Instant | null }
  /** A rank given from elsewhere, counted from the end that the clause names, and among how many (null: not told). */
  | { shape: 'rank'; rank: number; of: number | null }
  | { shape: 'votes'; groups: VoteGroup[] }
  /** The kinds the branch had in the year: more than one means that it changed, and needs a ruling. */
  | { shape: 'kinds'; kinds: string[] }
  /** One value for each period (month, quarter, half-year) of the year, all of one shape. */
  | { shape: 'series'; values: SingleValue[] }

/** A value that stands by itself: no series. */
export type SingleValue = Exclude<FactValue, { shape: 'series' }>

export type ValueOf<Shape extends FactValue['shape']> = Extract<FactValue, { shape: Shape }>

/** One assessor's mark. `assessor` is a label that only the office can tie to a person (考评人甲); never a name. */
export interface Rating {
  assessor: string
  points: ExactText
  reason: string
  /** What the branch was compared with; empty where the clause asks for none. */
  comparedWith: string
  /** The group of raters, where the sheet has several. */
  group?: string
}

/**
 * One thing on a list. `item` is the same text for the same thing. The rest stands there where the sheet asks for it:
 * stages reached or sanctions given (`names`), how many people share it, the value an assessor gave it and why.
 */
export interface Thing {
  item: string
  names?: string[]
  people?: number
  points?: ExactText
  reason?: string
  document?: string
  on?: Day
}

/** The votes of one group by option; where too few voted, no count is kept at all. */
export type VoteGroup =
  | { name: string; state: 'counted'; votes: { option: string; count: number }[] }
  | { name: string; state: 'too-few' }

/** A formal honour. Without a document number it counts nothing. `matter` is the same text for the same achievement. */
export interface Honour {
  level: string
  matter: string
  document: string
  issuer: string
  on: Day
  /** The year in which it was counted already; it never counts twice. */
  countedIn?: number
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

/**
 * Votes by option as a fact: groups with fewer than `least` valid votes lose their counts here, before anything is stored.
 * Takes the counted votes of each group and the options that are no valid votes; answers the value to put into the facts.
 */
export function votesValue(
  tallies: { name: string; votes: { option: string; count: number }[] }[],
  excluded: readonly string[],
  least: number,
): ValueOf<'votes'> {
  const validOf = (votes: { option: string; count: number }[]) =>
    votes.reduce((all, { option, count }) => (excluded.includes(option) ? all : all + count), 0)
  return {
    shape: 'votes',
    groups: tallies.map(({ name, votes }) =>
      validOf(votes) < least ? { name, state: 'too-few' } : { name, state: 'counted', votes },
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
  /** Which level it has, where the sheet names none or several, or a quota does not say. */
  | { about: 'level'; level: string; ground: string }
  /** By which kind of branch it is assessed, where it changed in the year. */
  | { about: 'kind'; kind: string; ground: string }
