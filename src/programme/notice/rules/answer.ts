import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Notice } from './notice.ts'
import { type Change, type Passage, traced, type Wording, type WordingRefusal } from './wording.ts'

export const dispositions = ['adopted', 'partly', 'declined', 'groundless'] as const
/** What became of an opinion: adopted with the words that changed, partly, not and why, or closed as groundless. */
export type Disposition = (typeof dispositions)[number]

export interface Answer {
  disposition: Disposition
  reply: string
  wordings: Wording[]
  /** The number of an adopted opinion that had changed the same words already. */
  asIn: number | null
}

export type AnswerRefusal =
  | WordingRefusal
  | 'notice.already-answered'
  | 'notice.wordings-needed'
  | 'notice.wordings-not-wanted'
  | 'notice.no-more-wordings'
  | 'notice.words-or-the-same'
  | 'notice.no-such-words'
  | 'notice.substance-needed'

/**
 * Answers an opinion. Adopting names the words that change, in the text as earlier answers left it, or an adopted opinion
 * that changed them already; declining and closing as groundless change none. After the notice is closed no words can
 * change any more. An answer stands: it is given once.
 */
export function answer(
  opinion: { disposition: Disposition | null },
  given: Answer,
  notice: Pick<Notice, 'state'> & { body: readonly Passage[]; changes: readonly Change[] },
): Decision<Answer, AnswerRefusal> {
  if (opinion.disposition !== null) return refuse('notice.already-answered')
  const { disposition, wordings, asIn } = given
  const changes = wordings.length > 0 || asIn !== null
  if (disposition === 'adopted' && !changes) return refuse('notice.wordings-needed')
  if ((disposition === 'declined' || disposition === 'groundless') && changes)
    return refuse('notice.wordings-not-wanted')
  if (wordings.length > 0 && asIn !== null) return refuse('notice.words-or-the-same')
  if (asIn !== null) {
    const earlier = notice.changes.some((change) => change.opinion === asIn && 'wordings' in change)
    return earlier ? allow(given) : refuse('notice.no-such-words', { number: asIn })
  }
  if (wordings.length > 0 && notice.state === 'closed') return refuse('notice.no-more-wordings')
  const changed = traced(notice.body, [...notice.changes, { opinion: 0, wordings }])
  return changed.ok ? allow(given) : changed
}

/** Answers an objection, once; the branch must have been told its substance, now or before. */
export function answerObjection(
  objection: { result: 'upheld' | 'not-upheld' | null; substance: string | null },
  given: { result: 'upheld' | 'not-upheld'; reply: string; substance: string },
): Decision<{ result: 'upheld' | 'not-upheld'; reply: string; substance: string }, AnswerRefusal> {
  if (objection.result !== null) return refuse('notice.already-answered')
  const substance = given.substance || objection.substance || ''
  if (substance === '') return refuse('notice.substance-needed')
  return allow({ ...given, substance })
}
