import { sql } from 'kysely'
import { isLeading } from '#basics/actor.ts'
import type { Day, Instant } from '#basics/calendar.ts'
import type { CycleId, OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Fact, Facts, Ruling, SelfScore } from '#programme/scoring/rules/facts.ts'
import type { BranchScore } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Assessment } from './rules/assessment.ts'

/** An assessment with the words that stand beside it. */
export interface AssessmentRow extends Assessment {
  organisationName: string
  cycleTitle: string
  cycleYear: number
  sheetCode: string
  sheetTitle: string
  sheetNumber: number
  sheetHash: string
  asOf: Day
  openedAt: Instant
  version: number | null
}

function assessments({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('assessment')
    .innerJoin('organisation', 'organisation.id', 'assessment.organisation_id')
    .innerJoin('cycle', 'cycle.id', 'assessment.cycle_id')
    .innerJoin('sheet', 'sheet.id', 'assessment.sheet_id')
    .select([
      'assessment.id',
      'assessment.cycle_id as cycle',
      'assessment.organisation_id as organisation',
      'organisation.path',
      'organisation.name as organisationName',
      'cycle.title as cycleTitle',
      'cycle.year as cycleYear',
      'assessment.sheet_id as sheet',
      'sheet.code as sheetCode',
      'sheet.title as sheetTitle',
      'sheet.number as sheetNumber',
      'sheet.hash as sheetHash',
      'sheet.as_of as asOf',
      'assessment.self_score_from as selfScoreFrom',
      'assessment.self_score_to as selfScoreTo',
      'assessment.opened_at as openedAt',
      'assessment.frozen_at as frozenAt',
      sql<number | null>`(select max(version) from assessment_result r where r.assessment_id = assessment.id)`.as(
        'version',
      ),
    ])
}

/** One assessment; whoever asks has seen to who may see it. */
export async function assessmentById(context: Pick<Context, 'tx'>, id: string): Promise<AssessmentRow | undefined> {
  const row = await assessments(context).where('assessment.id', '=', id).executeTakeFirst()
  return row && assessmentOf(row)
}

function assessmentOf(row: object & { cycle: string; organisation: string }): AssessmentRow {
  return { ...row, cycle: row.cycle as CycleId, organisation: row.organisation as OrganisationId } as AssessmentRow
}

/** A page of the assessments that the actor sees (the rule `seesAssessment`, in SQL), the latest first. */
export async function assessmentsSeen(context: Context, filter: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(filter.cursor, ['instant', 'id'])
  const leads = context.actor.posts.filter(isLeading)
  const scores = context.actor.posts.filter(({ post }) => post === 'assessor')
  const upwards = [...new Set(leads.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const rows = await assessments(context)
    .where((where) =>
      where.or([
        ...(upwards.length > 0 ? [where('assessment.organisation_id', 'in', upwards)] : []),
        ...[...leads, ...scores].map(({ path }) => where('organisation.path', 'like', `${path}%`)),
      ]),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(assessment.opened_at, assessment.id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`,
      ),
    )
    .orderBy('assessment.opened_at', 'desc')
    .orderBy('assessment.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit).map(assessmentOf)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.openedAt, last.id]) : null }
}

/** A frozen assessment with its rule sheet, for those who select from it. */
export interface FrozenAssessment {
  id: string
  cycle: string
  organisation: string
  sheet: Sheet
  /** Counts corrections from 1 at the freeze. */
  version: number
  frozenAt: Instant
}

/** The assessment, if it is there and frozen. */
export async function frozenAssessment(
  context: Pick<Context, 'tx'>,
  id: string,
): Promise<FrozenAssessment | undefined> {
  const row = await assessmentById(context, id)
  if (!row || row.frozenAt === null) return undefined
  const { data } = await context.tx
    .selectFrom('sheet')
    .select('data')
    .where('id', '=', row.sheet)
    .executeTakeFirstOrThrow()
  const { cycle, organisation, version, frozenAt } = row
  return { id, cycle, organisation, sheet: data as Sheet, version: version ?? 1, frozenAt }
}

/** A branch as it was frozen, corrections included: what a selection computes from. */
export interface FrozenBranch {
  id: string
  name: string
  region: string | null
  kind: string
  setUpOn: Day
  facts: Facts
  selfScore: SelfScore
  /** What was ruled about its kind, its clauses or its level. */
  rulings: Ruling[]
}

type InputData =
  | { kind: 'branch'; branch: Omit<FrozenBranch, 'facts' | 'rulings'> }
  | { kind: 'fact'; branch: string; fact: string; value: Fact }
  | { kind: 'ruling'; branch: string; ruling: Ruling }

/** Every branch of the roster, or one of them, with its frozen facts, the latest version of each, by id of the branch. */
export async function frozenInputs(
  { tx }: Pick<Context, 'tx'>,
  assessment: string,
  assessed?: string,
): Promise<FrozenBranch[]> {
  const rows = await tx
    .selectFrom('assessment_input')
    .distinctOn('input')
    .select(['input', 'data'])
    .where('assessment_id', '=', assessment)
    .$if(assessed !== undefined, (query) => query.where('assessed_id', '=', assessed!))
    .orderBy('input')
    .orderBy('version', 'desc')
    .execute()
  const branches = new Map<string, FrozenBranch>()
  const inputs = rows.map(({ data }) => data as InputData)
  for (const data of inputs)
    if (data.kind === 'branch') branches.set(data.branch.id, { ...data.branch, facts: {}, rulings: [] })
  for (const data of inputs) {
    if (data.kind === 'fact') branches.get(data.branch)!.facts[data.fact] = data.value
    if (data.kind === 'ruling') branches.get(data.branch)!.rulings.push(data.ruling)
  }
  return [...branches.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The frozen score of every branch, the latest version of each; null for a branch that is not rated. */
export async function frozenScores({ tx }: Pick<Context, 'tx'>, assessment: string) {
  const rows = await tx
    .selectFrom('assessment_result')
    .innerJoin('assessed_branch', 'assessed_branch.id', 'assessment_result.assessed_id')
    .distinctOn('assessed_branch.branch_id')
    .select([
      'assessed_branch.id as assessed',
      'assessed_branch.branch_id as branch',
      'assessed_branch.name',
      'assessed_branch.region',
      'assessment_result.version',
      'assessment_result.total',
      'assessment_result.level',
      'assessment_result.score',
    ])
    .where('assessment_result.assessment_id', '=', assessment)
    .orderBy('assessed_branch.branch_id')
    .orderBy('assessment_result.version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, score: row.score as BranchScore | null }))
}

/** Whether the cycle is assessed by this sheet already. */
export async function openedFor({ tx }: Pick<Context, 'tx'>, cycle: string, sheet: string): Promise<boolean> {
  const row = await tx
    .selectFrom('assessment')
    .select('id')
    .where('cycle_id', '=', cycle)
    .where('sheet_id', '=', sheet)
    .executeTakeFirst()
  return row !== undefined
}
