import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { FileType } from './rules/file-type.ts'

/** Nobody else adds to the files of the organisation, or changes its room, until this transaction ends. */
export async function lockRoom({ tx }: Context, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`evidence ${organisation}`}, 0))`.execute(tx)
}

export async function saveRoom({ tx }: Context, organisation: string, megabytes: number): Promise<void> {
  await tx
    .insertInto('evidence_room')
    .values({ organisation_id: organisation, megabytes })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ megabytes }))
    .execute()
}

export async function insertEvidence(
  { tx, actor, now }: Context,
  row: { id: string; organisation: string; sha256: string; name: string; type: FileType; bytes: number },
): Promise<void> {
  const { organisation, ...values } = row
  await tx
    .insertInto('evidence')
    .values({ ...values, organisation_id: organisation, uploaded_by: actor.person, uploaded_at: now })
    .execute()
}
