import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Encoding } from '#support/spreadsheet/rules/encoding.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import type { Looked } from './import-check.ts'
import { type ImportRow, importById, type Seen } from './reads-import.ts'
import { noCounts } from './rules/import-plan.ts'
import { deleteParts, deleteRows, insertRemarks } from './store-import-parts.ts'

const nothingYet = { ...noCounts(), rows: 0, problems: 0, warnings: 0 }

/** A file that came and is to be read. */
export async function insertImport(
  context: Context,
  file: { name: string; hash: string; bytes: Uint8Array },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('import')
    .values({
      id,
      state: 'reading',
      file_name: file.name,
      file_hash: file.hash,
      uploaded_by: context.actor.person,
      uploaded_at: context.now,
      counts: json(nothingYet) as never,
    })
    .execute()
  await context.tx
    .insertInto('import_file')
    .values({ import_id: id, bytes: Buffer.from(file.bytes), language: context.language })
    .execute()
  return id
}

/** One file, locked until the end of the transaction. Parts of it may still be written meanwhile: they name it. */
export async function loadImport(context: Seen, id: string): Promise<ImportRow | undefined> {
  const locked = await context.tx
    .selectFrom('import')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return locked && importById(context, id)
}

/** Keeps a file for one reader until the end of the transaction; false when another one has it. */
export async function claimReading({ tx }: Pick<Context, 'tx'>, id: string): Promise<boolean> {
  const { rows } = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) as mine`.execute(tx)
  return rows[0]!.mine
}

/** The file is read anew: what was found in it before is forgotten. */
export async function saveReading(context: Pick<Context, 'tx'>, id: string, encoding?: Encoding): Promise<void> {
  await deleteParts(context, id)
  if (encoding) await context.tx.updateTable('import_file').set({ encoding }).where('import_id', '=', id).execute()
  await context.tx
    .updateTable('import')
    .set({ state: 'reading', counts: json(nothingYet) as never, plan_hash: '' })
    .where('id', '=', id)
    .execute()
}

/** Keeps what was found when the file was looked through. */
export async function saveLooked({ tx }: Pick<Context, 'tx'>, id: string, { counts, planHash }: Looked): Promise<void> {
  const state = counts.problems > 0 ? 'faulty' : 'previewed'
  await tx
    .updateTable('import')
    .set({ state, counts: json(counts) as never, plan_hash: planHash })
    .where('id', '=', id)
    .execute()
}

/** Keeps why a file could not be read, as its one problem. */
export async function saveUnreadable(
  context: Pick<Context, 'tx'>,
  id: string,
  problem: Problem<string>,
): Promise<void> {
  await deleteParts(context, id)
  await insertRemarks(context, id, 'problems', [{ of: 'organisations', problem }], 0)
  await saveLooked(context, id, { counts: { ...nothingYet, problems: 1 }, planHash: '' })
}

/** The rows are in effect: the file itself is not needed any more. */
export async function saveApplied(context: Pick<Context, 'tx' | 'now'>, id: string): Promise<void> {
  const { tx, now } = context
  await deleteRows(context, id)
  await tx
    .updateTable('import')
    .set({ state: 'applied', applied_at: now, former_kept: true })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('import_file').where('import_id', '=', id).execute()
}

/** Nothing of the file is kept but that it came and how much was in it. */
export async function saveDiscarded(context: Pick<Context, 'tx' | 'actor' | 'now'>, id: string): Promise<void> {
  const { tx, actor, now } = context
  await deleteParts(context, id)
  await tx
    .updateTable('import')
    .set({ state: 'discarded', decided_by: actor.person, decided_at: now })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('import_file').where('import_id', '=', id).execute()
}

/** Lets the file's posts take effect. A secretary is followed by the new one on that one's first day, but not before today. */
export async function saveConfirmed({ tx, actor, now, today }: Context, id: string): Promise<number> {
  await sql`update post as present set until_on = greatest(given.from_on, ${today}::date, present.from_on), followed_in = ${id}
    from post as given
    where given.import_id = ${id} and given.post = 'secretary' and given.confirmed_at is null and given.refused_by is null
      and present.organisation_id = given.organisation_id and present.post = 'secretary' and present.id <> given.id
      and present.until_on is null and present.confirmed_at is not null`.execute(tx)
  const { numUpdatedRows } = await tx
    .updateTable('post')
    .set({ confirmed_by: actor.person, confirmed_at: now })
    .where('import_id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('refused_by', 'is', null)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('import')
    .set({ state: 'confirmed', decided_by: actor.person, decided_at: now })
    .where('id', '=', id)
    .execute()
  return Number(numUpdatedRows)
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
