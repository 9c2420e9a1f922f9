import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inPlainDigits, plainDecimal } from './number.ts'
import { numberFormat } from './number-format.ts'
import { foldHeading, foldText, looksLikeFormula, tidyText } from './text.ts'

test('a name keeps its writing and loses only what nobody sees', () => {
  expect(tidyText('　王\u200b𬭎 \u00a0 · 某\u202e ')).toBe('王𬭎 · 某')
  expect(tidyText('第一行\r\n第二行')).toBe('第一行\n第二行')
  expect(tidyText('“海巡先锋”，（试行）')).toBe('“海巡先锋”，（试行）')
  expect(tidyText('e\u0301')).toBe('é')
  expect(tidyText('㐀𠮷')).toBe('㐀𠮷')
})

test('codes written in full-width signs are the same codes', () => {
  expect(foldText('ＧＤ－０１　')).toBe('GD-01')
  expect(foldText('００７')).toBe('007')
})

test('headings are known with stars, blanks and remarks', () => {
  for (const written of [
    '党支部名称*',
    '* 党支部名称',
    '党支部名称＊',
    '党 支 部 名 称',
    '党支部名称（必填）',
    '党支部名称：',
  ])
    expect(foldHeading(written), written).toBe('党支部名称')
})

test('tidying twice is tidying once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tidyText(tidyText(text))).toBe(tidyText(text))
    }),
  )
})

describe('numbers are told as they were typed', () => {
  test.each([
    ['0.1', '0.1', true],
    ['1.1000000000000001', '1.1', true],
    ['0.30000000000000004', '0.30000000000000004', true],
    ['3E-2', '0.03', true],
    ['1.5e-7', '0.00000015', true],
    ['1E+3', '1000', true],
    ['-0', '0', true],
    ['007', '7', true],
    ['999999999999999', '999999999999999', true],
    ['1000000000000000', '1000000000000000', false],
    ['440106199001011234', '440106199001011234', false],
    ['4.4010619900101123E+17', '440106199001011200', false],
    ['-12.50', '-12.5', true],
  ])('%s is %s', (stored, decimal, exact) => {
    expect(plainDecimal(stored)).toEqual({ decimal, exact })
  })
  test.each(['', 'abc', '1e9999', '1,5', '0x10', 'NaN', 'Infinity', '1e', '--1'])('%s is no number', (stored) => {
    expect(plainDecimal(stored)).toBeUndefined()
  })
  test('plain digits stand for the very same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const plain = inPlainDigits(String(number))
        expect(plain).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(plain) === number).toBe(true)
      }),
    )
  })
})

test('number formats with which a day is shown are told from those of times and amounts', () => {
  const codes = ['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', 'm/d/yy h:mm', 'yyyy年m月', 'mmm-yy']
  expect(codes.map((code) => numberFormat(200, code))).toEqual(codes.map(() => 'day'))
  const others = ['General', '0.00', '#,##0.00_);[Red](#,##0.00)', '0"日"', '0%', '@', '"yyyy"0', '\\d0', '']
  expect(others.map((code) => numberFormat(200, code))).toEqual(others.map(() => 'number'))
  expect(['h:mm', '[h]:mm:ss', 'mm:ss'].map((code) => numberFormat(200, code))).toEqual(['time', 'time', 'time'])
  expect([0, 2, 14, 20, 22, 31, 49, 57].map((id) => numberFormat(id, undefined))).toEqual([
    'number',
    'number',
    'day',
    'time',
    'day',
    'day',
    'number',
    'day',
  ])
})

test('what a spreadsheet program could take for a formula is known, and signed numbers are not', () => {
  for (const text of [
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '＝1',
    '＋1+1',
    '－x',
    '＠x',
    '\t=1',
    '\r=1',
    ' =1',
    '"=1',
    "'=1",
    '\u200b=1',
    '　=1',
  ])
    expect(looksLikeFormula(text), JSON.stringify(text)).toBe(true)
  for (const text of ['-3.5', '+8', '0', '党支部', 'a=b', '', '1-2', '（=）', 'GD-01'])
    expect(looksLikeFormula(text), text).toBe(false)
})
