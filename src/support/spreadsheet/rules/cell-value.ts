import { allow, type Decision, type Details, refuse } from '#basics/decision.ts'
import { type Column, choicesOf } from './column.ts'
import { parseDay } from './day.ts'
import { plainDecimal } from './number.ts'
import type { TableReason } from './problem.ts'
import { foldText, tidyText } from './text.ts'
import { type Cell, type CellValue, shownText } from './workbook.ts'

const MOST_CHARACTERS = 500

/**
 * What a cell says for its column, always as text: days as `2026-03-01`, decimals in plain digits, a choice as its value,
 * yes and no as `yes` and `no`. Nothing (null) when the cell is blank. Formulas are refused, never computed; numbers whose
 * last digits the spreadsheet program has dropped are refused where digits count.
 */
export function readValue(
  cell: Cell | undefined,
  column: Column,
  date1904 = false,
): Decision<string | null, TableReason> {
  if (!cell) return allow(null)
  const { value } = cell
  if (value.kind === 'formula') return refuse('spreadsheet.formula')
  if (value.kind === 'error') return refuse('spreadsheet.error-value')
  if (tidyText(shownText(value)) === '') return allow(null)
  switch (column.kind) {
    case 'text':
      return within(column, tidyText(shownText(value)))
    case 'code':
      return readCode(value, column)
    case 'day':
      return readDay(value, date1904)
    case 'decimal':
    case 'whole':
      return readNumber(value, column)
    case 'yes-no':
    case 'choice':
      return readChoice(value, column)
  }
}

function within(column: Column, text: string): Decision<string, TableReason> {
  const most = column.most ?? MOST_CHARACTERS
  return [...text].length > most ? refuse('spreadsheet.too-long', { most }) : allow(text)
}

function readCode(value: CellValue, column: Column): Decision<string, TableReason> {
  if (value.kind === 'day' || value.kind === 'boolean') return refuse('spreadsheet.not-text')
  if (value.kind === 'number' && !value.exact) return refuse('spreadsheet.digits-lost')
  const text = foldText(shownText(value))
  // 4.4E+17 is what a long number becomes when a CSV passes through a spreadsheet program.
  return /^\d(\.\d+)?E\+\d{2,}$/i.test(text) ? refuse('spreadsheet.digits-lost') : within(column, text)
}

function readDay(value: CellValue, date1904: boolean): Decision<string, TableReason> {
  if (value.kind === 'day') return allow(value.day)
  if (value.kind === 'number') return parseDay(Number(value.decimal), date1904)
  return value.kind === 'text' ? parseDay(value.text) : refuse('spreadsheet.not-a-day')
}

function readNumber(value: CellValue, column: Column): Decision<string, TableReason> {
  const number = numberIn(value)
  if (!number) return refuse('spreadsheet.not-a-number')
  if (!number.exact) return refuse('spreadsheet.digits-lost')
  return column.kind === 'whole' && number.decimal.includes('.')
    ? refuse('spreadsheet.not-whole')
    : allow(number.decimal)
}

function numberIn(value: CellValue): { decimal: string; exact: boolean } | undefined {
  if (value.kind === 'number') return value
  if (value.kind !== 'text') return undefined
  const text = foldText(value.text).replace(/[−﹣]/g, '-')
  // Thousands may be parted by commas, if all are: 1,234,567.5
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return typedDecimal(text.replaceAll(',', ''))
  return typedDecimal(text)
}

// Typed text keeps every digit it has, so it is exact however long; the zeros that say nothing go.
function typedDecimal(text: string): { decimal: string; exact: boolean } | undefined {
  if (!/^-?\d{1,20}(\.\d{1,20})?$/.test(text)) return plainDecimal(/e/i.test(text) ? text : '')
  const negative = text.startsWith('-')
  const [whole = '', part = ''] = text.replace('-', '').split('.')
  const digits = whole.replace(/^0+(?=\d)/, '')
  const places = /^\d*[1-9]/.exec(part)?.[0] ?? ''
  const decimal = places ? `${digits}.${places}` : digits
  return { decimal: negative && decimal !== '0' ? `-${decimal}` : decimal, exact: true }
}

function readChoice(value: CellValue, column: Column): Decision<string, TableReason> {
  const choices = choicesOf(column) ?? []
  const written = foldText(shownText(value)).toLowerCase()
  const choice = choices.find((one) =>
    [one.value, ...one.words].some((word) => foldText(word).toLowerCase() === written),
  )
  if (choice) return allow(choice.value)
  return column.kind === 'yes-no'
    ? refuse('spreadsheet.not-yes-or-no')
    : refuse('spreadsheet.not-in-list', listed(column))
}

function listed(column: Column): Details {
  const words = (choicesOf(column) ?? []).map((choice) => choice.words[0] ?? choice.value)
  return { choices: words.length > 12 ? `${words.slice(0, 12).join('、')}……` : words.join('、') }
}
