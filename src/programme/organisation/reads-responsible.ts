import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Holder, Responsible } from './rules/responsible.ts'

interface Row {
  organisation: OrganisationId
  secretary: PersonId | null
  above: OrganisationId | null
  above_secretary: PersonId | null
}

/**
 * Who answered for each of these organisations on a day, by the posts and the structure of that day. One that did not stand
 * any more is answered for where it stood last; before anything is known of it, where it stands today.
 */
export async function responsibleOn(
  { tx }: Pick<Context, 'tx'>,
  organisations: readonly string[],
  on: Day,
): Promise<Map<string, Responsible>> {
  if (organisations.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select asked.id as organisation, ${secretaryOf('asked.id', on)} as secretary,
      place.above, ${secretaryOf('place.above', on)} as above_secretary
    from unnest(${[...new Set(organisations)]}::uuid[]) as asked (id)
    join organisation on organisation.id = asked.id
    cross join lateral (
      select coalesce((select array[parent_id] from organisation_span
        where organisation_id = asked.id and from_on <= ${on}::date order by from_on desc limit 1),
        array[organisation.parent_id]) as last) known
    cross join lateral (select known.last[1] as above) place`.execute(tx)
  return new Map(
    rows.map((row) => [
      row.organisation,
      {
        direct: holder(row.organisation, row.secretary),
        primary: row.above === null ? { state: 'none-above' } : holder(row.above, row.above_secretary),
      },
    ]),
  )
}

/** The one who was secretary at the end of that day; the first day without the post is one without it. */
function secretaryOf(column: 'asked.id' | 'place.above', on: Day) {
  return sql`(
    select post.person_id from post join person on person.id = post.person_id
    where post.organisation_id = ${sql.ref(column)} and post.post = 'secretary' and post.confirmed_at is not null
      and post.from_on <= ${on}::date and (post.until_on is null or post.until_on > ${on}::date)
      and (person.left_on is null or person.left_on > ${on}::date)
    order by post.from_on desc, post.id limit 1)`
}

function holder(organisation: OrganisationId, person: PersonId | null): Holder {
  return person === null ? { state: 'vacant', organisation } : { state: 'held', organisation, person }
}
