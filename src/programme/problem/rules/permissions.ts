import { type Actor, leads, leadsStrictlyAbove } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { hadAHand, life, type Problem, type ProblemVerb } from './problem.ts'

export type ProblemPermission = 'problem.own-secretary-only' | 'problem.confirmed-from-above-only'

/**
 * The secretary and the office of an organisation take its problems on, set measures and say what is done. Whether it is
 * solved is confirmed, or sent back, by the secretary or office of an organisation above; never by who had a hand in it.
 */
export function may(
  actor: Actor,
  verb: ProblemVerb | 'take-on',
  { organisation, path }: Pick<Problem, 'organisation'> & { path: string },
): Decision<true, ProblemPermission> {
  if (verb !== 'confirm' && verb !== 'return') {
    return leads(actor, organisation) ? allow(true) : refuse('problem.own-secretary-only')
  }
  return leadsStrictlyAbove(actor, path) ? allow(true) : refuse('problem.confirmed-from-above-only')
}

/** What the actor may do with the problem as it stands. */
export function allowed(actor: Actor, problem: Problem, path: string): ProblemVerb[] {
  return life[problem.state].filter(
    (verb) =>
      may(actor, verb, { organisation: problem.organisation, path }).ok &&
      !((verb === 'confirm' || verb === 'return') && hadAHand(problem, actor.person)),
  )
}
