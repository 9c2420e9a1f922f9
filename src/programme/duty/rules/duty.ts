import { type Day, dayOf, daysBetween, type Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Said } from '#basics/messages.ts'

/** A kind of duty, said by the capability that opens it. */
export interface DutyKind {
  /** `theme.propose`: the capability and what is to be done. */
  name: string
  /** What is to be done, in few words: “提出支部主题”. */
  title: Said
  /**
   * Where it is done: paths on the portal and at the desk, or null where there is no such page. `{organisation}` and
   * `{subject}` stand for the ids of the one who has to do it and of what it is about.
   */
  opens: { portal: string | null; desk: string | null }
}

interface Kept {
  id: Id<'duty'>
  kind: string
  /** The organisation that has to do it. */
  organisation: OrganisationId
  /** The last day on which it is done in time. */
  dueOn: Day
}

/** Something an organisation has to do by a day. Each state carries only what is true in it. */
export type Duty =
  | (Kept & { state: 'open' })
  | (Kept & { state: 'fulfilled'; fulfilledAt: Instant; fulfilledBy: PersonId; doneOn: Day; late: boolean })
  | (Kept & { state: 'void'; voidedAt: Instant; voidedBy: PersonId | null; reason: string })

export type DutyState = Duty['state']

export type DutyRefusal =
  | 'duty.not-open'
  | 'duty.not-fulfilled'
  | 'duty.not-done-in-the-future'
  | 'duty.due-day-is-over'
  | 'duty.not-into-the-past'
  | 'duty.reason-needed'

/** Whether the due day is over: from 00:00 of the next day on, in Shanghai. */
export function isOver({ dueOn }: Pick<Duty, 'dueOn'>, today: Day): boolean {
  return today > dueOn
}

/** How many days it is late: 1 on the day after the due day, 0 as long as it is in time. */
export function daysLate({ dueOn }: Pick<Duty, 'dueOn'>, today: Day): number {
  return Math.max(0, daysBetween(dueOn, today))
}

/**
 * Done: in time until 24:00 of the due day, late from then on. `doneOn` is the day on which it was done, where that is
 * another one than the day on which it is told (a meeting, paper).
 */
export function fulfil(
  duty: Duty,
  by: PersonId,
  at: Instant,
  doneOn = dayOf(at),
): Decision<Duty & { state: 'fulfilled' }, DutyRefusal> {
  if (duty.state !== 'open') return refuse('duty.not-open')
  if (doneOn > dayOf(at)) return refuse('duty.not-done-in-the-future')
  const late = isOver(duty, doneOn)
  return allow({ ...duty, state: 'fulfilled', fulfilledAt: at, fulfilledBy: by, doneOn, late })
}

/** No duty any more, for a reason that stays on record. `by` is null when it follows from a date alone. */
export function annul(
  duty: Duty,
  reason: string,
  by: PersonId | null,
  at: Instant,
): Decision<Duty & { state: 'void' }, DutyRefusal> {
  if (duty.state !== 'open') return refuse('duty.not-open')
  if (reason.trim() === '') return refuse('duty.reason-needed')
  return allow({ ...duty, state: 'void', voidedAt: at, voidedBy: by, reason })
}

/** Open again, because what fulfilled it was taken back. */
export function reopen(duty: Duty): Decision<Duty & { state: 'open' }, DutyRefusal> {
  if (duty.state !== 'fulfilled') return refuse('duty.not-fulfilled')
  const { id, kind, organisation, dueOn } = duty
  return allow({ id, kind, organisation, dueOn, state: 'open' })
}

/** Another due day, today or later; what was missed already stays missed, its holders are on record. */
export function move(duty: Duty, dueOn: Day, today: Day): Decision<Duty & { state: 'open' }, DutyRefusal> {
  if (duty.state !== 'open') return refuse('duty.not-open')
  if (isOver(duty, today)) return refuse('duty.due-day-is-over', { day: duty.dueOn })
  if (dueOn < today) return refuse('duty.not-into-the-past')
  return allow({ ...duty, dueOn })
}
