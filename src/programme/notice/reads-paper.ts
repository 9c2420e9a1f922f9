import { type Selectable, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Tables } from '#platform/tables.ts'
import type { VoiceKind, Way } from './rules/paper.ts'

export type PaperRow = Omit<Selectable<Tables['paper_voice']>, 'kind' | 'way'> & { kind: VoiceKind; way: Way }

/** A page of what waits or was struck on a notice, in the order in which it was typed in. */
export async function paperOn(
  { tx }: Pick<Context, 'tx'>,
  notice: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['instant', 'id'])
  const rows = (await tx
    .selectFrom('paper_voice')
    .selectAll()
    .where('notice_id', '=', notice)
    .where('confirmed_by', 'is', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(entered_at, id) > (${after![0]!}::timestamptz, ${after![1]!}::uuid)`),
    )
    .orderBy('entered_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()) as PaperRow[]
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? encodeCursor([last.entered_at, last.id]) : null }
}

export async function noticeOfPaper({ tx }: Pick<Context, 'tx'>, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('paper_voice').select('notice_id').where('id', '=', id).executeTakeFirst()
  return row?.notice_id
}

/** Objections on paper that nobody has compared yet, for each notice. */
export async function waitingObjections({ tx }: Pick<Context, 'tx'>, notices: string[]): Promise<Map<string, number>> {
  if (notices.length === 0) return new Map()
  const rows = await tx
    .selectFrom('paper_voice')
    .select(['notice_id', sql<number>`count(*)::int`.as('number')])
    .where('notice_id', 'in', notices)
    .where('kind', '=', 'objection')
    .where('confirmed_by', 'is', null)
    .where('struck_by', 'is', null)
    .groupBy('notice_id')
    .execute()
  return new Map(rows.map(({ notice_id, number }) => [notice_id, number]))
}
