import { type Actor, holdsAbove, type Post } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Outcome, Scope } from './notice.ts'
import { type Business, handles } from './permissions.ts'

/** How far something is disclosed; `within` is the path of the organisation that inside the Party is counted from. */
export interface Disclosed {
  scope: Scope
  outcome: Outcome | null
  within: string
}

export type ScopeRefusal = 'notice.already-inside' | 'notice.only-those-who-disclose'

/** Being member or staff of an organisation gives no say over those below it; every other post does. */
export const belonging: readonly Post[] = ['member', 'staff']

/** Whether a person is inside: of the organisation whose programme it is or of one below it, or in a post above it. */
export function inside(actor: Actor, path: string): boolean {
  return actor.posts.some(
    (held) => held.path.startsWith(path) || (!belonging.includes(held.post) && path.startsWith(held.path)),
  )
}

/** To whom a notice is there at all: those inside, and everyone if it went to society and was not sent back since. */
export function sees(actor: Actor, { scope, outcome, within }: Disclosed): boolean {
  return inside(actor, within) || (scope === 'society' && outcome !== 'objection-upheld')
}

/** Takes what was disclosed to society back inside the Party. Wider it never becomes: that is another notice. */
export function narrow(notice: Pick<Disclosed, 'scope'>): Decision<'party', ScopeRefusal> {
  return notice.scope === 'society' ? allow('party') : refuse('notice.already-inside')
}

/** The handling office takes it back, or a confidentiality reviewer there or above who finds what was overlooked. */
export function mayNarrow(actor: Actor, business: Business, within: string): Decision<true, ScopeRefusal> {
  const may = handles(actor, business) || holdsAbove(actor, 'confidentiality', within)
  return may ? allow(true) : refuse('notice.only-those-who-disclose')
}
