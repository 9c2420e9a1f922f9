import { addDays, type Day, weekdayOf, yearOf } from '#basics/calendar.ts'

/** What is known of days off and worked weekends; a year is announced once the State Council has published its days. */
export interface HolidayCalendar {
  days: ReadonlyMap<Day, 'holiday' | 'workday'>
  announcedYears: ReadonlySet<number>
}

/** A day of the calendar as people entered it, with the document it comes from. */
export interface Holiday {
  day: Day
  kind: 'holiday' | 'workday'
  name: string
  source: string
}

/** Whether people work on that day: as announced, else Monday to Friday. */
export function isWorkingDay(day: Day, calendar: HolidayCalendar): boolean {
  const kind = calendar.days.get(day)
  return kind ? kind === 'workday' : weekdayOf(day) <= 5
}

/**
 * Whether the State Council has settled that day. The notice of a year also settles the last days of the December before
 * it (New Year of 2007, 2012, 2019 and 2023 began in the old year), so those count as the next year's.
 */
export function isSettled(day: Day, calendar: HolidayCalendar): boolean {
  const year = yearOf(day)
  if (!calendar.announcedYears.has(year)) return false
  return day.slice(5) < '12-27' || calendar.announcedYears.has(year + 1)
}

/**
 * The last of `days` working days (a whole number, at least 1) counted from the day after `from`: the day of posting does
 * not count. `provisional` when a day not yet settled was needed, so that the last day may still move.
 */
export function endOfWorkingDays(
  from: Day,
  days: number,
  calendar: HolidayCalendar,
): { lastDay: Day; provisional: boolean } {
  let lastDay = from
  let provisional = false
  for (let left = days; left > 0; ) {
    lastDay = addDays(lastDay, 1)
    if (!isSettled(lastDay, calendar)) provisional = true
    if (isWorkingDay(lastDay, calendar)) left -= 1
  }
  return { lastDay, provisional }
}
