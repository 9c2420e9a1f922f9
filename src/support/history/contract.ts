import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, instant, page, paging, text } from '#basics/shapes.ts'

export const historyLine = z.strictObject({
  id: z.string(),
  at: instant,
  /** Who did it; null for the calendar's own acts. */
  person: z.nullable(z.string()),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** By the name it had then. */
  organisation: z.nullable(z.string()),
  /** Its present (or last) name, where that is another one. */
  organisationNow: z.nullable(z.string()),
  /** What changed, as it was written down. */
  detail: z.record(z.string(), z.unknown()),
})

export const historyContract = {
  listHistory: operation({
    method: 'GET',
    path: '/history',
    summary: 'What was done, latest first: all of it for the audit administrator, their own organisations for offices',
    input: z.strictObject({
      ...paging,
      subjectKind: z.optional(text(40)),
      subjectId: z.optional(text(60)),
      organisation: z.optional(id),
      /** Part of the name of who did it. */
      person: z.optional(text(30)),
      action: z.optional(text(60)),
      fromOn: z.optional(day),
      /** The first day that is not shown any more. */
      untilOn: z.optional(day),
    }),
    output: page(historyLine),
  }),
}
