import { type Actor, belongsTo, holds, leadsAbove } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'

/** What a branch is asked for is seen by the branch itself, and by those who lead an organisation above it. */
export function maySee(
  actor: Actor,
  organisation: OrganisationId,
  path: string,
): Decision<true, 'burden.not-within-reach'> {
  const sees = belongsTo(actor, organisation) || leadsAbove(actor, path)
  return sees ? allow(true) : refuse('burden.not-within-reach')
}

/** The budget is set by the secretary of the organisation whose programme it is: who asks does not set it. */
export function maySetBudget(actor: Actor, organisation: OrganisationId): Decision<true, 'burden.only-the-secretary'> {
  return holds(actor, 'secretary', organisation) ? allow(true) : refuse('burden.only-the-secretary')
}
