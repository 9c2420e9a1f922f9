import { addDays, isDay } from '#basics/calendar.ts'
import type { Details } from '#basics/decision.ts'
import { readExact, writeExact } from '#basics/exact.ts'

/** A workbook as plain cells: what a spreadsheet module reads and writes. The first row of a sheet holds its headings. */
export interface Workbook {
  sheets: Grid[]
}
export interface Grid {
  name: string
  rows: Cell[][]
}
export type Cell = string | number | null

/** Something wrong at a cell: sheet, row (1 is the first) and the heading of the column. */
export interface CellError {
  sheet: string
  row: number
  column: string
  reason: CellReason
  details: Details
}
export type CellReason =
  | 'sheet-missing'
  | 'heading-missing'
  | 'heading-unknown'
  | 'heading-twice'
  | 'cell-empty'
  | 'cell-not-used'
  | 'not-a-text'
  | 'not-a-code'
  | 'not-a-number'
  | 'not-a-whole-number'
  | 'not-a-day'
  | 'not-in-the-list'
  | 'twice'
  | 'rows-missing'
  | 'not-a-sheet'
  | 'not-a-pair'
  | 'none-but-rows'
  | 'rows-but-none'
  | 'periods-differ'

/** How a column's cells are read and written. `read` answers undefined for what it cannot read. */
export interface Codec {
  reason: CellReason
  read: (text: string) => unknown
  write: (value: unknown) => Cell
  details?: Details
}

export interface Column {
  heading: string
  codec: Codec
  /** An empty cell is null (`null`) or an empty text (`''`); not given, it is an error. */
  empty?: null | ''
  unique?: true
  /** The whole column may be missing; its cells are empty then. */
  mayLack?: true
}

/** One row of a table: where it stood, and its values by heading; what could not be read is missing. */
export interface Row {
  row: number
  values: Record<string, unknown>
}

export const asText: Codec = {
  reason: 'not-a-text',
  read: (text) => (/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u.test(text) ? undefined : text),
  write: String,
}

export const asCode: Codec = {
  reason: 'not-a-code',
  read: (text) => (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(text) ? text : undefined),
  write: String,
}

/** Points: an exact decimal; written as a number where the spreadsheet holds it exactly, else as text. */
export const asPoints: Codec = {
  reason: 'not-a-number',
  read: (text) => {
    const folded = text.normalize('NFKC')
    const read = /^-?\d{1,12}(\.\d{1,4})?$/.test(folded) ? readExact(folded) : null
    return read ? writeExact(read) : undefined
  },
  write: (value) => (String(Number(value)) === value ? Number(value) : String(value)),
}

export const asWhole: Codec = {
  reason: 'not-a-whole-number',
  read: (text) => (/^\d{1,6}$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : undefined),
  write: Number,
}

/** 2025-12-31, 2025/12/31, 2025.12.31 or 2025年12月31日. */
export const asDay: Codec = {
  reason: 'not-a-day',
  read: (text) => {
    const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'))
    const day = parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : ''
    return isDay(day) ? day : undefined
  },
  write: String,
}

/** One of a list of words; the cell may say more behind the word (`A2 逐次扣分`). */
export function asOneOf(words: Record<string, unknown>): Codec {
  return {
    reason: 'not-in-the-list',
    details: { allowed: Object.keys(words).join('、') },
    read: (text) => (Object.hasOwn(words, text) ? words[text] : undefined),
    write: (value) => Object.keys(words).find((word) => words[word] === value) ?? String(value),
  }
}

/** Several codes with 、 between. */
export const asCodes: Codec = {
  reason: 'not-a-code',
  read: (text) => {
    const codes = text.split(/[、,，;；\s]+/)
    return codes.every((code) => asCode.read(code) !== undefined) ? codes : undefined
  },
  write: (value) => (value as string[]).join('、'),
}

/** Several names with 、 between; a name holds no such sign. */
export const asNames: Codec = {
  reason: 'not-a-text',
  read: (text) => {
    const names = text.split(/[、；;]/).map((name) => name.trim())
    return names.every((name) => name !== '' && asText.read(name) !== undefined) ? names : undefined
  },
  write: (value) => (value as string[]).join('、'),
}

