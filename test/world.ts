import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { inject } from 'vitest'
import type { Instant } from '#basics/calendar.ts'
import type { InputOf, Operation, OutputOf } from '#basics/contract.ts'
import type { PersonId } from '#basics/id.ts'
import { application } from '#main/application.ts'
import { assemble } from '#main/assemble.ts'
import { capabilities } from '#main/capabilities.ts'
import type { Capability } from '#platform/capability.ts'
import { type Context, type Cookie, nobody } from '#platform/context.ts'
import { connect, type Database } from '#platform/database.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { forgiveAll } from '#platform/limits.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { createDatabaseFrom, makeTemplate } from '#platform/postgres/template.ts'
import { keepKeysIn } from '#programme/questionnaire/keys.ts'
import { openFor } from '#support/account/actions.ts'
import { mustMatch } from './hardening/answers.ts'

/** What an operation answered: its output, or the status and the code of the refusal. */
export type Asked<O extends Operation> =
  | { status: 200; body: OutputOf<O>; code?: undefined; fields?: undefined }
  | { status: number; body?: undefined; code: string; message: string; fields: Record<string, string> }

export interface Browser {
  /** Asks over HTTP, as the signed-in browser would. */
  ask<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: { key?: string; headers?: Record<string, string> },
  ): Promise<Asked<O>>
  /** Asks and expects it to be taken. */
  get<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>
  page(path: string): Promise<{ status: number; html: string; headers: Headers }>
  /** Posts a portal form and answers where it led, or the page shown again. */
  post(
    operation: string,
    fields: Record<string, string>,
    page?: string,
  ): Promise<{ status: number; location: string | null; html: string }>
  cookie: string
}

/** A whole product on a database of its own, with a clock that stands where it is put. */
export interface World {
  app: Hono
  dispatcher: Dispatcher
  db: Database
  owner: Database
  capabilities: Capability[]
  setTime(at: Instant): Promise<void>
  /** A browser in which this person is signed in. */
  as(person: string): Promise<Browser>
  /** Browsers of many people at once, in the order given. */
  asAll(people: string[]): Promise<Browser[]>
  nobody: Browser
  /** Does something as a person, past HTTP, to set the stage. */
  act<T>(person: string, work: (context: Context) => Promise<T>): Promise<T>
  /** Connection settings of the application's role, for a server of one's own. */
  connection: ReturnType<typeof inject<'postgres'>>['app']
  close(): Promise<void>
}

export const noon = (day: string): Instant => `${day}T12:00:00.000000+08:00`
// one folder for all worlds of a file: keys go by the ids of questionnaires
keepKeysIn(mkdtempSync(join(tmpdir(), 'hangbiao-keys-')))

const ORIGIN = 'http://localhost'

/** Opens a world at noon of the given day, on a copy of the migrated (and, if wanted, filled) template. */
export async function openWorld({
  today = '2026-07-15',
  template = 'migrated',
  prepare,
}: {
  today?: string
  template?: string
  prepare?: (world: { dispatcher: Dispatcher; owner: Database }) => Promise<void>
} = {}): Promise<World> {
  const server = inject('postgres')
  forgiveAll()
  await makeTemplate(server, 'migrated', async (owner) => {
    await migrate(owner, server.app.user, migrationFiles(join(import.meta.dirname, '../src')))
  })
  if (template !== 'migrated' && prepare) await fill(server, template, today, prepare)
  const copy = await createDatabaseFrom(server, template, `w_${randomUUID().replaceAll('-', '')}`)
  const assembled = assemble(copy.app, randomBytes(32))
  const owner = connect({ ...copy.owner, max: 2 })
  const setTime = async (at: Instant) => {
    await sql`update clock set fixed_at = ${at}::timestamptz`.execute(owner)
  }
  await setTime(noon(today))
  const http = {
    addressOf: (c: { req: { header(name: string): string | undefined } }) =>
      c.req.header('x-test-address') ?? '192.0.2.1',
    origin: null,
  }
  const app = application({
    dispatcher: assembled.dispatcher,
    capabilities,
    http,
    webDir: join(import.meta.dirname, '../dist/web'),
    demo: false,
  })
  const browser = (cookie: string) => makeBrowser(app, assembled.dispatcher, cookie)
  const act: World['act'] = async (person, work) => {
    const actor = await assembled.dispatcher.act({ person: '' as PersonId, name: '', posts: [] }, (context) =>
      context.actorOf(person as PersonId),
    )
    if (!actor) throw new Error(`nobody has the id ${person}`)
    return assembled.dispatcher.act(actor, work)
  }
  const asAll: World['asAll'] = (people) =>
    assembled.dispatcher.act(nobody, async (context) => {
      const browsers: Browser[] = []
      for (const person of people) {
        const cookies: string[] = []
        await openAccount(context, person)
        const keep = { read: () => undefined, set: ({ name, value }: Cookie) => void cookies.push(`${name}=${value}`) }
        await openFor({ ...context, cookies: keep }, person as PersonId)
        browsers.push(browser(cookies.join('; ')))
      }
      return browsers
    })
  return {
    app,
    dispatcher: assembled.dispatcher,
    db: assembled.db,
    owner,
    capabilities,
    connection: copy.app,
    setTime,
    act,
    nobody: browser(''),
    async as(person) {
      return (await asAll([person]))[0]!
    },
    asAll,
    async close() {
      await owner.destroy()
      await assembled.close()
      await copy.drop()
    },
  }
}

