import type { Details } from '#basics/decision.ts'
import { columnLetters } from './address.ts'
import { readValue } from './cell-value.ts'
import type { Column } from './column.ts'
import { findHeadings, type Headings, ROWS_LOOKED_AT } from './headings.ts'
import { type Problem, problemAt } from './problem.ts'
import { tidyText } from './text.ts'
import { type Cell, type Sheet, shownText } from './workbook.ts'

/** A table as it was read, with everything that is wrong in it. */
export interface Table<Key extends string = string> {
  sheet: string
  /** The row that the headings stand in; 0 when they were not found. */
  headingRow: number
  /** In which column of the sheet each known heading stands. */
  columns: Partial<Record<Key, number>>
  /** Every row that has anything in a known column, wrong ones too, so that all mistakes can be told at once. */
  rows: TableRow<Key>[]
  problems: Problem[]
  /** Reading stopped at 20,000 problems: the rows below have not been looked at. */
  cutShort: boolean
}

const MOST_PROBLEMS = 20_000
const IGNORED = ['序号', 'No.']

/** One row of a table. A value is null when its cell is blank or wrong; `wrong` lists the columns whose cells are wrong. */
export interface TableRow<Key extends string = string> {
  /** Its number in the sheet, from 1. */
  row: number
  /** The row is hidden in the file. */
  hidden: boolean
  values: Record<Key, string | null>
  wrong: Key[]
}

/** What is known of a table before its rows. */
export type TableHead<Key extends string = string> = Pick<Table<Key>, 'sheet' | 'headingRow' | 'columns'>

/** What came of some rows of cells. */
export type TablePart<Key extends string = string> = Pick<Table<Key>, 'rows' | 'problems'>

/** Reads a table row by row, so that one of any length is never held whole. */
export interface TableReader<Key extends string = string> {
  /** Nothing until the headings have been looked for. */
  head: TableHead<Key> | undefined
  /** Reading stopped, as in `Table`: what is pushed now is not looked at. */
  cutShort: boolean
  /** Takes the cells of the next row that has any. */
  push(cells: Cell[]): TablePart<Key>
  /** The sheet has no more rows. */
  end(): TablePart<Key>
}

/**
 * Reads a sheet as a table with these columns: finds the row of headings (in any order, with or without stars, below
 * titles and notes), reads every row under it and collects every problem. Columns headed by one of `ignored` (a running
 * number, remarks for oneself) are passed over; any other unknown heading is a problem, lest its data vanish unseen.
 * A vertically merged cell counts for each of its rows; one merged across columns is a problem in the columns it covers.
 */
export function readTable<Key extends string>(
  sheet: Sheet,
  columns: readonly Column<Key>[],
  ignored: readonly string[] = IGNORED,
): Table<Key> {
  const reader = tableReader(sheet, columns, ignored)
  const parts = [...sheet.rows.map((cells) => reader.push(cells)), reader.end()]
  return {
    ...reader.head!,
    rows: parts.flatMap(({ rows }) => rows),
    problems: parts.flatMap(({ problems }) => problems),
    cutShort: reader.cutShort,
  }
}

