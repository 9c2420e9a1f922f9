import { type Instant, isDay } from '#basics/calendar.ts'

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?(?:\+08:00)?$/

/**
 * A moment as people write it (`2026-12-10 23:59`, with or without seconds, in Shanghai) as an instant; null when it
 * cannot be read. A day alone says nothing about the hour and is not read.
 */
export function readMoment(text: string): Instant | null {
  const found = WRITTEN.exec(text.trim())
  if (!found) return null
  const [, day, hour, minute, second = '00', fraction = ''] = found
  if (!isDay(day!) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${day}T${hour!.padStart(2, '0')}:${minute}:${second}${fraction}+08:00`
}

/** An instant as people write it; it reads back as the same. */
export function writeMoment(at: Instant): string {
  return at.replace('T', ' ').replace('+08:00', '')
}
