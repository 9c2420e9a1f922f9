import type { OrganisationId, PersonId } from './id.ts'

/** The posts a person can hold in an organisation. docs/glossary.md has them in Chinese. */
export const posts = [
  'member',
  'staff',
  'secretary',
  'office',
  'confidentiality',
  'assessor',
  'inspector',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const
export type Post = (typeof posts)[number]

/** A post held today. `path` is the chain of organisation ids from the root down to this one, each followed by `/`. */
export interface HeldPost {
  post: Post
  organisation: OrganisationId
  path: string
}

/** A signed-in person and the posts they hold today. */
export interface Actor {
  person: PersonId
  name: string
  posts: HeldPost[]
}

/** The three administrators exclude each other; whoever holds one of these may hold no other of them. */
export const administrators: readonly Post[] = ['system-admin', 'security-admin', 'audit-admin']

/** Posts whose holders sign in with a second factor. */
export const privileged: readonly Post[] = ['office', 'confidentiality', 'assessor', 'inspector', ...administrators]

export function holds(actor: Actor, post: Post, organisation: OrganisationId): boolean {
  return actor.posts.some((held) => held.post === post && held.organisation === organisation)
}

/** Whether the actor holds the post in the organisation at the end of the path, or in one above it. */
export function holdsAbove(actor: Actor, post: Post, path: string): boolean {
  return actor.posts.some((held) => held.post === post && path.startsWith(held.path))
}

/** Whether the actor holds the post anywhere. */
export function holdsAnywhere(actor: Actor, post: Post): boolean {
  return actor.posts.some((held) => held.post === post)
}

/** Posts whose holders answer for an organisation and for those below it: its secretary and its office. */
export const leading: readonly Post[] = ['secretary', 'office']

export function isLeading({ post }: { post: Post }): boolean {
  return leading.includes(post)
}

/** Whether the actor is secretary or office of this very organisation. */
export function leads(actor: Actor, organisation: OrganisationId): boolean {
  return leading.some((post) => holds(actor, post, organisation))
}

/** Whether the actor is secretary or office of the organisation at the end of the path, or of one above it. */
export function leadsAbove(actor: Actor, path: string): boolean {
  return leading.some((post) => holdsAbove(actor, post, path))
}

/** Whether the actor is secretary or office of an organisation above the one at the end of the path, not of itself. */
export function leadsStrictlyAbove(actor: Actor, path: string): boolean {
  return actor.posts.some((held) => isLeading(held) && path.startsWith(held.path) && held.path !== path)
}

export function needsSecondFactor(actor: Actor): boolean {
  return actor.posts.some((held) => privileged.includes(held.post))
}

/** Whether the person belongs to an organisation on the path (as member, staff or office-holder of that very one). */
export function belongsTo(actor: Actor, organisation: OrganisationId): boolean {
  return actor.posts.some((held) => held.organisation === organisation)
}
