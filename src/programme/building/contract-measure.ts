import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, nothing, page, paging, text } from '#basics/shapes.ts'
import { additions, totalQualifiers } from './rules/measure.ts'
import { forces } from './rules/record.ts'

const named = z.strictObject({ id, name: z.string() })

export const measureView = z.strictObject({
  id,
  organisation: named,
  name: z.string(),
  unit: z.string(),
  addition: z.enum(additions),
  force: z.nullable(z.enum(forces)),
  /** 其中: the measure of which it counts a part. */
  partOf: z.nullable(named),
  retired: z.boolean(),
  allowed: z.array(z.enum(['retire'])),
})

/** What records add up to; which records they are is told by `listRecords` with the same measure, days and organisation. */
export const totalView = z.strictObject({
  value: z.string(),
  qualifier: z.enum(totalQualifiers),
  records: z.int(),
})

export const measureContract = {
  listMeasures: operation({
    method: 'GET',
    path: '/organisations/:organisation/measures',
    summary: 'What is counted for an organisation: measures set by it or above it',
    input: z.strictObject({ ...paging, retired: z.optional(z.enum(['no', 'yes'])) }),
    output: page(measureView),
  }),
  setMeasure: operation({
    method: 'POST',
    path: '/organisations/:organisation/measures',
    summary: 'Set a measure: name, unit, how it adds up, its force, and of what it is a part',
    input: z.strictObject({
      name: text(30),
      unit: text(10),
      addition: z._default(z.enum(additions), 'sum'),
      force: z.optional(z.enum(forces)),
      partOf: z.optional(id),
    }),
    output: measureView,
  }),
  retireMeasure: operation({
    method: 'POST',
    path: '/measures/:measure/retirement',
    summary: 'Ask for a measure no longer; what was entered keeps counting',
    input: nothing,
    output: measureView,
  }),
}
