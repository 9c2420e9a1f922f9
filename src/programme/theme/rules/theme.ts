import type { HeldPost } from '#basics/actor.ts'
import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { type Answers, passable, type QuestionRefusal, reasonsFrom } from './questions.ts'
import type { Revision } from './revision.ts'
import { type Stage, sitsAt } from './route.ts'
import { missingIn, type Texts } from './texts.ts'

/** Whom a theme is disclosed to. */
export type Scope = 'party' | 'society'

/** What every theme has: whose it is, what it says, who drafted it, and whose cycle it belongs to. */
export interface Idea {
  id: Id<'theme'>
  branch: OrganisationId
  branchPath: string
  /** The organisation that runs the cycle; its office, or one above, discloses the theme. */
  stewardPath: string
  texts: Texts
  draftedBy: PersonId
  /** How often it has been submitted. */
  round: number
  /** What it is to replace and why, where the branch has a theme in force. */
  revision: Revision | null
}
export interface Submission {
  submittedBy: PersonId
  /** The stages at which it is reviewed, as the plan and the structure had them on the day. */
  route: Stage[]
}
export interface Check {
  checkedBy: PersonId
  checkedAt: Instant
}
export interface Disclosed {
  noticeId: string
  scope: Scope
}

/** What a branch builds its brand around. Each state carries only what is true in it. */
export type Theme = Idea &
  (
    | { state: 'draft' }
    | { state: 'abandoned' }
    | (Submission & { state: 'submitted'; stage: number })
    | (Submission & { state: 'returned'; reasons: string })
    | (Submission & { state: 'rejected'; reasons: string })
    | (Submission & { state: 'passed' })
    | (Submission & Check & { state: 'checked' })
    | (Submission & Check & Disclosed & { state: 'noticed' })
    | (Submission & Check & Disclosed & { state: 'in-force'; effectiveOn: Day })
    | (Submission & Check & Disclosed & { state: 'replaced'; effectiveOn: Day; endedOn: Day })
    /** It ended with its branch, in a reorganisation. */
    | (Submission & Check & Disclosed & { state: 'ended'; effectiveOn: Day; endedOn: Day })
  )
export type ThemeIn<State extends Theme['state']> = Theme & { state: State }

export const states = [
  'draft',
  'submitted',
  'returned',
  'rejected',
  'passed',
  'checked',
  'noticed',
  'in-force',
  'replaced',
  'ended',
  'abandoned',
] as const satisfies Theme['state'][]

/** From the first words to the end of its notice. */
export const underWay: readonly Theme['state'][] = ['draft', 'submitted', 'returned', 'passed', 'checked', 'noticed']

export const verbs = [
  'change',
  'abandon',
  'submit',
  'withdraw',
  'review',
  'check',
  'publicise',
  'take-effect',
  'send-back',
] as const
export type ThemeVerb = (typeof verbs)[number]

/** The life of a theme: what may be done in each state. */
export const life: Record<Theme['state'], ThemeVerb[]> = {
  draft: ['change', 'submit', 'abandon'],
  submitted: ['withdraw', 'review'],
  returned: ['change', 'submit', 'abandon'],
  rejected: [],
  passed: ['check'],
  checked: ['publicise'],
  noticed: ['take-effect', 'send-back'],
  'in-force': [],
  replaced: [],
  ended: [],
  abandoned: [],
}

export type ThemeRefusal =
  | QuestionRefusal
  | 'theme.not-to-be-changed'
  | 'theme.not-to-be-submitted'
  | 'theme.incomplete'
  | 'theme.nobody-above'
  | 'theme.not-submitted'
  | 'theme.already-reviewed'
  | 'theme.not-awaiting-review'
  | 'theme.not-your-turn'
  | 'theme.reasons-needed'
  | 'theme.only-to-be-returned'
  | 'theme.not-passed'
  | 'theme.not-checked'
  | 'theme.not-on-notice'

/** Changes the text of a draft, or of one that was returned. */
export function change(theme: Theme, texts: Texts): Decision<ThemeIn<'draft' | 'returned'>, ThemeRefusal> {
  if (theme.state !== 'draft' && theme.state !== 'returned') return refuse('theme.not-to-be-changed')
  return allow({ ...theme, texts })
}

/** Hands the theme to those who review it, stage after stage. Every text but the slogan must be there; old reasons go. */
export function submit(theme: Theme, by: PersonId, route: Stage[]): Decision<ThemeIn<'submitted'>, ThemeRefusal> {
  if (theme.state !== 'draft' && theme.state !== 'returned') return refuse('theme.not-to-be-submitted')
  const missing = missingIn(theme.texts)
  if (missing.length > 0) return refuse('theme.incomplete', { missing: missing.join('、') })
  if (route.length === 0) return refuse('theme.nobody-above')
  return allow({ ...ideaOf(theme), state: 'submitted', submittedBy: by, route, stage: 0, round: theme.round + 1 })
}

