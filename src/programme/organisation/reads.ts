import { type ExpressionBuilder, sql } from 'kysely'
import type { Actor, HeldPost, Post } from '#basics/actor.ts'
import { dayOf, type Instant } from '#basics/calendar.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { containing, type Tx } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Tables } from '#platform/tables.ts'

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
export function withinReach(where: ExpressionBuilder<Tables, 'organisation'>, actor: Actor, posts?: readonly Post[]) {
  const paths = [...new Set(actor.posts.filter((held) => !posts || posts.includes(held.post)).map((held) => held.path))]
  if (paths.length === 0) return where.val(false)
  return where.or(paths.map((path) => where('organisation.path', 'like', `${path}%`)))
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
  unit_name: string | null
  branches: number
}

function organisations({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('organisation')
    .leftJoin('organisation as parent', 'parent.id', 'organisation.parent_id')
    .leftJoin('unit', 'unit.id', 'organisation.unit_id')
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
      'unit.name as unit_name',
      sql<number>`(select count(*)::int from organisation below where below.kind = 'branch' and below.path like organisation.path || '%')`.as(
        'branches',
      ),
    ])
}

export async function organisation(context: Pick<Context, 'tx'>, id: string): Promise<OrganisationRow | undefined> {
  return (await organisations(context).where('organisation.id', '=', id).executeTakeFirst()) as
    | OrganisationRow
    | undefined
}

export interface OrganisationFilter {
  kind?: string | undefined
  parent?: string | undefined
  region?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the organisations within reach, in the order of the structure. */
export async function organisationsWithinReach(context: Context, filter: OrganisationFilter) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const rows = (await organisations(context)
    .where((where) => withinReach(where as unknown as ExpressionBuilder<Tables, 'organisation'>, context.actor))
    .$if(filter.kind !== undefined, (query) => query.where('organisation.kind', '=', filter.kind!))
    .$if(filter.parent !== undefined, (query) => query.where('organisation.parent_id', '=', filter.parent!))
    .$if(filter.region !== undefined, (query) => query.where('organisation.region', '=', filter.region!))
    .$if(filter.search !== undefined, (query) => query.where((where) => named(where as never, filter.search!)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(organisation.sort_no, organisation.id) > (${Number(after![0])}, ${after![1]}::uuid)`),
    )
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .limit(filter.limit + 1)
    .execute()) as OrganisationRow[]
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.id]) : null }
}

function named(where: ExpressionBuilder<Tables, 'organisation'>, search: string) {
  const like = containing(search)
  const letters = search.toLowerCase().replace(/[^a-z0-9]/g, '')
  return where.or([
    where('organisation.name', 'like', like),
    where('organisation.short_name', 'like', like),
    ...(letters && letters.length === search.length
      ? [where('organisation.initials', 'like', `%${letters}%`), where('organisation.pinyin', 'like', `%${letters}%`)]
      : []),
  ])
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
