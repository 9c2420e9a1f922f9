import { allow, type Decision, refuse } from '#basics/decision.ts'

/** The count of a survey on paper: papers handed out, valid ones among those that came back, satisfied among the valid. */
export interface Votes {
  eligible: number
  valid: number
  satisfied: number
}

/** A count that can be: no more valid than handed out, no more satisfied than valid. */
export function counted(votes: Votes): Decision<Votes, 'assessment.votes-do-not-add-up'> {
  const sound = votes.satisfied <= votes.valid && votes.valid <= votes.eligible
  return sound ? allow(votes) : refuse('assessment.votes-do-not-add-up')
}
