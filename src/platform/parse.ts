import type * as z from 'zod/mini'
import type { Operation } from '#basics/contract.ts'
import { badInput, type FieldProblem } from './errors.ts'

type Issue = z.core.$ZodIssue

/** The operation's input, or 422 with every field and the code of its reason. */
export function parseInput(operation: Operation, fields: unknown): Record<string, unknown> {
  const parsed = operation.input.safeParse(fields, { reportInput: true })
  if (!parsed.success) throw badInput(parsed.error.issues.flatMap(problems))
  return parsed.data as Record<string, unknown>
}

/** What leaves must be what the contract promises, no more and no less. */
export function parseOutput(operation: Operation, output: unknown): unknown {
  const parsed = operation.output.safeParse(output)
  if (!parsed.success)
    throw new Error(`${operation.method} ${operation.path} broke its contract: ${JSON.stringify(parsed.error.issues)}`)
  return parsed.data
}

function problems(issue: Issue): FieldProblem[] {
  const field = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, reason: 'input.unknown-field' }))
  if (issue.code === 'custom') return [fromCustom(field, issue.message)]
  if (issue.code === 'invalid_type')
    return [
      {
        field,
        reason: issue.input === undefined ? 'input.required' : 'input.wrong-type',
        details: { expected: issue.expected },
      },
    ]
  if (issue.code === 'too_small')
    return [
      {
        field,
        reason:
          issue.origin === 'string' ? 'text.too-short' : issue.origin === 'array' ? 'input.too-few' : 'input.too-small',
        details: { limit: Number(issue.minimum) },
      },
    ]
  if (issue.code === 'too_big')
    return [
      {
        field,
        reason:
          issue.origin === 'string' ? 'text.too-long' : issue.origin === 'array' ? 'input.too-many' : 'input.too-big',
        details: { limit: Number(issue.maximum) },
      },
    ]
  if (issue.code === 'invalid_value')
    return [{ field, reason: 'input.not-one-of', details: { values: issue.values.join('、') } }]
  if (issue.code === 'invalid_format')
    return [fromCustom(field, issue.message === 'Invalid input' ? `input.bad-${issue.format}` : issue.message)]
  return [{ field, reason: 'input.not-valid' }]
}

/** `text.too-long:40` carries its limit behind the colon. */
function fromCustom(field: string, message: string): FieldProblem {
  const [reason = 'input.not-valid', limit] = message.split(':')
  if (!/^[a-z.-]+$/.test(reason)) return { field, reason: 'input.not-valid' }
  return limit === undefined ? { field, reason } : { field, reason, details: { limit: Number(limit) } }
}
