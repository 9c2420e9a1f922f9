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

export async function insertIssue(context: Context, sheet: string): Promise<void> {
  await context.tx
    .insertInto('sheet_issue')
    .values({ sheet_id: sheet, issued_by: context.actor.person, issued_at: context.now })
    .execute()
}
