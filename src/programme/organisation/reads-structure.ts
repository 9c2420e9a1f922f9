import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { branchesOn, lastsOn, seenOn } from './reads-day.ts'
import type { OrganisationKind } from './rules/import-lines.ts'

/** An organisation as it stood on some day. */
export interface OrganisationOn {
  id: string
  kind: OrganisationKind
  name: string
  shortName: string
  parent: string | null
  parentName: string | null
  region: string | null
  sortNo: number
  /** Its path of today, by which it is reached. */
  reachedBy: string
  /** Since when it was called and stood like this, and until when. */
  fromOn: Day
  untilOn: Day | null
  setUpOn: Day
  dissolvedOn: Day | null
  successor: { id: string; name: string } | null
  units: { id: string; name: string }[]
  /** How many branches stood below (1 for a branch itself). */
  branches: number
}

export interface OrganisationFilter {
  kind?: string | undefined
  parent?: string | undefined
  region?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the organisations of that day that the actor sees, in the order of the structure. */
export async function organisationsOn(context: Context, day: Day, filter: OrganisationFilter) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const rows = await selected(
    context,
    day,
    [
      seenOn(context, day),
      filter.kind !== undefined && sql`span.kind = ${filter.kind}`,
      filter.parent !== undefined && sql`span.parent_id = ${filter.parent}::uuid`,
      filter.region !== undefined && sql`span.region = ${filter.region}`,
      filter.search !== undefined && named(filter.search),
      after !== null && sql`(span.sort_no, span.organisation_id) > (${Number(after[0])}::integer, ${after[1]}::uuid)`,
    ],
    filter.limit + 1,
  )
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.sortNo, last.id]) : null }
}

/** One as it stood that day; whoever asks has seen to who may see it. */
export async function organisationOn(context: Pick<Context, 'tx' | 'today'>, id: string, day: Day) {
  const [row] = await selected(context, day, [sql`span.organisation_id = ${id}::uuid`])
  return row
}

/** These as they stood that day, in their order. */
export async function organisationsStanding(context: Pick<Context, 'tx' | 'today'>, ids: string[], day: Day) {
  return selected(context, day, [sql`span.organisation_id = any(${ids}::uuid[])`])
}

/** By two signs and more the index of words finds the few that can hold them; by one sign all are looked at. */
function named(search: string): RawBuilder<unknown> {
  const like = containing(search)
  const letters = search.toLowerCase().replace(/[^a-z0-9]/g, '')
  const grams = search.replace(/\s/g, '').length > 1
  const words = sql`${grams ? sql`bigrams(span.name || ' ' || span.short_name) @> bigrams(${search}::text) and ` : sql``}
    (span.name like ${like} or span.short_name like ${like})`
  if (!letters || letters.length !== search.length) return sql`(${words})`
  const sound = `%${letters}%`
  return sql`span.organisation_id in (select span.organisation_id from organisation_span span where ${words}
    union select id from organisation where initials like ${sound} or pinyin like ${sound})`
}

/** The few that are shown first, then what is told of each. */
async function selected(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  day: Day,
  conditions: (RawBuilder<unknown> | false)[],
  limit?: number,
): Promise<OrganisationOn[]> {
  const where = conditions.filter((each): each is RawBuilder<unknown> => each !== false)
  const { rows } = await sql<OrganisationOn>`
    with span as materialized (
      select span.* from organisation_span span join organisation on organisation.id = span.organisation_id
      where ${lastsOn('span', day)} and ${sql.join(where, sql` and `)}
      order by span.sort_no, span.organisation_id ${limit === undefined ? sql`` : sql`limit ${limit}`})
    select span.organisation_id as id, span.kind, span.name, span.short_name as "shortName", span.parent_id as parent,
      above.name as "parentName", span.region, span.sort_no as "sortNo", organisation.path as "reachedBy",
      span.from_on as "fromOn", span.until_on as "untilOn", organisation.set_up_on as "setUpOn",
      organisation.dissolved_on as "dissolvedOn",
      case when heir.id is not null then jsonb_build_object('id', heir.id, 'name', heir.name) end as successor,
      ${unitsTied(day)} as units, ${branchesOn(day, today)} as branches
    from span join organisation on organisation.id = span.organisation_id
      left join organisation_span above on above.organisation_id = span.parent_id and ${lastsOn('above', day)}
      left join organisation heir on heir.id = organisation.successor_id
    order by span.sort_no, span.organisation_id`.execute(tx)
  return rows
}

