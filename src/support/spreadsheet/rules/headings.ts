import { columnLetters } from './address.ts'
import type { Column } from './column.ts'
import { type Problem, problemAt } from './problem.ts'
import { foldHeading } from './text.ts'
import { type Cell, type Sheet, shownText } from './workbook.ts'

/** Where a table's headings stand. */
export interface Headings<Key extends string> {
  /** 0 when no row of headings was found. */
  row: number
  columns: Partial<Record<Key, number>>
  /** Every column that has a heading, known or not. */
  headed: Set<number>
  problems: Problem[]
}

/** Titles and notes stand above the headings; nobody writes more of them than this. */
export const ROWS_LOOKED_AT = 30

/**
 * Finds the row with the most known headings among the first rows, and says which headings are missing, unknown or there
 * twice. A row counts only when it has at least two of them, or the only one there is.
 */
export function findHeadings<Key extends string>(
  sheet: Pick<Sheet, 'name' | 'rows'>,
  columns: readonly Column<Key>[],
  ignored: readonly string[],
): Headings<Key> {
  const known = knownHeadings(columns)
  let best: Cell[] = []
  let most = Math.min(2, columns.length) - 1
  for (const cells of sheet.rows.slice(0, ROWS_LOOKED_AT)) {
    const found = new Set(cells.map((cell) => known.get(headingIn(cell))).filter((key) => key !== undefined))
    if (found.size > most) {
      best = cells
      most = found.size
    }
  }
  if (best.length === 0) return notFound(sheet, columns)
  return placeHeadings(sheet, columns, known, new Set(ignored.map(foldHeading)), best)
}

function knownHeadings<Key extends string>(columns: readonly Column<Key>[]): Map<string, Key> {
  const known = new Map<string, Key>()
  for (const column of columns)
    for (const heading of [column.heading, ...(column.aliases ?? [])]) known.set(foldHeading(heading), column.key)
  return known
}

// A title merged over the whole width would otherwise count as a heading of every column.
function headingIn(cell: Cell): string {
  return cell.mergedFrom === undefined && cell.value.kind === 'text' ? foldHeading(cell.value.text) : ''
}

function notFound<Key extends string>(
  sheet: Pick<Sheet, 'name' | 'rows'>,
  columns: readonly Column<Key>[],
): Headings<Key> {
  const place = { sheet: sheet.name, row: 0, column: 0, heading: '' }
  const headings = columns.map((column) => column.heading).join('、')
  return {
    row: 0,
    columns: {},
    headed: new Set(),
    problems: [problemAt(place, 'spreadsheet.headings-missing', '', { headings })],
  }
}

function placeHeadings<Key extends string>(
  sheet: Pick<Sheet, 'name'>,
  columns: readonly Column<Key>[],
  known: Map<string, Key>,
  ignored: Set<string>,
  cells: Cell[],
): Headings<Key> {
  const row = cells[0]!.row
  const headings: Headings<Key> = { row, columns: {}, headed: new Set(), problems: [] }
  for (const cell of cells) {
    const written = shownText(cell.value)
    const heading = headingIn(cell)
    if (written.trim() === '') continue
    headings.headed.add(cell.column)
    const key = known.get(heading)
    const place = { sheet: sheet.name, row, column: cell.column, heading: columnLetters(cell.column) }
    if (cell.mergedFrom !== undefined) {
      headings.problems.push(problemAt(place, 'spreadsheet.merged-across', written, { from: cell.mergedFrom }))
    } else if (key === undefined) {
      if (!ignored.has(heading)) headings.problems.push(problemAt(place, 'spreadsheet.heading-unknown', written))
    } else if (headings.columns[key] !== undefined) {
      headings.problems.push(problemAt(place, 'spreadsheet.heading-doubled', written))
    } else headings.columns[key] = cell.column
  }
  for (const column of columns)
    if (column.required && headings.columns[column.key] === undefined) {
      const place = { sheet: sheet.name, row, column: 1, heading: column.heading }
      headings.problems.push(problemAt(place, 'spreadsheet.heading-missing', '', { heading: column.heading }))
    }
  return headings
}
