import type ExcelJS from 'exceljs'
import { spreadsheetMessages } from './messages.ts'
import { readArchive } from './read-archive.ts'
import { columnLetters } from './rules/address.ts'
import { type Column, choicesOf } from './rules/column.ts'
import type { Limits } from './rules/limits.ts'
import type { EmptySpec, Mark, SheetSpec } from './rules/spec.ts'
import { shownText } from './rules/workbook.ts'
import { withoutDates } from './undated.ts'

const HEADING_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3E3E1' } } as const
const MOST_CHARACTERS = 32_767
const FONT = '微软雅黑'

const LINK_FONT = { name: FONT, color: { argb: 'FF0563C1' }, underline: true } as const

type Lists = Map<string, string>
type EmptySheet = EmptySpec['sheets'][number]

/**
 * Writes the workbook that the spec describes, without its rows. What reaches to the last row of a sheet reaches to the row
 * that `lastRowMark` says, which no other number in that sheet can be.
 */
export async function buildEmpty(spec: EmptySpec): Promise<Uint8Array> {
  const workbook = await emptyWorkbook()
  const sheets = spec.sheets.map((sheet) => ({ sheet, target: workbook.addWorksheet(sheet.name) }))
  const lists = addLists(workbook, spec)
  for (const { sheet, target } of sheets) fillSheet(target, sheet, lists, spec.language ?? 'zh')
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The last row that a sheet can have. */
export const lastRowMark = 1_048_576

/** In which row of its sheet the headings stand. */
export function headingRowOf({ title, notes }: Pick<SheetSpec, 'title' | 'notes'>): number {
  return (title ? 1 : 0) + (notes?.length ?? 0) + 1
}

/** Writes a workbook's contents anew, without its looks, with remarks: for files that could not be loaded as they are. */
export async function rebuildWithMarks(bytes: Uint8Array, limits: Limits, marks: readonly Mark[]): Promise<Uint8Array> {
  const workbook = await emptyWorkbook()
  let sheet: ExcelJS.Worksheet | undefined
  await readArchive(bytes, limits, (line) => {
    if ('sheet' in line)
      sheet = workbook.addWorksheet(line.sheet.name, { state: line.sheet.hidden ? 'hidden' : 'visible' })
    if (!('row' in line) || !sheet) return
    for (const [column, value, mergedFrom] of line.cells)
      if (!mergedFrom) sheet.getRow(line.row).getCell(column).value = asTyped(shownText(value))
  })
  addMarks(workbook, marks)
  return withoutDates(await workbook.xlsx.writeBuffer())
}

/** Puts each remark on its cell as a comment, and a fill under it. */
export function addMarks(workbook: ExcelJS.Workbook, marks: readonly Mark[]): void {
  const texts = new Map<string, { mark: Mark; lines: string[] }>()
  for (const mark of marks) {
    const key = `${mark.sheet}!${mark.address}`
    const there = texts.get(key)
    if (there) there.lines.push(mark.text)
    else texts.set(key, { mark, lines: [mark.text] })
  }
  for (const { mark, lines } of texts.values()) {
    const sheet = workbook.getWorksheet(mark.sheet) ?? workbook.worksheets[0]
    const cell = sheet?.getCell(mark.address || 'A1')
    if (!cell) continue
    cell.note = lines.join('\n').slice(0, 1000)
    // Loaded cells share one style object: a fill set on it would colour them all.
    cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE08A' } } }
  }
}

/** exceljs takes a quarter of a second to load, so it is loaded by those who write, when they write. */
export async function newWorkbook(): Promise<ExcelJS.Workbook> {
  const { default: loaded } = await import('exceljs')
  return new loaded.Workbook()
}

async function emptyWorkbook(): Promise<ExcelJS.Workbook> {
  const workbook = await newWorkbook()
  workbook.created = new Date('2000-01-01T00:00:00Z')
  workbook.modified = workbook.created
  return workbook
}

// Drop-down lists of more than a few words must stand in cells: a hidden sheet holds them, each list once.
function addLists(workbook: ExcelJS.Workbook, spec: EmptySpec): Lists {
  const lists: Lists = new Map()
  const name = spreadsheetMessages.labels.dictionary[spec.language ?? 'zh']
  let sheet: ExcelJS.Worksheet | undefined
  for (const column of spec.sheets.flatMap((one) => one.columns)) {
    const words = wordsOf(column)
    if (words.length === 0 || lists.has(words.join('\n'))) continue
    sheet ??= workbook.addWorksheet(name, { state: 'hidden' })
    const place = lists.size + 1
    words.forEach((word, index) => {
      sheet!.getRow(index + 1).getCell(place).value = asTyped(word)
    })
    const letters = columnLetters(place)
    lists.set(words.join('\n'), `'${name}'!$${letters}$1:$${letters}$${words.length}`)
  }
  return lists
}

function wordsOf(column: Column): string[] {
  return (choicesOf(column) ?? []).map((choice) => choice.words[0] ?? choice.value)
}

function fillSheet(target: ExcelJS.Worksheet, sheet: EmptySheet, lists: Lists, language: 'zh' | 'en'): void {
  sheet.columns.forEach((column, index) => {
    const place = target.getColumn(index + 1)
    place.width = column.width ?? Math.max(10, [...column.heading].length * 2 + 4)
    place.numFmt = formatOf(column)
    if (column.key === sheet.linked) place.font = LINK_FONT
  })
  addTop(target, sheet)
  const headingRow = headingRowOf(sheet)
  sheet.columns.forEach((column, index) => {
    addHeading(target.getRow(headingRow).getCell(index + 1), column)
  })
  target.views = [{ state: 'frozen', ySplit: headingRow, xSplit: 0 }]
  target.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  target.pageSetup.printTitlesRow = `${headingRow}:${headingRow}`
  if (sheet.columns.length > 0)
    target.autoFilter = {
      from: { row: headingRow, column: 1 },
      to: { row: lastRowMark, column: sheet.columns.length },
    }
  addDropDowns(target, sheet, lists, language, headingRow + 1)
}

function addTop(target: ExcelJS.Worksheet, sheet: EmptySheet): void {
  const lines = [...(sheet.title ? [sheet.title] : []), ...(sheet.notes ?? [])]
  lines.forEach((line, index) => {
    const isTitle = index === 0 && sheet.title !== undefined
    const cell = target.getRow(index + 1).getCell(1)
    cell.value = asTyped(line)
    cell.font = isTitle ? { name: FONT, size: 14, bold: true } : { name: FONT, size: 10, color: { argb: 'FF595959' } }
    cell.alignment = { vertical: 'middle', wrapText: true }
    if (sheet.columns.length > 1) target.mergeCells(index + 1, 1, index + 1, sheet.columns.length)
    // Merged cells do not grow with their text by themselves.
    const width = sheet.columns.reduce((sum, column) => sum + (column.width ?? 14), 0)
    target.getRow(index + 1).height = isTitle
      ? 26
      : 16 * Math.max(1, Math.ceil(([...line].length * 2) / Math.max(20, width)))
  })
}

function addHeading(cell: ExcelJS.Cell, column: Column): void {
  cell.value = asTyped(column.required ? `${column.heading} *` : column.heading)
  cell.font = { name: FONT, size: 11, bold: true }
  cell.fill = HEADING_FILL
  cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
  cell.border = { top: thin, bottom: thin, left: thin, right: thin }
  if (column.note) cell.note = column.note
}

function addDropDowns(
  target: ExcelJS.Worksheet,
  sheet: EmptySheet,
  lists: Lists,
  language: 'zh' | 'en',
  from: number,
): void {
  sheet.columns.forEach((column, index) => {
    const list = lists.get(wordsOf(column).join('\n'))
    if (!list) return
    const letters = columnLetters(index + 1)
    validationsOf(target).add(`${letters}${from}:${letters}${lastRowMark}`, {
      type: 'list',
      allowBlank: true,
      formulae: [list],
      showErrorMessage: true,
      error: spreadsheetMessages.labels.chooseFromList[language],
    })
  })
}

// exceljs takes a range here, which one rule in the file stands for; its types only know single cells.
function validationsOf(target: ExcelJS.Worksheet): { add(range: string, rule: ExcelJS.DataValidation): void } {
  return (target as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } })
    .dataValidations
}

function formatOf(column: Column): string {
  if (column.kind === 'day') return 'yyyy-mm-dd'
  return column.kind === 'decimal' || column.kind === 'whole' ? 'General' : '@'
}

// `_x0041_` would be read as `A`; its underscore is therefore written as a code itself.
export function asTyped(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x').slice(0, MOST_CHARACTERS)
}
