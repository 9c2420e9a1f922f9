import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { id, instant, paging, text } from '#basics/shapes.ts'

const named = z.strictObject({ id, name: z.string() })
const minutes = z.int()

const ask = z.strictObject({
  id,
  title: z.string(),
  subject: z.strictObject({ kind: z.string(), id }),
  organisation: named,
  /** Of each branch, and of how many of those looked at. */
  minutes,
  branches: z.int(),
  by: z.string(),
  at: instant,
  approvedBy: z.nullable(z.string()),
  /** Taken back before any branch had done anything for it: it no longer counts. */
  released: z.boolean(),
})

/** What a request would cost before it goes out: minutes × branches, and how many would be above their budget. */
export const ahead = z.strictObject({
  branches: z.int(),
  total: minutes,
  above: z.int(),
  budget: minutes,
  yearOpen: z.boolean(),
})

export type Ahead = z.infer<typeof ahead>

const year = z.strictObject({
  cycle: z.nullable(z.strictObject({ id, year: z.int(), title: z.string() })),
  /** Minutes a year of one branch. */
  budget: minutes,
  /** All that was asked of the branches looked at, together. */
  total: minutes,
  branches: z.int(),
  /** Of one branch: the most, and how many have more than the budget. */
  most: minutes,
  above: z.int(),
})

export const burdenContract = {
  readBurden: operation({
    method: 'GET',
    path: '/organisations/:organisation/burden',
    summary: 'What an organisation and the branches below it were asked for in a programme year, the latest first',
    input: z.strictObject({ ...paging, cycle: z.optional(id) }),
    output: z.strictObject({
      organisation: named,
      year,
      rows: z.array(ask),
      next: z.nullable(z.string()),
      allowed: z.array(z.enum(['set-budget'])),
    }),
  }),
  listBurdenOfBranches: operation({
    method: 'GET',
    path: '/organisations/:organisation/burden/branches',
    summary: 'How many minutes each branch below was asked for in a programme year, the most first',
    input: z.strictObject({ ...paging, cycle: z.optional(id), search: z.optional(text(40)) }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ branch: named, asks: z.int(), minutes })),
      next: z.nullable(z.string()),
      total: z.nullable(z.int()),
    }),
  }),
  setBurdenBudget: operation({
    method: 'PUT',
    path: '/cycles/:cycle/burden-budget',
    summary: 'Set how many minutes a year may be asked of one branch before somebody has to agree by name',
    input: z.strictObject({ minutes: z.coerce.number().check(z.int(), z.gte(0), z.lte(6000)) }),
    output: z.strictObject({ minutes }),
  }),
}
