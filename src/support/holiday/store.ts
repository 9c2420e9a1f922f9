import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import type { Holiday } from './rules/working-days.ts'

export async function loadHoliday({ tx }: Context, day: Day): Promise<Holiday | undefined> {
  return (await tx.selectFrom('holiday').selectAll().where('day', '=', day).forUpdate().executeTakeFirst()) as
    | Holiday
    | undefined
}

export async function saveHoliday({ tx }: Context, holiday: Holiday): Promise<void> {
  const { kind, name, source } = holiday
  await tx
    .insertInto('holiday')
    .values({ day: holiday.day, kind, name, source })
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ kind, name, source }))
    .execute()
}

export async function deleteHoliday({ tx }: Context, day: Day): Promise<void> {
  await tx.deleteFrom('holiday').where('day', '=', day).execute()
}

export async function saveYear({ tx }: Context, year: number, announced: boolean, source: string): Promise<void> {
  await tx
    .insertInto('holiday_year')
    .values({ year, announced, source })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ announced, source }))
    .execute()
}
