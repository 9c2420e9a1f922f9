import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, file, id, nothing, page, paging, text } from '#basics/shapes.ts'
import { boardStages } from './rules/board.ts'

const named = z.strictObject({ id, name: z.string() })
const stage = z.enum(boardStages)

const filter = {
  stage: z.optional(stage),
  region: z.optional(text(20)),
  unit: z.optional(id),
  organisation: z.optional(id),
  search: z.optional(text(40)),
}

/** A theme that others have seen: its name, and since when in days it is where it is. */
const seen = { theme: named, waitedDays: z.int() }

/** How far a theme under way has come; of one that is being written nothing is said but that it is. */
const underWay = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('drafting') }),
  z.strictObject({ stage: z.literal('in-review'), ...seen, at: named }),
  z.strictObject({ stage: z.literal('sent-back'), ...seen }),
  z.strictObject({ stage: z.literal('in-check'), ...seen }),
  z.strictObject({ stage: z.literal('to-disclose'), ...seen }),
  z.strictObject({ stage: z.literal('on-notice'), ...seen, notice: id, lastDay: day }),
])

const boardRow = z.strictObject({
  branch: named,
  region: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  stage,
  /** Since when its theme is in force, and its brand made known. */
  inForce: z.nullable(z.strictObject({ theme: named, since: day, knownOn: z.nullable(day) })),
  /** The theme under way; beside one in force it is a revision. */
  underWay: z.nullable(underWay),
})

export const boardContract = {
  listBoard: operation({
    method: 'GET',
    path: '/brand-board',
    summary: 'Every branch one answers for, in the order of the structure, and how far its brand has come',
    input: z.strictObject({ ...paging, ...filter }),
    output: page(boardRow),
  }),
  readBoard: operation({
    method: 'GET',
    path: '/brand-board/summary',
    summary: 'How many branches stand where, in all and by region; and what the board can be narrowed by',
    input: nothing,
    output: z.strictObject({
      total: z.int(),
      stages: z.array(z.strictObject({ stage, count: z.int() })),
      regions: z.array(
        z.strictObject({
          region: z.nullable(z.string()),
          total: z.int(),
          stages: z.array(z.strictObject({ stage, count: z.int() })),
        }),
      ),
      units: z.array(named),
    }),
  }),
  exportBoard: operation({
    method: 'GET',
    path: '/brand-board/file',
    summary: 'The same rows as an Excel file, at most 60,000',
    kind: 'download',
    input: z.strictObject(filter),
    output: file,
  }),
}
