import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { writeRuleSheet } from '#programme/scoring/workbook.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'

/** The sample sheet as a workbook in which some cells were changed. */
export async function workbook(
  change: (sheet: string, rows: (string | number | null)[][]) => void = () => {},
): Promise<Uint8Array> {
  const { sheets } = writeRuleSheet(sampleSheet(2025))
  for (const { name, rows } of sheets) change(name, rows)
  return writeWorkbook({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      columns: rows[0]!.map((heading, at) => ({ key: `c${at}`, heading: String(heading), kind: 'text', most: 2000 })),
      rows: rows.slice(1),
    })),
  })
}

/** In the points of an indicator, a formula: told by its cell, and nothing is kept. */
export const withFormula = () =>
  workbook((name, rows) => {
    if (name === '指标') rows[2]![rows[0]!.indexOf('分值')] = '=5+5'
  })

/** A sheet of another code whose parts do not add up: kept as a draft, but barred from being issued. */
export const unbalanced = (code: string) =>
  workbook((name, rows) => {
    if (name === '说明') rows[1]![1] = code
    if (name === '指标') rows[2]![rows[0]!.indexOf('分值')] = '9'
  })
