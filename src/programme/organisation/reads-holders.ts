import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { reachable } from './reads-people.ts'
import { seePosts } from './rules/people.ts'
import type { GrantedPost } from './rules/posts.ts'

/** A post as it was held on some day, in the structure of that day. */
export interface Holding {
  id: string
  post: GrantedPost
  person: { id: string; name: string }
  organisation: { id: string; name: string }
  /** What the organisations above were called that day, the topmost first. */
  above: string[]
  /** How many organisations stood below that day. */
  below: number
  fromOn: Day
  untilOn: Day | null
}

export interface HoldingFilter {
  post?: string | undefined
  organisation?: string | undefined
  person?: string | undefined
  cursor?: string | undefined
  limit: number
}

function holdings({ tx }: Pick<Context, 'tx'>, day: Day) {
  return tx
    .with('tree', (db) =>
      db
        .selectFrom(sql<{ id: string; name: string; path: string }>`structure_on(${day}::date)`.as('day'))
        .selectAll('day'),
    )
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .leftJoin('tree', 'tree.id', 'post.organisation_id')
    .select([
      'post.id',
      'post.post',
      'post.from_on as fromOn',
      'post.until_on as untilOn',
      'person.id as personId',
      'person.name as personName',
      'organisation.id as organisationId',
      sql<string>`coalesce(tree.name, organisation.name)`.as('organisationName'),
      sql<string[]>`coalesce((select jsonb_agg(above.name order by length(above.path)) from tree above
        where above.path <> tree.path and tree.path like above.path || '%'), '[]')`.as('above'),
      sql<number>`(select count(*)::int from tree below where below.path <> tree.path and below.path like tree.path || '%')`.as(
        'below',
      ),
    ])
    .where('confirmed_at', 'is not', null)
    .where('post.from_on', '<=', day)
    .where((where) => where.or([where('post.until_on', 'is', null), where('post.until_on', '>', day)]))
}

type Raw = Awaited<ReturnType<ReturnType<typeof holdings>['execute']>>[number]

function toHolding({ personId, personName, organisationId, organisationName, post, ...row }: Raw): Holding {
  return {
    ...row,
    post: post as GrantedPost,
    person: { id: personId, name: personName },
    organisation: { id: organisationId, name: organisationName },
  }
}

/** A page of who held which post on that day, at the organisations whose posts the actor sees; the latest begun first. */
export async function holdingsOn(context: Context, day: Day, filter: HoldingFilter) {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const rows = await holdings(context, day)
    .where((where) => reachable(where, context, seePosts))
    .$if(filter.post !== undefined, (query) => query.where('post.post', '=', filter.post!))
    .$if(filter.organisation !== undefined, (query) =>
      query.where(sql<boolean>`tree.path like '%' || ${filter.organisation}::text || '/%'`),
    )
    .$if(filter.person !== undefined, (query) => query.where('post.person_id', '=', filter.person!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(post.from_on, post.id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('post.from_on', 'desc')
    .orderBy('post.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit).map(toHolding)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.fromOn, last.id]) : null }
}

/** What one person held on that day. */
export async function holdingsOfPerson(context: Pick<Context, 'tx'>, person: string, day: Day): Promise<Holding[]> {
  const rows = await holdings(context, day).where('post.person_id', '=', person).orderBy('post.from_on').execute()
  return rows.map(toHolding)
}

/** Where somebody belonged on that day, by the name it had. */
export async function membershipOn({ tx }: Pick<Context, 'tx'>, person: string, day: Day) {
  return tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.kind', 'organisation.id', 'organisation.name'])
    .where('person_id', '=', person)
    .where((where) => where.or([where('membership.from_on', 'is', null), where('membership.from_on', '<=', day)]))
    .where((where) => where.or([where('membership.until_on', 'is', null), where('membership.until_on', '>', day)]))
    .executeTakeFirst()
}

/** The secretaries of that day, by organisation. */
export async function secretariesOn({ tx }: Pick<Context, 'tx'>, day: Day): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.organisation_id as organisation', 'person.name'])
    .where('post.post', '=', 'secretary')
    .where('confirmed_at', 'is not', null)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', day)]))
    .orderBy('from_on')
    .execute()
  return new Map(rows.map(({ organisation, name }) => [organisation, name]))
}
