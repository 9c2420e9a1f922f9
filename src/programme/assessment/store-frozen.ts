import type { ExactText } from '#basics/exact.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { found } from '#platform/errors.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import type { BranchScore } from '#programme/scoring/rules/score.ts'
import { chunks } from './store.ts'

export interface Input {
  input: string
  assessed: string
  data: object
  hash: string
}
export interface Result {
  assessed: string
  score: BranchScore | null
  total: ExactText | null
  level: string | null
}

/** Writes inputs and results of a version; rows of earlier versions are never touched. */
export async function insertFrozen(
  context: Context,
  assessment: string,
  version: number,
  inputs: readonly Input[],
  results: readonly Result[],
): Promise<void> {
  for (const some of chunks(inputs))
    await context.tx
      .insertInto('assessment_input')
      .values(
        some.map(({ input, assessed, data, hash }) => {
          return { assessment_id: assessment, input, version, assessed_id: assessed, data: json(data), hash }
        }),
      )
      .execute()
  for (const some of chunks(results))
    await context.tx
      .insertInto('assessment_result')
      .values(
        some.map(({ assessed, score, total, level }) => ({
          assessed_id: assessed,
          version,
          assessment_id: assessment,
          score: score === null ? null : json(score),
          total,
          level,
          computed_at: context.now,
        })),
      )
      .execute()
}

/** Which assessor stands behind which label of a branch. */
export async function insertLabels(
  { tx }: Context,
  labels: readonly { assessed: string; label: string; assessor: string }[],
): Promise<void> {
  for (const some of chunks(labels))
    await tx
      .insertInto('assessor_label')
      .values(some.map(({ assessed, label, assessor }) => ({ assessed_id: assessed, label, assessor_id: assessor })))
      .execute()
}

export async function saveFrozen({ tx, actor, now }: Context, assessment: string): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({ frozen_by: actor.person, frozen_at: now })
    .where('id', '=', assessment)
    .execute()
}

export async function insertCorrection(
  context: Context,
  row: { assessed: string; fact: string; before: FactValue; after: FactValue; document: string; reason: string },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('correction')
    .values({
      id,
      assessed_id: row.assessed,
      fact: row.fact,
      before: json(row.before),
      after: json(row.after),
      document: row.document,
      reason: row.reason,
      proposed_by: context.actor.person,
      proposed_at: context.now,
    })
    .execute()
  return id
}

/** The correction, locked: two people cannot both decide it. */
export async function loadCorrection({ tx }: Context, id: string) {
  return found(await tx.selectFrom('correction').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** A decision: the version it made, or why it was refused. */
export async function saveDecision(
  { tx, actor, now }: Context,
  id: string,
  decision: { version: number } | { refusal: string },
): Promise<void> {
  await tx
    .updateTable('correction')
    .set({ ...decision, decided_by: actor.person, decided_at: now })
    .where('id', '=', id)
    .execute()
}

/** Adds a ruling on a score; an earlier one about the same stays, and no longer counts. */
export async function insertScoreRuling(
  context: Context,
  row: { assessed: string; about: string; code: string; decided: string; ground: string; version: number },
): Promise<void> {
  const { assessed, ...rest } = row
  await context.tx
    .insertInto('score_ruling')
    .values({
      id: context.newId(),
      assessed_id: assessed,
      ...rest,
      ruled_by: context.actor.person,
      ruled_at: context.now,
    })
    .execute()
}
