import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import { type ImportRow, imports, toImport } from './reads-import.ts'
import type { Lines } from './rules/import-lines.ts'
import type { PlanEntry } from './rules/import-plan.ts'

/** What was found in a file when it came. */
export interface Looked {
  problems: Problem<string>[]
  warnings: Problem<string>[]
  entries: PlanEntry[]
  counts: ImportRow['counts']
  planHash: string
}

export async function insertImport(
  context: Context,
  file: { name: string; hash: string; bytes: Uint8Array; lines: Lines },
  looked: Looked,
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('import')
    .values({
      id,
      state: looked.problems.length > 0 ? 'faulty' : 'previewed',
      file_name: file.name,
      file_hash: file.hash,
      uploaded_by: context.actor.person,
      uploaded_at: context.now,
      ...columnsOf(looked),
    })
    .execute()
  await context.tx
    .insertInto('import_file')
    .values({ import_id: id, bytes: Buffer.from(file.bytes), rows: json(file.lines) as never })
    .execute()
  return id
}

function columnsOf({ problems, warnings, entries, counts, planHash }: Looked) {
  return {
    problems: json(problems) as never,
    warnings: json(warnings) as never,
    plan: json(entries) as never,
    counts: json(counts) as never,
    plan_hash: planHash,
  }
}

/** One file, locked until the end of the transaction. */
export async function loadImport(context: Context, id: string): Promise<ImportRow | undefined> {
  const row = await imports(context).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toImport(row)
}

/** Keeps what was found when the file was looked through again. */
export async function saveLooked({ tx }: Context, id: string, looked: Looked): Promise<void> {
  const state = looked.problems.length > 0 ? 'faulty' : 'previewed'
  await tx
    .updateTable('import')
    .set({ state, ...columnsOf(looked) })
    .where('id', '=', id)
    .execute()
}

/** The rows are in effect: the file itself is not needed any more. */
export async function saveApplied({ tx, now }: Context, id: string): Promise<void> {
  await tx.updateTable('import').set({ state: 'applied', applied_at: now }).where('id', '=', id).execute()
  await tx.deleteFrom('import_file').where('import_id', '=', id).execute()
}

/** Nothing of the file is kept but that it came and how much was in it. */
export async function saveDiscarded({ tx, actor, now }: Context, id: string): Promise<void> {
  const nothing = { problems: json([]) as never, warnings: json([]) as never, plan: json([]) as never }
  await tx
    .updateTable('import')
    .set({ state: 'discarded', decided_by: actor.person, decided_at: now, ...nothing })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('import_file').where('import_id', '=', id).execute()
}

/** Lets the file's posts take effect. A secretary is followed by the new one on that one's first day, but not before today. */
export async function saveConfirmed({ tx, actor, now, today }: Context, id: string): Promise<void> {
  await sql`update post as present set until_on = greatest(given.from_on, ${today}::date, present.from_on)
    from post as given
    where given.import_id = ${id} and given.post = 'secretary' and given.confirmed_at is null and given.refused_by is null
      and present.organisation_id = given.organisation_id and present.post = 'secretary' and present.id <> given.id
      and present.until_on is null and present.confirmed_at is not null`.execute(tx)
  await tx
    .updateTable('post')
    .set({ confirmed_by: actor.person, confirmed_at: now })
    .where('import_id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('refused_by', 'is', null)
    .execute()
  await tx
    .updateTable('import')
    .set({ state: 'confirmed', decided_by: actor.person, decided_at: now })
    .where('id', '=', id)
    .execute()
}

/** Turns the file's posts down: each ends on the day it would have begun. */
export async function saveRefused({ tx, actor, now }: Context, id: string, reason: string): Promise<void> {
  await tx
    .updateTable('post')
    .set((set) => ({ refused_by: actor.person, refused_at: now, refusal: reason, until_on: set.ref('from_on') }))
    .where('import_id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('refused_by', 'is', null)
    .execute()
  await tx
    .updateTable('import')
    .set({ state: 'refused', decided_by: actor.person, decided_at: now, reason })
    .where('id', '=', id)
    .execute()
}
