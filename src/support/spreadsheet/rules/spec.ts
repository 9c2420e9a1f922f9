import type { Column } from './column.ts'

/** What a cell of an exported list holds: days as `2026-03-01`, decimals as text or number, a choice as the word to show. */
export type Written = string | number | null

/** A workbook to be written. The same spec always gives the same bytes. */
export interface WorkbookSpec {
  /** The language of the hidden sheet's name and of the hints; Chinese when not given. */
  language?: 'zh' | 'en'
  sheets: SheetSpec[]
}

/** One sheet: a title and notes on top if given, the headings, the rows. */
export interface SheetSpec {
  /** At most 31 characters, none of : \ / ? * [ ] */
  name: string
  title?: string
  /** How to fill it in, one line each, above the headings. */
  notes?: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Written[])[]
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
