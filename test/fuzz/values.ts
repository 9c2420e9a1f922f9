import fc from 'fast-check'
import * as z from 'zod/mini'
import type { Operation } from '#basics/contract.ts'

interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  anyOf?: Shape[]
}

/** Texts and numbers that have broken programs before. */
const hostile = fc.constantFrom<unknown>(
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '\u202eabc',
  "'; drop table person; --",
  '%',
  '%%%%%%',
  '\\',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  '𬭎㛃䶮',
  'x'.repeat(5000),
  '二'.repeat(3000),
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  'null',
  'NaN',
  '1e400',
  '-0',
  null,
  true,
  [],
  {},
  [[[[]]]],
  0,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 63),
  1e308,
  { __proto__: null, constructor: 'x' },
  { toString: 1 },
)

/** Values for a shape: mostly right, sometimes next to the edge, sometimes hostile. */
function someValue(shape: Shape, ids: string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: right(shape, ids) }, { weight: 2, arbitrary: hostile })
}

function right(shape: Shape, ids: string[]): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((each) => right(each, ids)))
  if (shape.type === 'array') return fc.array(someValue(shape.items ?? {}, ids), { maxLength: 4 })
  if (shape.properties?.bytes)
    return fc.record({ name: fc.string({ maxLength: 40 }), bytes: fc.uint8Array({ maxLength: 200 }) })
  if (shape.type === 'object') return fieldsOf(shape, ids)
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'integer' || shape.type === 'number') {
    const [least, most] = [shape.minimum ?? -10, shape.maximum ?? 1000]
    return fc.oneof(
      fc.integer({ min: Math.max(least, -1e6), max: Math.min(most, 1e6) }),
      fc.constantFrom(least - 1, most + 1, least, most),
    )
  }
  if (shape.type === 'null') return fc.constant(null)
  if (shape.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid())
  if (shape.pattern) return fc.constantFrom('1', '-2.5', '0.0001', '999999999999.9999', 'x')
  return fc.oneof(
    fc.constantFrom('2026-07-15', '2024-02-29', '海盾先锋', '1.5', 'abc'),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
}

function fieldsOf(shape: Shape, ids: string[]): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(
    Object.entries(shape.properties ?? {}).map(([name, each]) => [name, someValue(each, ids)]),
  )
  const known = fc.record(fields, { requiredKeys: [] })
  const extra = fc.dictionary(
    fc.constantFrom('zzz', 'role', 'state', 'score', 'orgId', 'constructor', 'allowed'),
    fc.constant('1'),
    { maxKeys: 1 },
  )
  return fc.oneof(
    { weight: 9, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, extra).map(([a, b]) => ({ ...a, ...b })) },
  )
}

/** Inputs of an operation, fields of the path included. */
export function inputsOf(operation: Operation, ids: string[]): fc.Arbitrary<Record<string, unknown>> {
  const shape = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Shape
  const fields = fieldsOf(shape, ids)
  const names = [...operation.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const path = fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...ids) },
          { weight: 1, arbitrary: fc.constantFrom('x', '%00', '..', "'", 'a'.repeat(300)) },
        ),
      ]),
    ),
  )
  return fc.tuple(fields, path).map(([a, b]) => ({ ...a, ...b }))
}
