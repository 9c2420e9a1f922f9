import { labelsIn } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { Problem } from '#platform/errors.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { BoardRowView } from './actions-board.ts'
import { boardMessages } from './messages-board.ts'
import { type BoardFilter, type BoardRow, boardRows } from './reads-board.ts'
import { nowOn } from './rules/board-words.ts'

const MOST = 60_000

/** The board as a workbook, in the order of the structure. */
export async function boardFile(context: Context, filter: BoardFilter, view: (row: BoardRow) => BoardRowView) {
  const { rows, next } = await boardRows(context, { ...filter, limit: MOST })
  if (next) throw new Problem(409, 'theme.too-many-to-export', { details: { most: MOST } })
  const say = labelsIn(boardMessages, context.language)
  const column = (key: 'branch' | 'region' | 'unit' | 'stage' | 'theme' | 'detail', width: number) => ({
    key,
    heading: say[key],
    kind: 'text' as const,
    width,
  })
  const columns = [
    column('branch', 34),
    column('region', 10),
    column('unit', 26),
    column('stage', 12),
    column('theme', 30),
    column('detail', 44),
  ]
  const cells = rows.map(view).map((row) => {
    const theme = row.inForce?.theme ?? (row.underWay && 'theme' in row.underWay ? row.underWay.theme : null)
    return [row.branch.name, row.region, row.unit, say[row.stage], theme?.name ?? null, nowOn(row, say) || null]
  })
  const sheets = [{ name: say.board, columns, rows: cells }]
  const bytes = await writeWorkbook({ language: context.language, sheets })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${say.board}-${context.today}.xlsx`, type, bytes: new Uint8Array(bytes) }
}
