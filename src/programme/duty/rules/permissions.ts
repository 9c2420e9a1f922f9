import type { Actor, Post } from '#basics/actor.ts'
import type { OrganisationId } from '#basics/id.ts'

/** Whose business duties are: the secretary answers for them, the office does them; of an organisation and all below it. */
export const answering: readonly Post[] = ['secretary', 'office']

/** The organisations whose own duties are this person's. */
export function ownOf(actor: Actor): OrganisationId[] {
  return [...new Set(held(actor).map(({ organisation }) => organisation))]
}

/** The places in the tree at and below which this person sees duties. */
export function placesOf(actor: Actor): string[] {
  return [...new Set(held(actor).map(({ path }) => path))]
}

function held(actor: Actor) {
  return actor.posts.filter(({ post }) => answering.includes(post))
}
