import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, decimal, file, id, instant, nothing, page, paging, sentFile, text } from '#basics/shapes.ts'
import { forces, qualifiers, recordKinds, recordVerbs } from './rules/record.ts'

const kind = z.enum(recordKinds)
const force = z.enum(forces)
const named = z.strictObject({ id, name: z.string() })
const act = z.strictObject({ by: z.string(), at: instant })

/** Day, sentence and kind; all the rest may be left out. */
const contentInput = {
  happenedOn: day,
  kind,
  sentence: text(200),
  force: z.optional(force),
  figures: z.optional(
    z
      .array(
        z.strictObject({
          /** One of the programme's measures: name and unit come with it. */
          measure: z.optional(id),
          name: z.optional(text(30)),
          value: z.optional(decimal),
          unit: z.optional(text(10)),
          qualifier: z._default(z.enum(qualifiers), 'exact'),
          /** The different things counted (ships, never persons), where different ones count; several in a text by line or 、. */
          items: z.optional(z.array(text(4000, 0)).check(z.maxLength(200))),
        }),
      )
      .check(z.maxLength(8)),
  ),
  documentNumber: z.optional(text(60)),
  evidence: z.optional(id),
  /** The name or short name of the branch whose practice was taken over. */
  learntFrom: z.optional(text(60)),
  /** The core task that it served. */
  task: z.optional(id),
}

const contentShown = {
  happenedOn: day,
  kind,
  sentence: z.string(),
  force: z.nullable(force),
  figures: z.array(
    z.strictObject({
      measure: z.nullable(id),
      name: z.string(),
      value: z.string(),
      unit: z.string(),
      qualifier: z.enum(qualifiers),
      items: z.array(z.string()),
    }),
  ),
  documentNumber: z.nullable(z.string()),
  evidence: z.nullable(named),
  learntFrom: z.nullable(named),
  task: z.nullable(named),
}

const row = {
  id,
  /** By the name it had on the day of the record. */
  organisation: named,
  /** Its present (or last) name, where that is another one. */
  organisationNow: z.nullable(z.string()),
  state: z.enum(['standing', 'withdrawn']),
  ...contentShown,
  enteredAt: instant,
  enteredBy: z.string(),
  /** It happened before the approved term of the programme year it was entered in. */
  beforeTerm: z.boolean(),
  confirmation: z.nullable(act),
  allowed: z.array(z.enum(recordVerbs)),
}
export const recordRow = z.strictObject(row)
export const recordView = z.strictObject({
  ...row,
  withdrawal: z.nullable(z.strictObject({ by: z.string(), at: instant, reason: z.string() })),
  /** What it said before each correction, the latest first. */
  versions: z.array(
    z.strictObject({
      version: z.int(),
      ...contentShown,
      confirmation: z.nullable(act),
      replacedAt: instant,
      replacedBy: z.string(),
      reason: z.string(),
    }),
  ),
})

/** Which records: those of an organisation and all below it, of a kind or force, from one day to another, with words. */
const filter = {
  organisation: z.optional(id),
  kind: z.optional(kind),
  force: z.optional(force),
  from: z.optional(day),
  to: z.optional(day),
  search: z.optional(text(40, 2)),
  state: z.optional(z.enum(['standing', 'withdrawn'])),
  /** Records that serve a core task; that say something of a measure. */
  task: z.optional(id),
  measure: z.optional(id),
}

export const buildingContract = {
  listRecords: operation({
    method: 'GET',
    path: '/records',
    summary: 'Building records within reach, the latest first; standing ones unless asked otherwise',
    input: z.strictObject({ ...paging, ...filter }),
    output: page(recordRow),
  }),
  exportRecords: operation({
    method: 'GET',
    path: '/ledger/file',
    summary: 'The same records as an Excel file, at most 20,000',
    kind: 'download',
    input: z.strictObject(filter),
    output: file,
  }),
  countRecords: operation({
    method: 'GET',
    path: '/ledger',
    summary: 'How many standing records there are of each kind',
    input: z.strictObject({
      organisation: filter.organisation,
      from: filter.from,
      to: filter.to,
      task: filter.task,
      measure: filter.measure,
    }),
    output: z.strictObject({ total: z.int(), kinds: z.array(z.strictObject({ kind, count: z.int() })) }),
  }),
  readRecord: operation({
    method: 'GET',
    path: '/records/:record',
    summary: 'One record with what it said before each correction',
    input: nothing,
    output: recordView,
  }),
  enterRecord: operation({
    method: 'POST',
    path: '/organisations/:organisation/records',
    summary: 'Enter what the organisation did: day, sentence and kind; everything else is optional',
    input: z.strictObject(contentInput),
    output: recordView,
  }),
  correctRecord: operation({
    method: 'PUT',
    path: '/records/:record',
    summary: 'Correct a record, with the reason; the old words stay readable',
    input: z.strictObject({ ...contentInput, reason: text(200) }),
    output: recordView,
  }),
  attachFile: operation({
    method: 'POST',
    path: '/records/:record/evidence',
    summary: 'Add a file to a record; welcome, never required; nothing classified',
    kind: 'upload',
    input: z.strictObject({ file: sentFile }),
    output: recordView,
  }),
  withdrawRecord: operation({
    method: 'POST',
    path: '/records/:record/withdrawal',
    summary: 'Take a record back, with the reason; it stays readable and counts nowhere',
    input: z.strictObject({ reason: text(200) }),
    output: recordView,
  }),
  confirmRecord: operation({
    method: 'POST',
    path: '/records/:record/confirmation',
    summary: 'Confirm from above that a problem is solved',
    input: nothing,
    output: recordView,
  }),
}
