import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'

/** A SQL condition: a span (or tie, or term) of this alias lasts on the day. */
export function lastsOn(alias: string, day: Day): RawBuilder<SqlBool> {
  const [from, until] = [sql.ref(`${alias}.from_on`), sql.ref(`${alias}.until_on`)]
  return sql`${from} <= ${day}::date and (${until} is null or ${until} > ${day}::date)`
}

/** A SQL condition: a path lies at or below another, by the index of paths even where the other is a column. */
export function atOrBelow(path: RawBuilder<unknown>, top: RawBuilder<unknown>): RawBuilder<SqlBool> {
  // '0' comes right after '/'
  return sql`${path} ~>=~ ${top} and ${path} ~<~ (left(${top}, -1) || '0')`
}

/**
 * A SQL condition: a path lies at or below one of these places. Said one by one, so that the index of paths is used; below
 * the topmost lies everything.
 */
export function within(path: RawBuilder<unknown>, places: readonly string[]): RawBuilder<SqlBool> {
  if (places.some(isTop)) return sql`true`
  if (places.length === 0) return sql`false`
  return sql`(${sql.join(
    [...new Set(places)].map((place) => sql`${path} like ${`${place}%`}`),
    sql` or `,
  )})`
}

/** A SQL select: every region that an organisation names, each found as the next one in the index of regions. */
export const regionsNamed = sql`(with recursive regions (region) as (
    select min(region) from organisation where region is not null
    union all select (select min(next.region) from organisation next where next.region > regions.region)
      from regions where regions.region is not null)
  select region from regions where region is not null)`

/** Ids of organisations that stand or stood, whose present (or last) name holds the text, or whose sound does. */
export function idsNamed(search: string): RawBuilder<unknown> {
  const letters = search.toLowerCase().replace(/\s/g, '')
  const named = sql`select id from organisation where ${holdsWords(sql`name`, search)}`
  if (!/^[a-z0-9]+$/.test(letters)) return named
  const sound = `%${letters}%`
  return sql`${named} union select id from organisation where initials like ${sound} or pinyin like ${sound}`
}

/** The ids `idsNamed` finds, or null where they are more than `most`. */
export async function fewNamed({ tx }: Pick<Context, 'tx'>, search: string, most: number): Promise<string[] | null> {
  const { rows } = await sql<{ id: string }>`
    select id from (${idsNamed(search)}) named limit ${most + 1}`.execute(tx)
  return rows.length > most ? null : rows.map(({ id }) => id)
}

/** Whether the words of a search have two signs, by which an index of words can find them. */
export function inIndexOfWords(search: string): boolean {
  return [...search.replace(/\s/g, '')].length > 1
}

/**
 * A SQL condition: the column holds the text. By two signs and more its index of words finds the few that can; for a select
 * from that table alone, since asked of a row at a time the pairs of signs cost more than the text.
 */
export function holdsWords(column: RawBuilder<unknown>, search: string): RawBuilder<SqlBool> {
  const pairs = inIndexOfWords(search) ? sql`bigrams(${column}) @> bigrams(${search}::text) and ` : sql``
  return sql`(${pairs}${column} ilike ${containing(search)})`
}

/** Whether a path is the topmost organisation's, below which everything lies. */
export function isTop(place: string): boolean {
  return place.indexOf('/') === place.length - 1
}

/** Ids of what stood at or below these organisations on that day. */
export function belowOn(day: Day, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`with recursive down (id) as (
      select stood.organisation_id from organisation_span stood where stood.organisation_id = any(${ids}) and ${lastsOn('stood', day)}
      union all
      select stood.organisation_id from down join organisation_span stood on stood.parent_id = down.id and ${lastsOn('stood', day)}
    ) select id from down`
}

/** Whether the actor holds a post at the topmost organisation. */
export function holdsTop(actor: Actor): boolean {
  return actor.posts.some(({ path }) => isTop(path))
}

/**
 * A SQL condition on `span`: it stood that day, or stands today, at or below an organisation in which the actor holds a
 * post. So a bureau's office finds in an earlier year what stood below the bureau then, and where what is below it now stood
 * then. Everything stands below the topmost: who holds a post there sees all, without looking for it.
 */
export function seenOn({ actor, today }: Pick<Context, 'actor' | 'today'>, day: Day): RawBuilder<SqlBool> {
  if (holdsTop(actor)) return sql`true`
  const paths = [...new Set(actor.posts.map(({ path }) => path))]
  const ids = [...new Set(actor.posts.map(({ organisation }) => organisation))]
  const now = sql`select id from organisation where ${within(sql`path`, paths)}`
  // the ids first: in the order of the structure their places may come last of all
  if (day === today) return sql`span.organisation_id = any(array(${now}))`
  return sql`span.organisation_id in (${now} union (${belowOn(day, sql`${ids}::uuid[]`)}))`
}

/** How many branches stand at or below `organisation` today. */
export const branchesNow = sql<number>`(select count(*)::int from organisation below where below.kind = 'branch'
  and below.dissolved_on is null and ${atOrBelow(sql`below.path`, sql`organisation.path`)})`

/** How many branches stood at or below `span` that day, by the paths where the day is today. */
export function branchesOn(day: Day, today: Day): RawBuilder<number> {
  if (day === today) return branchesNow
  const all = sql`select count(*)::int from organisation_span branch where branch.kind = 'branch' and ${lastsOn('branch', day)}`
  const below = sql`select count(*)::int from organisation_span branch where branch.kind = 'branch' and ${lastsOn('branch', day)}
    and branch.organisation_id in (${belowOn(day, sql`array[span.organisation_id]`)})`
  return sql`(case when span.kind = 'branch' then 1 when span.parent_id is null then (${all}) else (${below}) end)`
}
