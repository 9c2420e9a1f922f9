import { addressOf } from './rules/address.ts'
import type { Cell, CellValue, Sheet, Workbook } from './rules/workbook.ts'

/** A cell as it crosses from the child: column, value, and where they apply the address it is merged from and `1` for hidden. */
export type WireCell = [column: number, value: CellValue, mergedFrom?: string | null, hidden?: 1]
/** What the child writes, one JSON value a line: sheets and their rows in order, then how it ended. */
export type WireLine =
  | { sheet: Omit<Sheet, 'rows'> }
  | { row: number; cells: WireCell[] }
  | { file: string }
  | { done: true }
  | { refused: string; details?: Record<string, string | number> }

/** Puts one line of the child into the workbook that is being built. */
export function addLine(workbook: Workbook, line: WireLine): void {
  if ('sheet' in line) workbook.sheets.push({ ...line.sheet, rows: [] })
  if ('row' in line) workbook.sheets.at(-1)?.rows.push(line.cells.map((cell) => unpackCell(line.row, cell)))
}

function unpackCell(row: number, [column, value, mergedFrom, hidden]: WireCell): Cell {
  const cell: Cell = { address: addressOf(row, column), row, column, value }
  if (mergedFrom) cell.mergedFrom = mergedFrom
  if (hidden) cell.hidden = true
  return cell
}
