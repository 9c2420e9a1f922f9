import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { leading } from '#basics/actor.ts'
import type { Day, Instant } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { branchStands } from '#programme/cycle/reads-acting.ts'
import { holdsWords, idsNamed, within } from '#programme/organisation/reads-day.ts'
import { pathsOf } from './reads.ts'
import { type BoardStage, boardStages, stageOn, statesUnderWay } from './rules/board.ts'
import type { ReachedStage } from './rules/brand-stage.ts'

export interface BoardFilter {
  stage?: BoardStage | undefined
  region?: string | undefined
  unit?: string | undefined
  organisation?: string | undefined
  search?: string | undefined
}

export interface BoardRow {
  id: string
  name: string
  sort_no: number
  region: string | null
  unit: string | null
  force_id: string | null
  force_name: string | null
  effective_on: Day | null
  /** How the brand in force stands, and since when. */
  brand_stage: ReachedStage | null
  stage_since: Day | null
  way_id: string | null
  way_name: string | null
  way_state: (typeof statesUnderWay)[number] | null
  since: Instant | null
  at_id: string | null
  at_name: string | null
  notice_id: string | null
  last_day: Day | null
}

/** Branches with their theme in force and the one under way: at most one of each, by the indexes of the table. */
const branchesWith = (brand: RawBuilder<unknown>) => sql`
  organisation branch
  left join theme force on force.organisation_id = branch.id and force.state = 'in-force'
  left join ${brand}
  left join theme way on way.organisation_id = branch.id and way.state = any(${statesUnderWay}::text[])`

const branches = branchesWith(sql`lateral (
  select stage, since from brand_stage where theme_id = force.id order by id desc limit 1) brand on true`)

/**
 * Branches that have neither, by the indexes that tell that alone: where most have one, looking each branch up in order would
 * go through all of them.
 */
const withoutBrand = sql`(select branch.id from organisation branch where branch.kind = 'branch'
  and not exists (select from theme where theme.organisation_id = branch.id and theme.state = 'in-force')
  and not exists (select from theme where theme.organisation_id = branch.id and theme.state = any(${statesUnderWay}::text[]))
  offset 0)`

/** The same for all at once, where looking for each one's stage would take longer than reading them. */
const allBranches = branchesWith(sql`(
  select distinct on (theme_id) theme_id, stage from brand_stage order by theme_id, id desc) brand on brand.theme_id = force.id`)

function conditions(context: Context, filter: BoardFilter): RawBuilder<SqlBool> {
  const { stage, region, unit, organisation, search } = filter
  const all: RawBuilder<SqlBool>[] = [
    sql`${branchStands(context.today)}`,
    within(sql`branch.path`, pathsOf(context, leading)),
  ]
  if (stage === 'none') all.push(sql`branch.id in ${withoutBrand}`)
  else if (stage !== undefined) all.push(standsAt(stage))
  if (region !== undefined) all.push(sql`branch.region = ${region}`)
  if (unit !== undefined) all.push(sql`branch.unit_id = ${unit}::uuid`)
  if (organisation !== undefined) all.push(sql`branch.path like ${`%${organisation}/%`}`)
  if (search !== undefined) all.push(named(search))
  return sql`${sql.join(all, sql` and `)}`
}

/** The rule `stageOn`, in SQL. */
function standsAt(stage: BoardStage): RawBuilder<SqlBool> {
  if (stage === 'building') return sql`(force.id is not null and brand.stage is distinct from 'make-known')`
  if (stage === 'made-known') return sql`brand.stage = 'make-known'`
  if (stage === 'none') return sql`(force.id is null and way.id is null)`
  const state = statesUnderWay.find((each) => stageOn(null, each) === stage)
  return sql`(force.id is null and way.state = ${state})`
}

/** By what can be looked up of each branch alone: themes are joined to the few that are shown. */
function named(search: string): RawBuilder<SqlBool> {
  return sql`branch.id in (${idsNamed(search)} union select theme.organisation_id from theme
    where (theme.state = 'in-force' or theme.state = any(${statesUnderWay}::text[]) and theme.state <> 'draft')
      and ${holdsWords(sql`theme.name`, search)})`
}

/** A page of the branches one answers for, in the order of the structure. */
export async function boardRows(
  context: Context,
  { cursor, limit, ...filter }: BoardFilter & { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['number', 'id'])
  const beyond = after
    ? sql`and (branch.sort_no, branch.id) > (${Number(after[0])}::integer, ${after[1]}::uuid)`
    : sql``
  // the few first: who is looked for by brand is found with it, everyone else without
  const among = filter.stage === undefined || filter.stage === 'none' ? sql`organisation branch` : branches
  const { rows } = await sql<BoardRow>`
    with few as materialized (
      select branch.id from ${among} where ${conditions(context, filter)} ${beyond}
      order by branch.sort_no, branch.id limit ${limit + 1})
    select branch.id, branch.name, branch.sort_no, branch.region, unit.name as unit,
      force.id as force_id, force.name as force_name, force.effective_on::text,
      brand.stage as brand_stage, brand.since::text as stage_since,
      way.id as way_id, way.name as way_name, way.state as way_state, way.since,
      stands.id as at_id, stands.name as at_name, notice.id as notice_id, notice.last_day::text
    from ${branches} left join unit on unit.id = branch.unit_id
      left join organisation stands on stands.id = way.stage_organisation_id
      left join notice on notice.id = way.notice_id
    where branch.id in (select id from few) order by branch.sort_no, branch.id`.execute(context.tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? encodeCursor([last.sort_no, last.id]) : null }
}

/** How many branches of each region stand where; regions by name, the branches without one last. */
export async function countBoard(context: Context) {
  const counts = boardStages.map((stage) => sql`count(*) filter (where ${standsAt(stage)})::int as ${sql.ref(stage)}`)
  const { rows } = await sql<{ region: string | null } & Record<BoardStage, number>>`
    select branch.region, ${sql.join(counts)} from ${allBranches} where ${conditions(context, {})}
    group by branch.region order by branch.region nulls last`.execute(context.tx)
  return rows.flatMap(({ region, ...counted }) =>
    boardStages.map((stage) => ({ region, stage, count: counted[stage] })),
  )
}

/** The units of the branches one answers for. */
export async function unitsOnBoard(context: Context): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select unit.id, unit.name from unit
    where unit.id in (select branch.unit_id from organisation branch where ${conditions(context, {})})
    order by unit.sort_no, unit.id`.execute(context.tx)
  return rows
}
