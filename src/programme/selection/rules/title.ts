import type { Day } from '#basics/calendar.ts'

export const titleStates = ['named', 'warned', 'rectifying', 'removed'] as const

/** What a branch was given by a selection. A warned or rectifying branch keeps its title; `endedOn` is the first day without it. */
export type Title = { branch: string; selection: string; namedOn: Day } & (
  | { state: 'named' }
  | { state: 'warned' }
  | { state: 'rectifying' }
  | { state: 'removed'; endedOn: Day }
)

/** Whether the title is held on that day. */
export function holdsOn(title: Title, day: Day): boolean {
  return title.namedOn <= day && (title.state !== 'removed' || day < title.endedOn)
}
