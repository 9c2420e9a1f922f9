import { addDays, type Day, daysBetween, isDay } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { foldText } from './text.ts'

export type DayReason = 'spreadsheet.not-a-day' | 'spreadsheet.day-missing'

// A bare number below 1910 is a year or a count typed into the wrong column sooner than a day: 2026 would be 1905-07-18.
const FIRST_SERIAL_DAY = '1910-01-01'
const LAST_SERIAL_DAY = '2199-12-31'

/**
 * A day in any of the spellings in use: 2026-3-1, 2026.3.1, 2026/03/01, 2026年3月1日 (or 号), 20260301, full-width digits,
 * blanks between, a time of midnight behind, or a number: 20260301 or a spreadsheet's serial number.
 * Refused: a day that does not exist, a year of two digits, a month alone, and day and month in another order.
 */
export function parseDay(written: string | number, date1904 = false): Decision<Day, DayReason> {
  if (typeof written === 'number') return ofNumber(written, date1904)
  const text = foldText(written).replace(/[T ]0{1,2}:00(:00(\.0+)?)?Z?$/, '')
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const spelled =
    /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/.exec(text) ??
    /^(\d{4}) ?([-/.。、]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/.exec(text)
  if (compact) return ofParts(compact[1]!, compact[2]!, compact[3]!)
  if (spelled) return ofParts(spelled[1]!, spelled.at(-2)!, spelled.at(-1)!)
  if (/^\d{4} ?[年\-/.] ?\d{1,2} ?月?$/.test(text)) return refuse('spreadsheet.day-missing')
  return refuse('spreadsheet.not-a-day')
}

/** The day of a spreadsheet's serial number, whose fraction is the time of day. Nothing for days that never were or are out of reach. */
export function dayOfSerial(serial: number, date1904: boolean): Day | undefined {
  const days = Math.floor(serial)
  // Lotus took 1900 for a leap year and everyone after it kept the mistake: serial 60 is 29 February 1900.
  if (days < 0 || days > 150_000 || (!date1904 && (days === 0 || days === 60))) return undefined
  const day = date1904 ? addDays('1904-01-01', days) : addDays(days < 60 ? '1899-12-31' : '1899-12-30', days)
  return isDay(day) ? day : undefined
}

/** The serial number by which spreadsheet files of the usual epoch (1900) store the day. */
export function serialOfDay(day: Day): number {
  const days = daysBetween('1899-12-30', day)
  return days > 60 ? days : days - 1
}

function ofNumber(written: number, date1904: boolean): Decision<Day, DayReason> {
  if (Number.isInteger(written) && written >= 19_000_101) return parseDay(String(written))
  const day = Number.isInteger(written) ? dayOfSerial(written, date1904) : undefined
  return day && day >= FIRST_SERIAL_DAY && day <= LAST_SERIAL_DAY ? allow(day) : refuse('spreadsheet.not-a-day')
}

function ofParts(year: string, month: string, date: string): Decision<Day, DayReason> {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? allow(day) : refuse('spreadsheet.not-a-day')
}
