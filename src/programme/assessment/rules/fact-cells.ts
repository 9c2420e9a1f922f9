import { isDay } from '#basics/calendar.ts'
import { readExact, writeExact } from '#basics/exact.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactNeed } from '#programme/scoring/rules/sheet.ts'

/** The text of a cell as a value of the fact; null when it cannot be read. `yes` and `no` are the words 是 and 否. */
export function readFact({ shape }: FactNeed, cell: string): FactValue | null {
  const text = cell.normalize('NFKC').trim()
  switch (shape) {
    case 'count':
      return /^\d{1,6}$/.test(text) ? { shape, count: Number(text) } : null
    case 'flag':
      return text === 'yes' || text === 'no' ? { shape, holds: text === 'yes' } : null
    case 'number': {
      const number = readExact(text)
      return number ? { shape, number: writeExact(number) } : null
    }
    case 'grade':
      return { shape, grade: cell }
    case 'ratio': {
      const parts = /^(\d{1,6})\s*\/\s*(\d{1,6})$/.exec(text)
      return parts ? { shape, part: Number(parts[1]), whole: Number(parts[2]) } : null
    }
    case 'periods': {
      const parts = text.split(/[、,;\s]+/)
      return parts.every((part) => /^\d{1,5}$/.test(part)) ? { shape, done: parts.map(Number) } : null
    }
    case 'since':
      if (text === '无') return { shape, day: null }
      return isDay(text) ? { shape, day: text } : null
    default:
      return null
  }
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
    case 'periods':
      return value.done.join('、')
    case 'since':
      return value.day ?? '无'
    default:
      return ''
  }
}
