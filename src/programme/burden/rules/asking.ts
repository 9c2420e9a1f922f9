import { type Actor, holds, type Post } from '#basics/actor.ts'
import type { OrganisationId } from '#basics/id.ts'

/*
 * Who asks something of branches, and who sees what is asked: the same for whatever goes to them, a task, a
 * questionnaire or a record demanded.
 */

const leading: readonly Post[] = ['secretary', 'office']

/** The secretary or the office of the organisation that asks. */
export function asksFor(actor: Actor, organisation: OrganisationId): boolean {
  return leading.some((post) => holds(actor, post, organisation))
}

/** What it costs above the budget is agreed to by the secretary of that organisation or of one above. */
export function agreesToAsking(actor: Actor, path: string): boolean {
  return actor.posts.some((held) => held.post === 'secretary' && path.startsWith(held.path))
}

/** It goes to the organisation itself or to those below it. */
export function asksOnlyBelow(path: string, addressees: readonly string[]): boolean {
  return addressees.every((asked) => asked.startsWith(path))
}

/** Drafts are seen by those who lead there or above; what went out also by everyone it goes to, and on the way up. */
export function seesAsked(
  actor: Actor,
  { draft, path, addressees }: { draft: boolean; path: string; addressees: readonly string[] },
): boolean {
  const leads = actor.posts.some((held) => leading.includes(held.post) && path.startsWith(held.path))
  if (leads || draft) return leads
  return actor.posts.some((held) =>
    addressees.some((asked) => held.path.startsWith(asked) || asked.startsWith(held.path)),
  )
}
