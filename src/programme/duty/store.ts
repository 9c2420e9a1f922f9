import { isDeepStrictEqual } from 'node:util'
import { type Selectable, sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Tables } from '#platform/tables.ts'
import { responsibleOn } from '#programme/organisation/reads-responsible.ts'
import type { Above, Holder } from '#programme/organisation/rules/responsible.ts'
import type { Duty, DutyKind, DutyState } from './rules/duty.ts'

/** Which duties: of a kind, about a subject or of an organisation or both; of one round only, where that is said. */
export type WhichDuties = {
  kind: string
  subject?: { kind: string; id: string } | undefined
  organisation?: string | undefined
  round?: number | undefined
} & ({ subject: { kind: string; id: string } } | { organisation: string })

export interface NewDuty {
  organisation: string
  subject: { kind: string; id: string }
  about?: string | undefined
  round?: number | undefined
}

/** A row as the union of states that its constraint guarantees. */
export function dutyFrom(row: Selectable<Tables['duty']>): Duty {
  const kept = {
    id: row.id as Id<'duty'>,
    kind: row.kind,
    organisation: row.organisation_id as OrganisationId,
    dueOn: row.due_on,
  }
  if (row.state === 'open') return { ...kept, state: 'open' }
  if (row.state === 'void')
    return {
      ...kept,
      state: 'void',
      voidedAt: row.voided_at!,
      voidedBy: row.voided_by as PersonId | null,
      reason: row.void_reason!,
    }
  const fulfilledBy = row.fulfilled_by as PersonId
  return {
    ...kept,
    state: 'fulfilled',
    fulfilledAt: row.fulfilled_at!,
    fulfilledBy,
    doneOn: row.done_on!,
    late: row.late!,
  }
}

/** Keeps the words of a kind as its capability says them now; those that stand are left alone, for a lock on them stops others. */
export async function saveKind({ tx }: Context, { name, title, opens }: DutyKind): Promise<void> {
  const words = { title_zh: title.zh, title_en: title.en, portal: opens.portal, desk: opens.desk }
  const kept = await tx
    .selectFrom('duty_kind')
    .select(['title_zh', 'title_en', 'portal', 'desk'])
    .where('name', '=', name)
    .executeTakeFirst()
  if (kept && isDeepStrictEqual({ ...kept }, words)) return
  await tx
    .insertInto('duty_kind')
    .values({ name, ...words })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(words))
    .execute()
}

const PART = 5000

/** Adds those that are not there yet, many in one statement, and answers how many were added. */
export async function insertDuties(
  context: Context,
  { kind, cycle, dueOn }: { kind: string; cycle: string | null; dueOn: Day },
  duties: readonly NewDuty[],
): Promise<number> {
  let added = 0
  for (let from = 0; from < duties.length; from += PART) {
    const part = duties.slice(from, from + PART)
    const { numAffectedRows } = await sql`
      insert into duty (id, kind, cycle_id, due_on, opened_by, opened_at,
        organisation_id, subject_kind, subject_id, about, round)
      select gen_random_uuid(), ${kind}, ${cycle}::uuid, ${dueOn}::date, ${context.actor.person || null}::uuid,
        ${context.now}::timestamptz, part.*
      from unnest(${part.map((each) => each.organisation)}::uuid[], ${part.map((each) => each.subject.kind)}::text[],
        ${part.map((each) => each.subject.id)}::uuid[], ${part.map((each) => each.about ?? '')}::text[],
        ${part.map((each) => each.round ?? 0)}::integer[]) as part
      on conflict do nothing`.execute(context.tx)
    added += Number(numAffectedRows ?? 0)
  }
  return added
}

