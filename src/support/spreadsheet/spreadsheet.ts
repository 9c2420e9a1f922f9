import { allow, type Decision, refuse } from '#basics/decision.ts'
import { runInChild } from './child.ts'
import { encodeGb18030 } from './gb18030.ts'
import { refusedKind } from './kind.ts'
import { csvText, parseCsv } from './rules/csv.ts'
import { mayBeText } from './rules/encoding.ts'
import { type Limits, ordinaryLimits, type SpreadsheetRefusal } from './rules/limits.ts'
import type { Mark, WorkbookSpec, Written } from './rules/spec.ts'
import type { Workbook } from './rules/workbook.ts'
import { decodeText } from './text-bytes.ts'
import { addLine, type TablesAsked, type TablesLine } from './wire.ts'

const NOTHING = new Uint8Array()
const WRITING_MS = 180_000

/**
 * Reads a workbook (.xlsx) that came from outside, in a process of its own that is killed when it asks for too much.
 * Told apart by content, never by name. Formulas are not computed, hidden rows and sheets are read and marked.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<Decision<Workbook, SpreadsheetRefusal>> {
  const all = { ...ordinaryLimits, ...limits }
  const refused = refusedWhole(bytes, all)
  if (refused) return refused
  const workbook: Workbook = { sheets: [] }
  const read = await runInChild({ job: 'read', limits: all }, bytes, all.milliseconds, (line) =>
    addLine(workbook, line),
  )
  return read.ok ? allow(workbook) : read
}

/**
 * Reads comma-separated text as a workbook of one sheet: UTF-16 by its byte-order mark, else UTF-8 if it is that without
 * a fault, else GB18030. All cells are text.
 */
export function readCsv(
  bytes: Uint8Array,
  name = 'CSV',
  limits: Partial<Limits> = {},
): Decision<Workbook, SpreadsheetRefusal> {
  const all = { ...ordinaryLimits, ...limits }
  if (bytes.length > all.bytes) return refuse('spreadsheet.too-large', { most: inMegabytes(all.bytes) })
  const decoded = decodeText(bytes)
  if (!decoded) return refuse('spreadsheet.not-a-workbook')
  if (decoded.text.trim() === '') return refuse('spreadsheet.empty-file')
  const sheet = parseCsv(decoded.text, name, all)
  return sheet.ok ? allow({ sheets: [sheet.value] }) : sheet
}

/**
 * Reads tables out of a workbook, or one table out of comma-separated text, row by row and in a process of its own: each
 * line is told to `take`, and no more is read before that has been dealt with. A sheet belongs to the first table that has
 * its name; text belongs to the table of which most headings are found in it.
 */
export function readTables(
  bytes: Uint8Array,
  asked: TablesAsked,
  take: (line: TablesLine) => void | Promise<void>,
): Promise<Decision<null, SpreadsheetRefusal>> {
  return askForTables('tables', bytes, asked, take)
}

/** Whether `readTables` could begin: what is refused without reading a file to its end is refused now. */
export function lookForTables(bytes: Uint8Array, asked: TablesAsked): Promise<Decision<null, SpreadsheetRefusal>> {
  return askForTables('look', bytes, asked, () => {})
}

async function askForTables(
  job: 'tables' | 'look',
  bytes: Uint8Array,
  { tables, limits = {}, ...text }: TablesAsked,
  take: (line: TablesLine) => void | Promise<void>,
): Promise<Decision<null, SpreadsheetRefusal>> {
  const all = { ...ordinaryLimits, ...limits }
  const refused = refusedWhole(bytes, all)
  if (refused && !(refused.reason === 'spreadsheet.not-a-workbook' && mayBeText(bytes))) return refused
  return runInChild({ job, limits: all, tables, ...text }, bytes, all.milliseconds, (line) =>
    'file' in line || 'sheet' in line || 'cells' in line ? undefined : take(line as TablesLine),
  )
}

/**
 * Writes a workbook. The same spec gives the same bytes; text stays text, whatever it starts with. Rows that come many at a
 * time are written as they come: neither they nor the sheet are kept.
 */
export async function writeWorkbook({ sheets, ...rest }: WorkbookSpec): Promise<Uint8Array> {
  const spec = { ...rest, sheets: sheets.map(({ rows: _, ...sheet }) => sheet) }
  const written = await fileFrom({ job: 'write', spec }, linesOf(sheets), WRITING_MS)
  if (!written.ok) throw new Error(`A workbook could not be written: ${written.reason}`)
  return written.value
}

async function* linesOf(sheets: WorkbookSpec['sheets']): AsyncGenerator<string> {
  for (const [sheet, { rows: all }] of sheets.entries())
    for await (const rows of 'length' in all ? inParts(all) : all) yield JSON.stringify({ sheet, rows })
}

const ROWS_AT_ONCE = 500

function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE)
}

/** Comma-separated text that spreadsheet programs open rightly: UTF-8 with a byte-order mark, no text taken for a formula. */
export function writeCsv(rows: readonly (readonly Written[])[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${csvText(rows)}`)
}

/** The same of any length, in the encoding asked for: rows are written as they come. */
export async function writeLongCsv(
  rows: AsyncIterable<readonly (readonly Written[])[]>,
  encoding: 'utf-8' | 'gb18030',
): Promise<Uint8Array> {
  const encode = encoding === 'utf-8' ? (text: string) => new TextEncoder().encode(text) : encodeGb18030
  const pieces: Uint8Array[] = encoding === 'utf-8' ? [encode('\ufeff')] : []
  for await (const some of rows) pieces.push(encode(csvText(some)))
  return new Uint8Array(Buffer.concat(pieces))
}

/**
 * The uploaded workbook with a remark and a fill on each cell that is wrong. When the file cannot be carried over with
 * its looks in time, its contents alone are written anew. Meant for files that `readWorkbook` has read; refuses what it refuses.
 */
export async function markErrors(
  bytes: Uint8Array,
  marks: readonly Mark[],
  limits: Partial<Limits> = {},
): Promise<Decision<Uint8Array, SpreadsheetRefusal>> {
  const all = { ...ordinaryLimits, ...limits }
  const refused = refusedWhole(bytes, all)
  if (refused) return refused
  const marked = await fileFrom({ job: 'mark', limits: all, marks }, bytes, all.milliseconds).catch(() => undefined)
  const mayBeExceljs = !marked || (!marked.ok && /slow|large/.test(marked.reason))
  if (!mayBeExceljs) return marked
  return fileFrom({ job: 'rebuild', limits: all, marks }, bytes, all.milliseconds)
}

function refusedWhole(bytes: Uint8Array, limits: Limits) {
  const reason = refusedKind(bytes)
  if (reason) return refuse(reason)
  return bytes.length > limits.bytes ? refuse('spreadsheet.too-large', { most: inMegabytes(limits.bytes) }) : undefined
}

async function fileFrom(
  task: Parameters<typeof runInChild>[0],
  input: Parameters<typeof runInChild>[1],
  milliseconds: number,
): Promise<Decision<Uint8Array, SpreadsheetRefusal>> {
  let file: Uint8Array = NOTHING
  const done = await runInChild(task, input, milliseconds, (line) => {
    if ('file' in line) file = new Uint8Array(Buffer.from(line.file, 'base64'))
  })
  return done.ok ? allow(file) : done
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}
