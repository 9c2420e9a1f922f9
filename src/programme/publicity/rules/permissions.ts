import { type Actor, holds, holdsAbove } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { concernedPosts } from '#programme/theme/rules/permissions.ts'
import { life, type Publication, type PublicationVerb } from './publication.ts'

export type PublicityPermission =
  | 'publicity.only-the-secretary'
  | 'publicity.only-the-confidentiality-reviewer'
  | 'publicity.only-the-office'
  | 'publicity.own-publication'
  | 'publicity.checker-cannot-approve'
  | 'publicity.only-those-concerned'

/** Whose it is, where it stands in the tree, and who has had a hand in it. */
type Owned = Pick<Publication, 'branch' | 'branchPath' | 'stewardPath' | 'draftedBy' | 'state'> & {
  submittedBy?: string
  checkedBy?: string
}

/**
 * Whether the person may do this to the publication, whatever its state. The branch's secretary writes; a
 * confidentiality reviewer above checks; the office that runs the cycle, or one above, approves. Nobody checks or approves
 * what they wrote or what comes from the branch they are secretary of, and whoever checked does not approve. Each of
 * them, and the branch itself, may take it back.
 */
export function may(actor: Actor, verb: PublicationVerb, publication: Owned): Decision<true, PublicityPermission> {
  const secretary = holds(actor, 'secretary', publication.branch)
  switch (verb) {
    case 'change':
    case 'submit':
    case 'drop':
      return secretary ? allow(true) : refuse('publicity.only-the-secretary')
    case 'check':
      if (!holdsAbove(actor, 'confidentiality', publication.branchPath))
        return refuse('publicity.only-the-confidentiality-reviewer')
      return isOwn(actor, publication) ? refuse('publicity.own-publication') : allow(true)
    case 'approve':
      if (!holdsAbove(actor, 'office', publication.stewardPath)) return refuse('publicity.only-the-office')
      if (isOwn(actor, publication)) return refuse('publicity.own-publication')
      return publication.checkedBy === actor.person ? refuse('publicity.checker-cannot-approve') : allow(true)
    case 'withdraw':
      return secretary || discloses(actor, publication) ? allow(true) : refuse('publicity.only-those-concerned')
  }
}

function discloses(actor: Actor, { branchPath, stewardPath }: Owned): boolean {
  return holdsAbove(actor, 'office', stewardPath) || holdsAbove(actor, 'confidentiality', branchPath)
}

/** A branch's secretary drafts. */
export function mayDraft(actor: Actor, branch: OrganisationId): Decision<true, PublicityPermission> {
  return holds(actor, 'secretary', branch) ? allow(true) : refuse('publicity.only-the-secretary')
}

/** Who reads it whole before it is published and after: its secretary; once handed in, those above who have to do with it. */
export function concerns(actor: Actor, { branch, branchPath, state }: Pick<Owned, 'branch' | 'branchPath' | 'state'>) {
  if (holds(actor, 'secretary', branch)) return true
  if (state === 'draft' || state === 'dropped') return false
  return concernedPosts.some((post) => holdsAbove(actor, post, branchPath))
}

/** What this person can do now. */
export function allowed(actor: Actor, publication: Owned): PublicationVerb[] {
  return life[publication.state].filter((verb) => may(actor, verb, publication).ok)
}

function isOwn(actor: Actor, { draftedBy, submittedBy, branch }: Owned): boolean {
  return draftedBy === actor.person || submittedBy === actor.person || holds(actor, 'secretary', branch)
}
