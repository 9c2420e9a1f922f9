import { type SqlBool, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { disclosedTo, disclosing } from '#programme/notice/reads-scope.ts'
import { matches, type ThemeRow, themes } from './reads.ts'

/** Themes in force that this person may see: everyone those disclosed to society, those inside all of their own. */
function onTheWall(context: Context) {
  return themes(context).where('theme.state', '=', 'in-force').where(disclosedTo(context, 'theme.notice_id'))
}

export async function brandById(context: Context, id: string): Promise<ThemeRow | undefined> {
  return (await onTheWall(context).where('theme.id', '=', id).executeTakeFirst()) as ThemeRow | undefined
}

interface Chosen {
  region?: string | undefined
  search?: string | undefined
}

/** A page of the wall in the order of the structure, with the number of all that match, and the regions to choose from. */
export async function wall(
  context: Context,
  { cursor, limit, ...chosen }: Chosen & { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['number', 'id'])
  // a branch has one theme in force: in the order of branches a page comes along their index
  const rows = (await narrowed(onTheWall(context), chosen)
    .select('branch.sort_no as sort_no')
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(branch.sort_no, branch.id) > (${Number(after![0])}::integer, ${after![1]!}::uuid)`),
    )
    .orderBy('branch.sort_no')
    .orderBy('branch.id')
    .limit(limit + 1)
    .execute()) as (ThemeRow & { sort_no: number })[]
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const regions = await countedByRegion(context, {})
  const narrow = chosen.region !== undefined || chosen.search !== undefined
  const total = narrow ? await countedByRegion(context, chosen) : regions
  return {
    rows: shown,
    next: rows.length > limit && last ? encodeCursor([last.sort_no, last.organisation_id]) : null,
    total: total.reduce((sum, { count }) => sum + count, 0),
    regions: regions.flatMap(({ region }) => region ?? []),
  }
}

function narrowed(query: ReturnType<typeof onTheWall>, { region, search }: Chosen) {
  return query
    .$if(region !== undefined, (each) => each.where('branch.region', '=', region!))
    .$if(search !== undefined, (each) => each.where(matches(search!)))
}

/** How many of each region; without the tables that only the shown ones need. */
function countedByRegion(context: Context, { region, search }: Chosen) {
  return context.tx
    .selectFrom('theme')
    .innerJoin('organisation as branch', 'branch.id', 'theme.organisation_id')
    .innerJoin('notice as disclosed', 'disclosed.id', 'theme.notice_id')
    .select(['branch.region as region', sql<number>`count(*)::int`.as('count')])
    .where('theme.state', '=', 'in-force')
    .where(disclosing(context))
    .$if(region !== undefined, (query) => query.where('branch.region', '=', region!))
    .$if(search !== undefined, (query) => query.where(matches(search!)))
    .groupBy('branch.region')
    .orderBy('branch.region')
    .execute()
}
