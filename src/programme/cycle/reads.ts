import { sql } from 'kysely'
import { isLeading } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { CycleState, DisclosureScope } from './rules/cycle.ts'
import { cycleOf } from './store.ts'

/** What other capabilities need to know of a cycle that acts can be opened in. */
export interface OpenCycle {
  id: string
  year: number
  title: string
  organisationId: string
  noticeDays: number
  scope: DisclosureScope
  termFrom: Day
  /** The last day of the approved term. */
  termTo: Day
}

export interface CycleSummary extends OpenCycle {
  state: 'open' | 'closed'
}

function approved({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('cycle')
    .select([
      'id',
      'year',
      'title',
      'organisation_id as organisationId',
      'notice_days as noticeDays',
      'scope',
      'term_from as termFrom',
      'term_to as termTo',
      'state',
    ])
    .where('state', '<>', 'draft')
}

/**
 * The cycle in which an organisation acts today: open, within its approved term, of the nearest organisation on the path
 * (itself or above), the latest year if there are two.
 */
export async function openCycleFor(
  context: Pick<Context, 'tx' | 'today'>,
  organisationPath: string,
): Promise<OpenCycle | undefined> {
  const ids = organisationPath.split('/').filter(Boolean)
  if (ids.length === 0) return undefined
  const rows = (await approved(context)
    .where('state', '=', 'open')
    .where('organisation_id', 'in', ids)
    .where('term_from', '<=', context.today)
    .where('term_to', '>=', context.today)
    .execute()) as CycleSummary[]
  const nearness = (row: CycleSummary) => ids.indexOf(row.organisationId)
  const [first] = rows.sort((a, b) => nearness(b) - nearness(a) || b.year - a.year)
  if (!first) return undefined
  const { state: _, ...cycle } = first
  return cycle
}

/** A cycle that has been opened (and perhaps closed since), by id. */
export async function cycleById(context: Pick<Context, 'tx'>, id: string): Promise<CycleSummary | undefined> {
  return (await approved(context).where('id', '=', id).executeTakeFirst()) as CycleSummary | undefined
}

const shown = [
  'cycle.id',
  'cycle.year',
  'cycle.title',
  'cycle.state',
  'cycle.term_from as termFrom',
  'cycle.term_to as termTo',
  'organisation.id as organisationId',
  'organisation.name as organisationName',
  'organisation.path as organisationPath',
] as const

/** A page of the cycles that the actor sees (the rule `sees`, in SQL), the latest year first. */
export async function cyclesSeen(
  { tx, actor }: Context,
  filter: { state?: CycleState | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const leads = actor.posts.filter(isLeading)
  const upwards = [...new Set(actor.posts.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const own = leads.map(({ organisation }) => organisation)
  const rows = await tx
    .selectFrom('cycle')
    .innerJoin('organisation', 'organisation.id', 'cycle.organisation_id')
    .select(shown)
    .where((where) =>
      where.or([
        ...(own.length > 0 ? [where('cycle.organisation_id', 'in', own)] : []),
        where.and([
          where('cycle.state', '<>', 'draft'),
          where.or([
            ...(upwards.length > 0 ? [where('cycle.organisation_id', 'in', upwards)] : []),
            ...leads.map(({ path }) => where('organisation.path', 'like', `${path}%`)),
          ]),
        ]),
      ]),
    )
    .$if(filter.state !== undefined, (query) => query.where('cycle.state', '=', filter.state!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(-cycle.year, cycle.id) > (-${Number(after![0])}::integer, ${after![1]}::uuid)`),
    )
    .orderBy('cycle.year', 'desc')
    .orderBy('cycle.id')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.year, last.id]) : null }
}

/** One cycle as it stands, with its organisation's name and path. */
export async function cycleWithOrganisation({ tx }: Pick<Context, 'tx'>, id: string) {
  const row = await tx.selectFrom('cycle').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { name, path } = await tx
    .selectFrom('organisation')
    .select(['name', 'path'])
    .where('id', '=', row.organisation_id)
    .executeTakeFirstOrThrow()
  return { cycle: cycleOf(row), name, path }
}

/** Whether another cycle of that organisation and year is drafted or open. */
export async function anotherAtWork(
  { tx }: Pick<Context, 'tx'>,
  organisationId: string,
  year: number,
  except: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('cycle')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .where('state', 'in', ['draft', 'open'])
    .where('id', '<>', except)
    .executeTakeFirst()
  return row !== undefined
}

/** The path of the topmost organisation, whose programme the public sees. */
export async function rootPath({ tx }: Pick<Context, 'tx'>): Promise<string | undefined> {
  return (await tx.selectFrom('organisation').select('path').where('parent_id', 'is', null).executeTakeFirst())?.path
}
