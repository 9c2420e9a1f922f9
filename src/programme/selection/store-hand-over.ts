import type { Selectable } from 'kysely'
import type { Said } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Tables } from '#platform/tables.ts'

export type StoredTitle = Selectable<Tables['title']>

/** The titles these branches hold or held, locked, in one order. */
export async function holdTitles({ tx }: Context, branches: readonly string[]): Promise<StoredTitle[]> {
  return tx
    .selectFrom('title')
    .selectAll()
    .where('branch_id', 'in', branches)
    .orderBy('named_on')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** It ends today with its branch, for the reason of the document. */
export async function saveEndOfTitle({ tx, today }: Context, id: string, ground: string): Promise<void> {
  await tx
    .updateTable('title')
    .set({ state: 'ended', ended_on: today, end_ground: ground })
    .where('id', '=', id)
    .execute()
}

/** The successor goes on with it from today, warned or not, with the grounds it was given on and how it came over. */
export async function insertTitleTakenOver(context: Context, title: StoredTitle, branch: string, ground: Said) {
  await context.tx
    .insertInto('title')
    .values({
      ...title,
      id: context.newId(),
      branch_id: branch,
      named_on: context.today,
      began_on: title.began_on ?? title.named_on,
      taken_over_id: title.id,
      grounds: json([...(title.grounds as Said[]), ground]),
    })
    .execute()
}
