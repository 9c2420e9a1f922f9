import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { found } from '#platform/errors.ts'
import { type NoticeRow, noticeById } from './reads.ts'
import type { ObjectionRow, OpinionRow } from './reads-voices.ts'
import type { Answer } from './rules/answer.ts'
import type { Replaced } from './rules/compared.ts'
import type { Notice, Outcome, Scope } from './rules/notice.ts'
import type { Counted } from './rules/period.ts'
import type { Passage } from './rules/wording.ts'

export interface NewNotice {
  /** Working days after its last day to answer everything. */
  answerDays: number
  subjectKind: string
  subjectId: string
  organisation: string
  concerns: string | null
  within: string
  scope: Scope
  title: string
  body: Passage[]
  replaces?: Replaced | null
  opens?: string | null
  picture?: { id: string; words: string } | null
  days: number
  checkedBy: string
  counted: Counted
}

export async function insertNotice(context: Context, row: NewNotice): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('notice')
    .values({
      id,
      subject_kind: row.subjectKind,
      subject_id: row.subjectId,
      organisation_id: row.organisation,
      concerns_id: row.concerns,
      within_id: row.within,
      scope: row.scope,
      title: row.title,
      body: json(row.body),
      replaces: row.replaces ? json(row.replaces) : null,
      opens: row.opens ?? null,
      picture_id: row.picture?.id ?? null,
      picture_words: row.picture?.words ?? null,
      days: row.days,
      answer_days: row.answerDays,
      checked_by: row.checkedBy,
      opened_by: context.actor.person,
      opened_at: context.now,
      posted_on: context.today,
      first_last_day: row.counted.lastDay,
      ...periodColumns(row.counted),
    })
    .execute()
  return id
}

function periodColumns({ from, days, lastDay, provisional }: Counted) {
  return { counted_from: from, counted_days: days, last_day: lastDay, provisional }
}

/** The notice, locked: nobody speaks on it while it is being closed. */
export async function loadNotice(context: Context, id: string): Promise<NoticeRow> {
  await context.tx.selectFrom('notice').select('id').where('id', '=', id).forUpdate().execute()
  return found(await noticeById(context, id))
}

/** The notice, held open while somebody speaks on it. */
export async function holdNotice(context: Context, id: string): Promise<NoticeRow> {
  await context.tx.selectFrom('notice').select('id').where('id', '=', id).forShare().execute()
  return found(await noticeById(context, id))
}

export function noticeFrom(row: NoticeRow): Notice {
  const common = { scope: row.scope, lastDay: row.last_day }
  if (row.outcome === null) return { ...common, state: 'open' }
  return { ...common, state: 'closed', outcome: row.outcome, closedOn: row.closed_at!.slice(0, 10) }
}

