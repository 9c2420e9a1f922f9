import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { endOfWorkingDays, type HolidayCalendar } from '#support/holiday/rules/working-days.ts'
import { isOver, type Notice } from './notice.ts'

/**
 * How the end of a period was counted: `days` working days from the day after `from`. `lastDay` is what people were told;
 * `provisional` when days were needed that the State Council had not settled.
 */
export interface Counted {
  from: Day
  days: number
  lastDay: Day
  provisional: boolean
}

/**
 * What the end rests on. `fixed`: settled days only. `estimated`: some are still unsettled. `corrected`: they were, and the
 * end came out later than first told. `kept`: by the table of today it would be another day, but what was told stands.
 */
export const groundsOfEnd = ['fixed', 'estimated', 'corrected', 'kept'] as const
export type GroundOfEnd = (typeof groundsOfEnd)[number]

export interface End {
  lastDay: Day
  provisional: boolean
  ground: GroundOfEnd
  /** What the table of today gives. */
  recounted: Day
}

export type PeriodRefusal = 'notice.closed' | 'notice.too-late-to-extend' | 'notice.extended-meanwhile'

/**
 * The end as it stands. Counted with settled days it is fixed: a later change of the table moves it no more. Counted with
 * unsettled ones it follows the table until the notice is closed, but never to a day earlier than people were told.
 */
export function endOf(counted: Counted, calendar: HolidayCalendar): End {
  const { lastDay: recounted, provisional } = endOfWorkingDays(counted.from, counted.days, calendar)
  const told = counted.lastDay
  if (!counted.provisional)
    return { lastDay: told, provisional: false, ground: recounted === told ? 'fixed' : 'kept', recounted }
  const later = recounted > told
  const lastDay = later ? recounted : told
  if (provisional) return { lastDay, provisional, ground: 'estimated', recounted }
  const ground = later ? 'corrected' : recounted === told ? 'fixed' : 'kept'
  return { lastDay, provisional, ground, recounted }
}

/** A period of `days` working days that begins on the day after `from`. */
export function begin(from: Day, days: number, calendar: HolidayCalendar): Counted {
  return { from, days, ...endOfWorkingDays(from, days, calendar) }
}

/**
 * Gives people `days` more working days (延长公示): while the period runs only, never after it was closed, and only from
 * the last day that the person saw, so that of two at once one wins. It is counted on from the end as it stands; an end
 * that is only estimated is counted anew as a whole.
 */
export function extend(
  notice: Notice,
  counted: Counted,
  { days, lastDay: seen }: { days: number; lastDay: Day },
  { now, calendar }: { now: Instant; calendar: HolidayCalendar },
): Decision<Counted, PeriodRefusal> {
  if (notice.state === 'closed') return refuse('notice.closed')
  const end = endOf(counted, calendar)
  if (isOver(end, now)) return refuse('notice.too-late-to-extend', { day: end.lastDay })
  if (end.lastDay !== seen) return refuse('notice.extended-meanwhile', { day: end.lastDay })
  const whole = end.provisional && end.recounted === end.lastDay
  return allow(whole ? begin(counted.from, counted.days + days, calendar) : begin(end.lastDay, days, calendar))
}
