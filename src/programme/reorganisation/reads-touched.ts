import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'

/** A programme that an organisation runs and that is not settled: a year, an assessment, a selection. */
export async function programmeRunBy(
  { tx }: Pick<Context, 'tx'>,
  organisation: string,
): Promise<{ name: string; runs: string } | undefined> {
  const { rows } = await sql<{ name: string; runs: string }>`
    select organisation.name, run.title as runs from organisation
    join lateral (
      select cycle.title, 1 as first from cycle where cycle.organisation_id = organisation.id and cycle.state <> 'closed'
      union all
      select cycle.title, 2 from assessment join cycle on cycle.id = assessment.cycle_id
        where assessment.organisation_id = organisation.id and assessment.frozen_at is null
      union all
      select selection.title, 3 from selection
        where selection.organisation_id = organisation.id and selection.state not in ('final', 'set-aside')
    ) run on true
    where organisation.id = ${organisation}::uuid order by run.first limit 1`.execute(tx)
  return rows[0]
}

/** An organisation or unit of a day, as a page before or after an act shows it. */
export interface Placed {
  id: string
  level: number
  name: string
  kind: string
  parent: string | null
  region: string | null
  units: string[]
  people: number
  theme: string | null
}

/** More than anybody compares by eye. */
const MOST = 200

/**
 * The places of a day around these organisations: they themselves, those above them, and those directly below them; with
 * who belonged there that day, and which theme was in force on `themesOn`.
 */
export async function placesAround(
  { tx }: Pick<Context, 'tx'>,
  parties: readonly string[],
  day: Day,
  themesOn: Day,
): Promise<Placed[]> {
  const ids = [...parties]
  const { rows } = await sql<Placed>`
    with tree as materialized (select * from structure_on(${day}::date)),
    around as (
      select distinct tree.* from tree join tree party on party.id = any(${ids}::uuid[])
        and (party.path like tree.path || '%' or tree.parent_id = party.id)
    )
    select around.id, around.level, around.name, around.kind, around.parent_id as parent, around.region,
      coalesce((select jsonb_agg(span.name order by tie.from_on, span.sort_no) from organisation_unit tie
        join unit_span span on span.unit_id = tie.unit_id and span.from_on <= ${day}::date
          and (span.until_on is null or span.until_on > ${day}::date)
        where tie.organisation_id = around.id and tie.from_on <= ${day}::date
          and (tie.until_on is null or tie.until_on > ${day}::date)), '[]') as units,
      (select count(*)::int from membership where membership.organisation_id = around.id
        and (membership.from_on is null or membership.from_on <= ${day}::date)
        and (membership.until_on is null or membership.until_on > ${day}::date)) as people,
      (select theme.name from theme where theme.organisation_id = around.id and theme.effective_on <= ${themesOn}::date
        and (theme.ended_on is null or theme.ended_on > ${themesOn}::date) limit 1) as theme
    from around order by around.sort_no, around.id limit ${MOST}`.execute(tx)
  return inTree(rows)
}

/** The units of a day around these, in the same manner. */
export async function unitsAround(
  { tx }: Pick<Context, 'tx'>,
  parties: readonly string[],
  day: Day,
): Promise<Placed[]> {
  const ids = [...parties]
  const { rows } = await sql<Placed>`
    with recursive standing as (
      select * from unit_span where from_on <= ${day}::date and (until_on is null or until_on > ${day}::date)
    ), upwards as (
      select * from standing where unit_id = any(${ids}::uuid[]) or parent_id = any(${ids}::uuid[])
      union
      select standing.* from standing join upwards on upwards.parent_id = standing.unit_id
    )
    select unit_id as id, 0 as level, name, coalesce(kind, '') as kind, parent_id as parent, region, '[]'::jsonb as units,
      (select count(*)::int from organisation_unit tie where tie.unit_id = upwards.unit_id and tie.from_on <= ${day}::date
        and (tie.until_on is null or tie.until_on > ${day}::date)) as people, null as theme
    from upwards order by sort_no, unit_id limit ${MOST}`.execute(tx)
  return inTree(rows)
}

/** Those above before those below, each with its level in what is shown. */
function inTree(rows: Placed[]): Placed[] {
  const there = new Set(rows.map(({ id }) => id))
  const walk = (parent: string | null, level: number): Placed[] =>
    rows
      .filter((row) => (row.parent && there.has(row.parent) ? row.parent : null) === parent)
      .flatMap((row) => [{ ...row, level }, ...walk(row.id, level + 1)])
  return walk(null, 0)
}
