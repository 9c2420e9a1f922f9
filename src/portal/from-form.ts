import * as z from 'zod/mini'
import type { Operation } from '#basics/contract.ts'

interface Shape {
  type?: string
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
}

const DEEPEST = 8
const shapes = new WeakMap<Operation, Shape>()

/**
 * Turns the texts of a form into the operation's fields: numbers and booleans by its shape, `figures.0.name` into lists
 * of things. An empty text field counts as not given, and so does a thing whose every field is empty.
 */
export function fromForm(operation: Operation, values: Record<string, unknown[]>): Record<string, unknown> {
  let shape = shapes.get(operation)
  if (!shape) {
    shape = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Shape
    shapes.set(operation, shape)
  }
  const tree: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(values)) {
    const kept = given.filter((value) => value !== '')
    // no field lies deeper; whoever sends such a name is told that there is no such field
    const path = name.split('.', DEEPEST + 1)
    if (kept.length > 0) put(tree, path.length > DEEPEST ? [name.slice(0, 100)] : path, kept)
  }
  return read(tree, shape) as Record<string, unknown>
}

function put(tree: Record<string, unknown>, [name, ...rest]: string[], value: unknown[]): void {
  if (name === undefined || name === '__proto__') return
  if (rest.length === 0) tree[name] = value
  else {
    const below = tree[name]
    const branch =
      typeof below === 'object' && below !== null && !Array.isArray(below) ? (below as Record<string, unknown>) : {}
    tree[name] = branch
    put(branch, rest, value)
  }
}

function read(given: unknown, shape: Shape | undefined): unknown {
  const real = shape?.anyOf?.find(({ type }) => type !== 'null') ?? shape
  if (Array.isArray(given)) {
    if (real?.type === 'array') return given.map((each) => simple(each, real.items))
    return simple(given[0], real)
  }
  const entries = Object.entries(given as Record<string, unknown>)
  if (real?.type === 'array')
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => read(each, real.items))
  return Object.fromEntries(entries.map(([name, each]) => [name, read(each, real?.properties?.[name])]))
}

function simple(value: unknown, shape: Shape | undefined): unknown {
  if (typeof value !== 'string') return value
  if ((shape?.type === 'number' || shape?.type === 'integer') && /^-?\d+(\.\d+)?$/.test(value.trim()))
    return Number(value)
  if (shape?.type === 'boolean') return value === 'on' || value === 'true'
  return value
}
