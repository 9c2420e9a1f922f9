import type { Day } from '#basics/calendar.ts'

export const titleStates = ['named', 'warned', 'rectifying', 'removed', 'ended'] as const

/**
 * What a branch was given by a selection. A warned or rectifying branch keeps its title; it is removed for a reason of its own,
 * or ends with the branch. `endedOn` is the first day without it.
 */
export type Title = { branch: string; selection: string; namedOn: Day } & (
  | { state: 'named' }
  | { state: 'warned' }
  | { state: 'rectifying' }
  | { state: 'removed' | 'ended'; endedOn: Day }
)

/** Whether the title is held on that day. */
export function holdsOn(title: Title, day: Day): boolean {
  return title.namedOn <= day && (!('endedOn' in title) || day < title.endedOn)
}