/** Takes a submitted theme back (撤回), as long as nobody has reviewed it. */
export function withdraw(theme: Theme): Decision<ThemeIn<'returned' | 'draft'>, ThemeRefusal> {
  if (theme.state !== 'submitted') return refuse('theme.not-submitted')
  if (theme.stage > 0) return refuse('theme.already-reviewed')
  return allow({ ...ideaOf(theme), state: 'draft' })
}

export interface Verdict {
  result: 'pass' | 'return' | 'reject'
  comment: string
  answers: Answers
  /** The posts for which the reviewer speaks. */
  seats: readonly Pick<HeldPost, 'organisation' | 'post'>[]
  /** The stage the reviewer saw; a stale one is refused. Not given: the one it stands at. */
  stage?: number | undefined
}

/**
 * Passes the theme to the next stage (after the last one it is passed), returns it or rejects it with reasons; a stage
 * that may not reject returns. A pass needs every question answered with yes.
 */
export function review(
  theme: Theme,
  { result, comment, answers, seats, stage }: Verdict,
): Decision<ThemeIn<'submitted' | 'passed' | 'returned' | 'rejected'>, ThemeRefusal> {
  if (theme.state !== 'submitted') return refuse('theme.not-awaiting-review')
  const { stage: reached, ...submitted } = theme
  if (stage !== undefined && stage !== reached) return refuse('theme.not-awaiting-review')
  if (!sitsAt(theme.route[reached]!, seats)) return refuse('theme.not-your-turn')
  if (result === 'reject' && !theme.route[reached]!.mayReject) return refuse('theme.only-to-be-returned')
  if (result !== 'pass') {
    const reasons = reasonsFrom(comment, answers)
    if (reasons.trim() === '') return refuse('theme.reasons-needed')
    return allow({ ...submitted, state: result === 'return' ? 'returned' : 'rejected', reasons })
  }
  const answered = passable(answers)
  if (!answered.ok) return answered
  if (reached + 1 < theme.route.length) return allow({ ...theme, stage: reached + 1 })
  return allow({ ...submitted, state: 'passed' })
}

/** A named person finds nothing secret in a passed theme, or returns it with reasons. */
export function check(
  theme: Theme,
  { result, comment }: { result: 'clear' | 'return'; comment: string },
  by: PersonId,
  at: Instant,
): Decision<ThemeIn<'checked' | 'returned'>, ThemeRefusal> {
  if (theme.state !== 'passed') return refuse('theme.not-passed')
  if (result === 'clear') return allow({ ...theme, state: 'checked', checkedBy: by, checkedAt: at })
  if (comment.trim() === '') return refuse('theme.reasons-needed')
  return allow({ ...theme, state: 'returned', reasons: comment })
}

/** A checked theme can be disclosed, no other. */
export function toDisclose(theme: Theme): Decision<ThemeIn<'checked'>, ThemeRefusal> {
  return theme.state === 'checked' ? allow(theme) : refuse('theme.not-checked')
}

/** The checked theme is on public notice. */
export function publicise(theme: ThemeIn<'checked'>, disclosed: Disclosed): ThemeIn<'noticed'> {
  return { ...theme, state: 'noticed', ...disclosed }
}

/** A theme on notice can take effect or be sent back, no other. */
export function onNotice(theme: Theme): Decision<ThemeIn<'noticed'>, ThemeRefusal> {
  return theme.state === 'noticed' ? allow(theme) : refuse('theme.not-on-notice')
}

/** The notice is over: the theme is in force from today, with the words that adopted opinions changed. */
export function takeEffect(theme: ThemeIn<'noticed'>, texts: Texts, today: Day): ThemeIn<'in-force'> {
  return { ...theme, state: 'in-force', texts, effectiveOn: today }
}

/** An upheld objection sends a theme on notice back to its branch, with reasons; the check and the notice are void. */
export function sendBack(theme: Theme, reasons: string): Decision<ThemeIn<'returned'>, ThemeRefusal> {
  if (theme.state !== 'noticed') return refuse('theme.not-on-notice')
  if (reasons.trim() === '') return refuse('theme.reasons-needed')
  const { submittedBy, route } = theme
  return allow({ ...ideaOf(theme), state: 'returned', submittedBy, route, reasons })
}

/** What stays of a theme whatever becomes of it. */
export function ideaOf({ id, branch, branchPath, stewardPath, texts, draftedBy, round, revision }: Theme): Idea {
  return { id, branch, branchPath, stewardPath, texts, draftedBy, round, revision }
}
