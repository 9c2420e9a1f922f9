import { type Actor, holds, leadsAbove } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'

/** Whose business a notice is: the office that handles it, and the organisation it is about. */
export interface Business {
  office: OrganisationId
  /** The organisation concerned and its place in the tree, where there is one. */
  concerns: { id: OrganisationId; path: string } | null
}

export type NoticePermissionRefusal = 'notice.only-the-office' | 'notice.only-those-concerned'

/** Whether the actor is of the office that handles opinions and objections. */
export function handles(actor: Actor, { office }: Business): boolean {
  return holds(actor, 'office', office)
}

/** The office alone answers, and alone knows who objected. */
export function mayHandle(actor: Actor, business: Business): Decision<true, NoticePermissionRefusal> {
  return handles(actor, business) ? allow(true) : refuse('notice.only-the-office')
}

/** The office, the secretary concerned, and the secretaries and offices above them read what was said and answered. */
export function mayListen(actor: Actor, business: Business): Decision<true, NoticePermissionRefusal> {
  const { concerns } = business
  const concerned = concerns !== null && leadsAbove(actor, concerns.path)
  return concerned || handles(actor, business) ? allow(true) : refuse('notice.only-those-concerned')
}
