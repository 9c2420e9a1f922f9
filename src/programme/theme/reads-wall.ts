import { type SqlBool, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { disclosedTo } from '#programme/notice/reads-scope.ts'
import { matches, type ThemeRow, themes } from './reads.ts'

/** Themes in force that this person may see: everyone those disclosed to society, those inside all of their own. */
function onTheWall(context: Context) {
  return themes(context).where('theme.state', '=', 'in-force').where(disclosedTo(context, 'theme.notice_id'))
}

export async function brandById(context: Context, id: string): Promise<ThemeRow | undefined> {
  return (await onTheWall(context).where('theme.id', '=', id).executeTakeFirst()) as ThemeRow | undefined
}

/** A page of the wall in the order of the structure, with the number of all that match, and the regions to choose from. */
export async function wall(
  context: Context,
  filter: { region?: string | undefined; search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const chosen = onTheWall(context)
    .$if(filter.region !== undefined, (query) => query.where('branch.region', '=', filter.region!))
    .$if(filter.search !== undefined, (query) => query.where(matches(filter.search!)))
  const rows = (await chosen
    .select('branch.sort_no as sort_no')
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(branch.sort_no, theme.id) > (${Number(after![0])}::numeric, ${after![1]!}::uuid)`),
    )
    .orderBy('branch.sort_no')
    .orderBy('theme.id')
    .limit(filter.limit + 1)
    .execute()) as (ThemeRow & { sort_no: number })[]
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  const regions = await countedByRegion(onTheWall(context))
  const total = filter.region === undefined && filter.search === undefined ? regions : await countedByRegion(chosen)
  return {
    rows: shown,
    next: rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.id]) : null,
    total: total.reduce((sum, { count }) => sum + count, 0),
    regions: regions.flatMap(({ region }) => region ?? []),
  }
}

function countedByRegion(query: ReturnType<typeof onTheWall>) {
  return query
    .clearSelect()
    .select(['branch.region as region', sql<number>`count(*)::int`.as('count')])
    .groupBy('branch.region')
    .orderBy('branch.region')
    .execute()
}
