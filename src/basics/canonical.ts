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

/** Whether two values have the same canonical JSON, found without writing it: for comparing many large values. */
export function sameCanonical(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((each, at) => sameCanonical(each, other[at]))
  }
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameCanonical(one[key as never], other[key as never]))
  )
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`No canonical JSON for the number ${value}`)
  return String(value === 0 ? 0 : value)
}

/** JSON.stringify escapes exactly what RFC 8785 escapes; only lone surrogates have to be kept out. */
function quoted(text: string): string {
  // almost no text has a surrogate at all, and that is found much faster than whether one stands alone
  if (/[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text))
    throw new Error('No canonical JSON for a lone surrogate')
  return JSON.stringify(text)
}
