import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { atOrBelow, belowOn, lastsOn } from './reads-day.ts'
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

/** What was held on that day. */
function held({ tx }: Pick<Context, 'tx'>, day: Day) {
  return tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.id', 'post.from_on'])
    .where('confirmed_at', 'is not', null)
    .where(lastsOn('post', day))
}

type Told = Pick<Holding, 'id' | 'post' | 'fromOn' | 'untilOn' | 'above' | 'below'> & {
  personId: string
  personName: string
  organisationId: string
  organisationName: string
}

/** The few that were found, with where they stood that day; in the order given. */
async function told({ tx, today }: Pick<Context, 'tx' | 'today'>, day: Day, ids: string[]): Promise<Holding[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Told>`
    select post.id, post.post, post.from_on as "fromOn", post.until_on as "untilOn", person.id as "personId",
      person.name as "personName", organisation.id as "organisationId",
      coalesce(span.name, organisation.name) as "organisationName",
      ${namesAbove(day)} as above, ${standingBelow(day, today)} as below
    from unnest(${ids}::uuid[]) with ordinality as asked (id, nth) join post on post.id = asked.id
      join organisation on organisation.id = post.organisation_id join person on person.id = post.person_id
      left join organisation_span span on span.organisation_id = organisation.id and ${lastsOn('span', day)}
    order by asked.nth`.execute(tx)
  return rows.map(({ personId, personName, organisationId, organisationName, ...row }) => ({
    ...row,
    person: { id: personId, name: personName },
    organisation: { id: organisationId, name: organisationName },
  }))
}

function namesAbove(day: Day) {
  return sql`(with recursive up (name, next, height) as (
      select above.name, above.parent_id, 1 from organisation_span above
        where above.organisation_id = span.parent_id and ${lastsOn('above', day)}
      union all
      select above.name, above.parent_id, up.height + 1 from up join organisation_span above
        on above.organisation_id = up.next and ${lastsOn('above', day)}
    ) select coalesce(jsonb_agg(up.name order by up.height desc), '[]') from up)`
}

function standingBelow(day: Day, today: Day) {
  if (day === today)
    return sql`(select count(*)::int - 1 from organisation below where below.dissolved_on is null
      and ${atOrBelow(sql`below.path`, sql`organisation.path`)})`
  return sql`(case when span.kind = 'branch' then 0
    when span.parent_id is null then (select count(*)::int - 1 from organisation_span other where ${lastsOn('other', day)})
    else (select count(*)::int - 1 from (${belowOn(day, sql`array[span.organisation_id]`)}) below) end)`
}

/** A page of who held which post on that day, at the organisations whose posts the actor sees; the latest begun first. */
export async function holdingsOn(context: Context, day: Day, filter: HoldingFilter) {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const rows = await held(context, day)
    .where(reachable(context, seePosts))
    .$if(filter.post !== undefined, (query) => query.where('post.post', '=', filter.post!))
    .$if(filter.organisation !== undefined, (query) =>
      query.where(sql<boolean>`post.organisation_id in (${belowOn(day, sql`array[${filter.organisation!}]::uuid[]`)})`),
    )
    .$if(filter.person !== undefined, (query) => query.where('post.person_id', '=', filter.person!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(post.from_on, post.id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('post.from_on', 'desc')
    .orderBy('post.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    rows: await told(
      context,
      day,
      shown.map(({ id }) => id),
    ),
    next: rows.length > filter.limit && last ? encodeCursor([last.from_on, last.id]) : null,
  }
}

/** What one person held on that day. */
export async function holdingsOfPerson(
  context: Pick<Context, 'tx' | 'today'>,
  person: string,
  day: Day,
): Promise<Holding[]> {
  const rows = await held(context, day).where('post.person_id', '=', person).orderBy('post.from_on').execute()
  return told(
    context,
    day,
    rows.map(({ id }) => id),
  )
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

/** The secretaries of these organisations on that day, by organisation. */
export async function secretariesOn(
  { tx }: Pick<Context, 'tx'>,
  day: Day,
  ids: string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.organisation_id as organisation', 'person.name'])
    .where(sql<boolean>`post.organisation_id = any(${ids}::uuid[])`)
    .where('post.post', '=', 'secretary')
    .where('confirmed_at', 'is not', null)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', day)]))
    .orderBy('from_on')
    .execute()
  return new Map(rows.map(({ organisation, name }) => [organisation, name]))
}
