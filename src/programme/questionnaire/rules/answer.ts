import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Question } from './questionnaire.ts'
import type { Tally } from './release.ts'

/** The longest text that answers a question, in characters. */
export const LONGEST_TEXT = 300

/** What one person said to each question, in their order: the options chosen, a text, or nothing. */
export type Answer = (number[] | string | null)[]

/** An answer as it is sent: by the place of its question, from 1; options by their place, from 1. */
export interface Given {
  question: number
  chosen: readonly number[]
  text?: string | undefined
}

export type AnswerRefusal =
  | 'questionnaire.no-such-question'
  | 'questionnaire.no-such-option'
  | 'questionnaire.one-only'
  | 'questionnaire.answered-otherwise'
  | 'questionnaire.answered-twice'
  | 'questionnaire.nothing-answered'

/** The answer as it is kept. A question may be left out, not all of them. */
export function answerOf(questions: readonly Question[], given: readonly Given[]): Decision<Answer, AnswerRefusal> {
  const answer: Answer = questions.map(() => null)
  const seen = new Set<number>()
  for (const { question: place, chosen, text } of given) {
    const question = questions[place - 1]
    if (!question) return refuse('questionnaire.no-such-question', { place })
    if (seen.has(place)) return refuse('questionnaire.answered-twice', { place })
    seen.add(place)
    if (question.kind === 'text' ? chosen.length > 0 : text !== undefined)
      return refuse('questionnaire.answered-otherwise', { place })
    const options = [...new Set(chosen)].sort((a, b) => a - b)
    if (options.some((option) => option > question.options.length))
      return refuse('questionnaire.no-such-option', { place })
    if (question.kind === 'one' && options.length > 1) return refuse('questionnaire.one-only', { place })
    if (text !== undefined) answer[place - 1] = text
    else if (options.length > 0) answer[place - 1] = options.map((option) => option - 1)
  }
  return answer.every((each) => each === null) ? refuse('questionnaire.nothing-answered') : allow(answer)
}

/** One answer and the group whose slip it was given with. */
export interface Cast {
  group: string
  answer: Answer
}

/** What each group, in the order given, answered to one question. */
export function tallied(cast: readonly Cast[], question: number, options: number, groups: readonly string[]): Tally[] {
  const tallies = new Map(groups.map((group) => [group, { answers: 0, counts: Array<number>(options).fill(0) }]))
  for (const { group, answer } of cast) {
    const chosen = answer[question]
    const tally = tallies.get(group)
    if (!tally || !Array.isArray(chosen)) continue
    tally.answers += 1
    for (const option of chosen) tally.counts[option]! += 1
  }
  return [...tallies].map(([group, tally]) => ({ group, ...tally }))
}
