import { type Actor, leads, leadsAbove } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Cycle, CycleState } from './cycle.ts'

/** Whose programme it is: the Party-building office or the secretary of that very organisation drafts, opens and closes it. */
export function may(
  actor: Actor,
  cycle: Pick<Cycle, 'organisation'>,
): Decision<true, 'cycle.own-office-or-secretary-only'> {
  return leads(actor, cycle.organisation) ? allow(true) : refuse('cycle.own-office-or-secretary-only')
}

/**
 * Who sees a cycle: everyone who belongs to the organisation or below it once it has been opened, and at any time whoever
 * may draft it. Offices and secretaries above see it once it has been opened. `path` is that of the organisation.
 */
export function sees(
  actor: Actor,
  { organisation, path, state }: { organisation: OrganisationId; path: string; state: CycleState },
): boolean {
  if (may(actor, { organisation }).ok) return true
  if (state === 'draft') return false
  return leadsAbove(actor, path) || actor.posts.some((held) => held.path.startsWith(path))
}
