import { type SqlBool, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { disclosedTo } from '#programme/notice/reads-scope.ts'
import type { QuotaLine } from '#programme/scoring/rules/quotas.ts'
import type { Digest } from './rules/digest.ts'
import type { OpenItem, RulingHere } from './rules/open-items.ts'
import { seeing } from './rules/permissions.ts'
import type { BranchResult, Quota } from './rules/select.ts'
import { rowOf, type SelectionRow, selections } from './store.ts'

export async function selectionById(context: Pick<Context, 'tx'>, id: string): Promise<SelectionRow | undefined> {
  const row = await selections(context).where('selection.id', '=', id).executeTakeFirst()
  return row && rowOf(row)
}

/** Whether a selection of this assessment stands: it was not set aside. */
export async function standsFor({ tx }: Pick<Context, 'tx'>, assessment: string): Promise<boolean> {
  const row = await tx
    .selectFrom('selection')
    .select('id')
    .where('assessment_id', '=', assessment)
    .where('state', '<>', 'set-aside')
    .executeTakeFirst()
  return row !== undefined
}

/** A page of the selections that this person finds, the latest year first. */
export async function selectionsFor(
  context: Context,
  filter: { assessment?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const { posts } = context.actor
  const whole = posts.filter(({ post }) => seeing.includes(post)).map(({ path }) => `${path}%`)
  const above = [...new Set(posts.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const rows = await selections(context)
    .where(
      sql<SqlBool>`(organisation.path like any(${whole}::text[])
        or (selection.state in ('noticed', 'final') and organisation.id = any(${above}::uuid[])))`,
    )
    .$if(filter.assessment !== undefined, (query) => query.where('assessment_id', '=', filter.assessment!))
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(-selection.year, selection.id) > (-${Number(after![0])}::integer, ${after![1]!}::uuid)`,
      ),
    )
    .orderBy('selection.year', 'desc')
    .orderBy('selection.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit).map(rowOf)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.year, last.id]) : null }
}

export interface RunRow {
  id: string
  selection: string
  number: number
  root: string
  sheetCode: string
  sheetTitle: string
  digest: Digest | null
  quotas: Quota[]
  levelQuotas: QuotaLine[] | null
  open: OpenItem[]
  rated: number
  named: number
  by: string
  at: string
}

/** One run, without its file. */
export async function runById({ tx }: Pick<Context, 'tx'>, id: string): Promise<RunRow | undefined> {
  const row = await tx
    .selectFrom('selection_run')
    .select([
      'id',
      'selection_id as selection',
      'number',
      'root',
      'sheet_code as sheetCode',
      'sheet_title as sheetTitle',
      'digest',
      'quotas',
      'level_quotas as levelQuotas',
      'open_items as open',
      'rated',
      'named',
      'run_by as by',
      'run_at as at',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as RunRow | undefined
}

export async function runFile({ tx }: Pick<Context, 'tx'>, id: string): Promise<string> {
  return (await tx.selectFrom('selection_run').select('file').where('id', '=', id).executeTakeFirstOrThrow()).file
}

/** The run's selection, when this very run is the one that was disclosed, to this person too, and still stands. */
export async function disclosedBy(context: Context, run: string): Promise<SelectionRow | undefined> {
  const row = await selections(context)
    .where('selection.run_id', '=', run)
    .where('selection.state', 'in', ['noticed', 'final'])
    .where(disclosedTo(context, 'selection.notice_id'))
    .executeTakeFirst()
  return row && rowOf(row)
}

export interface RulingRow {
  id: number
  branch: string
  name: string
  ruling: RulingHere
  by: string
  at: string
}

/** Every ruling of a selection in the order in which they were made. */
export async function rulingsOf({ tx }: Pick<Context, 'tx'>, selection: string): Promise<RulingRow[]> {
  const rows = await tx
    .selectFrom('selection_ruling')
    .innerJoin('organisation', 'organisation.id', 'selection_ruling.branch_id')
    .selectAll('selection_ruling')
    .select('organisation.name')
    .where('selection_id', '=', selection)
    .orderBy('selection_ruling.id')
    .execute()
  return rows.map(({ id, branch_id, name, about, code, points, holds, ground, ruled_by, ruled_at }) => {
    const ruling: RulingHere =
      about === 'clause'
        ? { about, clause: code, points: points!, ground }
        : about === 'gate'
          ? { about, gate: code, passes: holds!, ground }
          : { about: 'naming', named: holds!, ground }
    return { id, branch: branch_id, name, ruling, by: ruled_by, at: ruled_at }
  })
}

export interface LineRow {
  branch_id: string
  name: string
  region: string | null
  result: BranchResult
}

/** A page of a run's lines in the order of the structure; never by points. */
export async function linesOf(
  { tx }: Pick<Context, 'tx'>,
  run: string,
  filter: {
    region?: string | undefined
    title?: string | undefined
    search?: string | undefined
    cursor?: string | undefined
    limit: number
  },
) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const chosen = tx
    .selectFrom('selection_line')
    .innerJoin('organisation', 'organisation.id', 'selection_line.branch_id')
    .where('run_id', '=', run)
    .$if(filter.region !== undefined, (query) => query.where('selection_line.region', '=', filter.region!))
    .$if(filter.title !== undefined, (query) => query.where('title', '=', filter.title!))
    .$if(filter.search !== undefined, (query) => query.where(matching(filter.search!)))
  const rows = await chosen
    .select(['branch_id', 'selection_line.name', 'selection_line.region', 'result', 'organisation.sort_no'])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(organisation.sort_no, branch_id) > (${Number(after![0])}::integer, ${after![1]!}::uuid)`,
      ),
    )
    .orderBy('organisation.sort_no')
    .orderBy('branch_id')
    .limit(filter.limit + 1)
    .execute()
  const { total } = await chosen.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  const next = rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.branch_id]) : null
  return { rows: shown as (LineRow & { sort_no: number })[], next, total }
}

/** The lines of some branches in a run. */
export async function linesOfBranches(
  { tx }: Pick<Context, 'tx'>,
  run: string,
  branches: string[],
): Promise<LineRow[]> {
  if (branches.length === 0) return []
  const rows = await tx
    .selectFrom('selection_line')
    .select(['branch_id', 'name', 'region', 'result'])
    .where('run_id', '=', run)
    .where('branch_id', 'in', branches)
    .execute()
  return rows as LineRow[]
}

/** A condition on the branch: the text in its name, or the letters in its pinyin or initials. */
export function matching(search: string) {
  const like = containing(search)
  const letters = search.toLowerCase()
  if (!/^[a-z0-9]+$/.test(letters)) return sql<SqlBool>`organisation.name like ${like}`
  return sql<SqlBool>`(organisation.name ilike ${like} or organisation.initials like ${`%${letters}%`}
    or organisation.pinyin like ${`%${letters}%`})`
}
