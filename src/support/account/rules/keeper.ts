import { type Actor, administrators, holdsAbove, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

export type KeeperRefusal =
  | 'account.not-your-own'
  | 'account.system-admin-keeps-it'
  | 'account.security-admin-keeps-it'
  | 'account.audit-admin-keeps-it'

/** Somebody whose account is kept: every post they hold or are waiting for, and the path of their organisation. */
export interface Kept {
  person: string
  posts: readonly Post[]
  path: string
}

/** The administrator who keeps the account of somebody with these posts: the three keep one another's, none their own. */
export function keeperOf(posts: readonly Post[]): Post {
  if (posts.includes('security-admin')) return 'audit-admin'
  return posts.some((post) => administrators.includes(post)) ? 'security-admin' : 'system-admin'
}

/** Whether the actor may give this person an activation code, or disable and enable the account. */
export function mayKeep(actor: Actor, kept: Kept): Decision<true, KeeperRefusal> {
  if (actor.person === kept.person) return refuse('account.not-your-own')
  const keeper = keeperOf(kept.posts)
  if (holdsAbove(actor, keeper, kept.path)) return allow(true)
  if (keeper === 'audit-admin') return refuse('account.audit-admin-keeps-it')
  if (keeper === 'security-admin') return refuse('account.security-admin-keeps-it')
  return refuse('account.system-admin-keeps-it')
}