/** Reads a table as `readTable` does, while its rows come in one by one, in order. */
export function tableReader<Key extends string>(
  sheet: Pick<Sheet, 'name' | 'date1904'>,
  columns: readonly Column<Key>[],
  ignored: readonly string[] = IGNORED,
): TableReader<Key> {
  const waiting: Cell[][] = []
  let headings: Headings<Key> | undefined
  let problems = 0
  const begin = (): TablePart<Key> => {
    headings = findHeadings({ name: sheet.name, rows: waiting }, columns, ignored)
    reader.head = { sheet: sheet.name, headingRow: headings.row, columns: headings.columns }
    problems += headings.problems.length
    const first = waiting.splice(0).map(read)
    return {
      rows: first.flatMap(({ rows }) => rows),
      problems: [...headings.problems, ...first.flatMap((part) => part.problems)],
    }
  }
  const read = (cells: Cell[]): TablePart<Key> => {
    const part: TablePart<Key> = { rows: [], problems: [] }
    if (headings!.row === 0 || (cells[0]?.row ?? 0) <= headings!.row) return part
    reader.cutShort = problems >= MOST_PROBLEMS
    if (!reader.cutShort) readRow({ ...reader.head!, ...part }, sheet, columns, headings!, cells)
    problems += part.problems.length
    return part
  }
  const reader: TableReader<Key> = {
    head: undefined,
    cutShort: false,
    push(cells) {
      if (headings) return read(cells)
      waiting.push(cells)
      return waiting.length < ROWS_LOOKED_AT ? { rows: [], problems: [] } : begin()
    },
    end: () => (headings ? { rows: [], problems: [] } : begin()),
  }
  return reader
}

/** A problem that the importing capability found in a row: it is told at the cell of that column. */
export function problemIn<Key extends string, Reason extends string>(
  table: TableHead<Key>,
  row: Pick<TableRow<Key>, 'row' | 'values'>,
  column: Column<Key>,
  reason: Reason,
  details?: Details,
): Problem<Reason> {
  const place = { sheet: table.sheet, row: row.row, column: table.columns[column.key] ?? 1, heading: column.heading }
  return problemAt(place, reason, row.values[column.key] ?? '', details)
}

function readRow<Key extends string>(
  table: TableHead<Key> & TablePart<Key>,
  sheet: Pick<Sheet, 'date1904'>,
  columns: readonly Column<Key>[],
  headings: Headings<Key>,
  cells: Cell[],
): void {
  const filled = new Map(
    cells.filter((cell) => tidyText(shownText(cell.value)) !== '').map((cell) => [cell.column, cell]),
  )
  strayValues(table, headings, filled)
  const known = columns.some((column) => filled.has(headings.columns[column.key] ?? 0))
  if (!known) return
  const number = cells[0]!.row
  const row: TableRow<Key> = {
    row: number,
    hidden: cells.every((cell) => cell.hidden),
    values: {} as Record<Key, string | null>,
    wrong: [],
  }
  for (const column of columns) {
    const place = headings.columns[column.key]
    row.values[column.key] =
      place === undefined ? null : readCell(table, sheet.date1904, row, column, place, filled.get(place))
  }
  table.rows.push(row)
}

function readCell<Key extends string>(
  table: TableHead<Key> & TablePart<Key>,
  date1904: boolean,
  row: TableRow<Key>,
  column: Column<Key>,
  place: number,
  cell: Cell | undefined,
): string | null {
  const at = { sheet: table.sheet, row: row.row, column: place, heading: column.heading }
  const value = cell ? shownText(cell.value) : ''
  const across = cell?.mergedFrom !== undefined && /^[A-Z]+/.exec(cell.mergedFrom)?.[0] !== columnLetters(place)
  const read = across
    ? ({ ok: false, reason: 'spreadsheet.merged-across', details: { from: cell.mergedFrom! } } as const)
    : readValue(cell, column, date1904)
  if (read.ok && (read.value !== null || !column.required)) return read.value
  row.wrong.push(column.key)
  table.problems.push(read.ok ? problemAt(at, 'spreadsheet.required') : problemAt(at, read.reason, value, read.details))
  return null
}

function strayValues<Key extends string>(
  table: TableHead<Key> & TablePart<Key>,
  headings: Headings<Key>,
  filled: Map<number, Cell>,
): void {
  for (const cell of filled.values())
    if (!headings.headed.has(cell.column) && cell.mergedFrom === undefined) {
      const at = { sheet: table.sheet, row: cell.row, column: cell.column, heading: columnLetters(cell.column) }
      table.problems.push(problemAt(at, 'spreadsheet.value-without-heading', shownText(cell.value)))
    }
}
