import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, nothing, text } from '#basics/shapes.ts'
import { importView } from './contract-import.ts'
import { hindrances } from './rules/taking-back.ts'

const back = z.strictObject({ new: z.int(), changed: z.int() })

export const takingBackView = z.strictObject({
  /** What would cease to exist, and what would be again as it was. */
  counts: z.strictObject({
    organisations: back,
    people: back,
    units: z.int(),
    /** Posts of the file that are held or wait. */
    posts: z.int(),
    /** Secretaries who were followed and come back: at once, or waiting to be confirmed. */
    secretaries: z.int(),
  }),
  /** What stands in the way, the first hundred. */
  hindrances: z.array(
    z.strictObject({
      because: z.enum(hindrances),
      sheet: z.enum(['organisations', 'people', 'units']),
      subject: id,
      name: z.string(),
      /** What names it, in words; null where the reason says all. */
      what: z.nullable(z.string()),
      count: z.int(),
    }),
  ),
  /** Whether there is more than is listed. */
  more: z.boolean(),
  allowed: z.array(z.enum(['take-back'])),
})

export const takingBackContract = {
  readTakingBack: operation({
    method: 'GET',
    path: '/imports/:import/taking-back',
    summary: 'What taking a file back would undo, and what stands in its way',
    input: nothing,
    output: takingBackView,
  }),
  takeBackImport: operation({
    method: 'POST',
    path: '/imports/:import/taking-back',
    summary:
      'Take a file back as a whole: what it made never was, what it changed is again as it was; only while nothing depends on it',
    stepUp: true,
    input: z.strictObject({ reason: text(500, 2) }),
    output: importView,
  }),
}
