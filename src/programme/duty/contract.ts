import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, file, id, nothing, page, paging, text } from '#basics/shapes.ts'
import { standings } from './rules/standing.ts'

const named = z.strictObject({ id, name: z.string() })
const held = z.strictObject({ state: z.literal('held'), organisation: named, person: named })
const vacant = z.strictObject({ state: z.literal('vacant'), organisation: named })
const noneAbove = z.strictObject({ state: z.literal('none-above') })
const kind = text(60)

const filter = {
  standing: z.optional(z.enum(standings)),
  kind: z.optional(kind),
  region: z.optional(text(20)),
  /** One organisation and all below it. */
  organisation: z.optional(id),
  search: z.optional(text(40)),
}

const dutyRow = z.strictObject({
  id,
  kind,
  title: z.string(),
  /** The name of the one thing it is about; empty where the title says all. */
  about: z.string(),
  organisation: named,
  region: z.nullable(z.string()),
  year: z.nullable(z.int()),
  dueOn: day,
  standing: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('open'), daysLeft: z.int() }),
    z.strictObject({ state: z.literal('late'), daysLate: z.int() }),
    z.strictObject({ state: z.literal('fulfilled'), doneOn: day, late: z.boolean() }),
    z.strictObject({ state: z.literal('void'), reason: z.string() }),
  ]),
  /** Directly responsible, and with primary responsibility: those of today, or as they were on the due day once it is over. */
  direct: z.discriminatedUnion('state', [held, vacant]),
  primary: z.discriminatedUnion('state', [held, vacant, noneAbove]),
  /** Where it is done: paths on the portal and at the desk. */
  opens: z.strictObject({ portal: z.nullable(z.string()), desk: z.nullable(z.string()) }),
})

/** At most a thousand are counted. */
const count = z.int()

export const dutyContract = {
  listMyDuties: operation({
    method: 'GET',
    path: '/me/duties',
    summary:
      'What my organisations have to do, what was missed, what was missed below, the most pressing first; and what is done',
    input: z.strictObject({ ...paging, list: z._default(z.enum(['mine', 'late', 'below', 'done']), 'mine') }),
    output: z.strictObject({
      rows: z.array(dutyRow),
      next: z.nullable(z.string()),
      counts: z.strictObject({ mine: count, late: count, below: count, done: count }),
    }),
  }),
  listDuties: operation({
    method: 'GET',
    path: '/duties',
    summary:
      'Duties of the organisations one answers for and of those below; what is open unless asked otherwise, late first',
    input: z.strictObject({ ...paging, ...filter }),
    output: page(dutyRow),
  }),
  exportDuties: operation({
    method: 'GET',
    path: '/duties/file',
    summary: 'The same duties as an Excel file, at most 5,000',
    kind: 'download',
    input: z.strictObject(filter),
    output: file,
  }),
  readDutyChoices: operation({
    method: 'GET',
    path: '/duty-choices',
    summary: 'What duties within reach can be chosen by: kinds and regions; and how many are open and late',
    input: nothing,
    output: z.strictObject({
      kinds: z.array(z.strictObject({ kind, title: z.string() })),
      regions: z.array(z.string()),
      counts: z.strictObject({ open: count, late: count }),
    }),
  }),
}
