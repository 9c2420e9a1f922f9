import { canonical } from '#basics/canonical.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

/** The count of a survey on paper: papers handed out, valid ones among those that came back, satisfied among the valid. */
export interface Votes {
  eligible: number
  valid: number
  satisfied: number
}

/** The count of a ballot on paper by option: papers handed out, and how many came back with each option. */
export interface OptionVotes {
  eligible: number
  votes: { option: string; count: number }[]
}

export type VotesRefusal = 'assessment.votes-do-not-add-up' | 'assessment.option-unlisted'

/** A count that can be: no more valid than handed out, no more satisfied than valid. */
export function counted(votes: Votes): Decision<Votes, VotesRefusal> {
  const sound = votes.satisfied <= votes.valid && votes.valid <= votes.eligible
  return sound ? allow(votes) : refuse('assessment.votes-do-not-add-up')
}

/** A count by option that can be: every option of the sheet once and no other, no more papers back than handed out. */
export function countedByOption(
  options: readonly string[],
  { eligible, votes }: OptionVotes,
): Decision<OptionVotes, VotesRefusal> {
  const named = votes.map(({ option }) => option)
  if (named.length !== options.length || options.some((option) => !named.includes(option)))
    return refuse('assessment.option-unlisted', { options: options.join('、') })
  if (votes.reduce((all, { count }) => all + count, 0) > eligible) return refuse('assessment.votes-do-not-add-up')
  const inOrder = options.map((option) => votes.find((each) => each.option === option)!)
  return allow({ eligible, votes: inOrder })
}

/** How many votes of a count are valid: all but those for the options that say nothing (不了解). */
export function validOf(count: Votes | OptionVotes, invalid: readonly string[]): number {
  if ('valid' in count) return count.valid
  return count.votes.reduce((all, { option, count }) => (invalid.includes(option) ? all : all + count), 0)
}

/** Whether two people counted the same. */
export function sameCount(a: Votes | OptionVotes, b: Votes | OptionVotes): boolean {
  return canonical(a) === canonical(b)
}
