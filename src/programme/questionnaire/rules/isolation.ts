import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Content } from './questionnaire.ts'
import { LEAST_ANSWERS } from './release.ts'

/**
 * The fewest people that an anonymous questionnaire asks: with fewer, one who stays away leaves too few to show (a house
 * rule; surveys of staff usually set eight people for five answers).
 */
export const LEAST_ASKED = 8

export type Isolating = 'questionnaire.too-few-asked' | 'questionnaire.isolates'

/**
 * Refuses what would set somebody apart, before anybody answers: too few people in all, or questions about oneself whose
 * combinations leave, in the smallest group, fewer than five people to each on average.
 */
export function isolating({ groups, questions }: Pick<Content, 'groups' | 'questions'>): Decision<true, Isolating> {
  const asked = groups.reduce((sum, { slips }) => sum + slips, 0)
  if (asked < LEAST_ASKED) return refuse('questionnaire.too-few-asked', { asked, least: LEAST_ASKED })
  const apart = questions.filter(({ aboutSelf }) => aboutSelf)
  if (apart.length === 0) return allow(true)
  const combinations = apart.reduce((product, { options }) => product * options.length, 1)
  const smallest = Math.min(...groups.map(({ slips }) => slips))
  if (smallest >= LEAST_ANSWERS * combinations) return allow(true)
  return refuse('questionnaire.isolates', { smallest, combinations, least: LEAST_ANSWERS })
}
