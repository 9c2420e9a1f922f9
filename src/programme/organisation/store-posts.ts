import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import type { GrantedPost } from './rules/posts.ts'

/** Locks a person, so that two posts for them are decided one after the other. */
export async function lockPerson({ tx }: Context, person: string): Promise<void> {
  await tx.selectFrom('person').select('id').where('id', '=', person).forUpdate().execute()
}

/** Locks an organisation, so that it cannot get two secretaries at once; shared, so that it does not end meanwhile. */
export async function lockOrganisation({ tx }: Context, id: string, how: 'alone' | 'share' = 'alone'): Promise<void> {
  const row = tx.selectFrom('organisation').select('id').where('id', '=', id)
  await (how === 'alone' ? row.forNoKeyUpdate() : row.forShare()).execute()
}

/** One after the other: two administrators of a kind must not end each other at once. */
export async function lockAdministrators({ tx }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisation.administrators'))`.execute(tx)
}

export async function insertGranted(
  context: Context,
  row: { person: string; organisation: string; post: GrantedPost; fromOn: Day; untilOn: Day | null },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('post')
    .values({
      id,
      person_id: row.person,
      organisation_id: row.organisation,
      post: row.post,
      from_on: row.fromOn,
      until_on: row.untilOn,
      granted_by: context.actor.person,
    })
    .execute()
  return id
}

export async function saveConfirmed({ tx, actor, now }: Context, id: string): Promise<void> {
  await tx.updateTable('post').set({ confirmed_by: actor.person, confirmed_at: now }).where('id', '=', id).execute()
}

/** A post turned down ends on the day it would have begun. */
export async function saveRefused({ tx, actor, now }: Context, id: string, reason: string): Promise<void> {
  await tx
    .updateTable('post')
    .set((set) => ({ refused_by: actor.person, refused_at: now, refusal: reason, until_on: set.ref('from_on') }))
    .where('id', '=', id)
    .execute()
}

export async function saveEnd({ tx }: Context, id: string, untilOn: Day): Promise<void> {
  await tx.updateTable('post').set({ until_on: untilOn }).where('id', '=', id).execute()
}
