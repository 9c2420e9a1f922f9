import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/**
 * Where these branches stand in assessments of years that are not closed, held: one is frozen with them before, or without
 * them afterwards. Those for whom it ended already are left out.
 */
export async function holdUnderWay({ tx }: Context, branches: readonly string[]) {
  if (branches.length === 0) return []
  await tx
    .selectFrom('assessment')
    .select('id')
    .where(
      sql<boolean>`id in (select assessment_id from assessed_branch where branch_id = any(${[...branches]}::uuid[]))`,
    )
    .orderBy('id')
    .forShare()
    .execute()
  return tx
    .selectFrom('assessed_branch')
    .innerJoin('assessment', 'assessment.id', 'assessed_branch.assessment_id')
    .innerJoin('cycle', 'cycle.id', 'assessment.cycle_id')
    .leftJoin('assessed_end', 'assessed_end.assessed_id', 'assessed_branch.id')
    .select(['assessed_branch.branch_id as branch', 'assessed_branch.id as assessed'])
    .select(['assessment.id as assessment', 'cycle.title', sql<boolean>`frozen_at is not null`.as('frozen')])
    .where('assessed_branch.branch_id', 'in', branches)
    .where('cycle.state', '<>', 'closed')
    .where('assessed_end.assessed_id', 'is', null)
    .orderBy('assessed_branch.id')
    .execute()
}

export async function insertEnds(
  { tx, today }: Context,
  ends: readonly { assessed: string; successor: string; ground: string }[],
): Promise<void> {
  if (ends.length === 0) return
  const rows = ends.map(({ assessed, successor, ground }) => {
    return { assessed_id: assessed, successor_id: successor, ground, ended_on: today }
  })
  await tx.insertInto('assessed_end').values(rows).execute()
}
