import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'

/** 处置突发事故、专项整治行动、季节性安全监管 (the founding paper, part 2). */
export const taskKinds = ['emergency', 'campaign', 'seasonal', 'other'] as const
export type TaskKind = (typeof taskKinds)[number]

/** More figures than these no branch should have to give for one task. */
export const MOST_MEASURES = 5

/** What a task says. */
export interface TaskContent {
  kind: TaskKind
  name: string
  purpose: string
  documentNumber: string | null
  from: Day
  to: Day
  /** The figures wanted, at most five. */
  measures: string[]
  /** The organisations to which it goes: themselves and all below them. */
  addressees: OrganisationId[]
  /** What reporting costs one branch, in minutes over the whole period; 0 where nothing is asked. */
  minutes: number
}

interface Kept {
  id: string
  organisation: OrganisationId
  content: TaskContent
  setUpBy: PersonId
  setUpAt: Instant
}

/** Somebody with primary responsibility agrees to what it costs, above the budget of a branch. */
export interface TaskApproval {
  by: PersonId
  at: Instant
}

/** A core task: drafted, issued, and taken back if it was a mistake. That its period is over is told by the day. */
export type CoreTask =
  | (Kept & { state: 'draft'; approval: TaskApproval | null })
  | (Kept & { state: 'issued'; approval: TaskApproval | null; issuedBy: PersonId; issuedAt: Instant })
  | (Kept & {
      state: 'withdrawn'
      approval: TaskApproval | null
      issuedBy: PersonId
      issuedAt: Instant
      withdrawnBy: PersonId
      withdrawnAt: Instant
      reason: string
    })

export const taskVerbs = ['change', 'approve', 'issue', 'withdraw', 'discard'] as const
export type TaskVerb = (typeof taskVerbs)[number]

export const taskLife: Record<CoreTask['state'], readonly TaskVerb[]> = {
  draft: ['change', 'approve', 'issue', 'discard'],
  issued: ['withdraw'],
  withdrawn: [],
}

export type TaskRefusal =
  | 'building.task-not-draft'
  | 'building.task-not-issued'
  | 'building.task-ends-before-it-begins'
  | 'building.task-is-over'
  | 'building.task-asks-for-nothing'
  | 'building.already-asked'
  | 'building.outside-the-task'
  | 'building.not-asked-for-the-task'
  | 'building.task-approved-by-its-author'

/** What may be written into a draft. Asking for figures costs somebody time: it cannot say nought. */
export function draftable(content: TaskContent): Decision<TaskContent, TaskRefusal> {
  if (content.to < content.from) return refuse('building.task-ends-before-it-begins')
  if (content.measures.length > 0 && content.minutes === 0) return refuse('building.task-asks-for-nothing')
  return allow(content)
}

/** The draft with other words; what was agreed to were the old ones. */
export function change(task: CoreTask, content: TaskContent): Decision<CoreTask, TaskRefusal> {
  if (task.state !== 'draft') return refuse('building.task-not-draft')
  const kept = draftable(content)
  return kept.ok ? allow({ ...task, content: kept.value, approval: null }) : kept
}

/** Agrees to the burden, by name; never whoever drafted it. */
export function approve(task: CoreTask, by: PersonId, at: Instant): Decision<CoreTask, TaskRefusal> {
  if (task.state !== 'draft') return refuse('building.task-not-draft')
  return task.setUpBy === by ? refuse('building.task-approved-by-its-author') : allow({ ...task, approval: { by, at } })
}

/** Another task that asks overlapping branches for the same figure in overlapping days: it is held already. */
export interface Asked {
  task: string
  name: string
  measure: string
  measureName: string
}

/** Sends it out, unless its period is over or what it asks for is already asked of the same branches. */
export function issue(
  task: CoreTask,
  { by, at, today, asked }: { by: PersonId; at: Instant; today: Day; asked: readonly Asked[] },
): Decision<CoreTask, TaskRefusal> {
  if (task.state !== 'draft') return refuse('building.task-not-draft')
  if (task.content.to < today) return refuse('building.task-is-over')
  const [twice] = asked
  if (twice)
    return refuse('building.already-asked', {
      measure: twice.measureName,
      name: twice.name,
      link: `/desk/tasks/${twice.task}`,
    })
  return allow({ ...task, state: 'issued', issuedBy: by, issuedAt: at })
}

/** Takes it back; records that name it stay what they are. */
export function withdraw(task: CoreTask, by: PersonId, at: Instant, reason: string): Decision<CoreTask, TaskRefusal> {
  if (task.state !== 'issued') return refuse('building.task-not-issued')
  return allow({ ...task, state: 'withdrawn', withdrawnBy: by, withdrawnAt: at, reason })
}

/** Whether what an organisation did on that day can serve the task: issued, within its days, and asked of them. */
export function serves(
  task: CoreTask,
  { happenedOn, path, addressees }: { happenedOn: Day; path: string; addressees: readonly string[] },
): Decision<true, TaskRefusal> {
  if (task.state !== 'issued') return refuse('building.task-not-issued')
  const { from, to, name } = task.content
  if (happenedOn < from || happenedOn > to) return refuse('building.outside-the-task', { name, from, to })
  if (!addressees.some((asked) => path.startsWith(asked))) return refuse('building.not-asked-for-the-task', { name })
  return allow(true)
}

/** How a task stands for those who read lists: an issued one is running, yet to begin, or over. */
export const taskStandings = ['draft', 'ahead', 'running', 'over', 'withdrawn'] as const
export type TaskStanding = (typeof taskStandings)[number]
export function standingOf(task: CoreTask, today: Day): TaskStanding {
  if (task.state !== 'issued') return task.state
  if (today < task.content.from) return 'ahead'
  return today <= task.content.to ? 'running' : 'over'
}
