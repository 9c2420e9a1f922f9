import { type SqlBool, sql } from 'kysely'
import type { Said } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { disclosedTo } from '#programme/notice/reads-scope.ts'
import { within } from '#programme/organisation/reads-day.ts'
import { matching } from './reads.ts'
import { taking } from './rules/permissions.ts'
import type { titleStates } from './rules/title.ts'

export interface TitleFilter {
  region?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Titles that are held on a day (the rule `holdsOn`, in SQL), of branches in the order of the structure. */
function heldOn({ tx }: Pick<Context, 'tx'>, day: string) {
  return tx
    .selectFrom('title')
    .innerJoin('organisation', 'organisation.id', 'title.branch_id')
    .where('named_on', '<=', day)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', day)]))
    .where((where) => where.or([where('runs_until', 'is', null), where('runs_until', '>', day)]))
}

/** A condition on the selection that gave a title: its notice discloses it to this person. They are few, and found once. */
function shownTo(context: Context, selection: string) {
  return sql<SqlBool>`${sql.ref(selection)} = any(array(select giving.id from selection giving
    where ${disclosedTo(context, 'giving.notice_id')}))`
}

export interface RegisterRow {
  branch_id: string
  name: string
  region: string | null
  sort_no: number
  since: string
  year: number
  grounds: Said[]
  run_id: string
  runs_until: string | null
  theme: string | null
}

/** The register as this person may see it: one row for a branch, with its latest title and since when it is named. */
export async function register(context: Context, filter: TitleFilter) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const visible = () => heldOn(context, context.today).where(shownTo(context, 'title.selection_id'))
  const latest = visible()
    .distinctOn('branch_id')
    .$if(filter.region !== undefined, (query) => query.where('organisation.region', '=', filter.region!))
    .$if(filter.search !== undefined, (query) => query.where(matching(filter.search!)))
    .select(['title.id', 'branch_id', 'organisation.sort_no'])
    .orderBy('branch_id')
    .orderBy('named_on', 'desc')
  // the few that are shown first, for what is told of each is long
  const few = context.tx
    .selectFrom(latest.as('latest'))
    .select('id')
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(sort_no, branch_id) > (${Number(after![0])}::integer, ${after![1]!}::uuid)`),
    )
    .orderBy('sort_no')
    .orderBy('branch_id')
    .limit(filter.limit + 1)
  const rows = (await context.tx
    .selectFrom('title as latest')
    .innerJoin('organisation', 'organisation.id', 'latest.branch_id')
    .where('latest.id', 'in', few)
    .select([
      'branch_id',
      'organisation.name',
      'organisation.region',
      'organisation.sort_no',
      'latest.year',
      'latest.grounds',
      'latest.run_id',
      'latest.runs_until',
      sql<string>`(select min(coalesce(earlier.began_on, earlier.named_on)) from title earlier
        where earlier.branch_id = latest.branch_id and earlier.ended_on is null
        and (earlier.runs_until is null or earlier.runs_until > ${context.today}::date)
        and ${shownTo(context, 'earlier.selection_id')})`.as('since'),
      sql<string | null>`(select theme.name from theme where theme.organisation_id = latest.branch_id
        and theme.state = 'in-force' and ${disclosedTo(context, 'theme.notice_id')})`.as('theme'),
    ])
    .orderBy('organisation.sort_no')
    .orderBy('branch_id')
    .execute()) as RegisterRow[]
  const chosen = visible()
    .$if(filter.region !== undefined, (query) => query.where('organisation.region', '=', filter.region!))
    .$if(filter.search !== undefined, (query) => query.where(matching(filter.search!)))
  const regions = await countedByRegion(visible())
  const total = filter.region === undefined && filter.search === undefined ? regions : await countedByRegion(chosen)
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.branch_id]) : null,
    total: total.reduce((sum, { count }) => sum + count, 0),
    regions: regions.flatMap(({ region }) => region ?? []),
  }
}

function countedByRegion(query: ReturnType<typeof heldOn>) {
  return query
    .select(['organisation.region', sql<number>`count(distinct branch_id)::int`.as('count')])
    .groupBy('organisation.region')
    .orderBy('organisation.region')
    .execute()
}

export interface TitleRow {
  id: string
  branch_id: string
  name: string
  now: string
  region: string | null
  sort_no: number
  year: number
  state: (typeof titleStates)[number]
  named_on: string
  ended_on: string | null
  runs_until: string | null
  selection_id: string
  selection_title: string
  grounds: Said[]
}

/** A page of the titles that were held on a day, of the branches for which this person answers or above which they stand. */
export async function titlesOn(context: Context, day: string, filter: TitleFilter) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const places = context.actor.posts.filter(({ post }) => taking.includes(post)).map(({ path }) => path)
  const rows = (await heldOn(context, day)
    .innerJoin('selection', 'selection.id', 'title.selection_id')
    .where(within(sql`organisation.path`, places))
    .$if(filter.region !== undefined, (query) => query.where('organisation.region', '=', filter.region!))
    .$if(filter.search !== undefined, (query) => query.where(matching(filter.search!)))
    .select([
      'title.id',
      'branch_id',
      sql<string>`organisation_name_on(title.branch_id, ${day}::date)`.as('name'),
      'organisation.name as now',
      'organisation.region',
      'organisation.sort_no',
      'title.year',
      'title.state',
      'named_on',
      'ended_on',
      'runs_until',
      'selection_id',
      'selection.title as selection_title',
      'grounds',
    ])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(organisation.sort_no, title.id) > (${Number(after![0])}::integer, ${after![1]!}::uuid)`,
      ),
    )
    .orderBy('organisation.sort_no')
    .orderBy('title.id')
    .limit(filter.limit + 1)
    .execute()) as TitleRow[]
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.id]) : null }
}
