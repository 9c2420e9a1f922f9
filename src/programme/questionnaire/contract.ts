import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing, page, paging, text } from '#basics/shapes.ts'
import { ahead } from '#programme/burden/contract.ts'
import { LONGEST_TEXT } from './rules/answer.ts'
import { MOST_QUESTIONS, questionKinds, questionnaireStates, questionnaireVerbs } from './rules/questionnaire.ts'
import { turnouts } from './rules/release.ts'

const act = z.strictObject({ by: z.string(), at: instant })
const named = z.strictObject({ id, name: z.string() })

const questionInput = z.strictObject({
  kind: z.enum(questionKinds),
  text: text(200, 2),
  options: z._default(z.array(text(60)).check(z.maxLength(20)), []),
  aboutSelf: z._default(z.boolean(), false),
})

const contentInput = {
  title: text(60, 2),
  purpose: z._default(text(1000, 0), ''),
  minutes: z.coerce.number().check(z.int(), z.gte(1), z.lte(60)),
  lastDay: day,
  questions: z.array(questionInput).check(z.minLength(1), z.maxLength(MOST_QUESTIONS)),
  groups: z
    .array(z.strictObject({ organisation: id, slips: z.coerce.number().check(z.int(), z.gte(1), z.lte(5000)) }))
    .check(z.minLength(1), z.maxLength(500)),
  /** Both or neither: answers are given on paper where no legal office agreed to have them online. */
  legalOffice: z.optional(text(60, 2)),
  legalDocument: z.optional(text(60, 2)),
}

const row = {
  id,
  title: z.string(),
  organisation: named,
  state: z.enum(questionnaireStates),
  lastDay: day,
  asked: z.int(),
}

const question = z.strictObject({
  kind: z.enum(questionKinds),
  text: z.string(),
  options: z.array(z.string()),
  aboutSelf: z.boolean(),
})

const told = z.discriminatedUnion('told', [
  z.strictObject({
    told: z.literal('counts'),
    atoms: z.array(z.strictObject({ groups: z.array(named), answers: z.int(), counts: z.array(z.int()) })),
  }),
  z.strictObject({
    told: z.literal('partly'),
    answers: z.int(),
    counts: z.array(z.nullable(z.int())),
    rest: z.nullable(z.int()),
  }),
  z.strictObject({ told: z.literal('nearly-all'), option: z.int() }),
  z.strictObject({ told: z.literal('texts'), texts: z.array(z.string()) }),
  z.strictObject({ told: z.literal('nothing') }),
])

export const questionnaireView = z.strictObject({
  ...row,
  purpose: z.string(),
  minutes: z.int(),
  questions: z.array(question),
  groups: z.array(z.strictObject({ ...named.shape, slips: z.int() })),
  online: z.nullable(z.strictObject({ legalOffice: z.string(), document: z.string() })),
  drafted: act,
  approval: z.nullable(act),
  opening: z.nullable(act),
  closing: z.nullable(act),
  reason: z.nullable(z.string()),
  /** In wide steps, while it is open; for those who ask. */
  turnout: z.nullable(z.enum(turnouts)),
  result: z.nullable(z.array(told)),
  /** What opening it would cost, for a draft: minutes × branches, and minutes × slips. */
  burden: z.nullable(
    /** `people`: minutes of all who get a slip. */
    z.strictObject({ ...ahead.shape, people: z.int() }),
  ),
  allowed: z.array(z.enum(questionnaireVerbs)),
})

const code = z.string().check(z.regex(/^[0-9A-Za-z -]{16,32}$/, { error: 'questionnaire.not-a-code' }))