export async function saveClosed(
  context: Context,
  id: string,
  lastDay: Day,
  outcome: Outcome,
  reason: string | null = null,
): Promise<void> {
  const closed = { closed_at: context.now, closed_by: context.actor.person }
  await context.tx
    .updateTable('notice')
    .set({ outcome, last_day: lastDay, ...closed, taken_down_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** The period is longer from now on; what it was before stays on record. */
export async function saveExtension(
  context: Context,
  notice: Pick<NoticeRow, 'id' | 'last_day' | 'extended_days'>,
  given: { days: number; reason: string; document: string | null },
  counted: Counted,
): Promise<void> {
  await context.tx
    .insertInto('notice_extension')
    .values({
      notice_id: notice.id,
      ...given,
      last_day_before: notice.last_day,
      last_day: counted.lastDay,
      extended_by: context.actor.person,
      extended_at: context.now,
    })
    .execute()
  await context.tx
    .updateTable('notice')
    .set({ ...periodColumns(counted), extended_days: notice.extended_days + given.days })
    .where('id', '=', notice.id)
    .execute()
}

/** What an organisation has still to handle, or is still disclosed inside it, is its successor's. */
export async function saveHandedOver({ tx }: Context, from: string, to: string): Promise<number> {
  const handled = await tx
    .updateTable('notice')
    .set({ organisation_id: to })
    .where('organisation_id', '=', from)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  await tx
    .updateTable('notice')
    .set({ within_id: to })
    .where('within_id', '=', from)
    .where('outcome', 'is', null)
    .execute()
  return Number(handled.numUpdatedRows)
}

export async function saveConcerned({ tx }: Context, id: string, concerns: string): Promise<void> {
  await tx.updateTable('notice').set({ concerns_id: concerns }).where('id', '=', id).execute()
}

export async function saveNarrowed(context: Context, id: string, reason: string): Promise<void> {
  await context.tx
    .updateTable('notice')
    .set({ scope: 'party', narrowed_by: context.actor.person, narrowed_at: context.now, narrowed_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Keeps an opinion. Its id is random and its time a day, so that nothing ties an unnamed one to a person. */
export async function insertOpinion(context: Context, notice: string, text: string, person: string | null) {
  await context.tx
    .insertInto('opinion')
    .values({ id: context.newId(), notice_id: notice, person_id: person, text, given_on: context.today })
    .execute()
}

export async function loadOpinion(context: Context, id: string): Promise<OpinionRow> {
  const row = await context.tx.selectFrom('opinion').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return found(row) as OpinionRow
}

/** The number of an opinion is the next one of its notice, which the caller has locked. */
export async function saveAnswer(context: Context, { id, notice_id }: OpinionRow, answered: Answer) {
  const { disposition, reply, wordings, asIn } = answered
  const by = { answered_by: context.actor.person, answered_at: context.now }
  const number = (await lastNumber(context, notice_id)) + 1
  const row = await context.tx
    .updateTable('opinion')
    .set({ disposition, reply, wordings: json(wordings), as_in: asIn, number, ...by })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return row as OpinionRow
}

/** Closes those of the opinions that wait for an answer on this notice; answers how many they were. */
export async function saveGroundless(context: Context, notice: string, opinions: string[], reply: string) {
  const last = await lastNumber(context, notice)
  const { numAffectedRows } = await sql`update opinion
    set disposition = 'groundless', reply = ${reply}, number = ${last}::integer + numbered.place,
      answered_by = ${context.actor.person}::uuid, answered_at = ${context.now}::timestamptz
    from (select id, row_number() over (order by given_on, id) as place from opinion
      where notice_id = ${notice}::uuid and id = any(${opinions}::uuid[]) and disposition is null) numbered
    where numbered.id = opinion.id`.execute(context.tx)
  return Number(numAffectedRows)
}

async function lastNumber({ tx }: Context, notice: string): Promise<number> {
  const row = await tx
    .selectFrom('opinion')
    .select('number')
    .where('notice_id', '=', notice)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}

export async function insertObjection(context: Context, notice: string, text: string, identity: object) {
  const id = context.newId()
  await context.tx.insertInto('objection').values({ id, notice_id: notice, text, raised_on: context.today }).execute()
  await context.tx
    .insertInto('objector')
    .values({ objection_id: id, identity: context.seal.close(JSON.stringify(identity)) })
    .execute()
}

export async function loadObjection(context: Context, id: string): Promise<ObjectionRow> {
  const row = await context.tx.selectFrom('objection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return found(row) as ObjectionRow
}

export async function saveObjection(
  context: Context,
  id: string,
  change: { substance: string } & Partial<{ result: 'upheld' | 'not-upheld'; reply: string }>,
): Promise<ObjectionRow> {
  const answered = change.result ? { answered_by: context.actor.person, answered_at: context.now } : {}
  const row = await context.tx
    .updateTable('objection')
    .set({ ...change, ...answered })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return row as ObjectionRow
}

/** Opens the sealed identity behind an objection. */
export async function objectorOf(context: Context, objection: string): Promise<{ name: string; contact: string }> {
  const row = await context.tx
    .selectFrom('objector')
    .select('identity')
    .where('objection_id', '=', objection)
    .executeTakeFirst()
  const { name, contact } = JSON.parse(context.seal.open(found(row).identity)) as { name: string; contact: string }
  return { name, contact }
}
