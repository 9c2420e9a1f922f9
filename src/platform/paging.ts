import { Problem } from './errors.ts'

/** Where a page ended: the sort keys of its last row. Opaque to those who pass it back. */
export function encodeCursor(keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** The keys of a cursor that was passed back, or null; one of a wrong shape is refused with 422. */
export function decodeCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number')
    ) {
      const texts = keys.map(String)
      if (texts.every((text) => !text.includes('\u0000') && !/[\ud800-\udfff]/.test(text))) return texts
    }
  } catch {
    // falls through to the refusal
  }
  throw new Problem(422, 'platform.bad-input', { fields: [{ field: 'cursor', reason: 'input.not-valid' }] })
}
