import { type Actor, leads } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { agreesToAsking, asksOnlyBelow, seesAsked } from '#programme/burden/rules/asking.ts'
import { type CoreTask, type TaskVerb, taskLife } from './task.ts'

export type TaskPermission =
  | 'building.tasks-from-above-only'
  | 'building.approved-by-a-secretary'
  | 'building.only-below-oneself'

/**
 * The secretary or the office of the organisation whose task it is drafts, issues and withdraws it. What it costs is
 * agreed to by the secretary of that organisation or of one above.
 */
export function mayWithTask(
  actor: Actor,
  verb: TaskVerb | 'draft',
  { organisation, path }: { organisation: OrganisationId; path: string },
): Decision<true, TaskPermission> {
  if (verb === 'approve') return agreesToAsking(actor, path) ? allow(true) : refuse('building.approved-by-a-secretary')
  return maySetMeasures(actor, organisation)
}

/** Measures are set by whoever may set tasks. */
export function maySetMeasures(actor: Actor, organisation: OrganisationId): Decision<true, TaskPermission> {
  return leads(actor, organisation) ? allow(true) : refuse('building.tasks-from-above-only')
}

/** A task goes to the organisation itself or to those below it. */
export function mayAddress(path: string, addressees: readonly string[]): Decision<true, TaskPermission> {
  return asksOnlyBelow(path, addressees) ? allow(true) : refuse('building.only-below-oneself')
}

/** Drafts are seen by those who may act on them; an issued task by everyone it goes to, and by those above who lead. */
export function seesTask(
  actor: Actor,
  state: CoreTask['state'],
  { path, addressees }: { path: string; addressees: readonly string[] },
): boolean {
  return seesAsked(actor, { draft: state === 'draft', path, addressees })
}

export function taskAllowed(actor: Actor, task: CoreTask, path: string): TaskVerb[] {
  return taskLife[task.state].filter(
    (verb) =>
      mayWithTask(actor, verb, { organisation: task.organisation, path }).ok &&
      !(verb === 'approve' && (task.setUpBy === actor.person || task.approval !== null)),
  )
}
