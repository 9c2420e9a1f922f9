import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { type ImageSheet, imageNow } from './reads-import-images.ts'
import { partsOf } from './store-rows.ts'

type Tx = Pick<Context, 'tx'>

/** Keeps what these are before a file changes them, or once it has changed or made them. */
export async function keepImages(
  { tx }: Tx,
  id: string,
  when: 'before' | 'changed' | 'made',
  sheet: ImageSheet,
  ids: readonly string[],
): Promise<void> {
  for (const part of partsOf(ids))
    await sql`insert into import_image (import_id, moment, made, sheet, subject_id, image)
      select ${id}, ${when === 'before' ? 'before' : 'after'}, ${when === 'made'}, ${sheet}, subject.id, ${imageNow[sheet]}
      from unnest(${part}::uuid[]) as subject (id)`.execute(tx)
}

/** Forgets what a file found and left: it is taken back. */
export async function deleteImages({ tx }: Tx, id: string): Promise<void> {
  await tx.deleteFrom('import_image').where('import_id', '=', id).execute()
}
