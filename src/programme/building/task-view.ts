import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { ahead } from '#programme/burden/booking.ts'
import type { taskContract } from './contract-task.ts'
import { type TaskRow, taskById, type Wanted } from './reads-task.ts'
import { standingOf, type TaskKind } from './rules/task.ts'
import { taskAllowed } from './rules/task-permissions.ts'
import { taskOf } from './store-task.ts'

type View = OutputOf<typeof taskContract.readTask>

/** A task as lists show it. */
export function rowView({ today }: Context, row: TaskRow, measures: Wanted[]) {
  return {
    id: row.id,
    kind: row.kind as TaskKind,
    name: row.name,
    organisation: { id: row.organisation_id, name: row.organisationName },
    from: row.from_on,
    to: row.to_on,
    standing: standingOf(taskOf(row, { measures: [], addressees: [] }), today),
    measures,
  }
}

/** One task, as the contract shows it. */
export async function taskView(context: Context, id: string): Promise<View> {
  const { row, task, addressees, measures } = found(await taskById(context, id))
  return {
    ...rowView(context, row, measures),
    purpose: row.purpose,
    documentNumber: row.document_number,
    addressees: addressees.map(({ id, name }) => ({ id, name })),
    minutes: row.minutes,
    setUp: { by: row.authorName, at: row.set_up_at },
    approval: row.approved_at ? { by: row.approverName!, at: row.approved_at } : null,
    issue: row.issued_at ? { by: row.issuerName!, at: row.issued_at } : null,
    withdrawal: row.withdrawn_at
      ? { by: row.withdrawerName!, at: row.withdrawn_at, reason: row.withdrawn_reason! }
      : null,
    burden: task.state === 'draft' ? await ahead(context, { path: row.organisationPath, ...task.content }) : null,
    allowed: taskAllowed(context.actor, task, row.organisationPath),
  }
}
