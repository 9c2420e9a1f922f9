import { allow, type Decision, refuse } from '#basics/decision.ts'
import { type Field, passageLabels } from './texts.ts'

/**
 * What a reviewer must look at, one question to one text of the theme: close tie to the core work, the branch's own
 * strengths, whether it can last (主题提炼: 结合紧密、自身优势、有利于长期坚持), ahead in at least one aspect, and of whom (相对性).
 */
export const questions = ['tie', 'strengths', 'lasting', 'aspect', 'comparison'] as const satisfies Field[]
export type Question = (typeof questions)[number]

export interface Answer {
  answer: 'yes' | 'no'
  /** Why, where it is no; anything worth keeping, where it is yes. */
  remark: string
}
export type Answers = { [Each in Question]?: Answer | undefined }

export type QuestionRefusal = 'theme.questions-open' | 'theme.no-cannot-pass'

/**
 * Whether a theme may be passed with these answers: every question answered, every one with yes. Whoever answers no
 * returns the theme (or rejects it): a remark does not make up for it, else the gate would be none. To return or reject,
 * questions may stay open.
 */
export function passable(answers: Answers): Decision<Answers, QuestionRefusal> {
  const open = questions.filter((question) => !answers[question])
  if (open.length > 0) return refuse('theme.questions-open', { open: labelsOf(open) })
  const no = questions.filter((question) => answers[question]!.answer === 'no')
  if (no.length > 0) return refuse('theme.no-cannot-pass', { no: labelsOf(no) })
  return allow(answers)
}

/** The reasons for returning or rejecting: the comment, or, where there is none, what was remarked at each no. */
export function reasonsFrom(comment: string, answers: Answers): string {
  if (comment.trim() !== '') return comment
  return questions
    .filter((question) => answers[question]?.answer === 'no' && answers[question].remark.trim() !== '')
    .map((question) => `${passageLabels[question]}：${answers[question]!.remark}`)
    .join('\n')
}

/** Every question answered with yes. */
export function allYes(): Answers {
  return Object.fromEntries(questions.map((question) => [question, { answer: 'yes', remark: '' }]))
}

function labelsOf(list: readonly Question[]): string {
  return list.map((question) => passageLabels[question]).join('、')
}