/** The id of the one duty that is named whole. */
export async function idOf({ tx }: Context, kind: string, duty: NewDuty): Promise<string> {
  const row = await tx
    .selectFrom('duty')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_kind', '=', duty.subject.kind)
    .where('subject_id', '=', duty.subject.id)
    .where('organisation_id', '=', duty.organisation)
    .where('round', '=', duty.round ?? 0)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Those in one state, locked in one order until the transaction ends. */
export async function loadDuties({ tx }: Context, which: WhichDuties, state: DutyState): Promise<Duty[]> {
  const rows = await tx
    .selectFrom('duty')
    .selectAll()
    .where('kind', '=', which.kind)
    .$if(which.subject !== undefined, (query) =>
      query.where('subject_kind', '=', which.subject!.kind).where('subject_id', '=', which.subject!.id),
    )
    .$if(which.organisation !== undefined, (query) => query.where('organisation_id', '=', which.organisation!))
    .$if(which.round !== undefined, (query) => query.where('round', '=', which.round!))
    .where('state', '=', state)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(dutyFrom)
}

/** Everything an organisation has still to do, locked. */
export async function loadOpenOf({ tx }: Context, organisation: string): Promise<Duty[]> {
  const rows = await tx
    .selectFrom('duty')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('state', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(dutyFrom)
}

/** Writes how duties stand now, many in one statement. */
export async function saveDuties(context: Context, duties: readonly Duty[]): Promise<void> {
  for (let from = 0; from < duties.length; from += PART) await savePart(context, duties.slice(from, from + PART))
}

async function savePart({ tx }: Context, part: Duty[]): Promise<void> {
  const done = part.map((duty) => (duty.state === 'fulfilled' ? duty : null))
  const gone = part.map((duty) => (duty.state === 'void' ? duty : null))
  await sql`
    update duty set state = part.state, organisation_id = part.organisation, due_on = part.due_on,
      fulfilled_at = part.fulfilled_at, fulfilled_by = part.fulfilled_by,
      done_on = part.done_on, late = part.late,
      voided_at = part.voided_at, voided_by = part.voided_by, void_reason = part.reason
    from unnest(${part.map(({ id }) => id)}::uuid[], ${part.map(({ state }) => state)}::text[],
      ${part.map(({ organisation }) => organisation)}::uuid[], ${part.map(({ dueOn }) => dueOn)}::date[],
      ${done.map((duty) => duty?.fulfilledAt ?? null)}::timestamptz[],
      ${done.map((duty) => duty?.fulfilledBy ?? null)}::uuid[], ${done.map((duty) => duty?.doneOn ?? null)}::date[],
      ${done.map((duty) => duty?.late ?? null)}::boolean[],
      ${gone.map((duty) => duty?.voidedAt ?? null)}::timestamptz[], ${gone.map((duty) => duty?.voidedBy ?? null)}::uuid[],
      ${gone.map((duty) => duty?.reason ?? null)}::text[])
      as part (id, state, organisation, due_on, fulfilled_at, fulfilled_by, done_on, late,
        voided_at, voided_by, reason)
    where duty.id = part.id`.execute(tx)
}

/** Which open duties of one organisation another has too, in whatever state. */
export async function sameAt({ tx }: Context, from: string, to: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select own.id from duty own join duty other using (kind, subject_kind, subject_id, round)
    where own.organisation_id = ${from}::uuid and own.state = 'open' and other.organisation_id = ${to}::uuid`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Writes down who answered on the due day for duties whose day is over, the earliest day first, `most` at a time, and
 * answers how many it wrote; of one organisation or of these duties only, where that is said. Two at once: the second waits for the rows and finds them written.
 */
export async function writeHolders(context: Context, which: Unwritten = {}): Promise<number> {
  const rows = await takeUnwritten(context, which)
  const days = [...new Set(rows.map(({ due_on }) => due_on))]
  for (const day of days) {
    const due = rows.filter(({ due_on }) => due_on === day)
    const responsible = await responsibleOn(
      context,
      due.map((row) => row.organisation_id),
      day,
    )
    await insertHolders(
      context,
      due.flatMap(({ id, organisation_id }) => {
        const { direct, primary } = responsible.get(organisation_id)!
        return [holderRow(id, 'direct', direct), holderRow(id, 'primary', primary)]
      }),
    )
  }
  return rows.length
}

interface Unwritten {
  most?: number | undefined
  organisation?: string | undefined
  duties?: readonly string[] | undefined
}

async function takeUnwritten({ tx, today, now }: Context, { most, organisation, duties }: Unwritten) {
  const { rows } = await sql<{ id: string; organisation_id: string; due_on: Day }>`
    update duty set written_at = ${now}::timestamptz
    where written_at is null and id in (
      select id from duty where written_at is null and state <> 'void' and due_on < ${today}::date
        and (${organisation ?? null}::uuid is null or organisation_id = ${organisation ?? null}::uuid)
        and (${duties ?? null}::uuid[] is null or id = any(${duties ?? null}::uuid[]))
      order by due_on, id limit ${most ?? null}::integer for update)
    returning id, organisation_id, due_on::text`.execute(tx)
  return rows
}

type HolderRow = Tables['duty_holder']

function holderRow(duty: string, responsibility: 'direct' | 'primary', holder: Holder | Above): HolderRow {
  return {
    duty_id: duty,
    responsibility,
    state: holder.state,
    organisation_id: holder.state === 'none-above' ? null : holder.organisation,
    person_id: holder.state === 'held' ? holder.person : null,
  }
}

async function insertHolders({ tx }: Context, rows: HolderRow[]): Promise<void> {
  await sql`
    insert into duty_holder (duty_id, responsibility, state, organisation_id, person_id)
    select * from unnest(${rows.map((row) => row.duty_id)}::uuid[], ${rows.map((row) => row.responsibility)}::text[],
      ${rows.map((row) => row.state)}::text[], ${rows.map((row) => row.organisation_id)}::uuid[],
      ${rows.map((row) => row.person_id)}::uuid[])`.execute(tx)
}
