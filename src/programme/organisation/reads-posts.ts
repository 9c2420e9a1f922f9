import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { below, named, reachable } from './reads-people.ts'
import { seePosts } from './rules/people.ts'
import type { GivenPost, GrantedPost, PostState } from './rules/posts.ts'

export interface PostRow extends GivenPost {
  id: string
  personName: string
  organisationName: string
  confirmedBy: string | null
  refusal: string | null
}

function posts({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select([
      'post.id',
      'post.person_id',
      'person.name as person_name',
      'post.post',
      'organisation.id as organisation',
      'organisation.name as organisation_name',
      'organisation.path',
      'from_on',
      'until_on',
      'import_id',
      'granted_by',
      'confirmed_by',
      'confirmed_at',
      'refused_by',
      'refusal',
    ])
}

type RawPost = Awaited<ReturnType<ReturnType<typeof posts>['execute']>>[number]

function toPost(row: RawPost, today: string): PostRow {
  return {
    id: row.id,
    person: row.person_id,
    personName: row.person_name,
    post: row.post as GrantedPost,
    organisation: row.organisation,
    organisationName: row.organisation_name,
    path: row.path,
    fromOn: row.from_on,
    untilOn: row.until_on,
    state: stateOf(row, today),
    grantedBy: row.granted_by,
    confirmedBy: row.confirmed_by,
    refusal: row.refusal,
    fromFile: row.import_id !== null,
  }
}

function stateOf(row: Pick<RawPost, 'refused_by' | 'confirmed_at' | 'until_on'>, today: string): PostState {
  if (row.refused_by !== null) return 'refused'
  if (row.confirmed_at === null) return 'waiting'
  return row.until_on !== null && row.until_on <= today ? 'ended' : 'held'
}

export async function postById(context: Pick<Context, 'tx' | 'today'>, id: string): Promise<PostRow | undefined> {
  const row = await posts(context).where('post.id', '=', id).executeTakeFirst()
  return row && toPost(row, context.today)
}

/** One's own, or one at an organisation whose posts one sees. */
export async function postWithinReach(context: Context, id: string): Promise<boolean> {
  const row = await posts(context).where('post.id', '=', id).where(reachable(context, seePosts)).executeTakeFirst()
  return row !== undefined
}

/** Every post of these people that is not over, waiting ones included. */
export async function livingPostsOf(context: Pick<Context, 'tx' | 'today'>, ids: string[]): Promise<PostRow[]> {
  if (ids.length === 0) return []
  const rows = await posts(context)
    .where('post.person_id', 'in', ids)
    .where('refused_by', 'is', null)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', context.today)]))
    .orderBy('from_on')
    .execute()
  return rows.map((row) => toPost(row, context.today))
}

/** Who holds the post, of that organisation or, without one, anywhere. */
export async function holdingsOf(
  context: Pick<Context, 'tx' | 'today'>,
  post: GrantedPost,
  organisation?: string,
): Promise<PostRow[]> {
  const rows = await posts(context)
    .where('post.post', '=', post)
    .where('confirmed_at', 'is not', null)
    .$if(organisation !== undefined, (query) => query.where('post.organisation_id', '=', organisation!))
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', context.today)]))
    .execute()
  return rows.map((row) => toPost(row, context.today))
}

export interface PostFilter {
  state?: PostState | undefined
  post?: string | undefined
  organisation?: string | undefined
  person?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of posts at the organisations whose posts one sees, the latest first. */
export async function postsWithinReach(context: Context, filter: PostFilter) {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const rows = await posts(context)
    .where(reachable(context, seePosts))
    .$if(filter.state !== undefined, (query) => query.where(stateIs(filter.state!, context.today)))
    .$if(filter.post !== undefined, (query) => query.where('post.post', '=', filter.post!))
    .$if(filter.organisation !== undefined, (query) => query.where(below(filter.organisation!)))
    .$if(filter.person !== undefined, (query) => query.where('post.person_id', '=', filter.person!))
    .$if(filter.search !== undefined, (query) => query.where(named(filter.search!)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(from_on, post.id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('from_on', 'desc')
    .orderBy('post.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit).map((row) => toPost(row, context.today))
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.fromOn, last.id]) : null }
}

function stateIs(state: PostState, today: string) {
  if (state === 'refused') return sql<boolean>`refused_by is not null`
  if (state === 'waiting') return sql<boolean>`refused_by is null and confirmed_at is null`
  if (state === 'ended') return sql<boolean>`confirmed_at is not null and until_on <= ${today}::date`
  return sql<boolean>`confirmed_at is not null and (until_on is null or until_on > ${today}::date)`
}
