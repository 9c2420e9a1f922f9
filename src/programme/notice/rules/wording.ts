import { allow, type Decision, refuse } from '#basics/decision.ts'

/** One passage of what is disclosed, under the label people see. */
export interface Passage {
  label: string
  text: string
}

/** Words that an adopted opinion changed: in which passage, from what, to what. */
export interface Wording {
  where: string
  before: string
  after: string
}

export type WordingRefusal =
  | 'notice.no-such-passage'
  | 'notice.words-not-found'
  | 'notice.words-found-twice'
  | 'notice.words-unchanged'
  | 'notice.nothing-left'

/**
 * The passages with the words changed one after the other. Refused when a passage is missing, when the words before do
 * not stand in it exactly once, when nothing changes, or when nothing would be left.
 */
export function applyWordings(
  body: readonly Passage[],
  wordings: readonly Wording[],
): Decision<Passage[], WordingRefusal> {
  const passages = body.map((passage) => ({ ...passage }))
  for (const { where, before, after } of wordings) {
    const passage = passages.find(({ label }) => label === where)
    if (!passage) return refuse('notice.no-such-passage', { where })
    if (before === after) return refuse('notice.words-unchanged', { before })
    const [left, right, ...more] = passage.text.split(before)
    if (left === undefined || right === undefined) return refuse('notice.words-not-found', { where, before })
    if (more.length > 0) return refuse('notice.words-found-twice', { where, before })
    passage.text = left + after + right
    if (passage.text.trim() === '') return refuse('notice.nothing-left', { where })
  }
  return allow(passages)
}
