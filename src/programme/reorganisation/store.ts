import type { Selectable } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Details } from '#basics/decision.ts'
import type { Id, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { found } from '#platform/errors.ts'
import type { Tables } from '#platform/tables.ts'
import type { Act, State } from './rules/act.ts'
import type { Line } from './rules/line.ts'
import type { Terms } from './rules/terms.ts'

export type ActRow = Selectable<Tables['reorganisation']>

export function actFrom(row: ActRow): Act {
  return {
    id: row.id as Id<'reorganisation'>,
    terms: row.terms as Terms,
    effectiveOn: row.effective_on,
    document: row.document,
    issuer: row.issuer,
    reason: row.reason,
    enteredBy: row.entered_by as PersonId,
    enteredAt: row.entered_at,
    state: row.state as State,
    decidedBy: (row.confirmed_by ?? row.ended_by) as PersonId | null,
  }
}

export interface Entry {
  terms: Terms
  effectiveOn: Day
  document: string
  issuer: string
  reason: string
}

export async function insertAct(context: Context, { terms, effectiveOn, ...entry }: Entry): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('reorganisation')
    .values({
      id,
      kind: terms.kind,
      about: terms.of,
      terms: json(terms),
      effective_on: effectiveOn,
      ...entry,
      state: 'entered',
      entered_by: context.actor.person,
      entered_at: context.now,
    })
    .execute()
  return id
}

export interface Parties {
  organisations: readonly string[]
  units: readonly string[]
}

export async function insertParties({ tx }: Context, act: string, { organisations, units }: Parties): Promise<void> {
  const rows = [
    ...[...new Set(organisations)].map((id) => ({ act_id: act, organisation_id: id, unit_id: null })),
    ...[...new Set(units)].map((id) => ({ act_id: act, organisation_id: null, unit_id: id })),
  ]
  if (rows.length > 0)
    await tx
      .insertInto('reorganisation_party')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The act, locked: two administrators do not both decide. */
export async function loadAct({ tx }: Context, id: string): Promise<Act> {
  const row = await tx.selectFrom('reorganisation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return actFrom(found(row))
}

/** Planned acts whose day has come, in the order of their days and of their confirmation, locked. */
export async function loadDue({ tx, today }: Context): Promise<Act[]> {
  const rows = await tx
    .selectFrom('reorganisation')
    .selectAll()
    .where('state', '=', 'planned')
    .where('effective_on', '<=', today)
    .orderBy('effective_on')
    .orderBy('confirmed_at')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(actFrom)
}

/** Confirmed by the actor: planned for its day. */
export async function savePlanned({ tx, actor, now }: Context, id: string): Promise<void> {
  const confirmed = { confirmed_by: actor.person, confirmed_at: now }
  await tx
    .updateTable('reorganisation')
    .set({ state: 'planned', ...confirmed })
    .where('id', '=', id)
    .execute()
}

export async function saveInEffect({ tx, now }: Context, id: string): Promise<void> {
  await tx.updateTable('reorganisation').set({ state: 'in-effect', in_effect_at: now }).where('id', '=', id).execute()
}

export async function saveBlocked({ tx }: Context, id: string, hindrance: { reason: string; details: Details }) {
  await tx
    .updateTable('reorganisation')
    .set({ state: 'blocked', hindrance: json(hindrance) })
    .where('id', '=', id)
    .execute()
}

/** Refused or withdrawn by the actor. */
export async function saveEnded(
  { tx, actor, now }: Context,
  id: string,
  state: 'refused' | 'withdrawn',
  reason: string,
) {
  const ended = { ended_by: actor.person, ended_at: now, end_reason: reason }
  await tx
    .updateTable('reorganisation')
    .set({ state, ...ended, hindrance: null })
    .where('id', '=', id)
    .execute()
}

export async function insertLines({ tx }: Context, act: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map(({ kind, from, to, detail }) => ({
    act_id: act,
    kind,
    from_id: from,
    to_id: to,
    detail: json(detail),
  }))
  await tx
    .insertInto('reorganisation_line')
    .values(rows as never)
    .execute()
}
