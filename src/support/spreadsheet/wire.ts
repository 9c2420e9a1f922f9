import { addressOf } from './rules/address.ts'
import type { Column } from './rules/column.ts'
import type { Encoding } from './rules/encoding.ts'
import type { Limits } from './rules/limits.ts'
import type { Problem } from './rules/problem.ts'
import type { TableHead, TableRow } from './rules/table.ts'
import type { Cell, CellValue, Sheet, Workbook } from './rules/workbook.ts'

/** A cell as it crosses from the child: column, value, and where they apply the address it is merged from and `1` for hidden. */
export type WireCell = [column: number, value: CellValue, mergedFrom?: string | null, hidden?: 1]
/** What the child writes, one JSON value a line: sheets and their rows in order, then how it ended. */
export type WireLine =
  | { sheet: Omit<Sheet, 'rows'> }
  | { row: number; cells: WireCell[] }
  | { file: string }
  | TablesLine
  | { done: true }
  | { refused: string; details?: Record<string, string | number> }

/** Which tables to read out of a file. */
export interface TablesAsked {
  tables: readonly TableAsked[]
  limits?: Partial<Limits>
  /** How text is written, where a person says so; found out when not given. */
  encoding?: Encoding | undefined
  /** Text is taken for a table also when no heading is found in it, so that a person sees what was read. */
  anyText?: boolean
}

export interface TableAsked {
  /** By which a sheet is known, in lower case. */
  names: readonly string[]
  /** What a table read from text is called. */
  title: string
  columns: readonly Column[]
}

/** What is told of tables as they are read: how text was written and its first rows; where a table is; rows and problems. */
export type TablesLine =
  | { text: { encoding: Encoding; sample: string[][] } }
  | { table: number; head: TableHead }
  | { table: number; rows: TableRow[]; problems: Problem[]; cutShort: boolean }

/** Puts one line of the child into the workbook that is being built. */
export function addLine(workbook: Workbook, line: WireLine): void {
  if ('sheet' in line) workbook.sheets.push({ ...line.sheet, rows: [] })
  if ('cells' in line) workbook.sheets.at(-1)?.rows.push(line.cells.map((cell) => unpackCell(line.row, cell)))
}

export function unpackCell(row: number, [column, value, mergedFrom, hidden]: WireCell): Cell {
  const cell: Cell = { address: addressOf(row, column), row, column, value }
  if (mergedFrom) cell.mergedFrom = mergedFrom
  if (hidden) cell.hidden = true
  return cell
}
