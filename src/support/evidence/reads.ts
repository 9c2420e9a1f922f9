import type { Context } from '#platform/context.ts'
import type { FileType } from './rules/file-type.ts'

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
