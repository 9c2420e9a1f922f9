import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, nothing, page, paging, text } from '#basics/shapes.ts'

const row = z.strictObject({
  id,
  text: z.string(),
  contact: z.nullable(z.string()),
  givenOn: day,
  answer: z.nullable(z.string()),
  answeredOn: z.nullable(day),
  allowed: z.array(z.enum(['answer'])),
})

export const suggestionContract = {
  giveSuggestion: operation({
    method: 'POST',
    path: '/suggestions',
    summary: 'Complain or suggest something; no name is kept, the answer is found by the number that comes back',
    who: 'anyone',
    unnamed: true,
    limit: { times: 5, seconds: 600 },
    input: z.strictObject({ text: text(1000, 2), contact: z.optional(text(60)) }),
    output: z.strictObject({ id }),
  }),
  readSuggestion: operation({
    method: 'GET',
    path: '/suggestions/:suggestion',
    summary: 'What was said under a number, and the answer, for whoever has the number',
    who: 'anyone',
    input: nothing,
    output: z.strictObject({
      text: z.string(),
      givenOn: day,
      answer: z.nullable(z.string()),
      answeredOn: z.nullable(day),
    }),
  }),
  listSuggestions: operation({
    method: 'GET',
    path: '/suggestions',
    summary: 'Complaints and suggestions, the latest first, for the office of the topmost organisation',
    input: z.strictObject({ ...paging, state: z.optional(z.enum(['open', 'answered'])) }),
    output: page(row),
  }),
  answerSuggestion: operation({
    method: 'POST',
    path: '/suggestions/:suggestion/answer',
    summary: 'Answer a complaint or suggestion, once',
    input: z.strictObject({ answer: text(1000, 2) }),
    output: row,
  }),
}
