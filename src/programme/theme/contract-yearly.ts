import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, nothing, page, paging, text } from '#basics/shapes.ts'
import { themeView } from './contract-views.ts'
import { promptStandings } from './rules/yearly.ts'

const named = z.strictObject({ id, name: z.string() })

const promptView = z.strictObject({
  cycle: id,
  year: z.int(),
  /** Null until the office has asked. */
  prompt: z.nullable(z.strictObject({ openedOn: day, openedBy: z.string(), dueOn: day, over: z.boolean() })),
  /** Branches within reach that are asked, or that would be. */
  counts: z.strictObject({ branches: z.int(), confirmed: z.int(), revising: z.int(), missing: z.int() }),
  /** What it takes each branch, and the day that the calendar of the year has for it. */
  minutes: z.int(),
  usualDueOn: z.nullable(day),
  allowed: z.array(z.enum(['open'])),
})

export const yearlyContract = {
  readPrompt: operation({
    method: 'GET',
    path: '/cycles/:cycle/theme-prompt',
    summary: 'How many branches have confirmed their theme this year, revise it, or have done neither',
    input: nothing,
    output: promptView,
  }),
  openPrompt: operation({
    method: 'POST',
    path: '/cycles/:cycle/theme-prompt',
    summary: 'Ask every branch with a theme in force to confirm or revise it by a day, once in a programme year',
    input: z.strictObject({ dueOn: day }),
    output: promptView,
  }),
  listPrompted: operation({
    method: 'GET',
    path: '/cycles/:cycle/prompted-branches',
    summary: 'The branches that were asked, with what they answered; organisations, not people',
    input: z.strictObject({
      ...paging,
      standing: z.optional(z.enum(promptStandings)),
      region: z.optional(text(20)),
      search: z.optional(text(40)),
    }),
    output: page(
      z.strictObject({
        branch: named,
        region: z.nullable(z.string()),
        theme: named,
        standing: z.enum(promptStandings),
        late: z.boolean(),
        answeredOn: z.nullable(day),
        sentence: z.string(),
        revision: z.nullable(id),
      }),
    ),
  }),
  confirmTheme: operation({
    method: 'POST',
    path: '/themes/:theme/confirmations',
    summary: 'Confirm for this year that the theme in force still holds, with a sentence why if one likes',
    input: z.strictObject({ sentence: z._default(text(200, 0), '') }),
    output: themeView,
  }),
}
