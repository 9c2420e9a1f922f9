import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { type CallRefusal, majority, type Uptake } from './call.ts'

/** How the members made a theme their own before it was handed in (从群众中来): counts and a day, no names. */
export interface Adoption {
  suggestions: number
  takenUp: string
  meetingOn: Day
  present: number
  /** Not known where it was written down before it was asked for. */
  inFavour?: number | undefined
}

/** Suggestions that got one and the same answer. */
export interface Answered {
  uptake: Uptake
  words: string
  reason: string
  count: number
}

/** What a theme rests on: a call of the branch, or what was told of paper. */
export type Rests = { on: 'call'; call: string } | { on: 'paper'; adoption: Adoption | null }

export type AdoptionRefusal = 'theme.call-to-be-settled' | 'theme.adoption-known' | CallRefusal

/**
 * What a theme that is handed in rests on. A call that is not settled holds it up; what is known from a call is not asked
 * again. `adopted` is the branch's latest adopted call that no other theme rests on.
 */
export function restsOn(
  calls: { open: string | null; adopted: string | null },
  typed: Adoption | undefined,
  before: Adoption | null,
): Decision<Rests, AdoptionRefusal> {
  if (calls.open !== null) return refuse('theme.call-to-be-settled')
  if (calls.adopted !== null) return typed ? refuse('theme.adoption-known') : allow({ on: 'call', call: calls.adopted })
  if (typed?.inFavour !== undefined) {
    const counted = majority({ present: typed.present, inFavour: typed.inFavour })
    if (!counted.ok) return counted
  }
  return allow({ on: 'paper', adoption: typed ?? before })
}

/** What was taken up, in the words of the theme; each once. */
export function takenUpIn(answers: readonly Pick<Answered, 'words'>[]): string {
  return [...new Set(answers.map(({ words }) => words).filter((words) => words !== ''))].join('；')
}
