import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import {
  fewNamed,
  holdsWords,
  idsNamed,
  inIndexOfWords,
  isTop,
  regionsNamed,
  within,
} from '#programme/organisation/reads-day.ts'
import { ownOf, placesOf } from './rules/permissions.ts'
import type { StandingName } from './rules/standing.ts'

export type MyList = 'mine' | 'late' | 'below' | 'done'
/** What nobody needs to count exactly. */
const MOST_COUNTED = 1000
/** So many organisations' duties are looked up before the order of days is walked instead. */
const FEW_NAMED = 2000

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

/**
 * Ids of one of the lists: open and done duties of one's own organisations; missed ones, also those one answered for on the
 * day; missed ones below, also those one had primary responsibility for. Each part by an index of its own: an "or" between
 * them would look at everything that is late anywhere.
 */
function idsIn({ actor, today }: Context, list: MyList): RawBuilder<unknown>[] {
  const own = sql`duty.organisation_id = any(${ownOf(actor)}::uuid[])`
  const missed = sql`duty.state = 'open' and duty.due_on < ${today}::date`
  const answered = (
    responsibility: 'direct' | 'primary',
  ) => sql`from duty_holder holder join duty on duty.id = holder.duty_id
    where holder.person_id = ${actor.person}::uuid and holder.responsibility = ${responsibility} and ${missed}`
  if (list === 'mine') return [sql`from duty where ${own} and duty.state = 'open' and duty.due_on >= ${today}::date`]
  if (list === 'done') return [sql`from duty where ${own} and duty.state = 'fulfilled'`]
  if (list === 'late') return [sql`from duty where ${own} and ${missed}`, answered('direct')]
  return [
    sql`from duty where ${missed} and not (${own}) and ${ofThoseBelow(actor)}`,
    sql`${answered('primary')} and not (${own})`,
  ]
}

/** The organisations first: what is late anywhere is far more. */
function ofThoseBelow(actor: Context['actor']): RawBuilder<SqlBool> {
  const places = placesOf(actor)
  if (places.some(isTop)) return sql`true`
  return sql`duty.organisation_id = any(array(select id from organisation where ${within(sql`path`, places)}))`
}

function below(actor: Context['actor']): RawBuilder<SqlBool> {
  return within(sql`organisation.path`, placesOf(actor))
}

/** A page of one of the person's own lists, the earliest due day first; of what is done the latest. The few ids first. */
export async function myDuties(
  context: Context,
  { list, cursor, limit }: { list: MyList; cursor?: string | undefined; limit: number },
) {
  const direction = list === 'done' ? 'desc' : 'asc'
  const [order, after] = [orderOf(direction), decodeCursor(cursor, ['day', 'id'])]
  const beyond = after ? sql`and ${beyondOf(direction, after)}` : sql``
  const parts = idsIn(context, list).map(
    (part) => sql`(select duty.id, duty.due_on ${part} ${beyond} order by ${order} limit ${limit + 1})`,
  )
  const { rows: found } = await sql<{ id: string }>`
    select id from (${sql.join(parts, sql` union `)}) as duty order by ${order} limit ${limit + 1}`.execute(context.tx)
  const ids = found.map(({ id }) => id)
  return pageOf(duties(context).where(sql<SqlBool>`duty.id = any(${ids}::uuid[])`), { limit }, direction)
}

export async function countMine(context: Context): Promise<Record<MyList, number>> {
  const count = (list: MyList) => counted(context, idsIn(context, list))
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
  const named = search === undefined ? null : await fewNamed(context, search, FEW_NAMED)
  const query = duties(context)
    .where(below(context.actor))
    .where(stands(context, standing))
    .$if(kind !== undefined, (some) => some.where('duty.kind', '=', kind!))
    .$if(region !== undefined, (some) => some.where('organisation.region', '=', region!))
    .$if(organisation !== undefined, (some) => some.where('organisation.path', 'like', `%${organisation!}/%`))
    .$if(search !== undefined, (some) => some.where(matches(search!, named, stands(context, standing))))
  return pageOf(query, { cursor, limit }, standing === 'fulfilled' || standing === 'void' ? 'desc' : 'asc')
}

function stands({ today }: Context, standing: StandingName | undefined): RawBuilder<SqlBool> {
  if (standing === 'late') return sql`(duty.state = 'open' and duty.due_on < ${today}::date)`
  if (standing === 'open') return sql`(duty.state = 'open' and duty.due_on >= ${today}::date)`
  return sql`duty.state = ${standing ?? 'open'}`
}

/** By the duties of the few organisations named and by the index of words; where many are named, the first are soon found. */
function matches(search: string, named: string[] | null, standing: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  if (named && inIndexOfWords(search))
    return sql`duty.id = any(array(select id from duty where organisation_id = any(${named}::uuid[]) and ${standing}
      union select id from duty where ${holdsWords(sql`about`, search)}))`
  return sql`(duty.organisation_id in (${idsNamed(search)}) or duty.about ilike ${containing(search)})`
}

function orderOf(direction: 'asc' | 'desc'): RawBuilder<unknown> {
  return direction === 'asc' ? sql`duty.due_on, duty.id` : sql`duty.due_on desc, duty.id desc`
}

function beyondOf(direction: 'asc' | 'desc', after: readonly (string | undefined)[]): RawBuilder<SqlBool> {
  const last = sql`(${after[0]}::date, ${after[1]}::uuid)`
  return direction === 'asc' ? sql`(duty.due_on, duty.id) > ${last}` : sql`(duty.due_on, duty.id) < ${last}`
}

async function pageOf(
  query: ReturnType<typeof duties>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  direction: 'asc' | 'desc',
) {
  const after = decodeCursor(cursor, ['day', 'id'])
  const rows = await query
    .$if(after !== null, (some) => some.where(beyondOf(direction, after!)))
    .orderBy('duty.due_on', direction)
    .orderBy('duty.id', direction)
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? encodeCursor([last.due_on, last.id]) : null }
}

async function counted({ tx }: Context, parts: RawBuilder<unknown>[]): Promise<number> {
  const each = parts.map((part) => sql`(select duty.id ${part} limit ${MOST_COUNTED})`)
  const { rows } = await sql<{ number: number }>`
    select least(count(*), ${MOST_COUNTED})::int as number from (${sql.join(each, sql` union `)}) as duty`.execute(tx)
  return rows[0]!.number
}

/** The kinds there are, the regions within reach, and how many duties there are open and late. */
export async function dutyChoices(context: Context) {
  const kinds = await context.tx
    .selectFrom('duty_kind')
    .select(['name', 'title_zh', 'title_en'])
    .orderBy('name')
    .execute()
  const { rows: regions } = await sql<{ region: string }>`select region from ${regionsNamed} named
    where exists (select from organisation where organisation.region = named.region and ${below(context.actor)})
    order by region`.execute(context.tx)
  const count = (standing: StandingName) =>
    counted(context, [sql`from duty where ${ofThoseBelow(context.actor)} and ${stands(context, standing)}`])
  return {
    kinds,
    regions: regions.map(({ region }) => region),
    counts: { open: await count('open'), late: await count('late') },
  }
}
