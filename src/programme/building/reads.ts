import { sql } from 'kysely'
import type { Actor } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { lookers } from './rules/permissions.ts'
import type { RecordKind } from './rules/record.ts'

export interface RecordFilter {
  organisation?: string | undefined
  kind?: string | undefined
  force?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
  search?: string | undefined
  state?: string | undefined
  task?: string | undefined
  measure?: string | undefined
}

/** Whole rows with the names around them, for views. */
function records({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('building_record')
    .innerJoin('organisation', 'organisation.id', 'building_record.organisation_id')
    .innerJoin('cycle', 'cycle.id', 'building_record.cycle_id')
    .innerJoin('person as enterer', 'enterer.id', 'building_record.entered_by')
    .leftJoin('evidence', 'evidence.id', 'building_record.evidence_id')
    .leftJoin('organisation as learnt', 'learnt.id', 'building_record.learnt_from_id')
    .leftJoin('core_task', 'core_task.id', 'building_record.task_id')
    .leftJoin('person as confirmer', 'confirmer.id', 'building_record.confirmed_by')
    .leftJoin('person as withdrawer', 'withdrawer.id', 'building_record.withdrawn_by')
    .selectAll('building_record')
    .select([
      sql<string>`organisation_name_on(building_record.organisation_id, building_record.happened_on)`.as(
        'organisationName',
      ),
      'organisation.name as organisationNow',
      'organisation.path as organisationPath',
      'cycle.term_from as termFrom',
      'enterer.name as enteredByName',
      'evidence.name as evidenceName',
      'learnt.name as learntFromName',
      'core_task.name as taskName',
      'confirmer.name as confirmedByName',
      'withdrawer.name as withdrawnByName',
    ])
}
export type RecordRow = NonNullable<Awaited<ReturnType<typeof recordById>>>

export async function recordById(context: Pick<Context, 'tx'>, id: string) {
  return records(context).where('building_record.id', '=', id).executeTakeFirst()
}

/** A page of the records within reach, the latest first. */
export async function recordsSeen(
  context: Context,
  filter: RecordFilter & { cursor?: string | undefined; limit: number },
): Promise<{ rows: RecordRow[]; next: string | null }> {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const within = await organisationsSeen(context, filter.organisation)
  // The ids first: joining names to all that is found, only to show fifty of them, would cost a hundred times as much.
  const found = await context.tx
    .selectFrom('building_record')
    .select(['building_record.id', 'building_record.happened_on'])
    .where('building_record.state', '=', filter.state ?? 'standing')
    .$if(within !== 'all', (query) => query.where(sql<boolean>`organisation_id = any(${within}::uuid[])`))
    .$if(filter.kind !== undefined, (query) => query.where('kind', '=', filter.kind!))
    .$if(filter.force !== undefined, (query) => query.where('force', '=', filter.force!))
    .$if(filter.from !== undefined, (query) => query.where('happened_on', '>=', filter.from!))
    .$if(filter.to !== undefined, (query) => query.where('happened_on', '<=', filter.to!))
    .$if(filter.search !== undefined, (query) => query.where(speaksOf(filter.search!)))
    .$if(filter.task !== undefined, (query) => query.where('task_id', '=', filter.task!))
    .$if(filter.measure !== undefined, (query) => query.where(countsAs(filter.measure!)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(happened_on, building_record.id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('happened_on', 'desc')
    .orderBy('building_record.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const page = found.slice(0, filter.limit)
  const rows = await records(context)
    .where(sql<boolean>`building_record.id = any(${page.map(({ id }) => id)}::uuid[])`)
    .orderBy('building_record.happened_on', 'desc')
    .orderBy('building_record.id', 'desc')
    .execute()
  const last = page.at(-1)
  return {
    rows,
    next: found.length > filter.limit && last ? encodeCursor([last.happened_on, last.id]) : null,
  }
}

/**
 * Whether the sentence holds these words: the pairs of characters find candidates by index, the text decides. Written with
 * `position`, since the planner takes every `like` for rare and would then sort all that a common word finds.
 */
function speaksOf(search: string) {
  return sql<boolean>`(bigrams(sentence) @> bigrams(${search}) and position(folded(${search}) in folded(sentence)) > 0)`
}

/** Whether the record says something of a measure; withdrawn records count nowhere. */
function countsAs(measure: string) {
  return sql<boolean>`exists (select from record_figure where record_id = building_record.id and measure_id = ${measure})`
}

/** How many standing records of each kind there are within reach. */
export async function countsByKind(
  context: Context,
  filter: Pick<RecordFilter, 'organisation' | 'from' | 'to' | 'task' | 'measure'>,
): Promise<{ kind: RecordKind; count: number }[]> {
  const within = await organisationsSeen(context, filter.organisation)
  const rows = await context.tx
    .selectFrom('building_record')
    .select(['kind', (of) => of.fn.countAll<number>().as('count')])
    .where('state', '=', 'standing')
    .$if(within !== 'all', (query) => query.where(sql<boolean>`organisation_id = any(${within}::uuid[])`))
    .$if(filter.from !== undefined, (query) => query.where('happened_on', '>=', filter.from!))
    .$if(filter.to !== undefined, (query) => query.where('happened_on', '<=', filter.to!))
    .$if(filter.task !== undefined, (query) => query.where('task_id', '=', filter.task!))
    .$if(filter.measure !== undefined, (query) => query.where(countsAs(filter.measure!)))
    .groupBy('kind')
    .execute()
  return rows.map(({ kind, count }) => ({ kind: kind as RecordKind, count }))
}

/**
 * The organisations whose records the actor sees (the rule `sees`, in SQL), below the wanted one if one is given; `all`
 * when nothing is left out, so that the list can run along the index of days.
 */
async function organisationsSeen({ tx, actor }: Context, wanted: string | undefined): Promise<string[] | 'all'> {
  const { own, below } = reachOf(actor)
  const root = below.some((path) => path.split('/').length === 2)
  if (root && wanted === undefined) return 'all'
  const rows = await tx
    .selectFrom('organisation')
    .select('organisation.id')
    .where((where) =>
      where.or([
        where('organisation.id', 'in', own.length > 0 ? own : [NOBODY]),
        ...below.map((path) => where('organisation.path', 'like', `${path}%`)),
      ]),
    )
    .$if(wanted !== undefined, (query) =>
      query.where(
        sql<boolean>`organisation.path like (select path || '%' from organisation as wanted where wanted.id = ${wanted})`,
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

function reachOf(actor: Actor): { own: string[]; below: string[] } {
  return {
    own: [...new Set(actor.posts.map(({ organisation }) => organisation))],
    below: [...new Set(actor.posts.filter(({ post }) => lookers.includes(post)).map(({ path }) => path))],
  }
}
