import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import type { ReadTable, RemarkKind, TextRead } from './reads-import-parts.ts'
import type { ImportSheet } from './rules/import-lines.ts'
import type { PlanEntry } from './rules/import-plan.ts'

/** Remarks of one kind that are kept: as many as a marked copy of a file can hold, and more than anybody reads. */
export const MOST_REMARKS = 20_000

export interface NewRow {
  sheet: ImportSheet
  row: number
  /** The first row that speaks of the same person. */
  first: number
  cells: Record<string, string | null>
  broken: boolean
  secretary: string | null
}

type Tx = Pick<Context, 'tx'>

export async function insertRows({ tx }: Tx, id: string, rows: readonly NewRow[]): Promise<void> {
  await sql`insert into import_row (import_id, sheet, first_row, row, cells, broken, secretary_of)
    select ${id}, sheet, first, row, cells, broken, secretary
    from jsonb_to_recordset(${json(rows)})
      as given (sheet text, first integer, row integer, cells jsonb, broken boolean, secretary text)`.execute(tx)
}

/** Keeps what is to be said about some rows; `before` is how much was said of that kind already. */
export async function insertRemarks(
  { tx }: Tx,
  id: string,
  kind: RemarkKind,
  remarks: readonly { of: ImportSheet; problem: Problem<string> }[],
  before: number,
): Promise<void> {
  const kept = remarks.slice(0, Math.max(0, MOST_REMARKS - before))
  if (kept.length === 0) return
  const rows = kept.map(({ of, problem }, index) => ({
    sheet: of === 'organisations' ? 1 : 2,
    row: problem.row,
    no: before + index + 1,
    remark: problem,
  }))
  await sql`insert into import_remark (import_id, kind, sheet_no, row, no, remark)
    select ${id}, ${kind}, sheet, row, no, remark
    from jsonb_to_recordset(${json(rows)}) as given (sheet integer, row integer, no integer, remark jsonb)`.execute(tx)
}

/** Where the tables of a file stand and how its text was written. */
export async function saveRead({ tx }: Tx, id: string, tables: ReadTable[], text: TextRead | null): Promise<void> {
  await tx
    .updateTable('import_file')
    .set({ tables: json(tables) as never, text: text && (json(text) as never) })
    .where('import_id', '=', id)
    .execute()
}

export interface NewEntry {
  no: number
  subject: string
  entry: PlanEntry
}

export async function insertEntries({ tx }: Tx, id: string, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`insert into import_entry (import_id, no, sheet, change, subject_id, entry)
    select ${id}, no, entry ->> 'sheet', entry ->> 'change', subject, entry
    from jsonb_to_recordset(${json(entries)}) as given (no integer, subject uuid, entry jsonb)`.execute(tx)
}

/** What is on record and not in the file: organisations in their order, then people by organisation. */
export async function insertAbsent(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  id: string,
  after: number,
): Promise<Record<ImportSheet, number>> {
  const { rows } = await sql<{
    sheet: ImportSheet
    count: number
  }>`with put as (insert into import_entry (import_id, no, sheet, change, subject_id, entry)
    select ${id}, ${after}::integer + row_number() over (order by sheet, sort_no, place, staff_no, subject), sheet, 'absent', subject,
      jsonb_build_object('sheet', sheet, 'row', 0, 'change', 'absent', 'name', name, 'staffNo', staff_no,
        'organisation', organisation, 'fields', '[]'::jsonb, 'posts', '[]'::jsonb, 'returns', false)
    from (
      select 'organisations' as sheet, own.sort_no, own.id as place, null as staff_no, own.id as subject, own.name,
        above.name as organisation
      from organisation as own
      left join organisation as above on above.id = own.parent_id
      where own.dissolved_on is null or own.dissolved_on > ${today}
      union all
      select 'people', at.sort_no, at.id, staff_no, person.id, person.name, at.name
      from person
      join organisation as at on at.id = person.organisation_id
      where left_on is null or left_on > ${today}
    ) as present
    where not exists (select from import_entry where import_id = ${id} and subject_id = present.subject)
    returning sheet)
    select sheet, count(*)::integer as count from put group by sheet`.execute(tx)
  return { organisations: 0, people: 0, ...Object.fromEntries(rows.map(({ sheet, count }) => [sheet, count])) }
}

/** Forgets what a file would do: it has problems, so nothing of it is done. */
export async function deleteEntries({ tx }: Tx, id: string): Promise<void> {
  await tx.deleteFrom('import_entry').where('import_id', '=', id).execute()
}

/** Forgets the rows: they were put into effect, or never will be. */
export async function deleteRows({ tx }: Tx, id: string): Promise<void> {
  await tx.deleteFrom('import_row').where('import_id', '=', id).execute()
  await tx.deleteFrom('import_progress').where('import_id', '=', id).execute()
}

/** Forgets all that was read and found, before it is read again or because the file was given up. */
export async function deleteParts(context: Tx, id: string): Promise<void> {
  await deleteRows(context, id)
  await deleteEntries(context, id)
  await context.tx.deleteFrom('import_remark').where('import_id', '=', id).execute()
}

/** Notes how far the work on a file has come, and answers in which state the file is. */
export async function saveProgress(
  { tx }: Tx,
  id: string,
  { read, checked, written }: { read: number; checked: number; written: number },
): Promise<string | undefined> {
  const row = { rows_read: read, rows_checked: checked, rows_written: written, at: sql<string>`app_now()` }
  await tx
    .insertInto('import_progress')
    .values({ import_id: id, ...row })
    .onConflict((conflict) => conflict.column('import_id').doUpdateSet(row))
    .execute()
  const file = await tx.selectFrom('import').select('state').where('id', '=', id).executeTakeFirst()
  return file?.state
}
