import { sql } from 'kysely'
import { dayOf } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { type CallRow, callById } from './reads-call.ts'
import type { Call, Handling } from './rules/call.ts'

export interface NewCall {
  branch: string
  cycle: string
  question: string
  lastDay: string
}

export async function insertCall(context: Context, { branch, cycle, question, lastDay }: NewCall): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('theme_call')
    .values({
      id,
      organisation_id: branch,
      cycle_id: cycle,
      question,
      last_day: lastDay,
      opened_by: context.actor.person,
      opened_at: context.now,
      state: 'open',
    })
    .execute()
  return id
}

/** The call, locked: nobody suggests anything while it is settled. */
export async function loadCall(context: Context, id: string): Promise<CallRow> {
  await context.tx.selectFrom('theme_call').select('id').where('id', '=', id).forUpdate().execute()
  return found(await callById(context, id))
}

/** The call, held open while somebody suggests something. */
export async function holdCall(context: Context, id: string): Promise<CallRow> {
  await context.tx.selectFrom('theme_call').select('id').where('id', '=', id).forShare().execute()
  return found(await callById(context, id))
}

export function callFrom(row: CallRow): Call {
  const kept = { openedOn: dayOf(row.opened_at), lastDay: row.last_day }
  if (row.state === 'adopted')
    return {
      ...kept,
      state: 'adopted',
      meetingOn: row.meeting_on!,
      present: row.present!,
      inFavour: row.in_favour!,
    }
  if (row.state === 'dropped') return { ...kept, state: 'dropped', reason: row.drop_reason! }
  return { ...kept, state: 'open' }
}

export async function saveCall(context: Context, id: string, call: Call): Promise<void> {
  const meeting = call.state === 'adopted' ? call : null
  const closed = call.state !== 'open'
  await context.tx
    .updateTable('theme_call')
    .set({
      state: call.state,
      meeting_on: meeting?.meetingOn ?? null,
      present: meeting?.present ?? null,
      in_favour: meeting?.inFavour ?? null,
      drop_reason: call.state === 'dropped' ? call.reason : null,
      closed_by: closed ? context.actor.person : null,
      closed_at: closed ? context.now : null,
    })
    .where('id', '=', id)
    .execute()
}

export async function saveUncopied(context: Context, id: string, uncopied: number): Promise<void> {
  await context.tx.updateTable('theme_call').set({ uncopied }).where('id', '=', id).execute()
}

/** Keeps suggestions. Ids are random and the time is a day, so that nothing ties an unnamed one to a person. */
export async function insertContributions(
  context: Context,
  call: string,
  texts: string[],
  { person = null, onPaper = false }: { person?: string | null; onPaper?: boolean } = {},
): Promise<void> {
  if (texts.length === 0) return
  const rows = texts.map((text) => ({
    id: context.newId(),
    call_id: call,
    person_id: person,
    on_paper: onPaper,
    text,
    given_on: context.today,
  }))
  await context.tx.insertInto('contribution').values(rows).execute()
}

/** Writes what became of those of the suggestions that belong to the call; answers how many they were. */
export async function saveHandling(
  context: Context,
  call: string,
  contributions: string[],
  { uptake, words, reason, withheld }: Handling & { withheld: boolean },
): Promise<number> {
  const { numUpdatedRows } = await context.tx
    .updateTable('contribution')
    .set({
      uptake,
      words: words || null,
      reason: reason || null,
      withheld,
      handled_by: context.actor.person,
      handled_at: context.now,
    })
    .where('call_id', '=', call)
    .where(sql<boolean>`id = any(${contributions}::uuid[])`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
