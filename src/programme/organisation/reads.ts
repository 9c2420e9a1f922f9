import { sql } from 'kysely'
import type { Actor, HeldPost, Post } from '#basics/actor.ts'
import { dayOf, type Instant } from '#basics/calendar.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/database.ts'
import { branchesNow, within } from './reads-day.ts'

/** The person with the posts held that day: being a member or staff of the own organisation, and every confirmed post. */
export async function actorOf(tx: Tx, person: PersonId, now: Instant): Promise<Actor | null> {
  const today = dayOf(now)
  const row = await tx
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.name', 'person.kind', 'organisation.id as organisation', 'organisation.path', 'left_on'])
    .where('person.id', '=', person)
    .executeTakeFirst()
  if (!row || (row.left_on !== null && row.left_on <= today)) return null
  const held = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.post', 'organisation.id as organisation', 'organisation.path'])
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', today)]))
    .execute()
  const own = { post: row.kind as Post, organisation: row.organisation as OrganisationId, path: row.path }
  return { person, name: row.name, posts: [own, ...(held as HeldPost[])] }
}

/** Whether the organisation is one the actor holds a post in, or stands below such a one. */
export async function organisationWithinReach({ tx, actor }: Context, id: string): Promise<boolean> {
  const row = await tx.selectFrom('organisation').select('path').where('id', '=', id).executeTakeFirst()
  return row !== undefined && actor.posts.some((held) => row.path.startsWith(held.path))
}

/** The path of an organisation, from the root down. */
export async function pathOf({ tx }: Pick<Context, 'tx'>, id: string): Promise<string | undefined> {
  return (await tx.selectFrom('organisation').select('path').where('id', '=', id).executeTakeFirst())?.path
}

/** The organisations on a path, nearest first, without the last itself: those above it. */
export async function organisationsAbove({ tx }: Pick<Context, 'tx'>, path: string) {
  const ids = path.split('/').filter(Boolean).slice(0, -1)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'path'])
    .where('id', 'in', ids)
    .execute()
  return rows.sort((a, b) => b.path.length - a.path.length)
}

/** A SQL condition: the organisation's path is within the actor's reach. */
export function withinReach(actor: Actor, posts?: readonly Post[]) {
  const places = actor.posts.filter((held) => !posts || posts.includes(held.post)).map((held) => held.path)
  return within(sql.ref('organisation.path'), places)
}

export interface OrganisationRow {
  id: string
  kind: 'committee' | 'party-group' | 'general-branch' | 'branch'
  name: string
  short_name: string
  region: string | null
  set_up_on: string
  path: string
  sort_no: number
  parent_id: string | null
  parent_name: string | null
  units: { id: string; name: string }[]
  branches: number
  dissolved_on: string | null
  successor: { id: string; name: string } | null
}

function organisations({ tx }: Pick<Context, 'tx'>) {
  const tied = sql<OrganisationRow['units']>`coalesce((
    select jsonb_agg(jsonb_build_object('id', unit.id, 'name', unit.name) order by tie.from_on, unit.sort_no)
    from organisation_unit tie join unit on unit.id = tie.unit_id
    where tie.organisation_id = organisation.id and tie.until_on is null), '[]')`
  const heir = sql<OrganisationRow['successor']>`(select jsonb_build_object('id', heir.id, 'name', heir.name)
    from organisation heir where heir.id = organisation.successor_id)`
  return tx
    .selectFrom('organisation')
    .leftJoin('organisation as parent', 'parent.id', 'organisation.parent_id')
    .select([
      'organisation.id',
      'organisation.kind',
      'organisation.name',
      'organisation.short_name',
      'organisation.region',
      'organisation.set_up_on',
      'organisation.path',
      'organisation.sort_no',
      'organisation.parent_id',
      'parent.name as parent_name',
      'organisation.dissolved_on',
      tied.as('units'),
      heir.as('successor'),
      branchesNow.as('branches'),
    ])
}

/** One as it is, or as it last was. */
export async function organisation(context: Pick<Context, 'tx'>, id: string): Promise<OrganisationRow | undefined> {
  return (await organisations(context).where('organisation.id', '=', id).executeTakeFirst()) as
    | OrganisationRow
    | undefined
}

/** Names and kinds of organisations by id. */
export async function organisationsById({ tx }: Pick<Context, 'tx'>, ids: string[]) {
  if (ids.length === 0) return new Map<string, Pick<OrganisationRow, 'id' | 'name' | 'kind' | 'path'>>()
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'path'])
    .where('id', 'in', ids)
    .execute()
  return new Map((rows as Pick<OrganisationRow, 'id' | 'name' | 'kind' | 'path'>[]).map((row) => [row.id, row]))
}

/** Whether nothing has been set up yet. */
export async function isEmpty({ tx }: Pick<Context, 'tx'>): Promise<boolean> {
  return (await tx.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) === undefined
}

/** The people who hold a post in an organisation today, longest-serving first. */
export async function holdersOf({ tx, today }: Pick<Context, 'tx' | 'today'>, organisationId: string, post: Post) {
  return tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person.id', 'person.name'])
    .where('post.organisation_id', '=', organisationId)
    .where('post.post', '=', post)
    .where('confirmed_at', 'is not', null)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', today)]))
    .orderBy('from_on')
    .execute()
}

/** Names of people by id. */
export async function namesOf({ tx }: Pick<Context, 'tx'>, people: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(people.filter((each): each is string => each !== null))]
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
