import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Sheet } from './rules/sheet.ts'

export interface NewSheet {
  organisation: string
  number: number
  sheet: Sheet
  hash: string
  fileName: string
  fileHash: string
}

export async function insertSheet(context: Context, row: NewSheet): Promise<string> {
  const id = context.newId()
  const { code, title, year, asOf } = row.sheet
  await context.tx
    .insertInto('sheet')
    .values({
      id,
      organisation_id: row.organisation,
      code,
      number: row.number,
      title,
      year,
      as_of: asOf,
      data: json(row.sheet),
      hash: row.hash,
      file_name: row.fileName,
      file_hash: row.fileHash,
      imported_by: context.actor.person,
      imported_at: context.now,
    })
    .execute()
  return id
}

/** Puts a lift on record; answers whether it is the first on its row. */
export async function insertLift(
  context: Context,
  sheet: string,
  row: { table: string; code: string; legalOffice: string; document: string; decidedOn: Day; reason: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.tx
    .insertInto('bar_lift')
    .values({
      id: context.newId(),
      sheet_id: sheet,
      row_table: row.table,
      row_code: row.code,
      legal_office: row.legalOffice,
      document: row.document,
      decided_on: row.decidedOn,
      reason: row.reason,
      lifted_by: context.actor.person,
      lifted_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

export async function insertIssue(context: Context, sheet: string): Promise<void> {
  await context.tx
    .insertInto('sheet_issue')
    .values({ sheet_id: sheet, issued_by: context.actor.person, issued_at: context.now })
    .execute()
}
