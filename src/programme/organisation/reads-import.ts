import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import type { Import, ImportState } from './rules/import.ts'
import type { Lines } from './rules/import-lines.ts'
import type { Change, Counts, PlanEntry } from './rules/import-plan.ts'
import type { GrantedPost } from './rules/posts.ts'

export interface ImportRow extends Import {
  id: string
  fileName: string
  fileHash: string
  uploadedAt: string
  appliedAt: string | null
  decidedBy: string | null
  decidedAt: string | null
  reason: string | null
  planHash: string
  counts: Counts & { problems: number; warnings: number }
}

export function imports({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('import')
    .select(['id', 'state', 'file_name', 'file_hash', 'uploaded_by', 'uploaded_at', 'applied_at', 'decided_by'])
    .select(['decided_at', 'reason', 'plan_hash', 'counts'])
    .select(
      sql<string[]>`coalesce((select jsonb_agg(distinct person_id) from post where post.import_id = import.id
        and confirmed_at is null and refused_by is null), '[]')`.as('waiting_for'),
    )
}

export function toImport(row: Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>): ImportRow {
  return {
    id: row.id,
    state: row.state as ImportState,
    uploadedBy: row.uploaded_by,
    waitingFor: row.waiting_for,
    fileName: row.file_name,
    fileHash: row.file_hash,
    uploadedAt: row.uploaded_at,
    appliedAt: row.applied_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.reason,
    planHash: row.plan_hash,
    counts: row.counts as ImportRow['counts'],
  }
}

export async function importById(context: Pick<Context, 'tx'>, id: string): Promise<ImportRow | undefined> {
  const row = await imports(context).where('id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

/** The file that is still to be decided on by whoever brought it, if there is one. */
export async function undecidedImport(context: Pick<Context, 'tx'>): Promise<ImportRow | undefined> {
  const row = await imports(context).where('state', 'in', ['faulty', 'previewed']).executeTakeFirst()
  return row && toImport(row)
}

/** A page of all files, the latest first. */
export async function importsPage(context: Context, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(cursor, ['instant', 'id'])
  const rows = await imports(context)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(uploaded_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
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
export async function remarksPage(
  { tx }: Context,
  id: string,
  kind: 'problems' | 'warnings',
  { cursor, limit }: PageAsked,
) {
  const after = Number(decodeCursor(cursor, ['number'])?.[0] ?? 0)
  const { rows } = await sql<{ value: Problem<string>; no: number }>`
    select value, no from import, jsonb_array_elements(${sql.ref(`import.${kind}`)}) with ordinality as each(value, no)
    where import.id = ${id} and no > ${after} order by no limit ${limit + 1}`.execute(tx)
  return pageOf(rows, limit)
}

/** What a file would do, or did: in the order of its rows, then what it leaves out. */
export async function planPage(
  { tx }: Context,
  id: string,
  { cursor, limit, change, sheet }: PageAsked & { change?: Change | undefined; sheet?: string | undefined },
) {
  const after = Number(decodeCursor(cursor, ['number'])?.[0] ?? 0)
  const { rows } = await sql<{ value: PlanEntry; no: number }>`
    select value, no from import, jsonb_array_elements(plan) with ordinality as each(value, no)
    where import.id = ${id} and no > ${after}
      and (${change ?? null}::text is null or value ->> 'change' = ${change ?? null})
      and (${sheet ?? null}::text is null or value ->> 'sheet' = ${sheet ?? null})
    order by no limit ${limit + 1}`.execute(tx)
  return pageOf(rows, limit)
}

function pageOf<Value>(rows: { value: Value; no: number }[], limit: number) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ value, no }) => ({ ...value, no })),
    next: rows.length > limit && last ? encodeCursor([last.no]) : null,
  }
}

/** All remarks of one kind on a file. */
export async function allRemarks(
  { tx }: Context,
  id: string,
): Promise<{ problems: Problem<string>[]; warnings: Problem<string>[] }> {
  const row = await tx
    .selectFrom('import')
    .select(['problems', 'warnings'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as { problems: Problem<string>[]; warnings: Problem<string>[] }
}

/** The file as it came and its rows as they were read, while it is undecided. */
export async function keptFile({ tx }: Context, id: string): Promise<{ bytes: Uint8Array; lines: Lines } | undefined> {
  const row = await tx
    .selectFrom('import_file')
    .select(['bytes', 'rows'])
    .where('import_id', '=', id)
    .executeTakeFirst()
  return row && { bytes: row.bytes, lines: row.rows as unknown as Lines }
}

export interface ImportedPost {
  id: string
  personId: string
  person: string
  staffNo: string | null
  post: GrantedPost
  organisation: string
  fromOn: Day
  state: 'waiting' | 'confirmed' | 'refused'
  /** Who holds the first post there now and is followed when this one is confirmed. */
  replaces: { name: string; fromOn: Day } | null
}

/** A page of the posts that a file gives, by organisation. */
export async function importedPosts({ tx }: Context, id: string, { cursor, limit }: PageAsked) {
  const after = decodeCursor(cursor, ['number', 'id'])
  const rows = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .leftJoin('post as present', (join) =>
      join
        .onRef('present.organisation_id', '=', 'post.organisation_id')
        .on('present.post', '=', 'secretary')
        .on('present.until_on', 'is', null)
        .on('present.confirmed_at', 'is not', null)
        .onRef('present.id', '<>', 'post.id')
        .on((on) =>
          on.and([
            on('post.post', '=', 'secretary'),
            on('post.confirmed_at', 'is', null),
            on('post.refused_by', 'is', null),
          ]),
        ),
    )
    .leftJoin('person as holder', 'holder.id', 'present.person_id')
    .select(['post.id', 'post.person_id', 'person.name as person', 'person.staff_no', 'post.post', 'post.from_on'])
    .select(['organisation.name as organisation', 'organisation.sort_no', 'post.confirmed_at', 'post.refused_by'])
    .select(['holder.name as holder', 'present.from_on as since'])
    .where('post.import_id', '=', id)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(organisation.sort_no, post.id) > (${Number(after?.[0])}, ${after?.[1]}::uuid)`),
    )
    .orderBy('organisation.sort_no')
    .orderBy('post.id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const found: ImportedPost[] = shown.map((row) => ({
    id: row.id,
    personId: row.person_id,
    person: row.person,
    staffNo: row.staff_no,
    post: row.post as GrantedPost,
    organisation: row.organisation,
    fromOn: row.from_on,
    state: row.refused_by !== null ? 'refused' : row.confirmed_at !== null ? 'confirmed' : 'waiting',
    replaces: row.holder && row.since ? { name: row.holder, fromOn: row.since } : null,
  }))
  return { rows: found, next: rows.length > limit && last ? encodeCursor([last.sort_no, last.id]) : null }
}
