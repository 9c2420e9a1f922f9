import { expect, test } from 'vitest'
import { endOfWorkingDays, type HolidayCalendar, isWorkingDay } from './working-days.ts'

const off = (from: number, to: number, month: string): [string, 'holiday'][] =>
  Array.from({ length: to - from + 1 }, (_, at) => [`2026-${month}-${String(from + at).padStart(2, '0')}`, 'holiday'])

const calendar: HolidayCalendar = {
  days: new Map([...off(1, 7, '10'), ['2026-10-10', 'workday'], ['2026-09-20', 'workday']]),
  announcedYears: new Set([2026]),
}

test('five working days after 29 September 2026 end on 12 October, over National Day and a worked Saturday', () => {
  expect(endOfWorkingDays('2026-09-29', 5, calendar)).toEqual({ lastDay: '2026-10-12', provisional: false })
})

test('the day of posting does not count', () => {
  expect(endOfWorkingDays('2026-11-02', 1, calendar)).toEqual({ lastDay: '2026-11-03', provisional: false })
  expect(endOfWorkingDays('2026-11-06', 1, calendar)).toEqual({ lastDay: '2026-11-09', provisional: false })
})

test('a worked Saturday counts, a day off on a Thursday does not', () => {
  expect(isWorkingDay('2026-10-10', calendar)).toBe(true)
  expect(isWorkingDay('2026-10-01', calendar)).toBe(false)
  expect(isWorkingDay('2026-10-11', calendar)).toBe(false)
})

test('a period that needs a year not yet announced is provisional', () => {
  expect(endOfWorkingDays('2026-12-29', 5, calendar).provisional).toBe(true)
  expect(endOfWorkingDays('2027-03-01', 5, calendar)).toEqual({ lastDay: '2027-03-08', provisional: true })
  const both = { ...calendar, announcedYears: new Set([2026, 2027]) }
  expect(endOfWorkingDays('2026-12-29', 2, both).provisional).toBe(false)
})

test('the last days of December stay provisional until the next year is announced', () => {
  expect(endOfWorkingDays('2026-12-21', 4, calendar)).toEqual({ lastDay: '2026-12-25', provisional: false })
  expect(endOfWorkingDays('2026-12-21', 5, calendar)).toEqual({ lastDay: '2026-12-28', provisional: true })
})
