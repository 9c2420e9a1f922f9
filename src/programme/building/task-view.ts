import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { weigh } from '#programme/burden/booking.ts'
import { costOf } from '#programme/burden/rules/burden.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import type { taskContract } from './contract-task.ts'
import { type TaskRow, taskById, type Wanted } from './reads-task.ts'
import { type CoreTask, standingOf, type TaskKind } from './rules/task.ts'
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
    burden: task.state === 'draft' ? await burdenOf(context, task, row.organisationPath) : null,
    allowed: taskAllowed(context.actor, task, row.organisationPath),
  }
}

/** What issuing it would cost; without an open programme year there is no budget to book it on. */
async function burdenOf(context: Context, { content }: CoreTask, path: string): Promise<View['burden']> {
  if (!(await openCycleFor(context, path))) return { branches: 0, total: 0, above: 0, budget: 0, yearOpen: false }
  const { branches, above, budget, minutes } = await weigh(context, { path, ...content })
  return { branches, total: costOf({ minutes, branches }), above: minutes === 0 ? 0 : above, budget, yearOpen: true }
}
