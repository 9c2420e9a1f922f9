import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, nothing, page, paging, text } from '#basics/shapes.ts'
import { callStates, uptakes } from './rules/call.ts'
import { callVerbs } from './rules/call-permissions.ts'

const named = z.strictObject({ id, name: z.string() })
const number = (least: number) => z.int().check(z.gte(least), z.lte(10_000))

const callRow = z.strictObject({
  id,
  branch: named,
  question: z.string(),
  openedOn: day,
  /** Suggestions are taken until 24:00 of this day. */
  lastDay: day,
  state: z.enum(callStates),
})

const meeting = z.strictObject({ meetingOn: day, present: z.int(), inFavour: z.int() })

/** What is told once it is settled: what became of the suggestions; never who. */
const callDigest = z.strictObject({
  suggestions: z.int(),
  onPaper: z.int(),
  answers: z.array(
    z.strictObject({
      uptake: z.enum(uptakes),
      words: z.string(),
      reason: z.string(),
      count: z.int(),
      /** As they were written, twenty at most; without those that are withheld. */
      texts: z.array(z.string()),
    }),
  ),
})

const callView = z.extend(callRow, {
  meeting: z.nullable(meeting),
  dropReason: z.nullable(z.string()),
  digest: z.nullable(callDigest),
  /** For the secretary alone: how many there are, how many are still to be settled, how many on paper are not copied. */
  work: z.nullable(z.strictObject({ contributions: z.int(), left: z.int(), uncopied: z.int() })),
  allowed: z.array(z.enum(callVerbs)),
})

const contributionView = z.strictObject({
  id,
  text: z.string(),
  givenOn: day,
  onPaper: z.boolean(),
  /** Who signed it. */
  by: z.nullable(z.string()),
  uptake: z.nullable(z.enum(uptakes)),
  words: z.string(),
  reason: z.string(),
  withheld: z.boolean(),
})

const taken = z.strictObject({ taken: z.literal(true) })
const often = { times: 10, seconds: 600 }
const contribution = z.strictObject({ text: text(600, 2) })

export const callContract = {
  openCall: operation({
    method: 'POST',
    path: '/organisations/:organisation/theme-calls',
    summary: 'Ask the members and staff of the branch for suggestions on its theme, until a day',
    input: z.strictObject({ question: text(600, 2), lastDay: day }),
    output: callView,
  }),
  listCalls: operation({
    method: 'GET',
    path: '/me/theme-calls',
    summary: 'The calls of the branches one belongs to or is secretary of, the latest first',
    input: z.strictObject(paging),
    output: page(callRow),
  }),
  readCall: operation({
    method: 'GET',
    path: '/theme-calls/:call',
    summary: 'One call; once it is settled, with what became of the suggestions',
    input: nothing,
    output: callView,
  }),
  contribute: operation({
    method: 'POST',
    path: '/theme-calls/:call/unnamed-contributions',
    summary: 'Suggest something without a name: neither person nor time of day is kept',
    unnamed: true,
    limit: often,
    input: contribution,
    output: taken,
  }),
  signContribution: operation({
    method: 'POST',
    path: '/theme-calls/:call/contributions',
    summary: "Suggest something under the own name, which the branch's secretary sees",
    limit: often,
    input: contribution,
    output: taken,
  }),
  enterPaper: operation({
    method: 'POST',
    path: '/theme-calls/:call/paper',
    summary: 'Enter what came on paper, one suggestion a line, and how many more were not copied',
    input: z.strictObject({ lines: z._default(text(20_000, 0), ''), uncopied: z.optional(number(0)) }),
    output: callView,
  }),
  listContributions: operation({
    method: 'GET',
    path: '/theme-calls/:call/contributions',
    summary: "What was suggested, for the branch's secretary alone",
    input: z.strictObject({ ...paging, state: z.optional(z.enum(['left', 'settled'])) }),
    output: page(contributionView),
  }),
  settleContributions: operation({
    method: 'POST',
    path: '/theme-calls/:call/settlements',
    summary: 'Say what became of suggestions, many at once: taken up with the words, partly, or not and why',
    input: z.strictObject({
      contributions: z.array(id).check(z.minLength(1), z.maxLength(200)),
      uptake: z.enum(uptakes),
      words: z._default(text(300, 0), ''),
      reason: z._default(text(300, 0), ''),
      /** The summary does not quote them: they name somebody, or are not fit to be shown. */
      withheld: z._default(z.boolean(), false),
    }),
    output: callView,
  }),
  adoptCall: operation({
    method: 'POST',
    path: '/theme-calls/:call/adoption',
    summary: "Record the members' meeting that adopted it: day, present, in favour; no names",
    input: z.strictObject({ meetingOn: day, present: number(1), inFavour: number(0) }),
    output: callView,
  }),
  dropCall: operation({
    method: 'POST',
    path: '/theme-calls/:call/drop',
    summary: 'Give a call up, with a reason for those who were asked',
    input: z.strictObject({ dropReason: text(300, 2) }),
    output: callView,
  }),
}
