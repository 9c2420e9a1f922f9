import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { ownOf, placesOf } from './rules/permissions.ts'
import type { StandingName } from './rules/standing.ts'

export type MyList = 'mine' | 'late' | 'below' | 'done'
/** What nobody needs to count exactly. */
const MOST_COUNTED = 1000

function duties({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('duty')
    .innerJoin('organisation', 'organisation.id', 'duty.organisation_id')
    .innerJoin('duty_kind', 'duty_kind.name', 'duty.kind')
    .leftJoin('cycle', 'cycle.id', 'duty.cycle_id')
    .selectAll('duty')
    .select([
      'duty_kind.title_zh',
      'duty_kind.title_en',
      'duty_kind.portal',
      'duty_kind.desk',
      'organisation.name as organisation_name',
      'organisation.region',
      'cycle.year',
    ])
}

export type ListedDuty = Awaited<ReturnType<ReturnType<typeof duties>['execute']>>[number]

/** Open and done duties of one's own organisations; missed ones, also those one answered for on the day; missed ones below. */
function inMyList({ actor, today }: Context, list: MyList): RawBuilder<SqlBool> {
  const own = ownOf(actor)
  const missed = sql<SqlBool>`duty.state = 'open' and duty.due_on < ${today}::date`
  const answeredAbove = sql<SqlBool>`duty.id in (
    select duty_id from duty_holder where person_id = ${actor.person}::uuid and responsibility = 'primary')`
  if (list === 'mine')
    return sql`(duty.state = 'open' and duty.due_on >= ${today}::date and duty.organisation_id = any(${own}::uuid[]))`
  if (list === 'done') return sql`(duty.state = 'fulfilled' and duty.organisation_id = any(${own}::uuid[]))`
  // the few ids first: an "or" would look at everything that is late anywhere
  if (list === 'late')
    return sql`(${missed} and duty.id in (
      select own.id from duty own where own.organisation_id = any(${own}::uuid[]) and own.state = 'open'
      union all
      select duty_id from duty_holder where person_id = ${actor.person}::uuid and responsibility = 'direct'))`
  return sql`(${missed} and not (duty.organisation_id = any(${own}::uuid[])) and (${below(actor)} or ${answeredAbove}))`
}

function below(actor: Context['actor']): RawBuilder<SqlBool> {
  return sql`organisation.path like any(${placesOf(actor).map((path) => `${path}%`)}::text[])`
}

/** A page of one of the person's own lists, the earliest due day first; of what is done the latest. */
export async function myDuties(
  context: Context,
  { list, ...paging }: { list: MyList; cursor?: string | undefined; limit: number },
) {
  return pageOf(duties(context).where(inMyList(context, list)), paging, list === 'done' ? 'desc' : 'asc')
}

export async function countMine(context: Context): Promise<Record<MyList, number>> {
  const count = (list: MyList) => counted(context, inMyList(context, list))
  return {
    mine: await count('mine'),
    late: await count('late'),
    below: await count('below'),
    done: await count('done'),
  }
}

export interface DutyFilter {
  standing?: StandingName | undefined
  kind?: string | undefined
  region?: string | undefined
  organisation?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the duties within reach: what is open by due day, what has ended the latest first. */
export async function dutiesWithinReach(context: Context, { cursor, limit, ...filter }: DutyFilter) {
  const { standing, kind, region, organisation, search } = filter
  const query = duties(context)
    .where(below(context.actor))
    .where(stands(context, standing))
    .$if(kind !== undefined, (some) => some.where('duty.kind', '=', kind!))
    .$if(region !== undefined, (some) => some.where('organisation.region', '=', region!))
    .$if(organisation !== undefined, (some) => some.where('organisation.path', 'like', `%${organisation!}/%`))
    .$if(search !== undefined, (some) => some.where(matches(search!)))
  return pageOf(query, { cursor, limit }, standing === 'fulfilled' || standing === 'void' ? 'desc' : 'asc')
}

function stands({ today }: Context, standing: StandingName | undefined): RawBuilder<SqlBool> {
  if (standing === 'late') return sql`(duty.state = 'open' and duty.due_on < ${today}::date)`
  if (standing === 'open') return sql`(duty.state = 'open' and duty.due_on >= ${today}::date)`
  return sql`duty.state = ${standing ?? 'open'}`
}

function matches(search: string): RawBuilder<SqlBool> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const letters = search.toLowerCase()
  const sound = /^[a-z0-9]+$/.test(letters) ? `%${letters}%` : null
  return sql`(organisation.name ilike ${like} or duty.about ilike ${like} or organisation.initials like ${sound}
    or organisation.pinyin like ${sound})`
}

async function pageOf(
  query: ReturnType<typeof duties>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  direction: 'asc' | 'desc',
) {
  const after = decodeCursor(cursor, ['day', 'id'])
  const beyond =
    direction === 'asc'
      ? sql<SqlBool>`(duty.due_on, duty.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)`
      : sql<SqlBool>`(duty.due_on, duty.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`
  const rows = await query
    .$if(after !== null, (some) => some.where(beyond))
    .orderBy('duty.due_on', direction)
    .orderBy('duty.id', direction)
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? encodeCursor([last.due_on, last.id]) : null }
}

async function counted({ tx }: Context, which: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select count(*)::int as number from (
      select 1 from duty join organisation on organisation.id = duty.organisation_id where ${which}
      limit ${MOST_COUNTED}) as counted`.execute(tx)
  return rows[0]!.number
}

/** The kinds there are, the regions within reach, and how many duties there are open and late. */
export async function dutyChoices(context: Context) {
  const kinds = await context.tx
    .selectFrom('duty_kind')
    .select(['name', 'title_zh', 'title_en'])
    .orderBy('name')
    .execute()
  const regions = await context.tx
    .selectFrom('organisation')
    .select('region')
    .distinct()
    .where('region', 'is not', null)
    .where(below(context.actor))
    .orderBy('region')
    .execute()
  const count = (standing: StandingName) =>
    counted(context, sql<SqlBool>`(${below(context.actor)} and ${stands(context, standing)})`)
  return {
    kinds,
    regions: regions.map(({ region }) => region!),
    counts: { open: await count('open'), late: await count('late') },
  }
}
