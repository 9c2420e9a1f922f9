import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import * as z from 'zod/mini'
import { type Operation, pathNames } from '#basics/contract.ts'
import { capabilities } from './capabilities.ts'
import { Misused, type Words } from './cli-options.ts'
import type { Speak } from './cli-words.ts'
import { plain, plainJson } from './terminal.ts'

/** Where the server is and how we are known there. */
export interface Server {
  url: string
  token: string | undefined
  language: 'zh' | 'en'
}
export interface Called {
  out: string[]
  /** What went wrong, for the error stream. */
  trouble: string[]
  code: 0 | 1 | 2
}

export const operations = new Map<string, Operation>(
  capabilities.flatMap(({ contract }) => Object.entries(contract as Record<string, Operation>)),
)

/** Every operation in a line, as the contracts have them. */
export function operationLines(): string[] {
  return [...operations].map(([name, { method, path, summary }]) => `  ${name}  ${method} ${path}\n      ${summary}`)
}

/** One operation with its fields. */
export function describeOperation(name: string, operation: Operation): string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(operation.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as {
    properties?: Record<string, { type?: string; enum?: string[] }>
    required?: string[]
  }
  const fields = Object.entries(properties).map(
    ([field, { type, enum: values }]) =>
      `  --${field}  ${values ? values.join(' | ') : (type ?? '')}${required.includes(field) ? ' *' : ''}`,
  )
  const params = pathNames(operation.path).map((param) => `  --${param}  id *`)
  return [`${name}  ${operation.method} ${operation.path}`, operation.summary, ...params, ...fields]
}

/** The fields of an operation from options: text as it stands, unless only its JSON reading fits; several make a list. */
export function fieldsFrom(operation: Operation, { options }: Words): Record<string, unknown> {
  const inPath = pathNames(operation.path)
  const fields: Record<string, unknown> = Object.fromEntries(
    [...options].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
  if (operation.method === 'GET') return fields
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.includes(name)))
  const parsed = operation.input.safeParse(own)
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]))
  for (const name of wrong) {
    const value = own[name]
    if (typeof value === 'string') fields[name] = readJson(value) ?? value
  }
  return fields
}

/** Asks the server for one operation and says what it answered. */
export async function callOperation(
  server: Server,
  operation: Operation,
  fields: Record<string, unknown>,
  {
    file,
    out,
    key,
  }: { file: { name: string; bytes: Uint8Array } | undefined; out: string | undefined; key: string | undefined },
  speak: Speak,
): Promise<Called> {
  const { url, init } = requestOf(server, operation, fields, file, speak)
  const headers = {
    ...init.headers,
    'accept-language': server.language,
    ...(server.token && { authorization: `Bearer ${server.token}` }),
    ...(key && operation.method !== 'GET' && { 'idempotency-key': key }),
  }
  let response: Response
  try {
    response = await fetch(url, { ...init, headers, redirect: 'error' })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    return failed(speak('noAnswer', { url: server.url, why: plain(cause) }))
  }
  if (response.ok && operation.kind === 'download') return keep(response, out, speak)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return { out: [plainJson(body)], trouble: [], code: 0 }
  return refused(response.status, body, speak)
}

function requestOf(
  server: Server,
  operation: Operation,
  fields: Record<string, unknown>,
  file: { name: string; bytes: Uint8Array } | undefined,
  speak: Speak,
): { url: URL; init: { method: string; body?: string | FormData; headers: Record<string, string> } } {
  const rest = { ...fields }
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    if (typeof value !== 'string' || value === '') throw new Misused(speak('missingParam', { name }))
    return encodeURIComponent(value)
  })
  if (!/^https?:\/\/\S+$/.test(server.url) || !URL.canParse(server.url))
    throw new Misused(speak('notAnAddress', { url: server.url }))
  const url = new URL(`${server.url.replace(/\/$/, '')}/api${path}`)
  const { method } = operation
  if (method === 'GET') {
    for (const [name, value] of Object.entries(rest)) url.searchParams.set(name, asText(value))
    return { url, init: { method, headers: {} } }
  }
  if (operation.kind === 'upload') {
    const body = new FormData()
    for (const [name, value] of Object.entries(rest)) body.append(name, asText(value))
    if (file) body.append('file', new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name)
    return { url, init: { method, headers: {}, body } }
  }
  return { url, init: { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) } }
}

/** Keeps what came down: where it was asked for, else here under the server's name for it; never over another file. */
async function keep(response: Response, out: string | undefined, speak: Speak): Promise<Called> {
  const given = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'download'
  const path = out ?? (basename(plain(decodeURIComponent(given)).replaceAll('\\', '/')) || 'download')
  const bytes = new Uint8Array(await response.arrayBuffer())
  try {
    writeFileSync(path, bytes, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return failed(speak('fileThere', { path }))
    throw error
  }
  return { out: [speak('kept', { path })], trouble: [], code: 0 }
}

function refused(status: number, body: unknown, speak: Speak): Called {
  const told = (body as { error?: { code?: string; message?: string; fields?: { field: string; message: string }[] } })
    ?.error
  if (!told?.code) return failed(speak('strangeAnswer', { status }))
  const fields = (told.fields ?? []).map(({ field, message }) => plain(`  ${field}: ${message}`))
  return { out: [], trouble: [plain(`${status} ${told.code}: ${told.message ?? ''}`), ...fields], code: 1 }
}

function failed(sentence: string): Called {
  return { out: [], trouble: [sentence], code: 1 }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
