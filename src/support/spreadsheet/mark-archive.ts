import type ExcelJS from 'exceljs'
import { addMarks, newWorkbook } from './build.ts'
import { readArchive } from './read-archive.ts'
import type { Limits } from './rules/limits.ts'
import type { Mark } from './rules/spec.ts'
import { withoutDates } from './undated.ts'

/**
 * The workbook as it came, with remarks on its cells. Read by our own reader first: exceljs knows no ceilings, and it
 * loads some files that others write (prefixed names, cells without addresses) as empty ones without a word.
 */
export async function markArchive(bytes: Uint8Array, limits: Limits, marks: readonly Mark[]): Promise<Uint8Array> {
  let cells = 0
  await readArchive(bytes, limits, (line) => {
    if ('row' in line) cells += line.cells.filter(([, , mergedFrom]) => !mergedFrom).length
  })
  const workbook = await newWorkbook()
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  if (cellsIn(workbook) < cells) throw new Error('exceljs has lost some of the cells.')
  addMarks(workbook, marks)
  return withoutDates(await workbook.xlsx.writeBuffer())
}

function cellsIn(workbook: ExcelJS.Workbook): number {
  let cells = 0
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      row.eachCell(() => {
        cells += 1
      })
    })
  return cells
}