/** A moment in Asia/Shanghai; `2026-12-10 24:00` is the beginning of the next day. */
export const asMoment: Codec = {
  reason: 'not-a-day',
  read: (text) => {
    const plain = text.normalize('NFKC')
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+08:00$/.test(plain)) return plain
    const parts = /^(\S+?)\s*(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d{1,6})?))?$/.exec(plain)
    const day = parts && (asDay.read(parts[1]!) as string | undefined)
    if (!parts || day === undefined || Number(parts[2]) > 24 || Number(parts[3]) > 59) return undefined
    const [whole = '00', decimals = ''] = (parts[4] ?? '').split('.').filter((part) => part !== '')
    if (Number(whole) > 59) return undefined
    const seconds = `${whole}.${decimals.padEnd(6, '0')}`
    if (parts[2] === '24')
      return parts[3] === '00' && Number(seconds) === 0 ? `${addDays(day!, 1)}T00:00:00.000000+08:00` : undefined
    return `${day}T${parts[2]!.padStart(2, '0')}:${parts[3]}:${seconds}+08:00`
  },
  write: String,
}

/** Sums of codes in order: `2+3；1`. */
export const asSums: Codec = {
  reason: 'not-a-code',
  read: (text) => {
    const sums = text.split(/[;；]/).map((sum) => sum.split(/[+＋]/).map((code) => code.trim()))
    return sums.flat().every((code) => asCode.read(code) !== undefined) ? sums : undefined
  },
  write: (value) => (value as string[][]).map((sum) => sum.join('+')).join('；'),
}

/** Reads one cell; an empty one by the column's rule. Answers undefined, and notes the error, where it cannot be read. */
export function readCell(column: Column, cell: Cell | undefined, note: (reason: CellReason, details: Details) => void) {
  const text = textOf(cell)
  if (text === '') {
    if (column.empty === undefined) note('cell-empty', {})
    return column.empty
  }
  const value = column.codec.read(text)
  if (value === undefined) note(column.codec.reason, { value: text, ...column.codec.details })
  return value
}

/** What a cell says: without blanks around it (wide blanks too), its lines joined by one blank. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return String(cell)
    .normalize('NFC')
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

/** Reads a table with headings in any order; blank rows are skipped; every error is noted. */
export function readTable(
  workbook: Workbook,
  sheet: string,
  columns: readonly Column[],
  errors: CellError[],
  mayLack = false,
): Row[] {
  const grid = workbook.sheets.find(({ name }) => name.trim() === sheet)
  if (!grid) {
    if (mayLack) return []
    errors.push({ sheet, row: 0, column: '', reason: 'sheet-missing', details: {} })
    return []
  }
  const places = headingPlaces(grid.rows[0] ?? [], sheet, columns, errors)
  const seen = new Set<string>()
  return grid.rows.flatMap((cells, at): Row[] => {
    if (at === 0 || cells.every((cell) => textOf(cell) === '')) return []
    const row = at + 1
    const values: Record<string, unknown> = {}
    for (const column of columns) {
      const place = places.get(column.heading)
      if (place === undefined) {
        if (column.mayLack) values[column.heading] = column.empty
        continue
      }
      const value = readCell(column, cells[place], (reason, details) => {
        errors.push({ sheet, row, column: column.heading, reason, details })
      })
      if (value !== undefined) values[column.heading] = value
      const key = `${column.heading}\n${String(value)}`
      if (column.unique && value !== undefined && seen.has(key))
        errors.push({ sheet, row, column: column.heading, reason: 'twice', details: { value: String(value) } })
      seen.add(key)
    }
    return [{ row, values }]
  })
}

/** The heading as the layout has it: a star behind it, blanks, wide and narrow signs change nothing. */
export function headingOf(cell: Cell | undefined, columns: readonly { heading: string }[]): string {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s*]/g, '')
  const text = textOf(cell)
  return columns.find(({ heading }) => plain(heading) === plain(text))?.heading ?? text
}

function headingPlaces(headings: Cell[], sheet: string, columns: readonly Column[], errors: CellError[]) {
  const places = new Map<string, number>()
  headings.forEach((cell, at) => {
    const heading = headingOf(cell, columns)
    if (heading === '') return
    const known = columns.some((column) => column.heading === heading)
    const reason = places.has(heading) ? 'heading-twice' : known ? null : 'heading-unknown'
    if (reason) errors.push({ sheet, row: 1, column: heading, reason, details: {} })
    else places.set(heading, at)
  })
  for (const { heading, mayLack } of columns)
    if (!places.has(heading) && !mayLack)
      errors.push({ sheet, row: 1, column: heading, reason: 'heading-missing', details: {} })
  return places
}
