import * as z from 'zod/mini'
import { type Operation, pathNames } from '#basics/contract.ts'
import type { Capability } from './capability.ts'

const shape = (schema: z.ZodMiniType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}

const errors = { $ref: '#/components/responses/Refused' }

/** Describes every operation as OpenAPI 3.1; checked in as docs/openapi.json, so that a change of the API shows. */
export function openApi(capabilities: Capability[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const { contract } of capabilities) {
    for (const [operationId, operation] of Object.entries(contract)) {
      const url = `/api${operation.path.replace(/:(\w+)/g, '{$1}')}`
      paths[url] ??= {}
      paths[url][operation.method.toLowerCase()] = describe(operationId, operation)
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hangbiao', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      responses: {
        Refused: { description: 'Refused, with the reason', content: { 'application/json': { schema: refusal } } },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-hb' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function describe(operationId: string, operation: Operation): object {
  const fields = shape(operation.input, operation.method === 'GET' ? 'output' : 'input') as {
    properties?: Record<string, object>
  }
  const query = operation.method === 'GET' ? Object.entries(fields.properties ?? {}) : []
  const bodyType = operation.kind === 'upload' ? 'multipart/form-data' : 'application/json'
  const answerType = operation.kind === 'download' ? 'application/octet-stream' : 'application/json'
  return {
    operationId,
    summary: operation.summary,
    ...(operation.who === 'signed-in' ? { security: [{ session: [] }, { token: [] }] } : { security: [] }),
    parameters: [
      ...pathNames(operation.path).map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      })),
      ...query.map(([name, schema]) => ({ name, in: 'query', required: false, schema })),
      ...(operation.method === 'GET'
        ? []
        : [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', minLength: 8, maxLength: 200 },
            },
          ]),
    ],
    ...(operation.method !== 'GET' && { requestBody: { content: { [bodyType]: { schema: fields } } } }),
    responses: {
      200: {
        description: 'Done',
        content: { [answerType]: operation.kind === 'download' ? {} : { schema: shape(operation.output, 'output') } },
      },
      ...Object.fromEntries(
        ['400', '401', '403', '404', '409', '413', '415', '422', '429', '503'].map((status) => [status, errors]),
      ),
    },
  }
}

const refusal = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'requestId'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        requestId: { type: 'string' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
}
