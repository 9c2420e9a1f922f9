import { addDays, type Day, type Instant, startOf } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

export const scopes = ['party', 'society'] as const
/** Whom it is disclosed to: those who can sign in (inside the Party and its units), or everyone. */
export type Scope = (typeof scopes)[number]

export const outcomes = ['in-effect', 'objection-upheld', 'taken-down'] as const
/** How a notice ended: its subject took effect, an upheld objection sent it back, or its subject is gone. */
export type Outcome = (typeof outcomes)[number]

/** A public notice. `open` may be past its last day: then nobody can speak any more, and the office can close it. */
export type Notice = { scope: Scope; lastDay: Day } & (
  | { state: 'open' }
  | { state: 'closed'; outcome: Outcome; closedOn: Day }
)

export type NoticeRefusal =
  | 'notice.period-over'
  | 'notice.closed'
  | 'notice.not-ripe'
  | 'notice.objection-open'
  | 'notice.paper-waiting'
  | 'notice.objection-upheld'
  | 'notice.no-objection-upheld'
  | 'notice.not-checked'
  | 'notice.checker-cannot-disclose'

/** What stands in the way of closing: how many objections wait for an answer, and how many were upheld. */
export interface Objected {
  open: number
  upheld: number
  /** Those among the open ones that came on paper and were not compared by a second person yet. */
  waiting: number
}

/** 24:00 of the last day in Shanghai: until then people may speak, from then on it may be closed. */
export function endsAt(notice: Pick<Notice, 'lastDay'>): Instant {
  return startOf(addDays(notice.lastDay, 1))
}

export function isOver(notice: Pick<Notice, 'lastDay'>, now: Instant): boolean {
  return now >= endsAt(notice)
}

/** Whether somebody may still give an opinion or raise an objection. */
export function speak(notice: Notice, now: Instant): Decision<Notice, NoticeRefusal> {
  if (notice.state === 'closed' || isOver(notice, now)) return refuse('notice.period-over')
  return allow(notice)
}

/**
 * Ends the notice. For its subject to take effect the whole period must have passed, and no objection may be open or
 * upheld; opinions never stand in the way. To send the subject back, one objection must be upheld and none open. One
 * whose subject is gone is taken down whatever was said on it: what is open can still be answered.
 */
export function close(
  notice: Notice,
  outcome: Outcome,
  objected: Objected,
  now: Instant,
): Decision<Notice & { state: 'closed' }, NoticeRefusal> {
  if (notice.state === 'closed') return refuse('notice.closed')
  if (outcome === 'taken-down') return allow({ ...notice, state: 'closed', outcome, closedOn: now.slice(0, 10) })
  if (objected.waiting > 0) return refuse('notice.paper-waiting', { waiting: objected.waiting })
  if (objected.open > 0) return refuse('notice.objection-open', { open: objected.open })
  if (outcome === 'objection-upheld' && objected.upheld === 0) return refuse('notice.no-objection-upheld')
  if (outcome === 'in-effect' && objected.upheld > 0) return refuse('notice.objection-upheld')
  if (outcome === 'in-effect' && !isOver(notice, now)) return refuse('notice.not-ripe', { day: notice.lastDay })
  return allow({ ...notice, state: 'closed', outcome, closedOn: now.slice(0, 10) })
}

/** Whether something may be disclosed: a named person checked it for secrets, and somebody else discloses it. */
export function disclose(checkedBy: string | null, discloser: string): Decision<string, NoticeRefusal> {
  if (checkedBy === null) return refuse('notice.not-checked')
  if (checkedBy === discloser) return refuse('notice.checker-cannot-disclose')
  return allow(checkedBy)
}
