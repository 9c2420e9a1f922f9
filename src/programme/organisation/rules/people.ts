import { type Actor, administrators, holdsAbove, holdsAnywhere, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

export type PeopleRefusal =
  | 'organisation.people-are-not-listed-to-you'
  | 'organisation.posts-are-not-listed-to-you'
  | 'organisation.only-administrators-issue-codes'
  | 'organisation.nobody-to-invite'

/** The posts whose holders see the people of their organisation and of those below. */
export const seePeople: readonly Post[] = ['secretary', 'office', ...administrators]
/** The posts whose holders see how posts were granted there. */
export const seePosts: readonly Post[] = ['office', ...administrators]

/** Whether the actor sees the people at that path. */
export function seesPeople(actor: Actor, path: string): boolean {
  return seePeople.some((post) => holdsAbove(actor, post, path))
}

/** Whether there is a list of people for this actor at all. */
export function mayListPeople(actor: Actor): Decision<true, PeopleRefusal> {
  return seePeople.some((post) => holdsAnywhere(actor, post))
    ? allow(true)
    : refuse('organisation.people-are-not-listed-to-you')
}

/** Whether there is a list of granted posts for this actor at all. */
export function mayListPosts(actor: Actor): Decision<true, PeopleRefusal> {
  return seePosts.some((post) => holdsAnywhere(actor, post))
    ? allow(true)
    : refuse('organisation.posts-are-not-listed-to-you')
}

/** Whether the actor sees the state of accounts at that path: administrators only. */
export function seesAccounts(actor: Actor, path: string): boolean {
  return administrators.some((post) => holdsAbove(actor, post, path))
}

/** Whether the actor issues codes for anybody at that path. */
export function mayIssueCodes(actor: Actor, path: string): Decision<true, PeopleRefusal> {
  return seesAccounts(actor, path) ? allow(true) : refuse('organisation.only-administrators-issue-codes')
}

/** A file with no codes helps nobody. */
export function somebodyToInvite(count: number): Decision<true, PeopleRefusal> {
  return count > 0 ? allow(true) : refuse('organisation.nobody-to-invite')
}
