import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import type { GrantedPost } from './rules/posts.ts'

/**
 * Where these people belong from that day on, and as what: as `person` says, which the caller has brought up to it. What
 * began on that day or later never came to stand.
 */
export async function saveMemberships({ tx }: Context, people: readonly string[], day: Day): Promise<void> {
  if (people.length === 0) return
  await tx.deleteFrom('membership').where('person_id', 'in', people).where('from_on', '>=', day).execute()
  await tx
    .updateTable('membership')
    .set({ until_on: day })
    .where('person_id', 'in', people)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', day)]))
    .execute()
  await sql`insert into membership (person_id, organisation_id, kind, from_on)
    select id, organisation_id, kind, ${day}::date from person where id = any(${[...people]}::uuid[])`.execute(tx)
}

/** Everybody who belongs to an organisation and has not left, locked. */
export async function loadMembers({ tx, today }: Context, organisation: string) {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'kind'])
    .where('organisation_id', '=', organisation)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>', today)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as { id: string; name: string; kind: 'member' | 'staff' }[]
}

export async function saveMoved(context: Context, people: readonly string[], to: string, day: Day): Promise<void> {
  if (people.length === 0) return
  await context.tx.updateTable('person').set({ organisation_id: to }).where('id', 'in', people).execute()
  await saveMemberships(context, people, day)
}

export interface EndedPost {
  person: string
  post: GrantedPost
  /** Whether it was held; one that waited was turned down. */
  held: boolean
}

/** Ends every post of an organisation today, and turns down those that wait: with the reason. */
export async function saveEndOfPosts({ tx, actor, now, today }: Context, organisation: string, reason: string) {
  const held = await sql<{ person: string; post: GrantedPost }>`
    update post set until_on = greatest(${today}::date, from_on)
    where organisation_id = ${organisation}::uuid and confirmed_at is not null and (until_on is null or until_on > ${today}::date)
    returning person_id as person, post`.execute(tx)
  const waiting = await sql<{ person: string; post: GrantedPost }>`
    update post set refused_by = ${actor.person}::uuid, refused_at = ${now}::timestamptz, refusal = ${reason}, until_on = from_on
    where organisation_id = ${organisation}::uuid and confirmed_at is null and refused_by is null
    returning person_id as person, post`.execute(tx)
  return [
    ...held.rows.map((row): EndedPost => ({ ...row, held: true })),
    ...waiting.rows.map((row): EndedPost => ({ ...row, held: false })),
  ]
}
