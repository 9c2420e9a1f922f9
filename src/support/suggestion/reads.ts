import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'

export async function suggestionById({ tx }: Pick<Context, 'tx'>, id: string) {
  return tx.selectFrom('suggestion').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A page of what was said, the latest first. */
export async function suggestions(
  { tx }: Pick<Context, 'tx'>,
  filter: { state?: 'open' | 'answered' | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, ['number'])
  const rows = await tx
    .selectFrom('suggestion')
    .selectAll()
    .$if(filter.state !== undefined, (query) => query.where('answer', filter.state === 'open' ? 'is' : 'is not', null))
    .$if(after !== null, (query) => query.where(sql<boolean>`sort_no < ${after![0]}::bigint`))
    .orderBy('sort_no', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.sort_no]) : null }
}
