import type { Day } from '#basics/calendar.ts'

/** A spreadsheet as it was read: every sheet in the file's order, hidden ones too. */
export interface Workbook {
  sheets: Sheet[]
}

/** One sheet. `rows` holds only rows and cells that have something in them, in order of row and column. */
export interface Sheet {
  name: string
  /** People do not see this sheet unless they unhide it; its data is read all the same. */
  hidden: boolean
  /** Serial numbers of days in this file count from 1904 (old Macs) instead of 1900. */
  date1904: boolean
  rows: Cell[][]
}

/** A cell that has something in it. Rows and columns count from 1. */
export interface Cell {
  /** As people name it: `B12`. */
  address: string
  row: number
  column: number
  value: CellValue
  /** This cell is covered by a merged one: `value` is repeated from the cell at this address. */
  mergedFrom?: string
  /** The row or the column of the cell is hidden. */
  hidden?: true
}

/**
 * What stands in a cell.
 * A number is kept as an exact decimal in plain digits; `exact: false` says that it has more than 15 digits, so that the
 * program which saved the file has already replaced the last ones by zeros (identity and account numbers typed as numbers).
 * A formula is never computed: `formula` is what was typed, `shown` what the other program last showed.
 * Cells without a value are not kept, so no kind says "empty" but a text of blanks, which trims to nothing.
 */
export type CellValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; decimal: string; exact: boolean }
  | { kind: 'day'; day: Day; time?: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'formula'; formula: string; shown: string }
  | { kind: 'error'; code: string }

/** The cell at that row and column, if anything is in it. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.find((cells) => cells[0]?.row === row)?.find((cell) => cell.column === column)
}

/** The cell's content as a person sees it, for messages and for spreadsheets given back. */
export function shownText(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return value.decimal
    case 'day':
      return value.time ? `${value.day} ${value.time}` : value.day
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE'
    case 'formula':
      return `=${value.formula}`
    case 'error':
      return value.code
  }
}
