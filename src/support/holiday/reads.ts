import { type Day, yearOf } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { endOfWorkingDays, type Holiday, type HolidayCalendar } from './rules/working-days.ts'

/** The days off and worked weekends of these years, for counting working days. Ask for one year more than is expected. */
export async function holidayCalendar(
  { tx }: Pick<Context, 'tx'>,
  fromYear: number,
  toYear: number,
): Promise<HolidayCalendar> {
  const days = await tx
    .selectFrom('holiday')
    .select(['day', 'kind'])
    .where('day', '>=', `${fromYear}-01-01`)
    .where('day', '<=', `${toYear}-12-31`)
    .execute()
  // One year more: the last days of December are settled by the next year's notice.
  const years = await tx
    .selectFrom('holiday_year')
    .select('year')
    .where('announced', '=', true)
    .where('year', '>=', fromYear)
    .where('year', '<=', toYear + 1)
    .execute()
  return {
    days: new Map(days.map(({ day, kind }) => [day as Day, kind as 'holiday' | 'workday'])),
    announcedYears: new Set(years.map(({ year }) => year)),
  }
}

/** The days entered for one year, in order. */
export async function holidaysOf({ tx }: Pick<Context, 'tx'>, year: number): Promise<Holiday[]> {
  return holidaysBetween({ tx }, `${year}-01-01`, `${year}-12-31`)
}

/** The days entered from one day to another, both included, in order. */
export async function holidaysBetween({ tx }: Pick<Context, 'tx'>, from: Day, to: Day): Promise<Holiday[]> {
  const rows = await tx
    .selectFrom('holiday')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
  return rows as Holiday[]
}

/** Whether the year has been announced, and by which document. */
export async function announcementOf({ tx }: Pick<Context, 'tx'>, year: number) {
  return tx.selectFrom('holiday_year').select(['announced', 'source']).where('year', '=', year).executeTakeFirst()
}

/** The last of so many working days after a day, by the table of days off as it is now. */
export async function lastWorkingDay(context: Pick<Context, 'tx'>, from: Day, days: number): Promise<Day> {
  const year = yearOf(from)
  return endOfWorkingDays(from, days, await holidayCalendar(context, year, year + 1)).lastDay
}