/** The units an organisation was tied to that day, those of longest standing first. */
function unitsTied(day: Day) {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('id', tie.unit_id, 'name', unit.name) order by tie.from_on, unit.sort_no)
    from organisation_unit tie join unit_span unit on unit.unit_id = tie.unit_id
    where tie.organisation_id = span.organisation_id and ${lastsOn('tie', day)} and ${lastsOn('unit', day)}), '[]')`
}

/** Every place that an organisation has had, the first one first. */
export async function placesOf({ tx }: Pick<Context, 'tx'>, organisation: string) {
  return tx
    .selectFrom('organisation_span as span')
    .leftJoin('organisation_span as above', (join) =>
      join
        .onRef('above.organisation_id', '=', 'span.parent_id')
        .onRef('above.from_on', '<=', 'span.from_on')
        .on(sql<boolean>`(above.until_on is null or above.until_on > span.from_on)`),
    )
    .select([
      'span.from_on as fromOn',
      'span.until_on as untilOn',
      'span.name',
      'span.short_name as shortName',
      'span.kind',
      'span.parent_id as parent',
      'above.name as parentName',
      'span.region',
    ])
    .where('span.organisation_id', '=', organisation)
    .orderBy('span.from_on')
    .execute()
}

/** Every unit an organisation has been tied to, by its name at the end of the tie or now. */
export async function tiesOf({ tx }: Pick<Context, 'tx'>, organisation: string) {
  return tx
    .selectFrom('organisation_unit as tie')
    .innerJoin('unit', 'unit.id', 'tie.unit_id')
    .select(['unit.id', 'unit.name', 'tie.from_on as fromOn', 'tie.until_on as untilOn'])
    .where('tie.organisation_id', '=', organisation)
    .orderBy('tie.from_on')
    .orderBy('unit.sort_no')
    .execute()
}

/** What an organisation was called on a day, for many at once: the key is `id day`. One that did not stand is called as it last was. */
export async function namesOn({ tx }: Pick<Context, 'tx'>, asked: { organisation: string; on: Day }[]) {
  if (asked.length === 0) return new Map<string, string>()
  const { rows } = await sql<{ organisation: string; on: Day; name: string }>`
    select distinct asked.organisation, asked."on", coalesce(span.name, organisation.name) as name
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (organisation uuid, "on" date)
      join organisation on organisation.id = asked.organisation
      left join organisation_span span on span.organisation_id = asked.organisation and span.from_on <= asked."on"
        and (span.until_on is null or span.until_on > asked."on")`.execute(tx)
  return new Map(rows.map(({ organisation, on, name }) => [`${organisation} ${on}`, name]))
}

/** What a unit was called on a day, as `namesOn` says it of organisations. */
export async function unitNamesOn({ tx }: Pick<Context, 'tx'>, asked: { unit: string; on: Day }[]) {
  if (asked.length === 0) return new Map<string, string>()
  const { rows } = await sql<{ unit: string; on: Day; name: string }>`
    select distinct asked.unit, asked."on", coalesce(span.name, unit.name) as name
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (unit uuid, "on" date)
      join unit on unit.id = asked.unit
      left join unit_span span on span.unit_id = asked.unit and span.from_on <= asked."on"
        and (span.until_on is null or span.until_on > asked."on")`.execute(tx)
  return new Map(rows.map(({ unit, on, name }) => [`${unit} ${on}`, name]))
}

/** A page of the units of that day, by their order, with the organisations tied to them. */
export async function unitsOn(
  { tx }: Pick<Context, 'tx'>,
  day: Day,
  { search, cursor, limit }: { search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['number', 'id'])
  const { rows } = await sql<{
    id: string
    sortNo: number
    name: string
    kind: string | null
    parent: { id: string; name: string } | null
    region: string | null
    organisations: { id: string; name: string }[]
  }>`
    with standing as (select * from unit_span where from_on <= ${day}::date and (until_on is null or until_on > ${day}::date))
    select unit.unit_id as id, unit.sort_no as "sortNo", unit.name, unit.kind, unit.region,
      case when above.unit_id is not null then jsonb_build_object('id', above.unit_id, 'name', above.name) end as parent,
      coalesce((select jsonb_agg(jsonb_build_object('id', tie.organisation_id, 'name', span.name) order by span.sort_no)
        from organisation_unit tie join organisation_span span on span.organisation_id = tie.organisation_id
          and span.from_on <= ${day}::date and (span.until_on is null or span.until_on > ${day}::date)
        where tie.unit_id = unit.unit_id and tie.from_on <= ${day}::date
          and (tie.until_on is null or tie.until_on > ${day}::date)), '[]') as organisations
    from standing unit left join standing above on above.unit_id = unit.parent_id
    where (${search ?? null}::text is null or unit.name like ${containing(search ?? '')})
      and (${after?.[0] ?? null}::integer is null
        or (unit.sort_no, unit.unit_id) > (${after?.[0] ?? null}::integer, ${after?.[1] ?? null}::uuid))
    order by unit.sort_no, unit.unit_id limit ${limit + 1}`.execute(tx)
  const last = rows[limit - 1]
  return {
    rows: rows.slice(0, limit).map(({ sortNo: _, ...row }) => row),
    next: rows.length > limit && last ? encodeCursor([last.sortNo, last.id]) : null,
  }
}
