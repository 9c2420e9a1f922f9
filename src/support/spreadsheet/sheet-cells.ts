import { isDay } from '#basics/calendar.ts'
import { RefusedFile, unreadable } from './refused-file.ts'
import { placeOf } from './rules/address.ts'
import { dayOfSerial } from './rules/day.ts'
import type { Limits } from './rules/limits.ts'
import { plainDecimal } from './rules/number.ts'
import type { NumberFormat } from './rules/number-format.ts'
import { type CellValue, shownText } from './rules/workbook.ts'
import { RichText, unescapeText } from './shared-parts.ts'
import type { WireCell } from './wire.ts'
import { attribute, type Listener } from './xml.ts'

/** What cells refer to, and what all sheets of a file have used up together. */
export interface SheetContext {
  strings: string[]
  formats: NumberFormat[]
  date1904: boolean
  limits: Limits
  spent: { cells: number; characters: number; steps: number }
}

/**
 * Reads one sheet's cells as they stream past, and tells each row that has any; the merged ranges are left to the caller.
 * In a sheet that is not in order, a row is told several times, in pieces.
 */
export class SheetCells implements Listener {
  private context: SheetContext
  private tell: (row: number, cells: WireCell[]) => void
  private cells: WireCell[] = []
  private hiddenColumns = new Set<number>()
  private row = 0
  private column = 0
  private rowHidden = false
  private type = ''
  private format: NumberFormat = 'number'
  private inside: '' | 'v' | 'f' | 'is' = ''
  private value = ''
  private formula: string | undefined
  private rich = new RichText()

  constructor(context: SheetContext, tell: (row: number, cells: WireCell[]) => void) {
    this.context = context
    this.tell = tell
  }

  /** Tells the last row. */
  end(): void {
    if (this.cells.length > 0) this.tell(this.row, this.cells)
    this.cells = []
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v' || name === 'f') this.openValue(name)
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'is') {
      this.inside = 'is'
      this.rich.start()
    } else if (this.inside === 'is') this.rich.open(name)
    else if (name === 'col') this.hideColumns(attributes)
  }

  close(name: string): void {
    if (name === 'c') this.closeCell()
    else if (name === 'v' || name === 'f') this.inside = ''
    else if (name === 'is') {
      this.value = this.rich.read()
      this.inside = ''
    } else if (this.inside === 'is') this.rich.close(name)
  }

  text(text: string): void {
    if (this.inside === '') return
    if (this.inside === 'is') this.rich.text(text)
    else if (this.inside === 'v') this.value += text
    else this.formula += text
  }

  private openValue(name: 'v' | 'f'): void {
    this.inside = name
    if (name === 'f') this.formula = ''
  }

  // Some programs leave out `r`: then rows and cells simply follow one another.
  private openRow(attributes: string): void {
    this.end()
    const stated = Number(attribute(attributes, 'r'))
    this.row = Number.isInteger(stated) && stated > 0 ? stated : this.row + 1
    this.column = 0
    this.rowHidden = /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '')
  }

  private openCell(attributes: string): void {
    const address = attribute(attributes, 'r')
    const place = address === undefined ? undefined : placeOf(address)
    if (address !== undefined && !place) throw unreadable()
    if (place && place.row !== this.row) {
      this.end()
      this.row = place.row
    }
    this.column = place ? place.column : this.column + 1
    this.type = attribute(attributes, 't') ?? 'n'
    this.format = this.context.formats[Number(attribute(attributes, 's') ?? 0)] ?? 'number'
    this.value = ''
    this.formula = undefined
  }

  private closeCell(): void {
    const value = this.readCell()
    if (!value) return
    const { limits, spent } = this.context
    if (this.row > limits.rows) throw new RefusedFile('spreadsheet.too-many-rows', { most: limits.rows })
    if (this.column > limits.columns) throw new RefusedFile('spreadsheet.too-many-columns', { most: limits.columns })
    spend(spent, limits, value)
    const cell: WireCell = [this.column, value]
    if (this.rowHidden || this.hiddenColumns.has(this.column)) cell.push(null, 1)
    this.cells.push(cell)
  }

  private readCell(): CellValue | undefined {
    if (this.formula !== undefined) return { kind: 'formula', formula: unescapeText(this.formula), shown: this.shown() }
    if (this.value === '') return undefined
    switch (this.type) {
      case 's':
        return this.sharedString()
      case 'b':
        return { kind: 'boolean', value: this.value.trim() === '1' || this.value.trim() === 'true' }
      case 'e':
        return { kind: 'error', code: this.value.slice(0, 20) }
      case 'str':
        return { kind: 'text', text: unescapeText(this.value) }
      case 'inlineStr':
        return { kind: 'text', text: this.value }
      case 'd':
        return isoDay(this.value)
      default:
        return this.number()
    }
  }

  private shown(): string {
    return this.type === 's' ? (this.context.strings[Number(this.value)] ?? '') : this.value
  }

  // A text that the file refers to and does not have is told at its cell; it must not become another cell's text.
  private sharedString(): CellValue | undefined {
    const text = /^\s*\d+\s*$/.test(this.value) ? this.context.strings[Number(this.value)] : undefined
    if (text === undefined) return { kind: 'error', code: '#BROKEN' }
    return text === '' ? undefined : { kind: 'text', text }
  }

  private number(): CellValue {
    const read = plainDecimal(this.value.trim())
    if (!read) return { kind: 'error', code: '#BROKEN' }
    const day = this.format === 'day' ? dayAndTime(Number(this.value), this.context.date1904) : undefined
    return day ?? { kind: 'number', ...read }
  }

  private hideColumns(attributes: string): void {
    if (!/^(1|true)$/.test(attribute(attributes, 'hidden') ?? '')) return
    const last = Math.min(Number(attribute(attributes, 'max')), this.context.limits.columns)
    this.context.spent.steps += this.context.limits.columns
    if (this.context.spent.steps > this.context.limits.cells) throw new RefusedFile('spreadsheet.bomb')
    for (let column = Math.max(1, Number(attribute(attributes, 'min'))); column <= last; column += 1)
      this.hiddenColumns.add(column)
  }
}

/** Counts a cell against the ceilings of the whole file. */
export function spend(spent: SheetContext['spent'], limits: Limits, value: CellValue): void {
  const length = shownText(value).length
  if (length > limits.characters) throw new RefusedFile('spreadsheet.too-large', { most: limits.characters })
  spent.cells += 1
  spent.characters += length
  if (spent.cells > limits.cells) throw new RefusedFile('spreadsheet.too-many-cells', { most: limits.cells })
  if (spent.characters > limits.allCharacters)
    throw new RefusedFile('spreadsheet.too-large', { most: limits.allCharacters })
}

function dayAndTime(serial: number, date1904: boolean): CellValue | undefined {
  const seconds = Math.round(serial * 86_400)
  const day = dayOfSerial(seconds / 86_400, date1904)
  if (!day) return undefined
  const time = ((seconds % 86_400) + 86_400) % 86_400
  if (time === 0) return { kind: 'day', day }
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return { kind: 'day', day, time: `${two(time / 3600)}:${two((time % 3600) / 60)}:${two(time % 60)}` }
}

function isoDay(text: string): CellValue {
  const [day = '', time = ''] = text.trim().split('T')
  if (!isDay(day)) return { kind: 'text', text }
  return /^(00:00(:00(\.0+)?)?Z?)?$/.test(time) ? { kind: 'day', day } : { kind: 'day', day, time: time.slice(0, 8) }
}
