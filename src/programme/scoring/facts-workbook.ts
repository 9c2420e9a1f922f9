import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { SheetSpec } from '#support/spreadsheet/rules/spec.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { BranchFacts } from './rules/facts-file.ts'
import { branchColumns, branchTable, factPlaces, listTables, paperTable, rulingTable } from './rules/facts-tables.ts'
import { cellsOfFacts, guideTable } from './rules/facts-write.ts'
import type { Sheet } from './rules/sheet.ts'
import type { Grid, Column as Known } from './rules/workbook-cells.ts'

/** The facts of some branches as an Excel file with drop-down lists; of none: the template to fill in. */
export async function factsFile(sheet: Sheet, branches: readonly BranchFacts[]): Promise<Uint8Array> {
  const { sheets } = cellsOfFacts(sheet, branches)
  const bytes = await writeWorkbook({ sheets: sheets.map((grid) => specOf(sheet, grid, branches.length === 0)) })
  return new Uint8Array(bytes)
}

function specOf(sheet: Sheet, { name, rows }: Grid, template: boolean): SheetSpec {
  const [headings = [], ...body] = rows
  const known = new Map(columnsOf(sheet, name).map((column) => [column.heading, column]))
  const columns = headings.map((heading, at) => columnOf(String(heading), at, known.get(String(heading))))
  // texts, so that Excel makes no date of 18/20 and no number of a code
  const cells = body.map((row) => row.map((cell) => (cell === null ? null : String(cell))))
  return { name, columns, rows: cells, ...(name !== guideTable && { emptyRows: template ? 300 : 50 }) }
}

type Hinted = Pick<Known, 'heading' | 'codec' | 'empty'> & { how?: string }

function columnsOf(sheet: Sheet, name: string): Hinted[] {
  if (name === branchTable) {
    const facts = factPlaces(sheet).map(({ heading, cell, how }): Hinted => {
      const codec = cell?.codec ?? {
        reason: 'not-in-the-list',
        details: { allowed: '无、见表' },
        read: String,
        write: String,
      }
      return { heading, codec, how }
    })
    return [...branchColumns, ...facts]
  }
  return [...Object.values(listTables), rulingTable, paperTable].find((table) => table.name === name)?.columns ?? []
}

function columnOf(heading: string, at: number, known: Hinted | undefined): Column {
  const width = Math.min(40, Math.max(12, [...heading].length * 2 + 4))
  const base = { key: `c${at}`, heading, most: 2000, width: known ? width : 36 }
  const note = known?.how === undefined ? {} : { note: known.how }
  const words = known?.codec.details?.allowed
  const required = known !== undefined && known.empty === undefined
  if (typeof words === 'string' && words !== '') {
    const choices = words.split('、').map((word) => ({ value: word, words: [word] }))
    return { ...base, ...note, kind: 'choice', choices, required }
  }
  return { ...base, ...note, kind: 'text', required }
}
