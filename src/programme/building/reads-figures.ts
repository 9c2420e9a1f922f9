import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { qualifierOf, type Total } from './rules/measure.ts'

/** Which figures: of a task or of measures, of the organisations at or below a path, between two days. */
export interface FigureFilter {
  path: string
  task?: string | undefined
  measures?: string[] | undefined
  from?: Day | undefined
  to?: Day | undefined
}

/** By what a total is cut. Each figure falls into exactly one part, so that parts of a sum add up to it. */
export type Cut = 'none' | 'organisation' | 'region' | 'unit'

export interface PartTotal {
  key: string
  measure: string
  total: Total
}

/**
 * What the standing records add up to, for each part and measure (rules/measure.ts `addUp`, in SQL). Regions and units are
 * those of the day on which it happened: what a branch did before it moved stays where it was done.
 */
export async function totals({ tx }: Pick<Context, 'tx'>, filter: FigureFilter, cut: Cut): Promise<PartTotal[]> {
  const { rows } = await sql<{
    key: string
    measure: string
    value: string
    nearly: boolean
    over: boolean
    records: number
  }>`
    with picked as (
      select figure.measure_id, measure.addition, figure.value, figure.qualifier, figure.items, ${keyOf(cut, filter.path)} as key,
        row_number() over (partition by figure.measure_id, figure.organisation_id
          order by figure.happened_on desc, figure.record_id desc) as age
      from record_figure figure
        join measure on measure.id = figure.measure_id
        join organisation on organisation.id = figure.organisation_id
      where ${conditions(filter)}
    ), counted as (
      select * from picked where addition <> 'latest' or age = 1
    ), different as (
      select key, measure_id, count(distinct item) as items
      from counted, unnest(items) item where addition = 'distinct' group by key, measure_id
    )
    select counted.key, counted.measure_id as measure,
      case when addition = 'distinct' then coalesce(max(different.items), 0)::text else trim_scale(sum(value))::text end as value,
      bool_or(qualifier = 'nearly') as nearly, bool_or(qualifier = 'over') as over, count(*)::int as records
    from counted left join different on different.key = counted.key and different.measure_id = counted.measure_id
    group by counted.key, counted.measure_id, addition`.execute(tx)
  return rows.map(({ key, measure, value, nearly, over, records }) => ({
    key,
    measure,
    total: {
      value,
      records,
      qualifier: qualifierOf([...(nearly ? ['nearly' as const] : []), ...(over ? ['over' as const] : [])]),
    },
  }))
}

/** How many standing records serve a task, for each part. */
export async function recordsOfTask({ tx }: Pick<Context, 'tx'>, filter: { path: string; task: string }, cut: Cut) {
  const { rows } = await sql<{ key: string; records: number }>`
    select ${keyOf(cut, filter.path)} as key, count(*)::int as records
    from building_record figure join organisation on organisation.id = figure.organisation_id
    where figure.task_id = ${filter.task} and figure.state = 'standing' and organisation.path like ${`${filter.path}%`}
    group by 1`.execute(tx)
  return rows
}

function conditions({ path, task, measures, from, to }: FigureFilter): RawBuilder<unknown> {
  const where = [
    sql`organisation.path like ${`${path}%`}`,
    ...(task === undefined ? [] : [sql`figure.task_id = ${task}`]),
    ...(measures === undefined ? [] : [sql`figure.measure_id = any(${measures}::uuid[])`]),
    ...(from === undefined ? [] : [sql`figure.happened_on >= ${from}`]),
    ...(to === undefined ? [] : [sql`figure.happened_on <= ${to}`]),
  ]
  return sql.join(where, sql` and `)
}

/** The part a figure falls into: the organisation next below the path (or the one at it), the region, the units together. */
function keyOf(cut: Cut, path: string): RawBuilder<unknown> {
  if (cut === 'none') return sql`''`
  const depth = path.split('/').filter(Boolean).length
  if (cut === 'organisation')
    return sql`coalesce(nullif(split_part(organisation.path, '/', ${depth + 1}::int), ''), split_part(organisation.path, '/', ${depth}::int))`
  if (cut === 'region')
    return sql`coalesce((select span.region from organisation_span span
      where span.organisation_id = figure.organisation_id and span.from_on <= figure.happened_on
      order by span.from_on desc limit 1), '')`
  return sql`coalesce((select string_agg(unit.name, '、' order by unit.sort_no, unit.id)
    from organisation_unit tie join unit on unit.id = tie.unit_id
    where tie.organisation_id = figure.organisation_id and tie.from_on <= figure.happened_on
      and (tie.until_on is null or tie.until_on > figure.happened_on)), '')`
}
