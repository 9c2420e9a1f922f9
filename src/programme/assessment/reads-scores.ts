import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Fact, FactValue } from '#programme/scoring/rules/facts.ts'
import type { BranchScore } from '#programme/scoring/rules/score.ts'

/** The frozen facts of one branch, the latest version of each, with the hash each was frozen with. */
export async function frozenFactsOf({ tx }: Pick<Context, 'tx'>, assessed: string) {
  const rows = await tx
    .selectFrom('assessment_input')
    .distinctOn('input')
    .select(['input', 'version', 'data', 'hash'])
    .where('assessed_id', '=', assessed)
    .orderBy('input')
    .orderBy('version', 'desc')
    .execute()
  return rows.flatMap(({ data, hash, version }) => {
    const read = data as { kind: string; fact?: string; value?: Fact }
    return read.kind === 'fact' && read.fact && read.value
      ? [{ fact: read.fact, value: read.value, hash, version }]
      : []
  })
}

/** The latest score of one branch. */
export async function scoreOf({ tx }: Pick<Context, 'tx'>, assessed: string) {
  const row = await tx
    .selectFrom('assessment_result')
    .selectAll()
    .where('assessed_id', '=', assessed)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row && { ...row, score: row.score as BranchScore | null }
}

/** The people behind the labels of a branch; for the office alone. */
export async function labelsOf({ tx }: Pick<Context, 'tx'>, assessed: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('assessor_label')
    .innerJoin('person', 'person.id', 'assessor_label.assessor_id')
    .select(['label', 'person.name'])
    .where('assessed_id', '=', assessed)
    .execute()
  return new Map(rows.map(({ label, name }) => [label, name]))
}

function corrections({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('correction')
    .innerJoin('assessed_branch', 'assessed_branch.id', 'correction.assessed_id')
    .innerJoin('person as proposer', 'proposer.id', 'correction.proposed_by')
    .leftJoin('person as decider', 'decider.id', 'correction.decided_by')
    .selectAll('correction')
    .select([
      'assessed_branch.assessment_id',
      'assessed_branch.branch_id',
      'assessed_branch.name as branchName',
      'proposer.name as proposer',
      'decider.name as decider',
    ])
}

export type CorrectionRow = Omit<Awaited<ReturnType<typeof correctionRows>>[number], 'before' | 'after'> & {
  before: FactValue
  after: FactValue
}

function correctionRows(context: Pick<Context, 'tx'>) {
  return corrections(context).execute()
}

export async function correctionById(context: Pick<Context, 'tx'>, id: string): Promise<CorrectionRow | undefined> {
  return (await corrections(context).where('correction.id', '=', id).executeTakeFirst()) as CorrectionRow | undefined
}

/** The corrections of an assessment, or of one branch, the latest first. */
export async function correctionsOf(
  context: Pick<Context, 'tx'>,
  of: { assessment: string } | { assessed: string },
): Promise<CorrectionRow[]> {
  const rows = await corrections(context)
    .$if('assessment' in of, (query) =>
      query.where('assessed_branch.assessment_id', '=', (of as { assessment: string }).assessment),
    )
    .$if('assessed' in of, (query) => query.where('correction.assessed_id', '=', (of as { assessed: string }).assessed))
    .orderBy('correction.proposed_at', 'desc')
    .limit(500)
    .execute()
  return rows as CorrectionRow[]
}

/** Every ruling on the score of a branch, the latest first. */
export async function scoreRulingsOf({ tx }: Pick<Context, 'tx'>, assessed: string) {
  return (
    tx
      .selectFrom('score_ruling')
      .innerJoin('person', 'person.id', 'score_ruling.ruled_by')
      .select(['about', 'code', 'decided', 'ground', 'version', 'ruled_at as at', 'person.name as by'])
      .where('assessed_id', '=', assessed)
      // by version, not by time: of two at once the one that came to the lock last counts
      .orderBy('version', 'desc')
      .execute()
  )
}

/** The assessed branch that an honour belongs to. */
export async function branchOfHonour({ tx }: Pick<Context, 'tx'>, honour: string): Promise<string | undefined> {
  const row = await tx.selectFrom('honour').select('assessed_id').where('id', '=', honour).executeTakeFirst()
  return row?.assessed_id
}

/** Whether this person was given the branch to score. */
export async function isAssigned({ tx }: Pick<Context, 'tx'>, assessed: string, person: string): Promise<boolean> {
  if (person === '') return false
  const row = await tx
    .selectFrom('assessor_assignment')
    .select(sql<number>`1`.as('one'))
    .where('assessed_id', '=', assessed)
    .where('assessor_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

/** The people who are assessors of the organisation or of one above today, with the name of the organisation they belong to. */
export async function assessorsOf({ tx, today }: Pick<Context, 'tx' | 'today'>, path: string) {
  const ids = path.split('/').filter(Boolean)
  return tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.id', 'person.name', 'organisation.name as unit'])
    .distinct()
    .where('post.post', '=', 'assessor')
    .where('post.organisation_id', 'in', ids)
    .where('confirmed_at', 'is not', null)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', today)]))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}
