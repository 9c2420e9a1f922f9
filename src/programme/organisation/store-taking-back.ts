import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { madeBy } from './reads-import-images.ts'
import { deleteImages } from './store-import-images.ts'
import { deleteRows } from './store-import-parts.ts'
import { partsOf } from './store-rows.ts'

type Tx = Pick<Context, 'tx'>

/** Locks all that a file made: whoever was about to name it has done so, or finds it gone. */
export async function holdWhatItMade({ tx }: Tx, id: string): Promise<void> {
  for (const [table, sheet] of [
    ['organisation', 'organisations'],
    ['unit', 'units'],
    ['person', 'people'],
  ] as const)
    await sql`select from ${sql.table(table)} where id in (select subject_id from import_image
      where import_id = ${id} and moment = 'after' and sheet = ${sheet}) order by id for update`.execute(tx)
}

/** The posts of a file: those of what ceases go with it, those that wait are turned down, those that are held end today. */
export async function savePostsBack({ tx, actor, now, today }: Context, id: string, reason: string): Promise<void> {
  const ceases = (sheet: 'people' | 'organisations', column: 'person_id' | 'organisation_id') => sql<boolean>`exists (
    select from import_image where import_id = ${id} and moment = 'after' and sheet = ${sheet} and made
      and subject_id = post.${sql.ref(column)})`
  await sql`delete from post where import_id = ${id}
    and (${ceases('people', 'person_id')} or ${ceases('organisations', 'organisation_id')})`.execute(tx)
  await sql`update post set refused_by = ${actor.person}::uuid, refused_at = ${now}::timestamptz, refusal = ${reason},
      until_on = from_on
    where import_id = ${id} and confirmed_at is null and refused_by is null`.execute(tx)
  await sql`update post set until_on = greatest(${today}::date, from_on)
    where import_id = ${id} and confirmed_at is not null and (until_on is null or until_on > ${today}::date)`.execute(
    tx,
  )
}

/**
 * Secretaries who were followed: whose post ended no earlier than today keeps it; whoever has been without it since is
 * proposed again and waits to be confirmed. Where somebody else is or is to be secretary by now, they stay as they are.
 */
export async function saveSecretariesBack({ tx, actor, today, newId }: Context, id: string): Promise<void> {
  const vacant = sql<boolean>`not exists (select from post other where other.organisation_id = post.organisation_id
    and other.post = 'secretary' and other.id <> post.id and other.refused_by is null
    and (other.until_on is null or other.until_on > greatest(${today}::date, other.from_on)))`
  await sql`update post set until_on = null, followed_in = null
    where followed_in = ${id} and until_on >= ${today}::date and ${vacant}`.execute(tx)
  const { rows } = await sql<{ id: string; person: string; organisation: string }>`
    select id, person_id as person, organisation_id as organisation from post
    where followed_in = ${id} and ${vacant} and person_id <> ${actor.person}::uuid`.execute(tx)
  const given = rows.map(({ person, organisation }) => ({
    id: newId(),
    person_id: person,
    organisation_id: organisation,
    post: 'secretary',
    from_on: today,
    granted_by: actor.person,
  }))
  for (const part of partsOf(given)) await tx.insertInto('post').values(part).execute()
}

/** People whom a file made cease to exist. They hold no account and nothing names them any more. */
export async function deletePeople({ tx }: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from membership where person_id = any(${[...ids]}::uuid[])`.execute(tx)
  await sql`delete from person where id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** People whom a file changed are again who they were: numbers first, for two may have changed theirs with each other. */
export async function savePeopleBack({ tx, today }: Context, id: string, ids: readonly string[]): Promise<void> {
  const those = sql`(select subject_id as id, image from import_image where import_id = ${id} and moment = 'before'
    and sheet = 'people' and subject_id = any(${[...ids]}::uuid[]))`
  await sql`update person set staff_no = null from ${those} was
    where person.id = was.id and staff_no is distinct from was.image ->> 'staffNo'`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    update person set name = was.image ->> 'name', kind = was.image ->> 'kind',
      pinyin = was.image ->> 'pinyin', initials = was.image ->> 'initials',
      organisation_id = (was.image ->> 'organisation')::uuid, left_on = (was.image ->> 'leftOn')::date
    from ${those} was where person.id = was.id and (person.kind <> was.image ->> 'kind'
      or person.organisation_id <> (was.image ->> 'organisation')::uuid or person.name <> was.image ->> 'name'
      or person.left_on is distinct from (was.image ->> 'leftOn')::date)
    returning person.id`.execute(tx)
  await saveMembershipsBack(
    { tx, today },
    id,
    rows.map((row) => row.id),
  )
}

/** Sets the numbers again, once nobody holds another's. */
export async function saveNumbersBack({ tx }: Tx, id: string): Promise<void> {
  await sql`update person set staff_no = was.image ->> 'staffNo' from import_image was
    where was.import_id = ${id} and was.moment = 'before' and was.sheet = 'people' and person.id = was.subject_id
      and staff_no is distinct from was.image ->> 'staffNo'`.execute(tx)
}

/**
 * Where these people belonged: from today on as `person` says; the days between stay, but for a membership in what ceases,
 * which never was. Where nothing of the days between is left, the former membership goes on.
 */
async function saveMembershipsBack({ tx, today }: Pick<Context, 'tx' | 'today'>, id: string, ids: string[]) {
  const ceasing = await madeBy({ tx }, id, 'organisations')
  const those = sql`person_id = any(${ids}::uuid[])`
  await sql`delete from membership where ${those} and (from_on >= ${today}::date
    or from_on is not null and until_on is null and organisation_id = any(${ceasing}::uuid[]))`.execute(tx)
  await sql`update membership set until_on = ${today}::date where ${those} and until_on is null`.execute(tx)
  await sql`update person set left_on = ${today}::date where id = any(${ids}::uuid[]) and left_on is not null
    and exists (select from membership where person_id = person.id and until_on = ${today}::date)`.execute(tx)
  await sql`update membership set until_on = null from person
    where ${those} and person.id = person_id and person.left_on is null
      and membership.organisation_id = person.organisation_id and membership.kind = person.kind
      and not exists (select from membership later where later.person_id = person.id and later.id <> membership.id
        and coalesce(later.from_on, '-infinity') >= coalesce(membership.until_on, 'infinity'))`.execute(tx)
  await sql`insert into membership (person_id, organisation_id, kind, from_on)
    select id, organisation_id, kind, ${today}::date from person where id = any(${ids}::uuid[]) and left_on is null
      and not exists (select from membership where person_id = person.id and until_on is null)`.execute(tx)
}

/** What a file made ceases to exist, once the structure of no day names it. */
export async function deleteMade(
  { tx }: Tx,
  organisations: readonly string[],
  units: readonly string[],
): Promise<void> {
  // those below first: each names the one above it
  for (const part of partsOf(organisations))
    await sql`delete from organisation where id = any(${part}::uuid[])`.execute(tx)
  for (const part of partsOf(units)) await sql`delete from unit where id = any(${part}::uuid[])`.execute(tx)
}

/** The file is taken back: that it came, what was in it and who took it back is kept. */
export async function saveTakenBack(context: Context, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = context
  await deleteImages(context, id)
  await deleteRows(context, id)
  await tx
    .updateTable('import')
    .set({ state: 'taken-back', taken_back_by: actor.person, taken_back_at: now, taken_back_reason: reason })
    .where('id', '=', id)
    .execute()
}
