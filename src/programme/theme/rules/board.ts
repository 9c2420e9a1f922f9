import { type Actor, holdsAnywhere } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { ReachedStage } from './brand-stage.ts'
import type { Theme } from './theme.ts'

/** Where a branch stands on its way to a brand, for the board (品牌一览), in the order of the way. */
export const boardStages = [
  'none',
  'drafting',
  'in-review',
  'sent-back',
  'in-check',
  'to-disclose',
  'on-notice',
  'building',
  'made-known',
] as const
export type BoardStage = (typeof boardStages)[number]

/** The states of a theme under way, as the board has them; what is being written is nobody else's to read. */
const stageOf = {
  draft: 'drafting',
  submitted: 'in-review',
  returned: 'sent-back',
  passed: 'in-check',
  checked: 'to-disclose',
  noticed: 'on-notice',
} as const satisfies Partial<Record<Theme['state'], BoardStage>>

/** The states in which a theme is under way. */
export const statesUnderWay = Object.keys(stageOf) as (keyof typeof stageOf)[]

/** Where a branch stands: how its brand in force stands counts before the theme under way. */
export function stageOn(inForce: ReachedStage | null, underWay: keyof typeof stageOf | null): BoardStage {
  if (inForce) return inForce === 'build' ? 'building' : 'made-known'
  return underWay === null ? 'none' : stageOf[underWay]
}

/** The board is for those who answer for branches: secretaries and offices, each for their own and those below. */
export function mayReadBoard(actor: Actor): Decision<true, 'theme.board-for-those-who-answer'> {
  const answers = holdsAnywhere(actor, 'secretary') || holdsAnywhere(actor, 'office')
  return answers ? allow(true) : refuse('theme.board-for-those-who-answer')
}