async function fill(
  server: ReturnType<typeof inject<'postgres'>>,
  template: string,
  today: string,
  prepare: (world: { dispatcher: Dispatcher; owner: Database }) => Promise<void>,
): Promise<void> {
  await makeTemplate(server, template, async (ownerConnection) => {
    await migrate(ownerConnection, server.app.user, migrationFiles(join(import.meta.dirname, '../src')))
    const assembled = assemble({ ...server.app, database: ownerConnection.database }, randomBytes(32))
    const owner = connect({ ...ownerConnection, max: 2 })
    try {
      await sql`update clock set fixed_at = ${noon(today)}::timestamptz`.execute(owner)
      await prepare({ dispatcher: assembled.dispatcher, owner })
    } finally {
      await owner.destroy()
      await assembled.close()
    }
  })
}

/** An account to sign in with, where the person has none yet. */
async function openAccount(context: Context, person: string): Promise<void> {
  await context.tx
    .insertInto('account')
    .values({ person_id: person, login: `test-${person}` })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function makeBrowser(app: Hono, dispatcher: Dispatcher, cookie: string): Browser {
  const names = new Map([...dispatcher.operations.values()].map(({ name, operation }) => [operation, name]))
  const common = { origin: ORIGIN, ...(cookie && { cookie }) }
  const ask: Browser['ask'] = async (operation, input, { key, headers = {} } = {}) => {
    if (!names.has(operation)) throw new Error(`no capability offers ${operation.path}`)
    const { url, init } = requestFor(operation, input as Record<string, unknown>)
    const response = await app.request(`/api${url}`, {
      ...init,
      headers: { ...common, ...init.headers, ...(key && { 'idempotency-key': key }), ...headers },
    })
    if (operation.kind === 'download' && response.status === 200) {
      const bytes = new Uint8Array(await response.arrayBuffer())
      const name = decodeURIComponent(
        /filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
      )
      return { status: 200, body: { name, type: response.headers.get('content-type') ?? '', bytes } as never }
    }
    const body = (await response.json()) as {
      error: { code: string; message: string; fields?: { field: string; code: string }[] }
    }
    mustMatch(names.get(operation)!, response.status, body)
    if (response.status === 200) return { status: 200, body: body as never }
    const {
      code,
      message,
      fields = [],
    } = body.error as { code: string; message: string; fields?: { field: string; code: string }[] }
    return {
      status: response.status,
      code,
      message,
      fields: Object.fromEntries(fields.map((each) => [each.field, each.code])),
    }
  }
  return {
    cookie,
    ask,
    async get(operation, input) {
      const asked = await ask(operation, input)
      if (asked.status !== 200 || asked.body === undefined)
        throw new Error(
          `${operation.method} ${operation.path} answered ${asked.status} ${asked.code}: ${JSON.stringify(asked.fields)}`,
        )
      return asked.body as never
    },
    async page(path) {
      const response = await app.request(path, { headers: common })
      return { status: response.status, html: await response.text(), headers: response.headers }
    },
    async post(operation, fields, page = '/') {
      const body = new URLSearchParams({ _key: randomUUID(), _page: page, _then: page, ...fields })
      const response = await app.request(`/do/${operation}`, {
        method: 'POST',
        headers: { ...common, 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
      })
      return { status: response.status, location: response.headers.get('location'), html: await response.text() }
    },
  }
}

/** Where and how an operation is asked with an input: path fields in the path, the rest in the query or the body. */
export function requestFor(
  operation: Operation,
  input: Record<string, unknown>,
): { url: string; init: { method: string; body?: string | FormData; headers: Record<string, string> } } {
  const rest = { ...input }
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (operation.method === 'GET') {
    const query = new URLSearchParams(
      Object.entries(rest)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, textOf(value)] as [string, string]),
    )
    return { url: `${path}${query.size > 0 ? `?${query}` : ''}`, init: { method: 'GET', headers: {} } }
  }
  if (operation.kind === 'upload') {
    const form = new FormData()
    for (const [name, value] of Object.entries(rest)) {
      if (typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array) {
        const { name: fileName, bytes } = value as { name: string; bytes: Uint8Array<ArrayBuffer> }
        form.append(name, new Blob([bytes]), fileName)
      } else if (value !== undefined) form.append(name, textOf(value))
    }
    return { url: path, init: { method: operation.method, body: form, headers: {} } }
  }
  return {
    url: path,
    init: { method: operation.method, body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } },
  }
}

/** A value as a query or a form would carry it. */
function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
