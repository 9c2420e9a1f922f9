import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, parseCsv } from './csv.ts'
import { ordinaryLimits } from './limits.ts'
import { shownText } from './workbook.ts'

function fieldsOf(text: string): string[][] {
  const read = parseCsv(text, 'CSV', ordinaryLimits)
  if (!read.ok) throw new Error(read.reason)
  return read.value.rows.map((cells) => cells.map((cell) => `${cell.address} ${shownText(cell.value)}`))
}

test('fields are parted by commas, semicolons or tabs, whichever the headings have', () => {
  const expected = [
    ['A1 编号', 'B1 名称'],
    ['A2 007', 'B2 第一, 支部'],
  ]
  expect(fieldsOf('编号,名称\r\n007,"第一, 支部"\r\n')).toEqual(expected)
  expect(fieldsOf('编号;名称\n007;第一, 支部')).toEqual(expected)
  expect(fieldsOf('编号\t名称\r007\t第一, 支部\r')).toEqual(expected)
})

test('quotes, line ends in fields, blank fields and blank lines are understood', () => {
  expect(fieldsOf('a,b,c\n"说""好""",,"一\n二"\n\n,,x')).toEqual([
    ['A1 a', 'B1 b', 'C1 c'],
    ['A2 说"好"', 'C2 一\n二'],
    ['C4 x'],
  ])
})

test('a quote that is never closed is refused', () => {
  expect(parseCsv('a,"b\nc,d', 'CSV', ordinaryLimits)).toEqual({ ok: false, reason: 'spreadsheet.unreadable' })
})

test('more rows, columns or characters than allowed are refused', () => {
  const limits = { ...ordinaryLimits, rows: 3, columns: 3, characters: 5 }
  expect(parseCsv('a\na\na\na', 'CSV', limits)).toMatchObject({ reason: 'spreadsheet.too-many-rows' })
  expect(parseCsv('a,b,c,d', 'CSV', limits)).toMatchObject({ reason: 'spreadsheet.too-many-columns' })
  expect(parseCsv('abcdef', 'CSV', limits)).toMatchObject({ reason: 'spreadsheet.too-large' })
})

test('a text that looks like a formula is guarded, a negative number is not', () => {
  expect(csvText([['=1+1', '-3', -3, 1.5, null, "'quoted", 'a,b', '－2+3']])).toBe(
    `"'=1+1",-3,-3,1.5,,"''quoted","a,b","'－2+3"\r\n`,
  )
})

test('whatever is written comes back as it was', () => {
  const text = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ',', ';', '\t', '\n', '\r', ' ', '海', 'a', '1'),
  })
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const heading = ['h1', 'h2', 'h3', 'h4']
      const expected = rows.map((row) => row.filter((field) => field.trim() !== ''))
      const read = parseCsv(csvText([heading, ...rows]), 'CSV', ordinaryLimits)
      if (!read.ok) throw new Error(read.reason)
      const got = read.value.rows.slice(1).map((cells) => cells.map((cell) => shownText(cell.value)))
      expect(got).toEqual(expected.filter((row) => row.length > 0))
    }),
    { numRuns: 500 },
  )
})
