import { addMilliseconds, type Instant, millisecondsBetween } from '#basics/calendar.ts'

/** A signed-in browser. It ends after thirty idle minutes, and after twelve hours whatever is done. */
export interface OpenSession {
  usedAt: Instant
  endsAt: Instant
  endedAt: Instant | null
}

export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3_600_000
/** A session in use is noted at most once a minute. */
export const TOUCH_MS = 60_000

export function isOpen({ usedAt, endsAt, endedAt }: OpenSession, now: Instant): boolean {
  return endedAt === null && now < endsAt && millisecondsBetween(usedAt, now) < IDLE_MS
}

export function endOf(beganAt: Instant): Instant {
  return addMilliseconds(beganAt, ABSOLUTE_MS)
}
