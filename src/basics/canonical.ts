/**
 * Canonical JSON (RFC 8785): one value, one text, so that one value has one hash. Keys are sorted by UTF-16 code units.
 * Our data hold texts, whole numbers, yes/no, null, lists and things; fractions (points are texts), undefined, lone
 * surrogates and anything else are refused with an error, since a program that offers them is wrong.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return wholeNumber(value)
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') throw new Error(`No canonical JSON for ${typeof value}`)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${quoted(key)}:${canonical(each)}`).join(',')}}`
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`No canonical JSON for the number ${value}`)
  return String(value === 0 ? 0 : value)
}

/** JSON.stringify escapes exactly what RFC 8785 escapes; only lone surrogates have to be kept out. */
function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new Error('No canonical JSON for a lone surrogate')
  return JSON.stringify(text)
}
