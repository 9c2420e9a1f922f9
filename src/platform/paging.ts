import { isDay } from '#basics/calendar.ts'
import { Problem } from './errors.ts'

/** Where a page ended: the sort keys of its last row. Opaque to those who pass it back. */
export function encodeCursor(keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** What a key of a cursor is, so that a made-up one is refused before the database chokes on it. */
export type KeyKind = 'text' | 'number' | 'day' | 'instant' | 'id'

const looksLike: Record<KeyKind, (key: string) => boolean> = {
  text: () => true,
  number: (key) => /^-?\d{1,9}$/.test(key),
  day: isDay,
  instant: (key) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+08:00$/.test(key) && !Number.isNaN(Date.parse(key)),
  id: (key) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
}

/** The keys of a cursor that was passed back, or null; one of a wrong shape is refused with 422. */
export function decodeCursor(cursor: string | undefined, kinds: number | readonly KeyKind[]): string[] | null {
  if (cursor === undefined) return null
  const expected: readonly KeyKind[] = typeof kinds === 'number' ? Array(kinds).fill('text') : kinds
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(keys) &&
      keys.length === expected.length &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number')
    ) {
      const texts = keys.map(String)
      const readable = texts.every((text) => !text.includes('\u0000') && !/[\ud800-\udfff]/.test(text))
      if (readable && texts.every((text, at) => looksLike[expected[at]!](text))) return texts
    }
  } catch {
    // falls through to the refusal
  }
  throw new Problem(422, 'platform.bad-input', { fields: [{ field: 'cursor', reason: 'input.not-valid' }] })
}
