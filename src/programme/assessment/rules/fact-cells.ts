import { isDay } from '#basics/calendar.ts'
import { readExact, writeExact } from '#basics/exact.ts'
import type { FactValue, SingleValue } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { formOf } from './fact-form.ts'
import { type SingleShape, singleShape } from './fact-source.ts'
import { readMoment, writeMoment } from './moment.ts'

/** Whether a value of the fact stands in one cell of the Excel file; a list has a sheet of its own. */
export function inOneCell(sheet: Sheet, need: FactNeed): boolean {
  return formOf(sheet, need).rows !== 'many'
}

/** The text of a cell as a value of the fact; null when it cannot be read. `yes` and `no` are the words 是 and 否. */
export function readFact(sheet: Sheet, need: FactNeed, cell: string): FactValue | null {
  if (need.shape !== 'series') return readSingle(need.shape, cell)
  const values = cell.split(/[;；|]/).map((each) => readSingle(singleShape(sheet, need), each))
  return values.every((value) => value !== null) ? { shape: 'series', values } : null
}

function readSingle(shape: SingleShape, cell: string): SingleValue | null {
  const text = cell.normalize('NFKC').trim()
  switch (shape) {
    case 'count':
      return /^\d{1,6}$/.test(text) ? { shape, count: Number(text) } : null
    case 'flag':
      return holdsOf(text) === null ? null : { shape, holds: holdsOf(text)! }
    case 'number': {
      const number = readExact(text)
      return number ? { shape, number: writeExact(number) } : null
    }
    case 'grade':
      return cell.trim() === '' ? null : { shape, grade: cell.trim() }
    case 'ratio': {
      const parts = /^(\d{1,6})\s*\/\s*(\d{1,6})$/.exec(text)
      return parts ? { shape, part: Number(parts[1]), whole: Number(parts[2]) } : null
    }
    case 'rank': {
      const parts = /^(\d{1,6})(?:\s*\/\s*(\d{1,6}))?$/.exec(text)
      return parts ? { shape, rank: Number(parts[1]), of: parts[2] ? Number(parts[2]) : null } : null
    }
    case 'periods': {
      const parts = text.split(/[、,;\s]+/)
      return parts.every((part) => /^\d{1,5}$/.test(part)) ? { shape, done: parts.map(Number) } : null
    }
    case 'kinds':
      return { shape, kinds: cell.split(/[、,，]/).map((each) => each.trim()) }
    case 'since':
      if (text === '无') return { shape, day: null }
      return isDay(text) ? { shape, day: text } : null
    case 'moment': {
      if (text === '无') return { shape, at: null }
      const at = readMoment(text)
      return at === null ? null : { shape, at }
    }
    default:
      return null
  }
}

function holdsOf(text: string): boolean | null {
  return ['yes', '是'].includes(text) ? true : ['no', '否'].includes(text) ? false : null
}

/** A value as the cell that reads back as it. */
export function writeFact(value: FactValue): string {
  switch (value.shape) {
    case 'count':
      return String(value.count)
    case 'flag':
      return value.holds ? '是' : '否'
    case 'number':
      return value.number
    case 'grade':
      return value.grade
    case 'ratio':
      return `${value.part}/${value.whole}`
    case 'rank':
      return value.of === null ? String(value.rank) : `${value.rank}/${value.of}`
    case 'periods':
      return value.done.join('、')
    case 'kinds':
      return value.kinds.join('、')
    case 'since':
      return value.day ?? '无'
    case 'moment':
      return value.at === null ? '无' : writeMoment(value.at)
    case 'series':
      return value.values.map(writeFact).join('；')
    default:
      return ''
  }
}
