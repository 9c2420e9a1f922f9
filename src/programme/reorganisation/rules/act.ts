import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, PersonId } from '#basics/id.ts'
import type { Terms } from './terms.ts'

export const states = ['entered', 'planned', 'in-effect', 'refused', 'withdrawn', 'blocked'] as const
export type State = (typeof states)[number]

export const verbs = ['confirm', 'refuse', 'withdraw'] as const
export type Verb = (typeof verbs)[number]

/** A reorganisation (机构调整), one administrator's entry of a document that another confirms. */
export interface Act {
  id: Id<'reorganisation'>
  terms: Terms
  /** The first day of what is new, as the document says. */
  effectiveOn: Day
  document: string
  issuer: string
  reason: string
  enteredBy: PersonId
  enteredAt: Instant
  state: State
  /** Who confirmed, refused or withdrew it. */
  decidedBy: PersonId | null
}

/** What may be done in each state. */
export const life: Record<State, Verb[]> = {
  entered: ['confirm', 'refuse', 'withdraw'],
  planned: ['withdraw'],
  'in-effect': [],
  refused: [],
  withdrawn: [],
  blocked: ['withdraw'],
}

export type ActRefusal =
  | 'reorganisation.not-waiting'
  | 'reorganisation.not-to-be-withdrawn'
  | 'reorganisation.reason-needed'
  | 'reorganisation.too-far-ahead'
  | 'reorganisation.effect-changed'

/** Farther ahead nobody can say what there will be: the document is entered when its day comes near. */
export const FARTHEST_DAYS = 366

/** Confirmed: it takes effect at once where its day has come, and by itself on that day where it has not. */
export function confirm(
  act: Pick<Act, 'state' | 'effectiveOn'>,
  today: Day,
): Decision<'planned' | 'in-effect', ActRefusal> {
  if (act.state !== 'entered') return refuse('reorganisation.not-waiting')
  return allow(act.effectiveOn > today ? 'planned' : 'in-effect')
}

export function turnDown(act: Pick<Act, 'state'>, reason: string): Decision<'refused', ActRefusal> {
  if (act.state !== 'entered') return refuse('reorganisation.not-waiting')
  return reason.trim() === '' ? refuse('reorganisation.reason-needed') : allow('refused')
}

/** What has not taken effect can be taken back, confirmed or not. */
export function withdraw(act: Pick<Act, 'state'>, reason: string): Decision<'withdrawn', ActRefusal> {
  if (!life[act.state].includes('withdraw')) return refuse('reorganisation.not-to-be-withdrawn')
  return reason.trim() === '' ? refuse('reorganisation.reason-needed') : allow('withdrawn')
}

/** Whether the job puts it into effect today. */
export function isDue(act: Pick<Act, 'state' | 'effectiveOn'>, today: Day): boolean {
  return act.state === 'planned' && act.effectiveOn <= today
}
