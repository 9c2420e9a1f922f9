import { isDay } from '#basics/calendar.ts'
import { readExact } from '#basics/exact.ts'

/** What is wrong at which place of a file or a stored value: `clauses[3].per`. */
export interface Misshape {
  path: string
  reason: MisshapeReason
}
export type MisshapeReason =
  | 'not-a-text'
  | 'not-a-number'
  | 'not-a-day'
  | 'not-yes-or-no'
  | 'not-in-the-list'
  | 'not-a-list'
  | 'not-a-thing'
  | 'missing'
  | 'unknown-field'
  | 'unknown-reference'
  | 'twice'

/** A shape reports every misshape of a value that came from outside, and answers nothing. */
export type Shape = (value: unknown, path: string, report: Report) => void
export type Report = (path: string, reason: MisshapeReason) => void

/** Checks a value of unknown origin; an empty answer means it has the shape. */
export function misshapes(shape: Shape, value: unknown): Misshape[] {
  const found: Misshape[] = []
  shape(value, '', (path, reason) => found.push({ path, reason }))
  return found
}

/** A text that people wrote: trimmed, composed (NFC), no control characters, at least `least` characters. */
export function text(least = 1, most = 2000): Shape {
  return (value, path, report) => {
    const good =
      typeof value === 'string' &&
      value.length >= least &&
      value.length <= most &&
      value.trim() === value &&
      value.normalize('NFC') === value &&
      !/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u.test(value)
    if (!good) report(path, 'not-a-text')
  }
}

/** An exact decimal with at most 12 digits before and 4 after the point, in its canonical writing. */
export const points: Shape = (value, path, report) => {
  const good =
    typeof value === 'string' &&
    /^-?(0|[1-9]\d{0,11})(\.\d{0,3}[1-9])?$/.test(value) &&
    value !== '-0' &&
    readExact(value)
  if (!good) report(path, 'not-a-number')
}

export const positive: Shape = (value, path, report) => {
  if (typeof value === 'string' && (value.startsWith('-') || value === '0')) report(path, 'not-a-number')
  else points(value, path, report)
}

/** From 0 to 100. */
export const percent: Shape = (value, path, report) => {
  if (typeof value === 'string' && !/^(100|\d{1,2}(\.\d+)?)$/.test(value)) report(path, 'not-a-number')
  else points(value, path, report)
}

export function wholeNumber(from: number, to: number): Shape {
  return (value, path, report) => {
    if (!Number.isSafeInteger(value) || (value as number) < from || (value as number) > to) report(path, 'not-a-number')
  }
}

export const flag: Shape = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'not-yes-or-no')
}

export const day: Shape = (value, path, report) => {
  if (typeof value !== 'string' || !isDay(value)) report(path, 'not-a-day')
}

export function oneOf(...allowed: readonly (string | number)[]): Shape {
  return (value, path, report) => {
    if (!allowed.includes(value as string)) report(path, 'not-in-the-list')
  }
}

export function nullable(shape: Shape): Shape {
  return (value, path, report) => {
    if (value !== null) shape(value, path, report)
  }
}

export function listOf(shape: Shape, least = 0, most = 10_000): Shape {
  return (value, path, report) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) report(path, 'not-a-list')
    else for (let at = 0; at < value.length; at++) shape(value[at], `${path}[${at}]`, report)
  }
}

/** A thing with exactly these fields. */
export function thing(fields: Record<string, Shape>): Shape {
  return (value, path, report) => {
    if (!isThing(value)) return report(path, 'not-a-thing')
    for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) report(at(path, key), 'unknown-field')
    for (const [key, shape] of Object.entries(fields)) {
      if (Object.hasOwn(value, key)) shape(value[key], at(path, key), report)
      else report(at(path, key), 'missing')
    }
  }
}

/** A thing whose keys are free and whose values have one shape. */
export function mapOf(shape: Shape): Shape {
  return (value, path, report) => {
    if (!isThing(value)) return report(path, 'not-a-thing')
    for (const [key, each] of Object.entries(value)) shape(each, at(path, key), report)
  }
}

/** A thing whose field `tag` says which further fields it has. */
export function either(tag: string, kinds: Record<string, Record<string, Shape>>): Shape {
  const shapes = new Map(
    Object.entries(kinds).map(([kind, fields]) => [kind as unknown, thing({ [tag]: oneOf(kind), ...fields })]),
  )
  return (value, path, report) => {
    if (!isThing(value)) return report(path, 'not-a-thing')
    const shape = shapes.get(Object.hasOwn(value, tag) ? value[tag] : undefined)
    if (shape) shape(value, path, report)
    else report(at(path, tag), 'not-in-the-list')
  }
}

export function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
