import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import {
  findingGrams,
  isNear,
  markShared,
  nearness,
  type Piece,
  percent,
  SHOWN_PERCENT,
  type Words,
} from './rules/nearness.ts'

export interface Near {
  theme: string
  branchId: string
  branch: string
  percent: number
  near: boolean
  underWay: boolean
  name: Piece[]
  meaning: Piece[] | null
}

const CANDIDATES = 300
const SHOWN = 5

/**
 * The nearest themes of other branches that are being reviewed, on notice or in force, the nearest first. Of those that
 * were not disclosed yet the name alone is shown. The index finds those that share most runs; they are compared exactly.
 */
export async function nearestTo({ tx }: Pick<Context, 'tx'>, words: Words, branch: string): Promise<Near[]> {
  const grams = findingGrams(words)
  if (grams.length === 0) return []
  const { rows } = await sql<{
    id: string
    organisation_id: string
    name: string
    meaning: string
    state: string
    branch: string
  }>`select theme.id, theme.organisation_id, theme.name, theme.meaning, theme.state, organisation.name as branch
    from theme join organisation on organisation.id = theme.organisation_id
    where theme.grams && ${grams}::text[] and theme.organisation_id <> ${branch}::uuid
      and theme.state in ('submitted', 'passed', 'checked', 'noticed', 'in-force')
    order by (select count(*) from unnest(theme.grams) gram where gram = any(${grams}::text[])) desc, theme.id
    limit ${CANDIDATES}`.execute(tx)
  return rows
    .map((row) => ({ row, near: nearness(words, row) }))
    .sort((a, b) => b.near.top * a.near.bottom - a.near.top * b.near.bottom || (a.row.id < b.row.id ? -1 : 1))
    .filter(({ near }) => percent(near) >= SHOWN_PERCENT)
    .slice(0, SHOWN)
    .map(({ row, near }) => ({
      theme: row.id,
      branchId: row.organisation_id,
      branch: row.branch,
      percent: percent(near),
      near: isNear(near),
      underWay: row.state !== 'in-force',
      name: markShared(row.name, words.name),
      meaning: ['noticed', 'in-force'].includes(row.state) ? markShared(row.meaning, words.meaning) : null,
    }))
}
