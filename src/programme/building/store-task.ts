import type { Day } from '#basics/calendar.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Tables } from '#platform/tables.ts'
import type { CoreTask, TaskContent, TaskKind } from './rules/task.ts'

export type TaskLists = Pick<TaskContent, 'measures' | 'addressees'>

/** The task, locked until the transaction ends. */
export async function loadTask(context: Context, id: string): Promise<CoreTask | undefined> {
  const row = await context.tx.selectFrom('core_task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && taskOf(row, await taskLists(context, id))
}

export async function taskLists({ tx }: Pick<Context, 'tx'>, id: string): Promise<TaskLists> {
  const measures = await tx
    .selectFrom('core_task_measure')
    .select('measure_id as id')
    .where('task_id', '=', id)
    .orderBy('place')
    .execute()
  const addressees = await tx
    .selectFrom('core_task_addressee')
    .select('organisation_id as id')
    .where('task_id', '=', id)
    .orderBy('organisation_id')
    .execute()
  return { measures: measures.map((each) => each.id), addressees: addressees.map((each) => each.id as OrganisationId) }
}

/** A row as the union of states that its constraints guarantee. */
export function taskOf(row: Tables['core_task'], lists: TaskLists): CoreTask {
  const kept = {
    id: row.id,
    organisation: row.organisation_id as OrganisationId,
    content: {
      kind: row.kind as TaskKind,
      name: row.name,
      purpose: row.purpose,
      documentNumber: row.document_number,
      from: row.from_on,
      to: row.to_on,
      minutes: row.minutes,
      ...lists,
    },
    setUpBy: row.set_up_by as PersonId,
    setUpAt: row.set_up_at,
    approval: row.approved_by ? { by: row.approved_by as PersonId, at: row.approved_at! } : null,
  }
  if (row.state === 'draft') return { ...kept, state: 'draft' }
  const issued = { ...kept, issuedBy: row.issued_by as PersonId, issuedAt: row.issued_at! }
  if (row.state === 'issued') return { ...issued, state: 'issued' }
  return {
    ...issued,
    state: 'withdrawn',
    withdrawnBy: row.withdrawn_by as PersonId,
    withdrawnAt: row.withdrawn_at!,
    reason: row.withdrawn_reason!,
  }
}

export async function insertTask(context: Context, task: CoreTask): Promise<void> {
  await context.tx
    .insertInto('core_task')
    .values({
      id: task.id,
      organisation_id: task.organisation,
      set_up_by: task.setUpBy,
      set_up_at: task.setUpAt,
      ...changing(task),
    })
    .execute()
  await insertLists(context, task)
}

/** The task and, while it is a draft, what it asks for and of whom. */
export async function saveTask(context: Context, task: CoreTask): Promise<void> {
  await context.tx.updateTable('core_task').set(changing(task)).where('id', '=', task.id).execute()
  if (task.state !== 'draft') return
  await context.tx.deleteFrom('core_task_measure').where('task_id', '=', task.id).execute()
  await context.tx.deleteFrom('core_task_addressee').where('task_id', '=', task.id).execute()
  await insertLists(context, task)
}

async function insertLists({ tx }: Context, { id, content }: CoreTask): Promise<void> {
  if (content.measures.length > 0)
    await tx
      .insertInto('core_task_measure')
      .values(content.measures.map((measure_id, at) => ({ task_id: id, measure_id, place: at + 1 })))
      .execute()
  await tx
    .insertInto('core_task_addressee')
    .values(content.addressees.map((organisation_id) => ({ task_id: id, organisation_id })))
    .execute()
}

export async function deleteTask({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom('core_task').where('id', '=', id).execute()
}

function changing(task: CoreTask) {
  const { content } = task
  const issued = task.state === 'draft' ? null : task
  const withdrawn = task.state === 'withdrawn' ? task : null
  return {
    kind: content.kind,
    name: content.name,
    purpose: content.purpose,
    document_number: content.documentNumber,
    from_on: content.from as Day,
    to_on: content.to as Day,
    minutes: content.minutes,
    state: task.state,
    approved_by: task.approval?.by ?? null,
    approved_at: task.approval?.at ?? null,
    issued_by: issued?.issuedBy ?? null,
    issued_at: issued?.issuedAt ?? null,
    withdrawn_by: withdrawn?.withdrawnBy ?? null,
    withdrawn_at: withdrawn?.withdrawnAt ?? null,
    withdrawn_reason: withdrawn?.reason ?? null,
  }
}
