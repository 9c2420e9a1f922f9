import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { FileType } from './rules/file-type.ts'

/** The bytes an organisation has handed in; nobody else adds to them until this transaction ends. */
export async function bytesUsed({ tx }: Context, organisation: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`evidence ${organisation}`}, 0))`.execute(tx)
  const { used } = await tx
    .selectFrom('evidence')
    .select((of) => of.fn.coalesce(of.fn.sum<string>('bytes'), sql<string>`0`).as('used'))
    .where('organisation_id', '=', organisation)
    .executeTakeFirstOrThrow()
  return Number(used)
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
