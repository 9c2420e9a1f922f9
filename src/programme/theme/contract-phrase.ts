import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, nothing, text } from '#basics/shapes.ts'

const phrase = z.strictObject({ id, text: z.string(), shared: z.boolean(), by: z.string() })
const words = text(200, 2)

export const phraseContract = {
  listPhrases: operation({
    method: 'GET',
    path: '/organisations/:organisation/phrases',
    summary: "The common phrases of those who review for an organisation: shared ones and one's own",
    input: nothing,
    output: z.strictObject({
      organisation: z.strictObject({ id, name: z.string() }),
      rows: z.array(phrase),
      /** What is offered until there are shared ones. */
      usual: z.array(z.string()),
    }),
  }),
  addPhrase: operation({
    method: 'POST',
    path: '/organisations/:organisation/phrases',
    summary: 'Add a common phrase, for oneself or for all who review for the organisation',
    input: z.strictObject({ text: words, shared: z._default(z.boolean(), false) }),
    output: phrase,
  }),
  changePhrase: operation({
    method: 'PUT',
    path: '/phrases/:phrase',
    summary: 'Change the words of a phrase',
    input: z.strictObject({ text: words }),
    output: phrase,
  }),
  removePhrase: operation({
    method: 'DELETE',
    path: '/phrases/:phrase',
    summary: 'Remove a phrase; reviews in which it was used keep their words',
    input: nothing,
    output: z.strictObject({ done: z.literal(true) }),
  }),
}
