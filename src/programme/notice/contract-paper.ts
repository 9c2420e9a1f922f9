import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, page, paging, text } from '#basics/shapes.ts'
import { voiceKinds, ways } from './rules/paper.ts'

const keyFields = {
  kind: z.enum(voiceKinds),
  way: z.enum(ways),
  givenOn: day,
  name: z._default(text(30, 0), ''),
}
const entered = z.strictObject({ ...keyFields, text: text(2000, 2), contact: z._default(text(60, 0), '') })

/** An entry for the office: who compares it does not see what they are to type from the paper. */
export const paperView = z.strictObject({
  id,
  kind: z.enum(voiceKinds),
  text: z.string(),
  state: z.enum(['waiting', 'struck']),
  enteredBy: z.string(),
  enteredOn: day,
  /** For whoever typed it in, to mend it. */
  typed: z.nullable(z.strictObject({ way: z.enum(ways), givenOn: day, name: z.string(), contact: z.string() })),
  struck: z.nullable(z.strictObject({ by: z.string(), on: day, reason: z.string() })),
  allowed: z.array(z.enum(['mend', 'confirm', 'strike'])),
})

/** Opinions and objections on paper: one person types them in, another compares them with what came. */
export const paperOperations = {
  listPaperVoices: operation({
    method: 'GET',
    path: '/notices/:notice/paper-voices',
    summary: 'What came on paper and waits to be compared, and what was struck, for the handling office',
    input: z.strictObject(paging),
    output: page(paperView),
  }),
  enterPaperVoice: operation({
    method: 'POST',
    path: '/notices/:notice/paper-voices',
    summary: 'Type in an opinion or objection that came by mailbox, letter, telephone or visit',
    input: entered,
    output: paperView,
  }),
  mendPaperVoice: operation({
    method: 'PUT',
    path: '/paper-voices/:paperVoice',
    summary: 'Mend what one typed in, as long as it waits',
    input: entered,
    output: paperView,
  }),
  confirmPaperVoice: operation({
    method: 'POST',
    path: '/paper-voices/:paperVoice/confirmation',
    summary: 'Compare an entry of somebody else with the paper, typing its key fields again: it counts from now on',
    input: z.strictObject(keyFields),
    output: z.strictObject({ taken: z.literal(true) }),
  }),
  strikePaperVoice: operation({
    method: 'POST',
    path: '/paper-voices/:paperVoice/strike',
    summary: 'Strike an entry of somebody else that is none, with the reason; it stays on record',
    input: z.strictObject({ reason: text(200, 2) }),
    output: paperView,
  }),
}
