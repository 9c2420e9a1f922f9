import * as z from 'zod/mini'
import { isDay } from './calendar.ts'

/** Shapes that many contracts share. Lengths count characters as people do, not UTF-16 halves. */

/** Text that a person types: trimmed, at least `least` and at most `most` characters, no control characters but line ends. */
export function text(most: number, least = 1) {
  return z.string().check(
    z.trim(),
    z.refine((value) => [...value].length >= least, { error: `text.too-short:${least}` }),
    z.refine((value) => [...value].length <= most, { error: `text.too-long:${most}` }),
    z.refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(value), {
      error: 'text.control-character',
    }),
  )
}

export const id = z.uuid()
export const day = z.string().check(z.refine(isDay, { error: 'day.not-a-day' }))
export const instant = z.string()
/** An exact decimal written as text, at most 12 digits before and 4 after the point. */
export const decimal = z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,4})?$/, { error: 'decimal.not-a-number' }))
/** A page of a list: `cursor` is what the last page answered as `next`. */
export const paging = {
  cursor: z.optional(z.string().check(z.maxLength(500))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
}
/** A list answers its rows and where the next page begins; `total` where counting is cheap. */
export function page<Row extends z.ZodMiniType>(row: Row) {
  return z.strictObject({ rows: z.array(row), next: z.nullable(z.string()), total: z.nullable(z.int()) })
}
export const nothing = z.strictObject({})
/** A file that a download answers. */
export const file = z.strictObject({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) })
/** A file that an upload carries in the part named `file`. */
export const sentFile = z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) })
