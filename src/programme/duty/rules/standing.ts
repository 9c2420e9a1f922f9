import { type Day, daysBetween } from '#basics/calendar.ts'
import { type Duty, daysLate, isOver } from './duty.ts'

export const standings = ['late', 'open', 'fulfilled', 'void'] as const
export type StandingName = (typeof standings)[number]

/** How a duty stands on a day, in what people ask: how many days are left, how many it is late, whether it was. */
export type Standing =
  | { state: 'open'; daysLeft: number }
  | { state: 'late'; daysLate: number }
  | { state: 'fulfilled'; doneOn: Day; late: boolean }
  | { state: 'void'; reason: string }

/** An open duty is late from the day after its due day on. */
export function standingOf(duty: Duty, today: Day): Standing {
  switch (duty.state) {
    case 'open':
      if (isOver(duty, today)) return { state: 'late', daysLate: daysLate(duty, today) }
      return { state: 'open', daysLeft: daysBetween(today, duty.dueOn) }
    case 'fulfilled':
      return { state: 'fulfilled', doneOn: duty.doneOn, late: duty.late }
    case 'void':
      return { state: 'void', reason: duty.reason }
  }
}

/** A path of a kind of duty with the ids filled in. */
export function placeOf(path: string | null, ids: { organisation: string; subject: string }): string | null {
  return path === null ? null : path.replaceAll('{organisation}', ids.organisation).replaceAll('{subject}', ids.subject)
}
