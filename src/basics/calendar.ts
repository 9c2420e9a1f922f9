/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days compare with `<`. */
export type Day = string

/**
 * A moment, ISO 8601 with the offset of Asia/Shanghai: `2026-11-22T20:57:00.123456+08:00`.
 * Every instant in the system is written with the same offset and width, so instants compare with `<`.
 */
export type Instant = string

const DAY_MS = 86_400_000

/** Whether the text is a real calendar day of the years 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text
}

/** The Shanghai day on which the instant falls. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10)
}

/** 00:00 in Shanghai on that day. */
export function startOf(day: Day): Instant {
  return `${day}T00:00:00.000000+08:00`
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The instant that many milliseconds later. */
export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return instantAt(Date.parse(instant) + milliseconds)
}

/** Whole milliseconds from the first instant to the second. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from)
}

/** An epoch in milliseconds as an instant. */
export function instantAt(epoch: number): Instant {
  return `${new Date(epoch + 8 * 3_600_000).toISOString().slice(0, 23)}000+08:00`
}

/** `2026年3月1日` or `1 March 2026`. */
export function sayDay(day: Day, language: 'zh' | 'en'): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (language === 'zh') return `${year}年${month}月${date}日`
  return `${date} ${MONTHS[month - 1]} ${year}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
