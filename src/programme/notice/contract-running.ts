import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, text } from '#basics/shapes.ts'
import { noticeView } from './contract-views.ts'

/** What the office does to a notice while people may speak: more time, and back inside the Party. */
export const runningOperations = {
  extendNotice: operation({
    method: 'POST',
    path: '/notices/:notice/extensions',
    summary: 'Give people so many working days more, with the reason; counted from the last day that the person saw',
    stepUp: true,
    input: z.strictObject({
      days: z.int().check(z.gte(1), z.lte(60)),
      reason: text(300, 2),
      document: z.optional(text(60)),
      lastDay: day,
    }),
    output: noticeView,
  }),
  narrowNotice: operation({
    method: 'POST',
    path: '/notices/:notice/narrowing',
    summary: 'Take a notice to society back inside the Party, with the reason; what it disclosed follows at once',
    input: z.strictObject({ reason: text(200, 2) }),
    output: noticeView,
  }),
}
