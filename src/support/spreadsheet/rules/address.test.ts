import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, columnLetters, placeOf, rangeOf } from './address.ts'

test('columns are named as people see them above the sheet', () => {
  expect([1, 26, 27, 52, 702, 703, 16384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD'])
})

test('every address names the place that it was made from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
      expect(placeOf(addressOf(row, column))).toEqual({ row, column })
    }),
  )
})

test('addresses that no spreadsheet can have name nothing', () => {
  for (const address of ['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'ZZZZ1', 'A-1', 'Ａ１', 'A1B'])
    expect(placeOf(address), address).toBeUndefined()
})

test('a range is told by its upper left and lower right corner, however it is written', () => {
  const range = { from: { row: 1, column: 1 }, to: { row: 3, column: 3 } }
  expect(rangeOf('A1:C3')).toEqual(range)
  expect(rangeOf('C3:A1')).toEqual(range)
  expect(rangeOf('$A$1:$C$3')).toEqual(range)
  expect(rangeOf('B2')).toEqual({ from: { row: 2, column: 2 }, to: { row: 2, column: 2 } })
  expect(rangeOf('A:C')).toBeUndefined()
})
