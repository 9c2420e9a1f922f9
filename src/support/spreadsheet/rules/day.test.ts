import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#basics/calendar.ts'
import { dayOfSerial, parseDay, serialOfDay } from './day.ts'

describe('a day is read in the spellings in use', () => {
  const spellings =
    `2026-3-1 2026-03-01 2026.3.1 2026.03.01 2026/3/1 2026/03/01 2026年3月1日 2026年03月01日 2026年3月1号
    20260301 ２０２６．３．１ ２０２６年３月１日 2026。3。1 2026-03-01T00:00:00Z`.split(/\s+/)
  test.each([
    ...spellings,
    ' 2026-3-1 ',
    '　2026年3月1日　',
    '2026 年 3 月 1 日',
    '2026-03-01 00:00:00',
    '2026/3/1 0:00',
    '\ufeff2026-3-1',
  ])('%s', (written) => {
    expect(parseDay(written)).toEqual({ ok: true, value: '2026-03-01' })
  })
  test.each([20260301, 46082])('the number %i', (written) => {
    expect(parseDay(written)).toEqual({ ok: true, value: '2026-03-01' })
  })
  test('a serial number of a workbook that counts from 1904', () => {
    expect(parseDay(46082 - 1462, true)).toEqual({ ok: true, value: '2026-03-01' })
  })
})

describe('what is no day is refused', () => {
  test.each([
    '',
    '无',
    '2026-02-29',
    '2026-13-01',
    '2026-3-32',
    '26-3-1',
    '3/1/2026',
    '01.03.2026',
    '2026-3/1',
    '2026-03-01 08:30',
    '202631',
    '45000000000000000001',
  ])('%s', (written) => {
    expect(parseDay(written)).toEqual({ ok: false, reason: 'spreadsheet.not-a-day' })
  })
  test.each(['2026年3月', '2026-03', '2026.3', '2026/3'])('a month alone: %s', (written) => {
    expect(parseDay(written)).toEqual({ ok: false, reason: 'spreadsheet.day-missing' })
  })
  test.each([0, 2, 60, 2026, -5, 46082.5, 20261301, 99999999, Number.NaN, 1e300])('the number %d', (written) => {
    expect(parseDay(written).ok).toBe(false)
  })
})

test('the 29th of February 1900, which spreadsheets invented, is no day, and the days around it are right', () => {
  expect([1, 59, 60, 61, 367].map((serial) => dayOfSerial(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    undefined,
    '1900-03-01',
    '1901-01-01',
  ])
})

test('every day comes back from its serial number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
      const day = addDays('1900-01-01', days)
      expect(dayOfSerial(serialOfDay(day), false)).toBe(day)
    }),
  )
})
