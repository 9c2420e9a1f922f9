import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id } from '#basics/id.ts'
import { fields, type Texts } from './texts.ts'
import { ideaOf, type Theme, type ThemeIn } from './theme.ts'

export const revisionKinds = ['correction', 'adjustment', 'renewal'] as const
/**
 * How far a revision (主题修订) goes: words are put right, the brand is said anew, or another brand takes its place. All
 * take the same way; only after the last the brand begins anew.
 */
export type RevisionKind = (typeof revisionKinds)[number]

/** What a theme under way is to replace, how far it goes, and what has changed in the situation or the tasks. */
export interface Revision {
  of: Id<'theme'>
  kind: RevisionKind
  reason: string
}

export type RevisionRefusal =
  | 'theme.nothing-in-force'
  | 'theme.nothing-revised'
  | 'theme.no-revision'
  | 'theme.not-to-be-abandoned'

/** Only what is in force is revised. */
export function beginRevision(theme: Theme): Decision<ThemeIn<'in-force'>, RevisionRefusal> {
  return theme.state === 'in-force' ? allow(theme) : refuse('theme.nothing-in-force')
}

/** Says otherwise how far a revision goes and why, while its text can be changed too. */
export function explain(
  theme: Theme,
  { kind, reason }: Pick<Revision, 'kind' | 'reason'>,
): Decision<ThemeIn<'draft' | 'returned'>, RevisionRefusal | 'theme.not-to-be-changed'> {
  if (theme.revision === null) return refuse('theme.no-revision')
  if (theme.state !== 'draft' && theme.state !== 'returned') return refuse('theme.not-to-be-changed')
  return allow({ ...theme, revision: { ...theme.revision, kind, reason } })
}

/** A revision that leaves every word as it stands is none. */
export function revised(before: Texts, after: Texts): Decision<true, RevisionRefusal> {
  return fields.every((field) => before[field] === after[field]) ? refuse('theme.nothing-revised') : allow(true)
}

/** Gives up a draft, or what came back: what is in force stays, and the branch can begin again. */
export function abandon(theme: Theme): Decision<ThemeIn<'abandoned'>, RevisionRefusal> {
  if (theme.state !== 'draft' && theme.state !== 'returned') return refuse('theme.not-to-be-abandoned')
  return allow({ ...ideaOf(theme), state: 'abandoned' })
}
