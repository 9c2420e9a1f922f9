import * as z from 'zod'
import { capabilities } from '#main/capabilities.ts'
import { openApi } from '#platform/openapi.ts'

interface Described {
  operationId: string
  responses: Record<string, { $ref?: string; content?: Record<string, { schema?: object }> }>
}

const described = openApi(capabilities) as {
  paths: Record<string, Record<string, Described>>
  components: { responses: { Refused: { content: { 'application/json': { schema: object } } } } }
}
const operations = new Map(
  Object.values(described.paths)
    .flatMap((path) => Object.values(path))
    .map((each) => [each.operationId, each]),
)
const refused = read(described.components.responses.Refused.content['application/json'].schema)
const done = new Map<string, z.ZodType>()

/** Check 41: throws when an answer over HTTP is not what docs/openapi.json says of its operation. */
export function mustMatch(operation: string, status: number, body: unknown): void {
  const found = operations.get(operation)
  if (!found) return
  if (status !== 500 && !(String(status) in found.responses))
    throw new Error(`${operation} answered ${status}, which docs/openapi.json does not name`)
  const shape = status === 200 ? shapeOf(found) : refused
  const parsed = shape.safeParse(body)
  if (!parsed.success)
    throw new Error(`${operation} ${status} is not as docs/openapi.json says: ${JSON.stringify(parsed.error.issues)}`)
}

function shapeOf({ operationId, responses }: Described): z.ZodType {
  const shape = done.get(operationId) ?? read(responses['200']?.content?.['application/json']?.schema ?? {})
  done.set(operationId, shape)
  return shape
}

function read(schema: object): z.ZodType {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
}
