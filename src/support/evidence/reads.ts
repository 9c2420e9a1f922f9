import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import type { FileType } from './rules/file-type.ts'
import { USUAL_ROOM } from './rules/room.ts'

export interface EvidenceFile {
  id: string
  organisationId: string
  name: string
  type: FileType
  bytes: number
  sha256: string
  uploadedAt: string
}

/** One file as it is listed, without its bytes. */
export async function evidenceById({ tx }: Pick<Context, 'tx'>, id: string): Promise<EvidenceFile | undefined> {
  const row = await tx
    .selectFrom('evidence')
    .select(['id', 'organisation_id as organisationId', 'name', 'type', 'bytes', 'sha256', 'uploaded_at as uploadedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as EvidenceFile | undefined
}

/** The path of the organisation that handed the file in. */
export async function pathOfEvidence({ tx }: Pick<Context, 'tx'>, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('evidence')
    .innerJoin('organisation', 'organisation.id', 'evidence.organisation_id')
    .select('organisation.path')
    .where('evidence.id', '=', id)
    .executeTakeFirst()
  return row?.path
}

/** The organisation's path, the room that counts for it (its own, else the nearest above), and the bytes it has handed in. */
export async function roomOf({ tx }: Pick<Context, 'tx'>, organisation: string) {
  const { path } = await tx
    .selectFrom('organisation')
    .select('path')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  const set = await tx
    .selectFrom('evidence_room')
    .innerJoin('organisation', 'organisation.id', 'evidence_room.organisation_id')
    .select('megabytes')
    .where('organisation_id', 'in', path.split('/').filter(Boolean))
    .orderBy((of) => of.fn('length', ['organisation.path']), 'desc')
    .executeTakeFirst()
  const { used } = await tx
    .selectFrom('evidence')
    .select((of) => of.fn.coalesce(of.fn.sum<number>('bytes'), of.lit(0)).as('used'))
    .where('organisation_id', '=', organisation)
    .executeTakeFirstOrThrow()
  return { path, megabytes: set?.megabytes ?? USUAL_ROOM, used: Number(used) }
}

/** A stored file as the database has it, once however often it was handed in; `name` is the one it first came with. */
export interface KeptFile {
  sha256: string
  name: string
  bytes: number
}

/** Every stored file that the database knows, in the order of the hashes. */
export async function* keptFiles(db: Database): AsyncIterable<KeptFile> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('evidence')
      .distinctOn('sha256')
      .select(['sha256', 'name', 'bytes'])
      .where('sha256', '>', after)
      .orderBy('sha256')
      .orderBy('uploaded_at')
      .limit(1000)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.sha256
  }
}
