import type { Actor } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'

/** The office of the topmost organisation reads and answers complaints and suggestions; answers that organisation. */
export function mayAnswer(actor: Actor): Decision<OrganisationId, 'suggestion.office-of-the-root-only'> {
  const held = actor.posts.find(({ post, organisation, path }) => post === 'office' && path === `${organisation}/`)
  return held ? allow(held.organisation) : refuse('suggestion.office-of-the-root-only')
}
