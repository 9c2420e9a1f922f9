import { type Actor, type HeldPost, holds, holdsAbove, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { sitsAt } from './route.ts'
import { life, type Theme, type ThemeVerb } from './theme.ts'

export type ThemePermissionRefusal =
  | 'theme.only-the-secretary'
  | 'theme.only-reviewers'
  | 'theme.own-theme'
  | 'theme.only-the-confidentiality-reviewer'
  | 'theme.only-the-office'
  | 'theme.checker-cannot-publicise'
  | 'theme.only-those-concerned'
  | 'theme.only-the-own-office'

/** Posts that make a theme a person's business, wherever it stands in its life. */
export const concernedPosts: readonly Post[] = ['secretary', 'office', 'confidentiality']

/** Posts that can review; which of them do at a stage, its plan says. */
export const reviewing: readonly Post[] = ['office', 'secretary']

/**
 * Whether the person may do this to the theme, whatever its state. The branch's secretary writes; the secretary or office
 * of an organisation above reviews at its stage; a confidentiality reviewer above checks; the office that runs the cycle, or one
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

/** The posts above the branch for which the actor can review. */
export function seatsOf(actor: Actor, theme: Pick<Theme, 'branch' | 'branchPath'>): HeldPost[] {
  return actor.posts.filter(({ post, organisation, path }) => {
    return reviewing.includes(post) && organisation !== theme.branch && theme.branchPath.startsWith(path)
  })
}

/** The post in which a review is given: of those that sit at the stage, the office's first. */
export function seatAt(theme: Theme, seats: readonly HeldPost[]): HeldPost {
  const stage = theme.state === 'submitted' ? theme.route[theme.stage]! : undefined
  const fit = seats.filter((seat) => stage !== undefined && sitsAt(stage, [seat]))
  return (fit.find(({ post }) => post === 'office') ?? fit[0])!
}

/** What a reviewer can decide at this stage; nothing when it is not theirs. */
export function resultsFor(actor: Actor, theme: Theme): ('pass' | 'return' | 'reject')[] {
  if (theme.state !== 'submitted' || !may(actor, 'review', theme).ok) return []
  const stage = theme.route[theme.stage]!
  if (!sitsAt(stage, seatsOf(actor, theme))) return []
  return stage.mayReject ? ['pass', 'return', 'reject'] : ['pass', 'return']
}

/** The round and stage at which it is this reviewer's turn. */
export function turnOf(
  actor: Actor,
  theme: Theme,
): Decision<{ round: number; stage: number }, 'theme.not-awaiting-review' | 'theme.not-your-turn'> {
  if (theme.state !== 'submitted') return refuse('theme.not-awaiting-review')
  if (resultsFor(actor, theme).length === 0) return refuse('theme.not-your-turn')
  return allow({ round: theme.round, stage: theme.stage })
}

/** The organisation for which the actor reviews or checks the theme now; null when it is not theirs. */
export function deskOf(actor: Actor, theme: Theme): OrganisationId | null {
  if (resultsFor(actor, theme).length > 0) return seatAt(theme, seatsOf(actor, theme)).organisation
  if (theme.state !== 'passed' || !may(actor, 'check', theme).ok) return null
  return checkingSeat(actor, theme)!.organisation
}

/** The post in which the actor checks the theme for secrets. */
export function checkingSeat(actor: Actor, theme: Theme): HeldPost | undefined {
  return actor.posts.find(({ post, path }) => post === 'confidentiality' && theme.branchPath.startsWith(path))
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

/** The office of an organisation sets the route of the themes in its own programme. */
export function maySetPlan(actor: Actor, organisation: OrganisationId): Decision<true, ThemePermissionRefusal> {
  return holds(actor, 'office', organisation) ? allow(true) : refuse('theme.only-the-own-office')
}

/** Offices and secretaries of an organisation and above see its plan, and where nobody may review. */
export function mayReadPlan(actor: Actor, path: string): Decision<true, ThemePermissionRefusal> {
  return reviewing.some((post) => holdsAbove(actor, post, path)) ? allow(true) : refuse('theme.only-those-concerned')
}

/** They see where nobody may review, and so does the system administrator who fills posts, without the themes. */
export function mayReadGaps(actor: Actor, path: string): Decision<true, ThemePermissionRefusal> {
  return holdsAbove(actor, 'system-admin', path) ? allow(true) : mayReadPlan(actor, path)
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
    return sitsAt(theme.route[theme.stage]!, seatsOf(actor, theme))
  }
  const objections = standing?.objections ?? { open: 0, upheld: 0 }
  if (verb === 'take-effect') return standing?.over === true && objections.open === 0 && objections.upheld === 0
  if (verb === 'send-back') return objections.open === 0 && objections.upheld > 0
  return true
}

function speaksAbove(actor: Actor, theme: Theme): boolean {
  return seatsOf(actor, theme).length > 0
}

function isOwn(actor: Actor, theme: Theme): boolean {
  const proposed = theme.draftedBy === actor.person || ('submittedBy' in theme && theme.submittedBy === actor.person)
  return proposed || holds(actor, 'secretary', theme.branch)
}
