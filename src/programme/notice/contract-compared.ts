import * as z from 'zod/mini'

/** A passage in both its texts: read without the new runs it is the one before, without the gone ones the one after. */
export const compared = z.strictObject({
  label: z.string(),
  changed: z.boolean(),
  runs: z.array(z.strictObject({ text: z.string(), kind: z.enum(['kept', 'gone', 'new']) })),
})
