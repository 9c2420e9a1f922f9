import { type Selectable, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Tables } from '#platform/tables.ts'
import type { Disposition } from './rules/answer.ts'
import type { Way } from './rules/paper.ts'
import type { Wording } from './rules/wording.ts'

export type OpinionRow = Omit<Selectable<Tables['opinion']>, 'disposition' | 'wordings' | 'way'> & {
  way: Way | null
  disposition: Disposition | null
  wordings: Wording[]
}
export type ObjectionRow = Omit<Selectable<Tables['objection']>, 'result' | 'way'> & {
  result: 'upheld' | 'not-upheld' | null
  way: Way | null
}

/** A page of the opinions on a notice, by day; within a day in no order that says who came when. */
export async function opinionsOn(
  { tx }: Context,
  notice: string,
  filter: { state?: 'open' | 'answered' | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const rows = (await tx
    .selectFrom('opinion')
    .selectAll()
    .where('notice_id', '=', notice)
    .$if(filter.state === 'open', (query) => query.where('disposition', 'is', null))
    .$if(filter.state === 'answered', (query) => query.where('disposition', 'is not', null))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(given_on, id) > (${after![0]!}::date, ${after![1]!}::uuid)`),
    )
    .orderBy('given_on')
    .orderBy('id')
    .limit(filter.limit + 1)
    .execute()) as OpinionRow[]
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.given_on, last.id]) : null }
}

export async function objectionsOn({ tx }: Context, notice: string): Promise<ObjectionRow[]> {
  return (await tx
    .selectFrom('objection')
    .selectAll()
    .where('notice_id', '=', notice)
    .orderBy('raised_on')
    .orderBy('id')
    .execute()) as ObjectionRow[]
}

/** Whether a notice is closed and every opinion and objection on it has been answered. */
export async function isAnswered({ tx }: Context, notice: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from notice where id = ${notice}::uuid and outcome is not null
      and not exists (select 1 from opinion where notice_id = notice.id and disposition is null)
      and not exists (select 1 from objection where notice_id = notice.id and result is null)
      and not exists (select 1 from paper_voice where notice_id = notice.id and confirmed_by is null and struck_by is null)`.execute(
    tx,
  )
  return rows.length > 0
}

/** These opinions and every other on the notice that waits with the very same words: who read one has read them all. */
export async function alikeTo({ tx }: Pick<Context, 'tx'>, notice: string, opinions: string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('opinion')
    .select('id')
    .where('notice_id', '=', notice)
    .where('disposition', 'is', null)
    .where('text', 'in', (query) =>
      query.selectFrom('opinion').select('text').where('notice_id', '=', notice).where('id', 'in', opinions),
    )
    .execute()
  return rows.map(({ id }) => id)
}
