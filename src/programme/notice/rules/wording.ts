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

/** What one opinion, by its number, changed; or that it asked for what an earlier one had changed already. */
export type Change = { opinion: number } & ({ wordings: readonly Wording[] } | { asIn: number })

/**
 * A stretch of a passage, with the numbers of the opinions that it comes from; none for words as they were disclosed. An
 * empty text is a place where opinions took words out.
 */
export interface Stretch {
  text: string
  opinions: number[]
}

export interface Traced {
  label: string
  stretches: Stretch[]
}

/**
 * The passages after all changes in their order, each stretch with the opinions it comes from. Words that one opinion
 * brought and another changed again belong to both. The joined stretches are the text in force. Refused when a passage
 * is missing, when words do not stand there exactly once, when nothing changes, or when nothing would be left.
 */
export function traced(body: readonly Passage[], changes: readonly Change[]): Decision<Traced[], WordingRefusal> {
  const passages = body.map(({ label, text }): Traced => ({ label, stretches: [{ text, opinions: [] }] }))
  for (const change of changes) {
    if ('asIn' in change) join(passages, change)
    else
      for (const wording of change.wordings) {
        const refused = reword(passages, wording, change.opinion)
        if (refused) return refused
      }
  }
  return allow(passages)
}

/** The passages in which opinions changed words. */
export function changedIn(passages: readonly Traced[]): Traced[] {
  return passages.filter(({ stretches }) => stretches.some(({ opinions }) => opinions.length > 0))
}

export function textOf({ stretches }: Pick<Traced, 'stretches'>): string {
  return stretches.map(({ text }) => text).join('')
}

function join(passages: readonly Traced[], { opinion, asIn }: { opinion: number; asIn: number }): void {
  for (const { opinions } of passages.flatMap(({ stretches }) => stretches))
    if (opinions.includes(asIn)) opinions.push(opinion)
}

function reword(passages: readonly Traced[], { where, before, after }: Wording, opinion: number) {
  const passage = passages.find(({ label }) => label === where)
  if (!passage) return refuse('notice.no-such-passage', { where })
  if (before === after) return refuse('notice.words-unchanged', { before })
  const text = textOf(passage)
  const [left, right, ...more] = text.split(before)
  if (left === undefined || right === undefined) return refuse('notice.words-not-found', { where, before })
  if (more.length > 0) return refuse('notice.words-found-twice', { where, before })
  if ((left + after + right).trim() === '') return refuse('notice.nothing-left', { where })
  const [head, rest] = cut(passage.stretches, left.length)
  const [gone, tail] = cut(rest, before.length)
  const opinions = [...new Set([...gone.flatMap((each) => each.opinions), opinion])]
  passage.stretches = [...head, { text: after, opinions }, ...tail]
  return null
}

/** Two parts of the stretches, the first of so many characters; a place where words were taken out stays before the cut. */
function cut(stretches: readonly Stretch[], at: number): [Stretch[], Stretch[]] {
  const first: Stretch[] = []
  const second: Stretch[] = []
  let left = at
  for (const { text, opinions } of stretches) {
    if (second.length === 0 && text.length <= left) {
      first.push({ text, opinions })
      left -= text.length
    } else {
      if (left > 0) first.push({ text: text.slice(0, left), opinions: [...opinions] })
      second.push({ text: text.slice(left), opinions })
      left = 0
    }
  }
  return [first, second]
}
