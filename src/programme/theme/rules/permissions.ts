import { type Actor, holds, holdsAbove, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { life, type Theme, type ThemeVerb } from './theme.ts'

export type ThemePermissionRefusal =
  | 'theme.only-the-secretary'
  | 'theme.only-reviewers'
  | 'theme.own-theme'
  | 'theme.only-the-confidentiality-reviewer'
  | 'theme.only-the-office'
  | 'theme.checker-cannot-publicise'
  | 'theme.only-those-concerned'

/** Posts that make a theme a person's business, wherever it stands in its life. */
export const concernedPosts: readonly Post[] = ['secretary', 'office', 'confidentiality']

/** Posts that review, in the organisation whose stage it is. */
export const reviewing: readonly Post[] = ['office', 'secretary']

/**
 * Whether the person may do this to the theme, whatever its state. The branch's secretary writes; the secretary or office
 * of each organisation above reviews; a confidentiality reviewer above checks; the office that runs the cycle, or one
 * above, discloses. Nobody reviews or checks what they proposed, or a theme of the branch they are secretary of; nobody
 * discloses what they checked.
 */
export function may(actor: Actor, verb: ThemeVerb, theme: Theme): Decision<true, ThemePermissionRefusal> {
  const secretary = holds(actor, 'secretary', theme.branch)
  switch (verb) {
    case 'change':
    case 'abandon':
    case 'submit':
    case 'withdraw':
      return secretary ? allow(true) : refuse('theme.only-the-secretary')
    case 'review':
      if (!speaksAbove(actor, theme)) return refuse('theme.only-reviewers')
      return isOwn(actor, theme) ? refuse('theme.own-theme') : allow(true)
    case 'check':
      if (!holdsAbove(actor, 'confidentiality', theme.branchPath))
        return refuse('theme.only-the-confidentiality-reviewer')
      return isOwn(actor, theme) ? refuse('theme.own-theme') : allow(true)
    case 'publicise':
    case 'take-effect':
    case 'send-back':
      if (!holdsAbove(actor, 'office', theme.stewardPath)) return refuse('theme.only-the-office')
      if (verb === 'publicise' && theme.state === 'checked' && theme.checkedBy === actor.person)
        return refuse('theme.checker-cannot-publicise')
      return allow(true)
  }
}

/** The organisations above the branch for which the actor can review. */
export function reviewsFor(actor: Actor, theme: Pick<Theme, 'branch' | 'branchPath'>): OrganisationId[] {
  return actor.posts
    .filter(({ post, organisation, path }) => {
      return reviewing.includes(post) && organisation !== theme.branch && theme.branchPath.startsWith(path)
    })
    .map(({ organisation }) => organisation)
}

/** Who finds the theme at all while it is not public: its secretary, and those above who have to do with it. */
export function mayRead(actor: Actor, branchPath: string): Decision<true, ThemePermissionRefusal> {
  const concerned = concernedPosts.some((post) => holdsAbove(actor, post, branchPath))
  return concerned ? allow(true) : refuse('theme.only-those-concerned')
}

/** A branch's secretary drafts its theme. */
export function mayDraft(actor: Actor, branch: OrganisationId): Decision<true, ThemePermissionRefusal> {
  return holds(actor, 'secretary', branch) ? allow(true) : refuse('theme.only-the-secretary')
}

/** How the notice of a theme stands, as far as buttons go. */
export interface NoticeStanding {
  over: boolean
  objections: { open: number; upheld: number }
}

/** What this person can do now: permitted, possible in this state, and nothing in the way. */
export function allowed(actor: Actor, theme: Theme, standing: NoticeStanding | undefined): ThemeVerb[] {
  return life[theme.state].filter((verb) => may(actor, verb, theme).ok && isReady(actor, verb, theme, standing))
}

function isReady(actor: Actor, verb: ThemeVerb, theme: Theme, standing: NoticeStanding | undefined): boolean {
  if (theme.state === 'submitted') {
    if (verb === 'withdraw') return theme.stage === 0
    return reviewsFor(actor, theme).includes(theme.route[theme.stage]!)
  }
  const objections = standing?.objections ?? { open: 0, upheld: 0 }
  if (verb === 'take-effect') return standing?.over === true && objections.open === 0 && objections.upheld === 0
  if (verb === 'send-back') return objections.open === 0 && objections.upheld > 0
  return true
}

function speaksAbove(actor: Actor, theme: Theme): boolean {
  return reviewsFor(actor, theme).length > 0
}

function isOwn(actor: Actor, theme: Theme): boolean {
  const proposed = theme.draftedBy === actor.person || ('submittedBy' in theme && theme.submittedBy === actor.person)
  return proposed || holds(actor, 'secretary', theme.branch)
}
