import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, file, id, instant, nothing, page, paging, sentFile, text } from '#basics/shapes.ts'
import { sheetStates } from './rules/permissions.ts'

const organisation = z.strictObject({ id, name: z.string() })

export const sheetRow = z.strictObject({
  id,
  organisation,
  code: z.string(),
  title: z.string(),
  year: z.int(),
  /** The version of its code, from 1. */
  number: z.int(),
  state: z.enum(sheetStates),
  importedAt: instant,
  issuedAt: z.nullable(instant),
  allowed: z.array(z.enum(['issue'])),
})

const lintView = z.strictObject({
  severity: z.enum(['error', 'warning']),
  table: z.string(),
  code: z.string(),
  said: z.string(),
  /** The legal office that lifted this bar, its document, and who put it on record; null where nobody did. */
  lifted: z.nullable(
    z.strictObject({
      legalOffice: z.string(),
      document: z.string(),
      decidedOn: day,
      reason: z.string(),
      by: z.string(),
      at: instant,
    }),
  ),
  allowed: z.array(z.enum(['lift'])),
})

export const sheetView = z.extend(sheetRow, {
  asOf: day,
  hash: z.string(),
  fileName: z.string(),
  importedBy: z.string(),
  /** What is unwise in it, by table and row; an error bars it from being issued. */
  lints: z.array(lintView),
  /** The sheet itself, as `Sheet` in rules/sheet.ts. */
  data: z.record(z.string(), z.unknown()),
})

export const scoringContract = {
  listSheets: operation({
    method: 'GET',
    path: '/sheets',
    summary: 'The rule sheets within reach, every version, the latest first',
    input: z.strictObject({ ...paging, year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2199))) }),
    output: page(sheetRow),
  }),
  readSheet: operation({
    method: 'GET',
    path: '/sheets/:sheet',
    summary: 'One version of a rule sheet with everything unwise in it',
    input: nothing,
    output: sheetView,
  }),
  importSheet: operation({
    method: 'POST',
    path: '/organisations/:organisation/sheets',
    summary: 'Read a rule sheet from an Excel file: kept as a new version, or every error by sheet, row and column',
    kind: 'upload',
    input: z.strictObject({ file: sentFile }),
    output: z.strictObject({
      sheet: z.nullable(sheetView),
      errors: z.array(z.strictObject({ sheet: z.string(), row: z.int(), column: z.string(), message: z.string() })),
    }),
  }),
  issueSheet: operation({
    method: 'POST',
    path: '/sheets/:sheet/issue',
    summary: 'Issue a version of a rule sheet; refused with every row that bars it',
    stepUp: true,
    input: nothing,
    output: sheetView,
  }),
  liftBar: operation({
    method: 'POST',
    path: '/sheets/:sheet/lifts',
    summary:
      'Put on record that a legal office lifted the bar on a row of this version: by whom, when, why, by which document',
    stepUp: true,
    input: z.strictObject({
      table: z.enum(['clauses', 'gates', 'promotions', 'levels']),
      code: text(60),
      legalOffice: text(100, 2),
      document: text(100, 2),
      decidedOn: day,
      reason: text(500, 2),
    }),
    output: sheetView,
  }),
  downloadSheet: operation({
    method: 'GET',
    path: '/sheets/:sheet/file',
    summary: 'The rule sheet as an Excel file; reading it again gives the same sheet',
    kind: 'download',
    input: nothing,
    output: file,
  }),
  downloadSheetTemplate: operation({
    method: 'GET',
    path: '/sheet-template',
    summary: 'An empty Excel file to write a rule sheet in, or the filled example',
    kind: 'download',
    input: z.strictObject({
      filled: z._default(z.enum(['true', 'false']), 'false'),
      year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2199))),
    }),
    output: file,
  }),
}
