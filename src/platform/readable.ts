import { unreadable } from './errors.ts'

const DEEPEST = 64

/**
 * Stops with 400 when a value holds what PostgreSQL or a reader could not take: a NUL character, half of a character
 * pair, or nesting deeper than 64.
 */
export function mustBeReadable(value: unknown, depth = 0): void {
  if (depth > DEEPEST) throw unreadable('too-deep')
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw unreadable('nul-character')
    if (!isWellFormed(value)) throw unreadable('half-character')
  } else if (Array.isArray(value)) {
    for (const each of value) mustBeReadable(each, depth + 1)
  } else if (value instanceof Uint8Array) {
    return
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      mustBeReadable(name, depth + 1)
      mustBeReadable(each, depth + 1)
    }
  }
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
}

/** Parses JSON text; what is not JSON, or no object, is refused with 400. */
export function readJson(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw unreadable('not-json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable('not-an-object')
  mustBeReadable(value)
  return value as Record<string, unknown>
}
