import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { disclosedTo, disclosing } from '#programme/notice/reads-scope.ts'
import { regionsNamed } from '#programme/organisation/reads-day.ts'
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

/** What nobody needs to count exactly. */
const MOST_COUNTED = 1000

/** A page of the wall in the order of the structure, with the number of all that match, and the regions to choose from. */
export async function wall(
  context: Context,
  { cursor, limit, ...chosen }: Chosen & { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['number', 'id'])
  // a branch has one theme in force: in the order of branches a page comes along their index, where all are asked about one
  // by one whether they go to this person; those with the words are few
  const visible = chosen.search === undefined ? disclosedTo(context, 'theme.notice_id') : disclosing(context)
  const { rows } = await sql<{ theme: string; branch: string; sort_no: number }>`
    select theme.id as theme, branch.id as branch, branch.sort_no from ${brands(chosen, visible)}
      ${after ? sql`and (branch.sort_no, branch.id) > (${Number(after[0])}::integer, ${after[1]}::uuid)` : sql``}
    order by branch.sort_no, branch.id limit ${limit + 1}`.execute(context.tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const total = await counted(context, chosen)
  return {
    rows: await brandsById(
      context,
      page.map(({ theme }) => theme),
    ),
    next: rows.length > limit && last ? encodeCursor([last.sort_no, last.branch]) : null,
    total: Math.min(total, MOST_COUNTED),
    atLeast: total > MOST_COUNTED,
    regions: await regionsOnTheWall(context),
  }
}

/** The tables and conditions by which brands are found, without those that only the shown ones need. */
function brands({ region, search }: Chosen, visible: RawBuilder<boolean>): RawBuilder<unknown> {
  const conditions = [sql`theme.state = 'in-force'`, visible]
  if (region !== undefined) conditions.push(sql`branch.region = ${region}`)
  if (search !== undefined) conditions.push(matches(search))
  return sql`theme join organisation branch on branch.id = theme.organisation_id
    join notice disclosed on disclosed.id = theme.notice_id where ${sql.join(conditions, sql` and `)}`
}

async function brandsById(context: Context, ids: string[]): Promise<ThemeRow[]> {
  if (ids.length === 0) return []
  const rows = (await themes(context).where('theme.id', 'in', ids).execute()) as ThemeRow[]
  return ids.map((id) => rows.find((row) => row.id === id)!)
}

async function counted(context: Context, chosen: Chosen): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*)::int as number from (
    select from ${brands(chosen, disclosing(context))} limit ${MOST_COUNTED + 1}) found`.execute(context.tx)
  return rows[0]!.number
}

/** The regions of the brands, each by the first brand that is found there (`offset 0`: not by reading them all). */
async function regionsOnTheWall(context: Context): Promise<string[]> {
  const visible = disclosedTo(context, 'theme.notice_id')
  const { rows } = await sql<{ region: string }>`select region from ${regionsNamed} named
    where exists (select from ${brands({}, visible)} and branch.region = named.region offset 0) order by region`.execute(
    context.tx,
  )
  return rows.map(({ region }) => region)
}
