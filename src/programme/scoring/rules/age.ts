import type { Day } from '#basics/calendar.ts'
import type { Sheet } from './sheet.ts'

/**
 * The same date so many months later; where that month has no such date, its last day (as the Civil Code, article 202,
 * counts periods of months and years).
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const last = daysIn(toYear, toMonth)
  return `${toYear}-${two(toMonth)}-${two(Math.min(date, last))}`
}

/** Whether the sheet does not rate a branch set up on that day: its `months` were not full at the sheet's `asOf`. */
export function isExempt({ exemption, asOf }: Pick<Sheet, 'exemption' | 'asOf'>, setUpOn: Day): boolean {
  return exemption !== null && addMonths(setUpOn, exemption.months) > asOf
}

/** Years that were full on the day `to`: the second of January 2025 completes its first on the second of January 2026. */
export function fullYears(from: Day, to: Day): number {
  let years = Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4)))
  while (years > 0 && addMonths(from, years * 12) > to) years--
  return years
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
