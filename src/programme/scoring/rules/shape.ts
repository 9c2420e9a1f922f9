import { isDay } from '#basics/calendar.ts'

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
  | 'not-a-formula'

/** A shape reports every misshape of a value that came from outside, and answers nothing; `schema` says the same as JSON Schema. */
export interface Shape {
  (value: unknown, path: string, report: Report): void
  schema: Schema
  /** A field of this shape may be absent. */
  mayLack?: true
}
export type Report = (path: string, reason: MisshapeReason) => void

/** A JSON Schema (2020-12), as far as shapes need it. */
export type Schema = Record<string, unknown>

/** A shape from its check and its JSON Schema. */
export function shaped(schema: Schema, check: (value: unknown, path: string, report: Report) => void): Shape {
  return Object.assign(check, { schema })
}

/** Checks a value of unknown origin; an empty answer means it has the shape. */
export function misshapes(shape: Shape, value: unknown): Misshape[] {
  const found: Misshape[] = []
  shape(value, '', (path, reason) => found.push({ path, reason }))
  return found
}

/** A text that people wrote: trimmed, composed (NFC), no control characters, at least `least` characters. */
export function text(least = 1, most = 2000): Shape {
  return shaped({ type: 'string', minLength: least, maxLength: most }, (value, path, report) => {
    const good =
      typeof value === 'string' &&
      value.length >= least &&
      value.length <= most &&
      value.trim() === value &&
      value.normalize('NFC') === value &&
      !/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u.test(value)
    if (!good) report(path, 'not-a-text')
  })
}

/** A text of a fixed form, such as a code. */
export function written(form: RegExp, reason: MisshapeReason): Shape {
  return shaped({ type: 'string', pattern: form.source }, (value, path, report) => {
    if (typeof value !== 'string' || !form.test(value)) report(path, reason)
  })
}

/** An exact decimal with at most 12 digits before and 4 after the point, in its canonical writing. */
export const points = written(/^(?!-0$)-?(0|[1-9]\d{0,11})(\.\d{0,3}[1-9])?$/, 'not-a-number')

/** 0 or above. */
export const notNegative = written(/^(0|[1-9]\d{0,11})(\.\d{0,3}[1-9])?$/, 'not-a-number')

/** Above 0. */
export const positive = written(/^(?!0$)(0|[1-9]\d{0,11})(\.\d{0,3}[1-9])?$/, 'not-a-number')

/** From 0 to 100. */
export const percent = written(/^(100|(0|[1-9]\d?)(\.\d{0,3}[1-9])?)$/, 'not-a-number')

export function wholeNumber(from: number, to: number): Shape {
  return shaped({ type: 'integer', minimum: from, maximum: to }, (value, path, report) => {
    if (!Number.isSafeInteger(value) || (value as number) < from || (value as number) > to) report(path, 'not-a-number')
  })
}

export const flag = shaped({ type: 'boolean' }, (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'not-yes-or-no')
})

export const day = shaped({ type: 'string', format: 'date' }, (value, path, report) => {
  if (typeof value !== 'string' || !isDay(value)) report(path, 'not-a-day')
})

/** A moment in Asia/Shanghai, with seconds and any number of decimals: `2026-12-10T23:59:59.999+08:00`. */
export const moment = shaped({ type: 'string', format: 'date-time' }, (value, path, report) => {
  if (typeof value !== 'string' || !isMoment(value)) report(path, 'not-a-day')
})

function isMoment(text: string): boolean {
  const form = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+08:00$/.exec(text)
  return form !== null && isDay(form[1]!)
}

export function oneOf(...allowed: readonly (string | number)[]): Shape {
  return shaped({ enum: [...allowed] }, (value, path, report) => {
    if (!allowed.includes(value as string)) report(path, 'not-in-the-list')
  })
}

export function nullable(shape: Shape): Shape {
  return shaped({ anyOf: [shape.schema, { type: 'null' }] }, (value, path, report) => {
    if (value !== null) shape(value, path, report)
  })
}

/** A field that may be absent, and is never null. */
export function optional(shape: Shape): Shape {
  return Object.assign(
    shaped(shape.schema, (value, path, report) => shape(value, path, report)),
    { mayLack: true as const },
  )
}

export function listOf(shape: Shape, least = 0, most = 10_000): Shape {
  return shaped({ type: 'array', items: shape.schema, minItems: least, maxItems: most }, (value, path, report) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) report(path, 'not-a-list')
    else for (let at = 0; at < value.length; at++) shape(value[at], `${path}[${at}]`, report)
  })
}

/** A thing with exactly these fields. */
export function thing(fields: Record<string, Shape>): Shape {
  const all = Object.entries(fields)
  const schema = {
    type: 'object',
    properties: Object.fromEntries(all.map(([key, shape]) => [key, shape.schema])),
    required: all.filter(([, { mayLack }]) => !mayLack).map(([key]) => key),
    additionalProperties: false,
  }
  return shaped(schema, (value, path, report) => {
    if (!isThing(value)) return report(path, 'not-a-thing')
    for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) report(at(path, key), 'unknown-field')
    for (const [key, shape] of all) {
      if (Object.hasOwn(value, key)) shape(value[key], at(path, key), report)
      else if (!shape.mayLack) report(at(path, key), 'missing')
    }
  })
}

/** A thing whose keys are free and whose values have one shape. */
export function mapOf(shape: Shape): Shape {
  return shaped({ type: 'object', additionalProperties: shape.schema }, (value, path, report) => {
    if (!isThing(value)) return report(path, 'not-a-thing')
    for (const [key, each] of Object.entries(value)) shape(each, at(path, key), report)
  })
}

/** A thing whose field `tag` says which further fields it has. */
export function either(tag: string, kinds: Record<string, Record<string, Shape>>): Shape {
  const shapes = new Map(
    Object.entries(kinds).map(([kind, fields]) => [kind as unknown, thing({ [tag]: oneOf(kind), ...fields })]),
  )
  return shaped({ oneOf: [...shapes.values()].map(({ schema }) => schema) }, (value, path, report) => {
    if (!isThing(value)) return report(path, 'not-a-thing')
    const shape = shapes.get(Object.hasOwn(value, tag) ? value[tag] : undefined)
    if (shape) shape(value, path, report)
    else report(at(path, tag), 'not-in-the-list')
  })
}

export function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
