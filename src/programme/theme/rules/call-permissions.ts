import { type Actor, holds } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { type Call, stateOf } from './call.ts'
import { mayRead } from './permissions.ts'

export const callVerbs = ['contribute', 'handle', 'adopt', 'drop'] as const
export type CallVerb = (typeof callVerbs)[number]

export type CallPermissionRefusal = 'theme.only-those-of-the-branch' | 'theme.only-the-secretary'

/** The members and staff of a branch, whatever posts they hold elsewhere. */
export function isOf(actor: Actor, branch: OrganisationId): boolean {
  return holds(actor, 'member', branch) || holds(actor, 'staff', branch)
}

/** Members and staff of the branch suggest; what they say is for its secretary, who settles everything else. */
export function may(actor: Actor, verb: CallVerb, branch: OrganisationId): Decision<true, CallPermissionRefusal> {
  if (verb === 'contribute') return isOf(actor, branch) ? allow(true) : refuse('theme.only-those-of-the-branch')
  return holds(actor, 'secretary', branch) ? allow(true) : refuse('theme.only-the-secretary')
}

/** The call and what became of it are there for the branch itself and for those above who have to do with its theme. */
export function sees(actor: Actor, branch: OrganisationId, path: string): boolean {
  return isOf(actor, branch) || mayRead(actor, path).ok
}

/** What the actor can do with the call as it stands today. */
export function allowedOn(actor: Actor, call: Call, branch: OrganisationId, today: string, left: number): CallVerb[] {
  const state = stateOf(call, today)
  const possible: Record<CallVerb, boolean> = {
    contribute: state === 'open',
    handle: call.state === 'open',
    adopt: state === 'over' && left === 0,
    drop: call.state === 'open',
  }
  return callVerbs.filter((verb) => possible[verb] && may(actor, verb, branch).ok)
}
