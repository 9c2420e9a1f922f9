import type { Actor, Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

/**
 * The life of a file of organisations and people: read and looked through when it comes (faulty, or previewed), put into
 * effect or discarded by whoever brought it, its posts confirmed or refused by the security administrator; once in effect
 * it is taken back as a whole while nothing depends on it.
 */
export const importStates = [
  'reading',
  'faulty',
  'previewed',
  'applied',
  'confirmed',
  'refused',
  'discarded',
  'taken-back',
] as const
export type ImportState = (typeof importStates)[number]
export const importVerbs = ['apply', 'preview', 'discard', 'confirm', 'refuse', 'take-back'] as const
export type ImportVerb = (typeof importVerbs)[number]

export interface Import {
  state: ImportState
  uploadedBy: string
  /** How many people it gives posts that wait to be confirmed. */
  waiting: number
  /** Whether the person who looks at it is one of them. */
  givesYou: boolean
  /** Whether it was kept what the file found: of one that took effect before that was done, it was not. */
  formerKept: boolean
}

export type ImportRefusal =
  | 'organisation.only-the-topmost-system-admin-imports'
  | 'organisation.only-the-topmost-security-admin-confirms'
  | 'organisation.import-seen-by-administrators'
  | 'organisation.import-one-at-a-time'
  | 'organisation.import-is-faulty'
  | 'organisation.import-is-being-read'
  | 'organisation.import-is-not-open'
  | 'organisation.import-outdated'
  | 'organisation.import-gives-no-posts'
  | 'organisation.import-was-brought-by-you'
  | 'organisation.import-gives-you-a-post'
  | 'organisation.import-is-not-in-effect'
  | 'organisation.import-is-depended-on'
  | 'organisation.import-kept-no-former'

/** What may be done with a file in each state. */
export const life: Record<ImportState, ImportVerb[]> = {
  reading: ['discard'],
  faulty: ['preview', 'discard'],
  previewed: ['apply', 'preview', 'discard'],
  applied: ['confirm', 'refuse', 'take-back'],
  confirmed: ['take-back'],
  refused: ['take-back'],
  discarded: [],
  'taken-back': [],
}

/** States in which a file is still to be decided on by whoever brought it; there is one such file at most. */
export const undecided: readonly ImportState[] = ['reading', 'faulty', 'previewed']

/** Files that reach over the whole tree are brought by the system administrator of the topmost organisation. */
export function mayImport(actor: Actor): Decision<true, ImportRefusal> {
  return isTopmost(actor, 'system-admin') ? allow(true) : refuse('organisation.only-the-topmost-system-admin-imports')
}

/** Its three administrators look at them. */
export function maySeeImports(actor: Actor): Decision<true, ImportRefusal> {
  const administrator = (['system-admin', 'security-admin', 'audit-admin'] as const).some((post) =>
    isTopmost(actor, post),
  )
  return administrator ? allow(true) : refuse('organisation.import-seen-by-administrators')
}

/** Nobody confirms a post for themself, nor a file that they brought when they held another post. */
export function may(actor: Actor, verb: ImportVerb, { uploadedBy, givesYou }: Import): Decision<true, ImportRefusal> {
  if (verb !== 'confirm' && verb !== 'refuse') return mayImport(actor)
  if (!isTopmost(actor, 'security-admin')) return refuse('organisation.only-the-topmost-security-admin-confirms')
  if (uploadedBy === actor.person) return refuse('organisation.import-was-brought-by-you')
  return verb === 'confirm' && givesYou ? refuse('organisation.import-gives-you-a-post') : allow(true)
}

/** Whether the file can take this step now. */
export function ready(verb: ImportVerb, { state, waiting, formerKept }: Import): Decision<true, ImportRefusal> {
  if (verb === 'apply' && state === 'reading') return refuse('organisation.import-is-being-read')
  if (verb === 'apply' && state === 'faulty') return refuse('organisation.import-is-faulty')
  if (!life[state].includes(verb))
    return refuse(verb === 'take-back' ? 'organisation.import-is-not-in-effect' : 'organisation.import-is-not-open')
  if (verb === 'take-back' && !formerKept) return refuse('organisation.import-kept-no-former')
  const decidesPosts = verb === 'confirm' || verb === 'refuse'
  return decidesPosts && waiting === 0 ? refuse('organisation.import-gives-no-posts') : allow(true)
}

/** What this person may do with the file now. */
export function allowedVerbs(actor: Actor, file: Import): ImportVerb[] {
  return life[file.state].filter((verb) => may(actor, verb, file).ok && ready(verb, file).ok)
}

function isTopmost(actor: Actor, post: Post): boolean {
  return actor.posts.some((held) => held.post === post && held.path.split('/').length === 2)
}
