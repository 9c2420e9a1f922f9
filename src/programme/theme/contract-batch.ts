import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, page, paging, text } from '#basics/shapes.ts'
import { answers, themeRow, themeView } from './contract-views.ts'
import { MOST_AT_ONCE } from './rules/batch.ts'

/** What the browser calls its batch: chosen at random when the page is opened. */
const batch = z.string().check(z.regex(/^[0-9a-f]{16,64}$/, { error: 'text.too-short:16' }))
const stage = z.int().check(z.gte(0), z.lte(20))
const round = z.int().check(z.gte(1), z.lte(10_000))

export const batchContract = {
  listMyReviews: operation({
    method: 'GET',
    path: '/me/reviews',
    summary: 'The themes that wait for my review now, the longest waiting first',
    input: z.strictObject(paging),
    output: page(themeRow),
  }),
  lookAtTheme: operation({
    method: 'GET',
    path: '/themes/:theme/look',
    summary: 'Open a theme within a batch of reviews: answers it with a mark that this session opened it',
    input: z.strictObject({ batch }),
    output: z.strictObject({ look: z.string(), round, stage, theme: themeView }),
  }),
  passThemes: operation({
    method: 'POST',
    path: '/me/batch-reviews',
    summary: 'Pass several themes at once, each of which was opened in this batch',
    input: z.strictObject({
      batch,
      items: z
        .array(
          z.strictObject({
            theme: id,
            round,
            stage,
            look: z.string().check(z.maxLength(100)),
            answers,
            comment: z._default(text(600, 0), ''),
          }),
        )
        .check(z.minLength(1), z.maxLength(MOST_AT_ONCE)),
    }),
    output: z.strictObject({
      passed: z.array(id),
      /** What could not be passed, with the code of the reason; the others were. */
      left: z.array(z.strictObject({ theme: id, name: z.string(), reason: z.string() })),
    }),
  }),
}
