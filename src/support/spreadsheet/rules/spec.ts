import type { Column } from './column.ts'

/** What a cell of an exported list holds: days as `2026-03-01`, decimals as text or number, a choice as the word to show. */
export type Written = string | number | null

/** A text that leads to a cell of the file that the sheet names in `links`. */
export interface Link {
  text: string
  sheet: string
  address: string
}

/** A workbook to be written. The same spec with the same rows always gives the same bytes. */
export interface WorkbookSpec {
  /** The language of the hidden sheet's name and of the hints; Chinese when not given. */
  language?: 'zh' | 'en'
  sheets: SheetSpec[]
}

/** The rows of a sheet: all of them, or many at a time as they come. No more are asked for than are being written. */
export type Row = readonly (Written | Link)[]
export type Rows = readonly Row[] | AsyncIterable<readonly Row[]>

/** One sheet: a title and notes on top if given, the headings, the rows. */
export interface SheetSpec {
  /** At most 31 characters, none of : \ / ? * [ ] */
  name: string
  title?: string
  /** How to fill it in, one line each, above the headings. */
  notes?: readonly string[]
  columns: readonly Column[]
  rows: Rows
  /** The name of the file, lying beside this one, to whose cells links lead. */
  links?: string
  /** The key of the column that holds links. */
  linked?: string
  /** How many empty rows below the last get drop-down lists and formats: 1000 for a template; none when not given. */
  emptyRows?: number
}

/** A remark to be put on one cell of a workbook that came from outside. */
export interface Mark {
  sheet: string
  /** `B12`; the first cell when empty. */
  address: string
  /** What is wrong, as the person shall read it. */
  text: string
}

/** A workbook but for its rows. */
export interface EmptySpec extends Omit<WorkbookSpec, 'sheets'> {
  sheets: Omit<SheetSpec, 'rows'>[]
}
