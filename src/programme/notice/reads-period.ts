import { addDays, type Day, yearOf } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { holidayCalendar, holidaysBetween } from '#support/holiday/reads.ts'
import type { HolidayCalendar } from '#support/holiday/rules/working-days.ts'
import type { NoticeRow } from './reads.ts'
import { type Counted, type End, endOf } from './rules/period.ts'

export function countedOf(row: Pick<NoticeRow, 'counted_from' | 'counted_days' | 'last_day' | 'provisional'>): Counted {
  return { from: row.counted_from, days: row.counted_days, lastDay: row.last_day, provisional: row.provisional }
}

/** The calendar that the ends of these notices are counted by, with room for an extension. */
export function calendarFor(context: Pick<Context, 'tx'>, rows: { counted_from: Day }[]): Promise<HolidayCalendar> {
  const years = rows.map((row) => yearOf(row.counted_from))
  return holidayCalendar(context, Math.min(...years), Math.max(...years) + 2)
}

/** The rows with the last day as it stands: counted with unsettled days it follows the calendar until the notice is closed. */
export async function settled(context: Pick<Context, 'tx'>, rows: NoticeRow[]): Promise<NoticeRow[]> {
  const moving = rows.filter((row) => row.provisional && row.outcome === null)
  if (moving.length === 0) return rows
  const calendar = await calendarFor(context, moving)
  return rows.map((row) => {
    if (!moving.includes(row)) return row
    const { lastDay, provisional } = endOf(countedOf(row), calendar)
    return { ...row, last_day: lastDay, provisional }
  })
}

/** In how many working days after its last day everything said on a notice is answered. */
export async function answerDaysOf({ tx }: Pick<Context, 'tx'>, id: string): Promise<number> {
  const { answer_days } = await tx
    .selectFrom('notice')
    .select('answer_days')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return answer_days
}

/** What the end of a notice rests on, with the named days off and worked weekends on the way to it. */
export async function groundOfEnd(
  context: Pick<Context, 'tx'>,
  id: string,
): Promise<End & { told: Day; named: Awaited<ReturnType<typeof holidaysBetween>> }> {
  const row = await context.tx
    .selectFrom('notice')
    .select(['posted_on', 'counted_from', 'counted_days', 'last_day', 'provisional', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // a closed one ended when it ended, whatever the table became
  const counted = { ...countedOf(row), provisional: row.provisional && row.outcome === null }
  const end = endOf(counted, await calendarFor(context, [row]))
  return { ...end, told: row.last_day, named: await holidaysBetween(context, addDays(row.posted_on, 1), end.lastDay) }
}

/** Every extension of a notice, the first one first. */
export async function extensionsOf({ tx }: Pick<Context, 'tx'>, notice: string) {
  return tx
    .selectFrom('notice_extension')
    .select(['days', 'reason', 'document', 'last_day_before', 'last_day', 'extended_by', 'extended_at'])
    .where('notice_id', '=', notice)
    .orderBy('id')
    .execute()
}
