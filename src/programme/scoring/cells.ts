import { fill, type Language } from '#basics/messages.ts'
import { Problem } from '#platform/errors.ts'
import { spreadsheetMessages } from '#support/spreadsheet/messages.ts'
import { columnLetters } from '#support/spreadsheet/rules/address.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { SheetSpec } from '#support/spreadsheet/rules/spec.ts'
import { type Workbook as Read, shownText } from '#support/spreadsheet/rules/workbook.ts'
import { readWorkbook, writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { Sheet } from './rules/sheet.ts'
import { asPoints, asWhole, type Cell, type Grid, type Workbook } from './rules/workbook-cells.ts'
import type { Field } from './rules/workbook-columns.ts'
import { columnsOfTable } from './rules/workbook-tables.ts'
import { cellsOfSheet } from './rules/workbook-write.ts'
import { writeRuleSheet } from './workbook.ts'

export interface SaidError {
  sheet: string
  row: number
  column: string
  message: string
}

/** Opens a workbook that came from outside, or stops with 413 or 415 and the reason. */
export async function opened(bytes: Uint8Array): Promise<Read> {
  const read = await readWorkbook(bytes)
  if (read.ok) return read.value
  const status = /too-|bomb/.test(read.reason) ? 413 : 415
  throw new Problem(status, read.reason, read.details ? { details: read.details } : {})
}

/** The cells as plain texts; what is computed by a formula cannot be relied on, and is an error at its place. */
export function plainCells({ sheets }: Read, language: Language): { workbook: Workbook; errors: SaidError[] } {
  const errors: SaidError[] = []
  const grids = sheets.map(({ name, rows }): Grid => {
    const grid: Cell[][] = []
    for (const cells of rows)
      for (const { row, column, value } of cells) {
        if (value.kind === 'formula' || value.kind === 'error') {
          const reason = value.kind === 'formula' ? 'spreadsheet.formula' : 'spreadsheet.error-value'
          const message = fill(spreadsheetMessages.refusals[reason][language], { value: shownText(value) })
          errors.push({ sheet: name, row, column: columnLetters(column), message })
          continue
        }
        while (grid.length < row) grid.push([])
        const line = grid[row - 1]!
        while (line.length < column) line.push(null)
        line[column - 1] = shownText(value)
      }
    return { name, rows: grid }
  })
  return { workbook: { sheets: grids }, errors }
}

/** A rule sheet as an Excel file with drop-down lists. */
export async function sheetFile(sheet: Sheet): Promise<Uint8Array> {
  return writeWorkbook({ sheets: writeRuleSheet(sheet).sheets.map((grid) => specOf(grid, true)) })
}

/** The same file without any content: headings and drop-down lists, and the example's words where a line is named. */
export async function emptyFile(example: Sheet): Promise<Uint8Array> {
  return writeWorkbook({ sheets: cellsOfSheet(example, true).sheets.map((grid) => specOf(grid, false)) })
}

function specOf({ name, rows }: Grid, filled: boolean): SheetSpec {
  const [headings = [], ...body] = rows
  const fields = columnsOfTable(name)
  const columns = headings.map((heading, at) => columnOf(String(heading), at, fields))
  // In a list of lines the first column says what goes into the second.
  const kept = filled ? body : fields ? [] : body.map(([label]) => [label ?? null, null])
  const cells = kept.map((row) =>
    row.map((cell, at) => (columns[at]?.kind === 'text' && cell !== null ? String(cell) : cell)),
  )
  return { name, columns, rows: cells, ...(fields && { emptyRows: filled ? 50 : 200 }) }
}

function columnOf(heading: string, at: number, fields: Field[] | undefined): Column {
  const field = fields?.find((each) => each.heading === heading)
  const base = { key: `c${at}`, heading, most: 2000, width: heading.length > 4 || !fields ? 24 : 14 }
  if (!field) return { ...base, kind: 'text', width: at === 0 ? 20 : 60 }
  const words = field.codec.details?.allowed
  const required = field.empty === undefined
  if (typeof words === 'string') {
    const choices = words.split('、').map((word) => ({ value: word, words: [word] }))
    return { ...base, kind: 'choice', choices, required }
  }
  return { ...base, kind: field.codec === asPoints ? 'decimal' : field.codec === asWhole ? 'whole' : 'text', required }
}