export const questionnaireContract = {
  listQuestionnaires: operation({
    method: 'GET',
    path: '/questionnaires',
    summary: 'Questionnaires that concern my organisations, the latest to end first',
    input: z.strictObject({ ...paging, state: z.optional(z.enum(questionnaireStates)), search: z.optional(text(40)) }),
    output: page(z.strictObject(row)),
  }),
  readQuestionnaire: operation({
    method: 'GET',
    path: '/questionnaires/:questionnaire',
    summary: 'One questionnaire: what is asked of whom; its result once it is closed, and nothing of it before',
    input: nothing,
    output: questionnaireView,
  }),
  draftQuestionnaire: operation({
    method: 'POST',
    path: '/organisations/:organisation/questionnaires',
    summary: 'Draft an anonymous questionnaire: questions, and how many slips each organisation asked gets',
    input: z.strictObject(contentInput),
    output: questionnaireView,
  }),
  changeQuestionnaire: operation({
    method: 'PUT',
    path: '/questionnaires/:questionnaire',
    summary: 'Change a draft; what was agreed to falls away',
    input: z.strictObject(contentInput),
    output: questionnaireView,
  }),
  discardQuestionnaire: operation({
    method: 'DELETE',
    path: '/questionnaires/:questionnaire',
    summary: 'Throw a draft away',
    input: nothing,
    output: z.strictObject({ done: z.literal(true) }),
  }),
  approveQuestionnaire: operation({
    method: 'POST',
    path: '/questionnaires/:questionnaire/approval',
    summary: 'Agree by name to what it costs, above the budget of a branch',
    input: nothing,
    output: questionnaireView,
  }),
  openQuestionnaire: operation({
    method: 'POST',
    path: '/questionnaires/:questionnaire/opening',
    summary: 'Open it, unless it would set somebody apart or asks what is asked already',
    input: nothing,
    output: questionnaireView,
  }),
  drawSlips: operation({
    method: 'POST',
    path: '/questionnaires/:questionnaire/slips',
    summary: 'The slips of one group, to be printed and drawn; told once. Drawing again voids those not yet used',
    once: false,
    input: z.strictObject({ group: id }),
    output: z.strictObject({
      title: z.string(),
      group: z.string(),
      lastDay: day,
      online: z.boolean(),
      /** Where a slip is answered. */
      link: z.string(),
      codes: z.array(z.string()),
    }),
  }),
  readSlip: operation({
    method: 'GET',
    path: '/slip',
    summary: 'What is asked of whoever holds this slip; whether it is used',
    who: 'anyone',
    unnamed: true,
    limit: { times: 300, seconds: 600 },
    input: z.strictObject({ code }),
    output: z.strictObject({
      title: z.string(),
      purpose: z.string(),
      asker: z.string(),
      lastDay: day,
      used: z.boolean(),
      open: z.boolean(),
      /** Whether whoever asks may hand an answer in here. */
      allowed: z.boolean(),
      questions: z.array(question),
    }),
  }),
  answerSlip: operation({
    method: 'POST',
    path: '/slip',
    summary: 'Answer with a slip, once; the answer is closed at once and nobody can read it while others are asked',
    who: 'anyone',
    unnamed: true,
    once: false,
    limit: { times: 300, seconds: 600 },
    input: z.strictObject({
      code,
      answers: z
        .array(
          z.strictObject({
            question: z.coerce.number().check(z.int(), z.gte(1), z.lte(MOST_QUESTIONS)),
            chosen: z._default(
              z.array(z.coerce.number().check(z.int(), z.gte(1), z.lte(20))).check(z.maxLength(20)),
              [],
            ),
            text: z.optional(text(LONGEST_TEXT)),
          }),
        )
        .check(z.minLength(1), z.maxLength(MOST_QUESTIONS)),
    }),
    output: z.strictObject({ taken: z.literal(true) }),
  }),
  closeQuestionnaire: operation({
    method: 'POST',
    path: '/questionnaires/:questionnaire/closing',
    summary: 'Close it after its last day: the result is released once, slips and answers are destroyed',
    input: nothing,
    output: questionnaireView,
  }),
  abandonQuestionnaire: operation({
    method: 'POST',
    path: '/questionnaires/:questionnaire/abandonment',
    summary: 'Give it up, with the reason: slips and answers are destroyed unread',
    input: z.strictObject({ reason: text(200) }),
    output: questionnaireView,
  }),
}
