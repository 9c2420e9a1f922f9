import type { Selectable } from 'kysely'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Tables } from '#platform/tables.ts'
import type { Problem, ProblemKind } from './rules/problem.ts'

/** The problem, locked until the transaction ends. */
export async function loadProblem({ tx }: Context, id: string): Promise<Problem | undefined> {
  const row = await tx.selectFrom('problem').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && problemFrom(row)
}

/** A row as the union of stages that its constraints guarantee. */
export function problemFrom(row: Selectable<Tables['problem']>): Problem {
  const kept = {
    id: row.id as Id<'problem'>,
    organisation: row.organisation_id as OrganisationId,
    kind: row.kind as ProblemKind,
    title: row.title,
    benchmark: row.benchmark,
    gap: row.gap,
    dueOn: row.due_on,
    takenOn: { by: row.taken_on_by as PersonId, at: row.taken_on_at },
    returned: row.return_reason,
  }
  if (row.state === 'taken-on') return { ...kept, state: 'taken-on' }
  const measures = { by: row.measures_by as PersonId, at: row.measures_at!, text: row.measures! }
  if (row.state === 'measures-set') return { ...kept, state: 'measures-set', measures }
  const done = { by: row.done_by as PersonId, at: row.done_at!, result: row.result! }
  if (row.state === 'done') return { ...kept, state: 'done', measures, done }
  const confirmed = { by: row.confirmed_by as PersonId, at: row.confirmed_at! }
  return { ...kept, state: 'confirmed', measures, done, confirmed }
}

export async function insertProblem({ tx }: Context, problem: Problem, cycle: string): Promise<void> {
  await tx
    .insertInto('problem')
    .values({
      id: problem.id,
      organisation_id: problem.organisation,
      cycle_id: cycle,
      kind: problem.kind,
      title: problem.title,
      benchmark: problem.benchmark,
      gap: problem.gap,
      due_on: problem.dueOn,
      taken_on_by: problem.takenOn.by,
      taken_on_at: problem.takenOn.at,
      ...stage(problem),
    })
    .execute()
}

export async function saveProblem({ tx }: Context, problem: Problem): Promise<void> {
  await tx.updateTable('problem').set(stage(problem)).where('id', '=', problem.id).execute()
}

/** These records, in place of those that were named before. */
export async function saveRecords({ tx }: Context, problem: string, records: readonly string[]): Promise<void> {
  await tx.deleteFrom('problem_record').where('problem_id', '=', problem).execute()
  await tx
    .insertInto('problem_record')
    .values(records.map((record_id) => ({ problem_id: problem, record_id })))
    .execute()
}

function stage(problem: Problem) {
  const measures = problem.state === 'taken-on' ? null : problem.measures
  const done = problem.state === 'done' || problem.state === 'confirmed' ? problem.done : null
  const confirmed = problem.state === 'confirmed' ? problem.confirmed : null
  return {
    state: problem.state,
    measures: measures?.text ?? null,
    measures_by: measures?.by ?? null,
    measures_at: measures?.at ?? null,
    result: done?.result ?? null,
    done_by: done?.by ?? null,
    done_at: done?.at ?? null,
    return_reason: problem.returned,
    confirmed_by: confirmed?.by ?? null,
    confirmed_at: confirmed?.at ?? null,
  }
}

/** What one organisation had not yet solved goes to another; how many that were. */
export async function saveOrganisation({ tx }: Context, from: string, to: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('problem')
    .set({ organisation_id: to })
    .where('organisation_id', '=', from)
    .where('state', '<>', 'confirmed')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
