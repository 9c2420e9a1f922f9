import { addDays, type Day, type Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, PersonId } from '#basics/id.ts'
import { organisationKinds } from '#programme/organisation/rules/import-lines.ts'
import { unitKinds } from '#programme/organisation/rules/units.ts'
import { newcomersIn, type Terms } from './terms.ts'

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
  | 'reorganisation.wrong-kind'
  | 'reorganisation.needs-one-above'
  | 'reorganisation.units-have-no-people'
  | 'reorganisation.not-waiting'
  | 'reorganisation.not-to-be-withdrawn'
  | 'reorganisation.reason-needed'
  | 'reorganisation.too-far-ahead'
  | 'reorganisation.effect-changed'
  | 'reorganisation.runs-a-programme'
  | 'reorganisation.not-of-this-one'
  | 'reorganisation.your-own-post-ends'

/** Farther ahead nobody can say what there will be: the document is entered when its day comes near. */
export const FARTHEST_DAYS = 366

/** Whether the terms make sense by themselves, and the day is not too far ahead. */
export function enter(terms: Terms, effectiveOn: Day, today: Day): Decision<Terms, ActRefusal> {
  if (effectiveOn > addDays(today, FARTHEST_DAYS))
    return refuse('reorganisation.too-far-ahead', { day: addDays(today, FARTHEST_DAYS) })
  const fit: readonly string[] = terms.of === 'unit' ? unitKinds : organisationKinds
  for (const { name, kind, parent } of newcomersIn(terms)) {
    if (!fit.includes(kind)) return refuse('reorganisation.wrong-kind', { name })
    if (terms.of === 'organisation' && parent === null) return refuse('reorganisation.needs-one-above', { name })
  }
  if (terms.of === 'organisation' && terms.kind === 'move' && terms.parent === null)
    return refuse('reorganisation.needs-one-above', { name: '' })
  const people = terms.kind === 'split' ? terms.parts.flatMap((part) => part.people) : []
  if (terms.of === 'unit' && (people.length > 0 || (terms.kind === 'set-up' && terms.units.length > 0)))
    return refuse('reorganisation.units-have-no-people')
  return allow(terms)
}

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
