import type { Actor } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'

export type HolidayVerb = 'put' | 'remove' | 'announce'
export const holidayVerbs = ['put', 'remove', 'announce'] as const

/** The Party-building office of the topmost organisation keeps the calendar, for all; answers that organisation. */
export function may(actor: Actor): Decision<OrganisationId, 'holiday.office-of-the-root-only'> {
  const held = actor.posts.find(({ post, organisation, path }) => post === 'office' && path === `${organisation}/`)
  return held ? allow(held.organisation) : refuse('holiday.office-of-the-root-only')
}
