/**
 * An exact number: a fraction in lowest terms with a positive denominator. Points, shares and percents are never
 * binary fractions, so 0.1 + 0.2 is 0.3 and a mean of three marks is not rounded before it is compared.
 */
export interface Exact {
  readonly top: bigint
  readonly bottom: bigint
}

/** An exact number as it is stored and exchanged: `12.5`, `-3`, or `16/17` where no decimal is exact. */
export type ExactText = string

const DECIMAL = /^(-?)(\d{1,1000})(?:\.(\d{1,1000}))?$/
const FRACTION = /^(-?\d{1,1000})\/(\d{1,1000})$/

export const zero: Exact = { top: 0n, bottom: 1n }
export const one: Exact = { top: 1n, bottom: 1n }
export const hundred: Exact = { top: 100n, bottom: 1n }

/** Reads `12.5` or `16/17`; null for anything else (blanks, `1e3`, `.5`, a zero denominator, more than a thousand digits). */
export function readExact(text: string): Exact | null {
  const decimal = DECIMAL.exec(text)
  if (decimal) {
    const places = decimal[3] ?? ''
    const top = BigInt(decimal[2]! + places)
    return lowest(decimal[1] === '-' ? -top : top, 10n ** BigInt(places.length))
  }
  const fraction = FRACTION.exec(text)
  if (!fraction || BigInt(fraction[2]!) === 0n) return null
  return lowest(BigInt(fraction[1]!), BigInt(fraction[2]!))
}

/** Reads a text that is known to be a number, because it was checked before or is written in our own code. */
export function exact(text: ExactText): Exact {
  const read = readExact(text)
  if (!read) throw new Error(`Not an exact number: ${JSON.stringify(text)}`)
  return read
}

/** A whole number that a computer counts exactly. */
export function whole(count: number): Exact {
  if (!Number.isSafeInteger(count)) throw new Error(`Not a whole number: ${count}`)
  return { top: BigInt(count), bottom: 1n }
}

export function add(a: Exact, b: Exact): Exact {
  if (a.bottom === b.bottom) return lowest(a.top + b.top, a.bottom)
  return lowest(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b))
}

export function negate(a: Exact): Exact {
  return { top: -a.top, bottom: a.bottom }
}

export function multiply(a: Exact, b: Exact): Exact {
  return lowest(a.top * b.top, a.bottom * b.bottom)
}

/** The divisor may not be zero: whoever divides has to say first what happens when there is nothing to divide by. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.top === 0n) throw new Error('Divided by zero')
  return b.top < 0n ? lowest(-a.top * b.bottom, a.bottom * -b.top) : lowest(a.top * b.bottom, a.bottom * b.top)
}

/** Negative when a is smaller, 0 when equal, positive when a is greater. */
export function compare(a: Exact, b: Exact): number {
  const left = a.top * b.bottom
  const right = b.top * a.bottom
  return left < right ? -1 : left > right ? 1 : 0
}

export function sum(numbers: readonly Exact[]): Exact {
  return numbers.reduce(add, zero)
}

export function least(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b
}

export function greatest(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b
}

/** The greatest whole number that is not above it: 2.9 → 2, −0.1 → −1. */
export function floor(a: Exact): bigint {
  const quotient = a.top / a.bottom
  return a.top < 0n && quotient * a.bottom !== a.top ? quotient - 1n : quotient
}

/** The least whole number that is not below it: 2.1 → 3, −0.9 → 0. */
export function ceiling(a: Exact): bigint {
  return -floor(negate(a))
}

/** How a number is rounded: halves away from zero, halves to the even neighbour, towards zero, away from zero. */
export const roundingModes = ['half-up', 'half-even', 'down', 'up'] as const
export type RoundingMode = (typeof roundingModes)[number]

/** The number with at most so many decimals. Only for what a rule itself says must be rounded. */
export function round(a: Exact, places: number, mode: RoundingMode): Exact {
  const scale = 10n ** BigInt(places)
  const top = (a.top < 0n ? -a.top : a.top) * scale
  const rest = (top % a.bottom) * 2n
  const cut = top / a.bottom
  const half = rest === a.bottom && (mode === 'half-up' || (mode === 'half-even' && cut % 2n === 1n))
  const further = half || (rest > a.bottom && mode !== 'down') || (rest > 0n && mode === 'up')
  const size = further ? cut + 1n : cut
  return lowest(a.top < 0n ? -size : size, scale)
}

/** The one text of this number: a decimal without superfluous zeros where there is one, else a fraction. */
export function writeExact(a: Exact): ExactText {
  const places = decimalPlaces(a.bottom)
  if (places === null) return `${a.top}/${a.bottom}`
  return placed(a.top * (10n ** BigInt(places) / a.bottom), places)
}

/** For showing only: so many decimals, halves away from zero (2.345 → 2.35, −2.345 → −2.35). Never compare the result. */
export function showDecimal(a: Exact, places: number): string {
  const scaled = (a.top < 0n ? -a.top : a.top) * 10n ** BigInt(places) * 2n + a.bottom
  const rounded = scaled / (a.bottom * 2n)
  return placed(a.top < 0n ? -rounded : rounded, places)
}

/** How many decimals write 1/bottom exactly; null when none do (the denominator has a factor other than 2 and 5). */
function decimalPlaces(bottom: bigint): number | null {
  let rest = bottom
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : null
}

function placed(scaled: bigint, places: number): string {
  if (places === 0) return String(scaled)
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function lowest(top: bigint, bottom: bigint): Exact {
  if (bottom === 1n) return { top, bottom }
  let a = top < 0n ? -top : top
  let b = bottom
  while (b !== 0n) {
    const rest = a % b
    a = b
    b = rest
  }
  return a === 1n ? { top, bottom } : { top: top / a, bottom: bottom / a }
}

/** For people to read: as it is; a fraction that no decimal writes with its first four decimals beside it. */
export function sayExact(value: ExactText): string {
  return value.includes('/') ? `${value}≈${showDecimal(exact(value), 4)}` : value
}
