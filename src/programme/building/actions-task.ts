import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { book, release } from '#programme/burden/booking.ts'
import { organisationsById, pathOf } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import type { taskContract } from './contract-task.ts'
import { measuresChosen } from './measures-chosen.ts'
import { askedAlready, isServed, taskById, tasksSeen, wantedOf } from './reads-task.ts'
import {
  approve,
  type CoreTask,
  change,
  draftable,
  issue,
  type TaskContent,
  type TaskVerb,
  withdraw,
} from './rules/task.ts'
import { mayAddress, mayWithTask, seesTask } from './rules/task-permissions.ts'
import { deleteTask, insertTask, loadTask, saveTask } from './store-task.ts'
import { taskTotals } from './task-totals.ts'
import { rowView, taskView } from './task-view.ts'

export const taskActions: Actions<typeof taskContract> = {
  async listTasks(context, filter) {
    const { rows, next } = await tasksSeen(context, filter)
    const wanted = await wantedOf(
      context,
      rows.map(({ id }) => id),
    )
    return { rows: rows.map((row) => rowView(context, row, wanted.get(row.id) ?? [])), next, total: null }
  },

  async readTask(context, { task }) {
    return taskView(context, task)
  },

  async draftTask(context, { organisation: id, ...input }) {
    const organisation = id as OrganisationId
    const path = found(await pathOf(context, id))
    permit(mayWithTask(context.actor, 'draft', { organisation, path }))
    await mustStand(context, id)
    const content = accept(draftable(await contentOf(context, { organisation, path }, input)))
    const by = { setUpBy: context.actor.person, setUpAt: context.now }
    const task: CoreTask = { id: context.newId(), organisation, content, ...by, state: 'draft', approval: null }
    await insertTask(context, task)
    return noted(context, task, 'building.task-drafted')
  },

  async changeTask(context, { task: id, ...input }) {
    const { task, path } = await loaded(context, id, 'change')
    const content = await contentOf(context, { organisation: task.organisation, path }, input)
    return kept(context, accept(change(task, content)), 'building.task-changed')
  },

  async approveTask(context, { task: id }) {
    const { task } = await loaded(context, id, 'approve')
    return kept(context, accept(approve(task, context.actor.person, context.now)), 'building.task-approved')
  },

  async issueTask(context, { task: id }) {
    const { task, path } = await loaded(context, id, 'issue')
    const { person: by } = context.actor
    const asked = await askedAlready(context, task)
    const issued = accept(issue(task, { by, at: context.now, today: context.today, asked }))
    const { name: title, minutes, addressees } = task.content
    const subject = { kind: 'task', id }
    const request = { organisation: task.organisation, path, subject, title, minutes, addressees }
    if (minutes > 0) await book(context, { ...request, approvedBy: task.approval?.by ?? null })
    return kept(context, issued, 'building.task-issued')
  },

  async withdrawTask(context, { task: id, reason }) {
    const { task } = await loaded(context, id, 'withdraw')
    const withdrawn = accept(withdraw(task, context.actor.person, context.now, reason))
    if (!(await isServed(context, id))) await release(context, { kind: 'task', id })
    return kept(context, withdrawn, 'building.task-withdrawn', { reason })
  },

  async discardTask(context, { task: id }) {
    const { task } = await loaded(context, id, 'discard')
    accept(task.state === 'draft' ? allow(true) : refuse('building.task-not-draft'))
    await deleteTask(context, id)
    await writeHistory(context, 'building.task-discarded', subjectOf(task), { name: task.content.name })
    return { done: true as const }
  },

  async readTaskTotals(context, { task, by, below }) {
    return taskTotals(context, task, by, below)
  },
}

export const taskReach = {
  async task(context: Context, id: string): Promise<boolean> {
    const known = await taskById(context, id)
    if (!known) return false
    const addressees = known.addressees.map(({ path }) => path)
    return seesTask(context.actor, known.task.state, { path: known.row.organisationPath, addressees })
  },
}

/** The task, locked, once it is sure that the actor may do this with it. */
async function loaded(context: Context, id: string, verb: TaskVerb): Promise<{ task: CoreTask; path: string }> {
  const task = found(await loadTask(context, id))
  const path = found(await pathOf(context, task.organisation))
  permit(mayWithTask(context.actor, verb, { organisation: task.organisation, path }))
  return { task, path }
}

type Sent = Omit<TaskContent, 'documentNumber' | 'addressees'> & {
  documentNumber?: string | undefined
  addressees: string[]
}

/** What was sent: measures in use here, each once; to itself and all below where nobody is named, else to those named. */
async function contentOf(
  context: Context,
  { organisation, path }: { organisation: OrganisationId; path: string },
  { documentNumber, ...sent }: Sent,
): Promise<TaskContent> {
  const measures = [...new Set(sent.measures)]
  await measuresChosen(context, path, measures)
  const asked = [...new Set(sent.addressees.length > 0 ? sent.addressees : [organisation])] as OrganisationId[]
  const there = await organisationsById(context, asked)
  found(asked.every((id) => there.has(id)) || undefined)
  accept(
    mayAddress(
      path,
      [...there.values()].map((each) => each.path),
    ),
  )
  return { ...sent, measures, addressees: asked, documentNumber: documentNumber ?? null }
}

function subjectOf({ id, organisation }: CoreTask) {
  return { kind: 'task', id, organisation }
}

async function kept(context: Context, task: CoreTask, action: string, detail: Record<string, unknown> = {}) {
  await saveTask(context, task)
  return noted(context, task, action, detail)
}

async function noted(context: Context, task: CoreTask, action: string, detail: Record<string, unknown> = {}) {
  await writeHistory(context, action, subjectOf(task), { name: task.content.name, ...detail })
  return taskView(context, task.id)
}
