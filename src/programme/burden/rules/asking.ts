import { type Actor, holdsAbove, leadsAbove } from '#basics/actor.ts'

/*
 * Who asks something of branches, and who sees what is asked: the same for whatever goes to them, a task, a
 * questionnaire or a record demanded.
 */

/** What it costs above the budget is agreed to by the secretary of that organisation or of one above. */
export function agreesToAsking(actor: Actor, path: string): boolean {
  return holdsAbove(actor, 'secretary', path)
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
  const leads = leadsAbove(actor, path)
  if (leads || draft) return leads
  return actor.posts.some((held) =>
    addressees.some((asked) => held.path.startsWith(asked) || asked.startsWith(held.path)),
  )
}
