import { allow, type Decision, refuse } from '#basics/decision.ts'
import { addressOf } from './address.ts'
import type { Limits, SpreadsheetRefusal } from './limits.ts'
import { looksLikeFormula } from './text.ts'
import type { Cell, Sheet } from './workbook.ts'

/**
 * Reads comma-separated text (or with semicolons or tabs, whichever the first line has most of) as a sheet of text cells.
 * Fields may be quoted, quotes inside doubled, lines ended by LF, CRLF or CR. Blank fields make no cell. The `'` that we
 * write before a text that looks like a formula is taken off again.
 */
export function parseCsv(text: string, name: string, limits: Limits): Decision<Sheet, SpreadsheetRefusal> {
  const sheet: Sheet = { name, hidden: false, date1904: false, rows: [] }
  const rows = csvRows(text, limits)
  for (;;) {
    const { done, value } = rows.next()
    if (done) return value.ok ? allow(sheet) : value
    sheet.rows.push(value)
  }
}

/** The rows of `parseCsv` one by one, those without anything left out; how it ended comes last. */
export function* csvRows(text: string, limits: Limits): Generator<Cell[], Decision<null, SpreadsheetRefusal>> {
  const separator = separatorOf(text)
  let cells: Cell[] = []
  let [row, column, count, at] = [1, 1, 0, 0]
  while (at < text.length) {
    const field = readField(text, at, separator)
    if (!field) return refuse('spreadsheet.unreadable')
    at = field.end
    const value = withoutGuard(field.text)
    if (value.trim() !== '') {
      if (row > limits.rows) return refuse('spreadsheet.too-many-rows', { most: limits.rows })
      if (column > limits.columns) return refuse('spreadsheet.too-many-columns', { most: limits.columns })
      if (++count > limits.cells) return refuse('spreadsheet.too-many-cells', { most: limits.cells })
      if (value.length > limits.characters) return refuse('spreadsheet.too-large', { most: limits.characters })
      cells.push({ address: addressOf(row, column), row, column, value: { kind: 'text', text: value } })
    }
    if (text[at] === separator) {
      column += 1
      at += 1
      continue
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (cells.length > 0) yield cells
    cells = []
    column = 1
    row += 1
  }
  if (cells.length > 0) yield cells
  return allow(null)
}

/**
 * Rows as comma-separated text with CRLF. A text that a spreadsheet program could take for a formula gets a `'` in front
 * (see `looksLikeFormula`); numbers stay as they are. No byte-order mark: that belongs to the bytes.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
}

function csvField(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  const guarded = typeof value === 'string' && (looksLikeFormula(text) || /^'/.test(text)) ? `'${text}` : text
  return /[",;\t\r\n']|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function withoutGuard(text: string): string {
  return text.startsWith("'") && (looksLikeFormula(text.slice(1)) || text.startsWith("''")) ? text.slice(1) : text
}

function separatorOf(text: string): string {
  const line = text.slice(0, 20_000).split(/[\r\n]/, 1)[0] ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most))
}

// A field ends before its separator, its line end or the end of the text. Nothing when an opened quote is never closed.
function readField(text: string, from: number, separator: string): { text: string; end: number } | undefined {
  let at = from
  let value = ''
  if (text[at] === '"') {
    for (;;) {
      const close = text.indexOf('"', at + 1)
      if (close < 0) return undefined
      value += text.slice(at + 1, close)
      at = close + 1
      if (text[at] !== '"') break
      value += '"'
    }
  }
  const start = at
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { text: value + text.slice(start, at), end: at }
}
