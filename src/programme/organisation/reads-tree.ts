import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { holdsTop, lastsOn, seenOn } from './reads-day.ts'
import { type OrganisationOn, organisationsStanding } from './reads-structure.ts'

/** More are told level by level: whoever wants to see what is below asks for it. */
const MOST = 600

interface Placed {
  id: string
  parent: string | null
}

/**
 * The tree of that day as far as the actor sees it, or what stood at and below one: as many whole levels as fit, and of
 * which more stands below than is told. All of it where `whole` is said.
 */
export async function treeOn(
  context: Context,
  day: Day,
  { below, whole = false }: { below?: string | undefined; whole?: boolean },
): Promise<{ rows: OrganisationOn[]; more: Set<string> }> {
  const within = await seenThen(context, day)
  let level = await topsOf(context, day, within, below)
  const ids: string[] = []
  // the first level below what was asked for is always told, however wide it is
  for (let depth = 0; level.length > 0 && (whole || depth < 2 || ids.length + level.length <= MOST); depth++) {
    ids.push(...level.map(({ id }) => id))
    const children = await childrenOf(context, day, level)
    level = within === null ? children : children.filter(({ id }) => within.has(id))
  }
  const rows = await organisationsStanding(context, ids, day)
  return { rows, more: new Set(level.map(({ parent }) => parent!)) }
}

/** In an earlier year what the actor sees need not hang together; null where all below what is seen is seen as well. */
async function seenThen(context: Context, day: Day): Promise<Map<string, string | null> | null> {
  if (day === context.today || holdsTop(context.actor)) return null
  const { rows } = await sql<Placed>`
    select span.organisation_id as id, span.parent_id as parent from organisation_span span
    where ${lastsOn('span', day)} and ${seenOn(context, day)}`.execute(context.tx)
  return new Map(rows.map(({ id, parent }) => [id, parent]))
}

async function topsOf(
  context: Context,
  day: Day,
  within: Map<string, string | null> | null,
  below: string | undefined,
): Promise<Placed[]> {
  const { tx, actor, today } = context
  if (within !== null) {
    const tops = [...within].filter(([id, parent]) => id === below || parent === null || !within.has(parent))
    if (below === undefined) return tops.map(([id, parent]) => ({ id, parent }))
    if (within.has(below)) return [{ id: below, parent: within.get(below)! }]
    return (
      await standing(
        context,
        day,
        tops.map(([id]) => id),
      )
    ).filter(({ above }) => above.includes(below))
  }
  if (holdsTop(actor)) {
    const which = below === undefined ? sql`span.parent_id is null` : sql`span.organisation_id = ${below}::uuid`
    const { rows } = await sql<Placed>`select span.organisation_id as id, span.parent_id as parent
      from organisation_span span where ${which} and ${lastsOn('span', day)}`.execute(tx)
    return rows
  }
  const paths = [...new Set(actor.posts.map(({ path }) => path))]
  const tops = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)))
  const asked = below === undefined ? undefined : (await standing(context, today, [below]))[0]
  if (below !== undefined && asked === undefined) return []
  const [inside] = asked ? tops.filter((path) => asked.path.startsWith(path)) : []
  if (asked && inside !== undefined) return [asked]
  const ids = tops.filter((path) => !asked || path.startsWith(asked.path)).map((path) => path.split('/').at(-2)!)
  return standing(context, today, ids)
}

/** These as they stood that day, with the ids above them that day and their path of today. */
async function standing({ tx }: Context, day: Day, ids: string[]) {
  const { rows } = await sql<Placed & { above: string[]; path: string }>`
    with recursive up (id, next) as (
      select organisation_id, parent_id from organisation_span span
        where organisation_id = any(${ids}::uuid[]) and ${lastsOn('span', day)}
      union all
      select up.id, span.parent_id from up join organisation_span span on span.organisation_id = up.next and ${lastsOn('span', day)}
    )
    select span.organisation_id as id, span.parent_id as parent, organisation.path,
      (select coalesce(jsonb_agg(up.next), '[]') from up where up.id = span.organisation_id and up.next is not null) as above
    from organisation_span span join organisation on organisation.id = span.organisation_id
    where span.organisation_id = any(${ids}::uuid[]) and ${lastsOn('span', day)}`.execute(tx)
  return rows
}

async function childrenOf({ tx }: Context, day: Day, above: Placed[]): Promise<Placed[]> {
  const { rows } =
    await sql<Placed>`select span.organisation_id as id, span.parent_id as parent from organisation_span span
    where span.parent_id = any(${above.map(({ id }) => id)}::uuid[]) and ${lastsOn('span', day)}`.execute(tx)
  return rows
}
