import { sql } from 'kysely'
import type { Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Encoding } from '#support/spreadsheet/rules/encoding.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import type { ReadTable, RemarkKind, TextRead } from './reads-import-parts.ts'
import { type Import, type ImportState, undecided } from './rules/import.ts'
import type { ImportSheet } from './rules/import-lines.ts'
import type { Change, Counts, PlanEntry } from './rules/import-plan.ts'

export interface ImportRow extends Import {
  id: string
  fileName: string
  fileHash: string
  uploadedAt: string
  appliedAt: string | null
  decidedBy: string | null
  decidedAt: string | null
  reason: string | null
  takenBack: { by: string; at: string; reason: string } | null
  planHash: string
  counts: Counts & { rows: number; problems: number; warnings: number }
  tables: readonly ReadTable[]
  /** How a text was written, and its first rows; null for a workbook, and once the file is decided on. */
  text: TextRead | null
  /** How far the work on it has come. */
  progress: { read: number; checked: number; written: number; at: string } | null
}

/** Files, as the person sees them who is given by id. */
export function imports({ tx, actor }: Seen) {
  return tx
    .selectFrom('import')
    .leftJoin('import_progress as progress', 'progress.import_id', 'import.id')
    .leftJoin('import_file as file', 'file.import_id', 'import.id')
    .select(['import.id', 'state', 'file_name', 'file_hash', 'uploaded_by', 'uploaded_at', 'applied_at', 'decided_by'])
    .select(['decided_at', 'reason', 'plan_hash', 'counts', 'file.text', 'file.tables'])
    .select(['taken_back_by', 'taken_back_at', 'taken_back_reason', 'former_kept'])
    .select(['rows_read', 'rows_checked', 'rows_written', 'progress.at'])
    .select((select) => [
      sql<number>`(select count(distinct person_id)::integer from post where import_id = ${select.ref('import.id')}
        and confirmed_at is null and refused_by is null)`.as('waiting'),
      sql<boolean>`exists (select from post where import_id = ${select.ref('import.id')} and person_id = ${actor.person || null}
        and confirmed_at is null and refused_by is null)`.as('gives_you'),
    ])
}

export type Seen = Pick<Context, 'tx' | 'actor'>

export function toImport(row: Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>): ImportRow {
  return {
    id: row.id,
    state: row.state as ImportState,
    uploadedBy: row.uploaded_by,
    waiting: row.waiting,
    givesYou: row.gives_you,
    fileName: row.file_name,
    fileHash: row.file_hash,
    uploadedAt: row.uploaded_at,
    appliedAt: row.applied_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.reason,
    formerKept: row.former_kept,
    takenBack:
      row.taken_back_by === null
        ? null
        : { by: row.taken_back_by, at: row.taken_back_at!, reason: row.taken_back_reason! },
    planHash: row.plan_hash,
    counts: row.counts as ImportRow['counts'],
    tables: (row.tables ?? []) as unknown as ReadTable[],
    text: row.text as TextRead | null,
    progress:
      row.at === null
        ? null
        : { read: row.rows_read!, checked: row.rows_checked!, written: row.rows_written!, at: row.at },
  }
}

export async function importById(context: Seen, id: string): Promise<ImportRow | undefined> {
  const row = await imports(context).where('import.id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

/** The file that is still to be decided on by whoever brought it, if there is one. */
export async function undecidedImport(context: Seen): Promise<ImportRow | undefined> {
  const row = await imports(context)
    .where('state', 'in', [...undecided])
    .executeTakeFirst()
  return row && toImport(row)
}

/** A page of all files, the latest first. */
export async function importsPage(context: Context, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(cursor, ['instant', 'id'])
  const rows = await imports(context)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(uploaded_at, import.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('uploaded_at', 'desc')
    .orderBy('import.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit).map(toImport)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? encodeCursor([last.uploadedAt, last.id]) : null }
}

export interface PageAsked {
  cursor?: string | undefined
  limit: number
}

/** What is wrong with a file, or worth a look: in the order of its rows. */
export async function remarksPage({ tx }: Context, id: string, kind: RemarkKind, { cursor, limit }: PageAsked) {
  const after = decodeCursor(cursor, ['number', 'number', 'number']) ?? [0, -1, 0]
  const rows = await tx
    .selectFrom('import_remark')
    .select(['sheet_no', 'row', 'no', 'remark'])
    .where('import_id', '=', id)
    .where('kind', '=', kind)
    .where(sql<boolean>`(sheet_no, row, no) > (${after[0]}::integer, ${after[1]}::integer, ${after[2]}::integer)`)
    .orderBy('sheet_no')
    .orderBy('row')
    .orderBy('no')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ no, remark }) => ({ ...(remark as unknown as Problem<string>), no })),
    next: rows.length > limit && last ? encodeCursor([last.sheet_no, last.row, last.no]) : null,
  }
}

/** What a file would do, or did: in the order of its rows, then what it leaves out. */
export async function planPage(
  { tx }: Context,
  id: string,
  { cursor, limit, change, sheet }: PageAsked & { change?: Change | undefined; sheet?: ImportSheet | undefined },
) {
  const after = Number(decodeCursor(cursor, ['number'])?.[0] ?? 0)
  const rows = await tx
    .selectFrom('import_entry')
    .select(['no', 'entry', 'subject_id'])
    .where('import_id', '=', id)
    .where('no', '>', after)
    .$if(change !== undefined, (query) => query.where('change', '=', change!))
    .$if(sheet !== undefined, (query) => query.where('sheet', '=', sheet!))
    // of one change the organisations come first as well, and the index is in that order
    .$if(change !== undefined, (query) => query.orderBy('sheet'))
    .orderBy('no')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ no, entry, subject_id }) => ({ ...(entry as unknown as PlanEntry), no, subject: subject_id })),
    next: rows.length > limit && last ? encodeCursor([last.no]) : null,
  }
}

/** The remarks of one kind on a file that were kept, in the order of its rows. */
export async function allRemarks(
  { tx }: Pick<Context, 'tx'>,
  id: string,
  kind: RemarkKind,
): Promise<Problem<string>[]> {
  const rows = await tx
    .selectFrom('import_remark')
    .select('remark')
    .where('import_id', '=', id)
    .where('kind', '=', kind)
    .orderBy('sheet_no')
    .orderBy('row')
    .orderBy('no')
    .execute()
  return rows.map(({ remark }) => remark as unknown as Problem<string>)
}

export interface KeptFile {
  bytes: Uint8Array
  language: Language
  /** How a person said that the text is written. */
  encoding: Encoding | undefined
}

/** The file as it came, while it is undecided. */
export async function keptFile({ tx }: Pick<Context, 'tx'>, id: string): Promise<KeptFile | undefined> {
  const row = await tx
    .selectFrom('import_file')
    .select(['bytes', 'language', 'encoding'])
    .where('import_id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      bytes: row.bytes,
      language: row.language as Language,
      encoding: (row.encoding ?? undefined) as Encoding | undefined,
    }
  )
}

export async function topmostOrganisation({ tx }: Pick<Context, 'tx'>): Promise<string> {
  const root = await tx.selectFrom('organisation').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow()
  return root.id
}

/** Files of which nobody has read on for a while: whoever read them was cut off. */
export async function stalledImports({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<string[]> {
  const rows = await tx
    .selectFrom('import')
    .leftJoin('import_progress as progress', 'progress.import_id', 'import.id')
    .select('import.id')
    .where('state', '=', 'reading')
    .where(sql<boolean>`coalesce(progress.at, uploaded_at) < ${now}::timestamptz - interval '1 minute'`)
    .execute()
  return rows.map(({ id }) => id)
}
