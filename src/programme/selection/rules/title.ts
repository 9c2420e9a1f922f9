import type { Day } from '#basics/calendar.ts'
import type { TitleTerm } from '#programme/scoring/rules/sheet-term.ts'
import { endsOn } from '#programme/scoring/rules/term.ts'

export const titleStates = ['named', 'warned', 'rectifying', 'removed', 'ended'] as const

/**
 * What a branch was given by a selection. A warned or rectifying branch keeps its title; it is removed for a reason of its own,
 * or ends with the branch. `endedOn` is the first day without it, `runsUntil` the first day after its term, where the sheet
 * gives it one.
 */
export type Title = { branch: string; selection: string; namedOn: Day; runsUntil: Day | null } & (
  | { state: 'named' }
  | { state: 'warned' }
  | { state: 'rectifying' }
  | { state: 'removed' | 'ended'; endedOn: Day }
)

/** Whether the title is held on that day. */
export function holdsOn(title: Title, day: Day): boolean {
  const inTerm = title.namedOn <= day && (title.runsUntil === null || day < title.runsUntil)
  return inTerm && (!('endedOn' in title) || day < title.endedOn)
}

/** D4: the first day on which a title given that day has run out; null where the sheet gives titles no term. */
export function runsOutOn(term: TitleTerm | undefined, namedOn: Day): Day | null {
  return term ? endsOn(term, namedOn) : null
}
