import { allow, type Decision } from '#basics/decision.ts'
import { fill, type Language, labelsIn } from '#basics/messages.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { Limits, SpreadsheetRefusal } from '#support/spreadsheet/rules/limits.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import { markErrors, writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { sayRemark } from './import-file.ts'
import { importMessages } from './messages-import.ts'
import { importingMessages } from './messages-importing.ts'

interface Remarks {
  problems: Problem<string>[]
  warnings: Problem<string>[]
}

const limits: Partial<Limits> = { milliseconds: 90_000 }

/** The file as it came, with a remark on every cell that is wrong or worth a look. */
export function markedCopy(
  bytes: Uint8Array,
  { problems, warnings }: Remarks,
  language: Language,
): Promise<Decision<Uint8Array, SpreadsheetRefusal>> {
  const hint = importMessages.labels.warning[language]
  const marks = [
    ...problems.map((each) => ({ sheet: each.sheet, address: each.address, text: sayRemark(each, language) })),
    ...warnings.map((each) => ({ ...each, text: `${hint}${sayRemark(each, language)}` })),
  ]
  return markErrors(bytes, marks, limits)
}

/**
 * What is wrong or worth a look in a file as a list: the sheet and the cell of each, what stands there, and why. A click on
 * a cell opens it in the workbook of that name, where it lies beside the list; a text has no cells to open.
 */
export async function listOfRemarks(
  { problems, warnings }: Remarks,
  file: { name: string; isText: boolean },
  language: Language,
): Promise<Decision<Uint8Array, never>> {
  const say = labelsIn(importingMessages, language)
  const column = (key: string, heading: string, width: number): Column => ({ key, heading, width, kind: 'text' })
  const rowsOf = (kind: string, remarks: Problem<string>[]) =>
    remarks.map((each) => [
      kind,
      each.sheet,
      each.row === 0 ? null : String(each.row),
      each.column || null,
      each.address && !file.isText
        ? { text: each.address, sheet: each.sheet, address: each.address }
        : each.address || null,
      each.value || null,
      sayRemark(each, language),
    ])
  return allow(
    await writeWorkbook({
      language,
      sheets: [
        {
          name: say.problems,
          ...(!file.isText && {
            notes: [fill(say.listNote, { file: file.name })],
            links: file.name,
            linked: 'address',
          }),
          columns: [
            column('kind', say.remarkKind, 10),
            column('sheet', say.sheet, 12),
            column('row', say.rowNumber, 10),
            column('column', say.column, 18),
            column('address', say.cell, 10),
            column('value', say.value, 30),
            column('what', say.what, 70),
          ],
          rows: [...rowsOf(say.problem, problems), ...rowsOf(say.warnings, warnings)],
        },
      ],
    }),
  )
}
