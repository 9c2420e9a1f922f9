import type { PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import type { PaperRow } from './reads-paper.ts'
import type { Entry, PaperVoice } from './rules/paper.ts'

function columnsOf(context: Context, { kind, way, givenOn, text, name, contact }: PaperVoice) {
  const identity = name === '' ? null : context.seal.close(JSON.stringify({ name, contact, person: null }))
  return { kind, way, given_on: givenOn, text, identity }
}

export async function insertPaper(context: Context, notice: string, voice: PaperVoice): Promise<PaperRow> {
  const row = await context.tx
    .insertInto('paper_voice')
    .values({
      id: context.newId(),
      notice_id: notice,
      ...columnsOf(context, voice),
      entered_by: context.actor.person,
      entered_at: context.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return row as PaperRow
}

/** The entry, locked: it is settled once. */
export async function loadPaper(context: Context, id: string): Promise<PaperRow> {
  const row = await context.tx.selectFrom('paper_voice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return found(row) as PaperRow
}

export function entryFrom(row: PaperRow): Entry {
  const state = row.confirmed_by ? 'confirmed' : row.struck_by ? 'struck' : 'waiting'
  return { enteredBy: row.entered_by as PersonId, state }
}

/**
 * The name and contact on the paper, as they were typed in; empty where there are none, or where the key that opens them is
 * lost: the words and their replies must still be read then.
 */
export function writerOf({ seal }: Pick<Context, 'seal'>, identity: Buffer | null): { name: string; contact: string } {
  if (identity === null) return { name: '', contact: '' }
  try {
    const { name, contact } = JSON.parse(seal.open(identity)) as { name: string; contact: string }
    return { name, contact }
  } catch {
    return { name: '', contact: '' }
  }
}

export async function saveMended(context: Context, id: string, voice: PaperVoice): Promise<PaperRow> {
  const set = columnsOf(context, voice)
  const row = await context.tx
    .updateTable('paper_voice')
    .set(set)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return row as PaperRow
}

/** The entry becomes an opinion or objection like any other; its words and its name move there. */
export async function saveConfirmed(context: Context, row: PaperRow): Promise<void> {
  const id = context.newId()
  const voice = { id, notice_id: row.notice_id, text: row.text!, way: row.way }
  if (row.kind === 'opinion')
    await context.tx
      .insertInto('opinion')
      .values({ ...voice, given_on: row.given_on, writer: row.identity })
      .execute()
  else {
    await context.tx
      .insertInto('objection')
      .values({ ...voice, raised_on: row.given_on })
      .execute()
    await context.tx.insertInto('objector').values({ objection_id: id, identity: row.identity! }).execute()
  }
  const became = row.kind === 'opinion' ? { opinion_id: id } : { objection_id: id }
  await context.tx
    .updateTable('paper_voice')
    .set({ ...became, text: null, identity: null, confirmed_by: context.actor.person, confirmed_at: context.now })
    .where('id', '=', row.id)
    .execute()
}

export async function saveStruck(context: Context, id: string, reason: string): Promise<PaperRow> {
  const row = await context.tx
    .updateTable('paper_voice')
    .set({ struck_by: context.actor.person, struck_at: context.now, struck_reason: reason })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return row as PaperRow
}
