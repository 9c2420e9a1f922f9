import { type Actor, administrators, holdsAbove, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { type Act, life, type State, type Verb } from './act.ts'

export type ReorganisationPermission =
  | 'reorganisation.only-the-system-admin-enters'
  | 'reorganisation.only-the-security-admin-confirms'
  | 'reorganisation.not-your-own-entry'

/** The posts whose holders see what is entered and planned there, before it takes effect. */
export const seeEntered: readonly Post[] = ['secretary', 'office', ...administrators]

/** The system administrator above everything that is named enters, and withdraws; paths are those of today. */
export function mayEnter(actor: Actor, paths: readonly string[]): Decision<true, ReorganisationPermission> {
  const above = paths.length > 0 && paths.every((path) => holdsAbove(actor, 'system-admin', path))
  return above ? allow(true) : refuse('reorganisation.only-the-system-admin-enters')
}

/** The security administrator above everything that is named confirms or refuses what somebody else entered. */
export function may(
  actor: Actor,
  verb: Verb,
  { enteredBy, paths }: Pick<Act, 'enteredBy'> & { paths: readonly string[] },
): Decision<true, ReorganisationPermission> {
  if (verb === 'withdraw') return mayEnter(actor, paths)
  const above = paths.length > 0 && paths.every((path) => holdsAbove(actor, 'security-admin', path))
  if (!above) return refuse('reorganisation.only-the-security-admin-confirms')
  return actor.person === enteredBy ? refuse('reorganisation.not-your-own-entry') : allow(true)
}

/**
 * Who sees it: what is in effect, everybody who belongs to or works above one of those it is about; what is not, the
 * secretaries, offices and administrators there; what came to nothing, administrators alone.
 */
export function sees(actor: Actor, state: State, paths: readonly string[]): boolean {
  const posts = state === 'in-effect' ? null : state === 'planned' ? seeEntered : administrators
  return actor.posts.some(
    (held) => (posts === null || posts.includes(held.post)) && paths.some((path) => path.startsWith(held.path)),
  )
}

/** What the actor may do with it as it stands. */
export function allowed(actor: Actor, act: Pick<Act, 'enteredBy' | 'state'> & { paths: readonly string[] }): Verb[] {
  return life[act.state].filter((verb) => may(actor, verb, act).ok)
}
