import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, file, id, instant, nothing, page, paging, sentFile, text } from '#basics/shapes.ts'
import { encodings } from '#support/spreadsheet/rules/encoding.ts'
import { importStates, importVerbs } from './rules/import.ts'
import { grantedPosts } from './rules/posts.ts'

export const changes = ['new', 'changed', 'unchanged', 'absent'] as const
export const importSheets = ['organisations', 'people'] as const

const changeCounts = z.strictObject({ new: z.int(), changed: z.int(), unchanged: z.int(), absent: z.int() })

export const importView = z.strictObject({
  id,
  state: z.enum(importStates),
  fileName: z.string(),
  uploadedBy: z.string(),
  uploadedAt: instant,
  appliedAt: z.nullable(instant),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(instant),
  /** Why its posts were refused. */
  reason: z.nullable(z.string()),
  counts: z.strictObject({
    organisations: changeCounts,
    people: changeCounts,
    posts: z.int(),
    rows: z.int(),
    problems: z.int(),
    warnings: z.int(),
  }),
  /** How many rows have been dealt with, while that goes on. */
  progress: z.nullable(z.strictObject({ read: z.int(), checked: z.int(), written: z.int() })),
  /** How a text was written, found out or said, and its first rows as they were read. */
  text: z.nullable(z.strictObject({ encoding: z.enum(encodings), sample: z.array(z.array(z.string())) })),
  /** How many people wait for posts that it gives. */
  waiting: z.int(),
  /** Who took it back, and why. */
  takenBack: z.nullable(z.strictObject({ by: z.string(), at: instant, reason: z.string() })),
  allowed: z.array(z.enum(importVerbs)),
})

export const importRemark = z.strictObject({
  no: z.int(),
  sheet: z.string(),
  /** 0 when the whole sheet is meant. */
  row: z.int(),
  column: z.string(),
  address: z.string(),
  value: z.string(),
  reason: z.string(),
  message: z.string(),
})

const plannedPost = z.strictObject({
  post: z.enum(grantedPosts),
  organisation: z.string(),
  /** Null: from the day on which the file is put into effect. */
  fromOn: z.nullable(day),
  replaces: z.nullable(z.string()),
})

export const importEntry = z.strictObject({
  no: z.int(),
  sheet: z.enum(importSheets),
  row: z.int(),
  change: z.enum(changes),
  name: z.string(),
  staffNo: z.nullable(z.string()),
  organisation: z.nullable(z.string()),
  /** The organisation or person on record. */
  subject: z.nullable(id),
  fields: z.array(z.strictObject({ label: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) })),
  posts: z.array(plannedPost),
  returns: z.boolean(),
})

export const importedPost = z.strictObject({
  id,
  person: z.string(),
  staffNo: z.nullable(z.string()),
  post: z.enum(grantedPosts),
  organisation: z.string(),
  fromOn: day,
  state: z.enum(['waiting', 'confirmed', 'refused']),
  /** The present secretary, whom this one follows. */
  replaces: z.nullable(z.strictObject({ name: z.string(), fromOn: day })),
})

export const importContract = {
  downloadImportTemplate: operation({
    method: 'GET',
    path: '/import-template',
    summary: 'The workbook to fill in: organisations, people and posts',
    kind: 'download',
    input: nothing,
    output: file,
  }),
  exportOrganisations: operation({
    method: 'GET',
    path: '/organisation-export',
    summary:
      'Organisations, people and posts as they stand, in the layout of the import: a workbook, or one of its tables as text',
    kind: 'download',
    input: z.strictObject({
      as: z._default(z.enum(['workbook', ...importSheets]), 'workbook'),
      encoding: z._default(z.enum(['utf-8', 'gb18030']), 'utf-8'),
    }),
    output: file,
  }),
  listImports: operation({
    method: 'GET',
    path: '/imports',
    summary: 'The files that were brought, the latest first',
    input: z.strictObject(paging),
    output: z.strictObject({
      rows: z.array(importView),
      next: z.nullable(z.string()),
      total: z.nullable(z.int()),
      /** Whether this person may bring a file, and have the present state as one. */
      allowed: z.array(z.enum(['bring', 'export'])),
    }),
  }),
  uploadImport: operation({
    method: 'POST',
    path: '/imports',
    summary:
      'Bring a filled-in workbook, or one of its tables as text: it is looked through and previewed, a long one while you wait; nothing takes effect; nothing classified',
    kind: 'upload',
    limit: { times: 120, seconds: 600 },
    input: z.strictObject({ file: sentFile }),
    output: importView,
  }),
  readImport: operation({
    method: 'GET',
    path: '/imports/:import',
    summary: 'One file: its state and how much it would change',
    input: nothing,
    output: importView,
  }),
  listImportProblems: operation({
    method: 'GET',
    path: '/imports/:import/problems',
    summary: 'What is wrong in a file, or worth a look: sheet, row, column, value and reason',
    input: z.strictObject({ ...paging, kind: z._default(z.enum(['problems', 'warnings']), 'problems') }),
    output: page(importRemark),
  }),
  listImportPlan: operation({
    method: 'GET',
    path: '/imports/:import/plan',
    summary: 'What a file would change, row by row; and what is on record but not in it',
    input: z.strictObject({ ...paging, change: z.optional(z.enum(changes)), sheet: z.optional(z.enum(importSheets)) }),
    output: page(importEntry),
  }),
  listImportPosts: operation({
    method: 'GET',
    path: '/imports/:import/posts',
    summary: 'The posts that an applied file gives',
    input: z.strictObject(paging),
    output: page(importedPost),
  }),
  downloadMarkedImport: operation({
    method: 'GET',
    path: '/imports/:import/marked',
    summary: 'The file as it came, with a remark on every cell that is wrong; for a long one or a text, a list of them',
    kind: 'download',
    input: nothing,
    output: file,
  }),
  previewImport: operation({
    method: 'POST',
    path: '/imports/:import/preview',
    summary: 'Look through the file again, against what is on record now; a text as written in the encoding given',
    input: z.strictObject({ encoding: z.optional(z.enum(encodings)) }),
    output: importView,
  }),
  applyImport: operation({
    method: 'POST',
    path: '/imports/:import/effect',
    summary: 'Put organisations and people into effect, all or none; the posts wait for the security administrator',
    stepUp: true,
    input: nothing,
    output: importView,
  }),
  discardImport: operation({
    method: 'DELETE',
    path: '/imports/:import',
    summary: 'Give a file up before it takes effect',
    input: nothing,
    output: importView,
  }),
  confirmImport: operation({
    method: 'POST',
    path: '/imports/:import/confirmation',
    summary: 'Let the posts of a file take effect',
    stepUp: true,
    input: nothing,
    output: importView,
  }),
  refuseImport: operation({
    method: 'POST',
    path: '/imports/:import/refusal',
    summary: 'Turn the posts of a file down, with a reason',
    stepUp: true,
    input: z.strictObject({ reason: text(500) }),
    output: importView,
  }),
}
