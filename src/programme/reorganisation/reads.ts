import { sql } from 'kysely'
import { administrators } from '#basics/actor.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Line } from './rules/line.ts'
import { seeEntered } from './rules/permissions.ts'
import type { ActRow } from './store.ts'

function acts({ tx }: Pick<Context, 'tx'>) {
  return tx.selectFrom('reorganisation').selectAll('reorganisation')
}

export async function actById(context: Pick<Context, 'tx'>, id: string): Promise<ActRow | undefined> {
  return acts(context).where('id', '=', id).executeTakeFirst()
}

/** The paths of today by which an act is reached: those of the organisations it is about, or the top for one about units. */
export async function pathsOf({ tx }: Pick<Context, 'tx'>, act: string): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    select distinct organisation.path from reorganisation_party party
    join organisation on organisation.id = party.organisation_id
      or (party.unit_id is not null and party.organisation_id is null and organisation.parent_id is null)
    where party.act_id = ${act}::uuid`.execute(tx)
  return rows.map(({ path }) => path)
}

/** The paths of today of organisations, and the top's for units. */
export async function pathsOfParties({ tx }: Pick<Context, 'tx'>, organisations: readonly string[], units: boolean) {
  const rows = await tx
    .selectFrom('organisation')
    .select('path')
    .where((where) =>
      where.or([
        ...(organisations.length > 0 ? [where('id', 'in', organisations)] : []),
        ...(units ? [where('parent_id', 'is', null)] : []),
        where.val(false),
      ]),
    )
    .execute()
  return rows.map(({ path }) => path)
}

export interface ActFilter {
  state?: string | undefined
  kind?: string | undefined
  organisation?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A SQL condition: the rule `sees`, for many acts at once. */
function seen({ actor }: Context) {
  const paths = (posts: readonly string[] | null) => [
    ...new Set(actor.posts.filter(({ post }) => posts === null || posts.includes(post)).map(({ path }) => `${path}%`)),
  ]
  return sql<boolean>`exists (
    select from reorganisation_party party join organisation on organisation.id = party.organisation_id
      or (party.organisation_id is null and organisation.parent_id is null)
    where party.act_id = reorganisation.id and organisation.path like any(case reorganisation.state
      when 'in-effect' then ${paths(null)}::text[]
      when 'planned' then ${paths(seeEntered)}::text[]
      else ${paths(administrators)}::text[] end))`
}

const about = (organisation: string) => sql<boolean>`exists (select from reorganisation_party party
  where party.act_id = reorganisation.id and party.organisation_id = ${organisation}::uuid)`

/** A page of the acts that the actor sees, the latest day first. */
export async function actsSeen(context: Context, filter: ActFilter) {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const rows = await acts(context)
    .where(seen(context))
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state!))
    .$if(filter.kind !== undefined, (query) => query.where('kind', '=', filter.kind!))
    .$if(filter.organisation !== undefined, (query) => query.where(about(filter.organisation!)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(effective_on, id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('effective_on', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.effective_on, last.id]) : null }
}

/** Those in effect or planned that an organisation was named in, the first one first. */
export async function actsAbout(context: Context, organisation: string): Promise<ActRow[]> {
  return acts(context)
    .where(about(organisation))
    .where(seen(context))
    .where('state', 'in', ['in-effect', 'planned'])
    .orderBy('effective_on')
    .orderBy('in_effect_at')
    .orderBy('id')
    .limit(500)
    .execute()
}

export interface PartiesOf {
  organisations: string[]
  units: string[]
}

export async function partiesOf({ tx }: Pick<Context, 'tx'>, act: string): Promise<PartiesOf> {
  const rows = await tx.selectFrom('reorganisation_party').selectAll().where('act_id', '=', act).execute()
  return {
    organisations: rows.flatMap(({ organisation_id }) => organisation_id ?? []),
    units: rows.flatMap(({ unit_id }) => unit_id ?? []),
  }
}

/** What an act in effect did. */
export async function linesOf({ tx }: Pick<Context, 'tx'>, act: string): Promise<Line[]> {
  const rows = await tx
    .selectFrom('reorganisation_line')
    .select(['kind', 'from_id as from', 'to_id as to', 'detail'])
    .where('act_id', '=', act)
    .orderBy('id')
    .execute()
  return rows as Line[]
}

/** Whether these units are all on record. */
export async function unitsKnown({ tx }: Pick<Context, 'tx'>, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await tx.selectFrom('unit').select('id').where('id', 'in', ids).execute()
  return rows.length === new Set(ids).size
}
