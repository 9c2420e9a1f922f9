import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { found } from '#platform/errors.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import { type AssessmentRow, assessmentById } from './reads.ts'
import type { branchesBelow } from './reads-branches.ts'
import type { OwnPoints } from './rules/self-score.ts'

/** The assessment, locked: nobody gathers while it is being frozen. */
export async function loadAssessment(context: Context, id: string): Promise<AssessmentRow> {
  await context.tx.selectFrom('assessment').select('id').where('id', '=', id).forUpdate().execute()
  return found(await assessmentById(context, id))
}

/** The assessment, held as it is while something is gathered for it. */
export async function holdAssessment(context: Context, id: string): Promise<AssessmentRow> {
  await context.tx.selectFrom('assessment').select('id').where('id', '=', id).forShare().execute()
  return found(await assessmentById(context, id))
}

export async function insertAssessment(
  context: Context,
  row: { cycle: string; organisation: string; sheet: string; selfScoreFrom: Day; selfScoreTo: Day },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('assessment')
    .values({
      id,
      cycle_id: row.cycle,
      organisation_id: row.organisation,
      sheet_id: row.sheet,
      self_score_from: row.selfScoreFrom,
      self_score_to: row.selfScoreTo,
      opened_by: context.actor.person,
      opened_at: context.now,
    })
    .execute()
  return id
}

type RosterLine = Awaited<ReturnType<typeof branchesBelow>>[number] & { rated: boolean }

/** Takes the roster down as it stands. */
export async function insertRoster(context: Context, assessment: string, lines: readonly RosterLine[]): Promise<void> {
  for (const some of chunks(lines))
    await context.tx
      .insertInto('assessed_branch')
      .values(
        some.map((line) => ({
          id: context.newId(),
          assessment_id: assessment,
          branch_id: line.id,
          name: line.name,
          region: line.region,
          kind: line.unit ?? '',
          set_up_on: line.setUpOn,
          path: line.path,
          sort_no: line.sortNo,
          rated: line.rated,
        })),
      )
      .execute()
}

export async function insertSupplied(
  context: Context,
  rows: readonly { assessed: string; fact: string; value: FactValue; document: string }[],
): Promise<void> {
  for (const some of chunks(rows))
    await context.tx
      .insertInto('supplied_fact')
      .values(
        some.map(({ assessed, fact, value, document }) => ({
          assessed_id: assessed,
          fact,
          value: json(value),
          document,
          supplied_by: context.actor.person,
          supplied_at: context.now,
        })),
      )
      .execute()
}

export async function saveSelfScore(context: Context, assessed: string, scores: OwnPoints[]): Promise<void> {
  const values = { scores: json(scores), scored_by: context.actor.person, scored_at: context.now }
  await context.tx
    .insertInto('self_score')
    .values({ assessed_id: assessed, ...values })
    .onConflict((conflict) => conflict.column('assessed_id').doUpdateSet(values))
    .execute()
}

/** Gives branches to an assessor; those they have already stay. Answers how many are new. */
export async function insertAssignments(
  context: Context,
  assessor: string,
  assessed: readonly string[],
  group: string,
): Promise<number> {
  const inserted = await context.tx
    .insertInto('assessor_assignment')
    .values(
      assessed.map((each) => ({
        assessed_id: each,
        assessor_id: assessor,
        rater_group: group,
        assigned_by: context.actor.person,
        assigned_at: context.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows ?? 0)
}

export async function deleteAssignments(
  { tx }: Context,
  assessor: string,
  assessed: readonly string[],
): Promise<number> {
  const deleted = await tx
    .deleteFrom('assessor_assignment')
    .where('assessor_id', '=', assessor)
    .where('assessed_id', 'in', assessed)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

export async function insertRating(
  context: Context,
  row: { assessed: string; fact: string; points: string; reason: string; comparedWith: string },
): Promise<void> {
  await context.tx
    .insertInto('rating')
    .values({
      assessed_id: row.assessed,
      assessor_id: context.actor.person,
      fact: row.fact,
      points: row.points,
      reason: row.reason,
      compared_with: row.comparedWith,
      rated_at: context.now,
    })
    .execute()
}

/** Lists of many rows in statements of at most a thousand: PostgreSQL counts parameters in 16 bits. */
export function chunks<Each>(list: readonly Each[]): Each[][] {
  const all: Each[][] = []
  for (let at = 0; at < list.length; at += 1000) all.push(list.slice(at, at + 1000))
  return all
}
