import { randomUUID } from 'node:crypto'
import { Hono, type Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Operation } from '#basics/contract.ts'
import type { Language } from '#basics/messages.ts'
import { formParts, readBody } from './body.ts'
import { largest } from './capability.ts'
import type { Answer, Ask, Dispatcher } from './dispatch.ts'
import { Problem, wrongType } from './errors.ts'
import { mustBeReadable, readJson } from './readable.ts'
import type { Say } from './say.ts'
import { type FileDown, sendFile } from './send-file.ts'

export const SESSION_COOKIE = '__Host-hb'

export interface Caller {
  credentials: Ask['credentials']
  language: Language
  address: string
  /** Where this site is reached from outside. */
  origin: string
  requestId: string
  device: string
  cookies: Record<string, string>
}

export interface HttpSettings {
  /** The address of the peer, or what a trusted proxy says of it. */
  addressOf(c: HonoContext): string
  /** The public origin, when it is not the one the request names. */
  origin: string | null
}

/** Everything about the request but what it asks for. */
export function callerOf(c: HonoContext, settings: HttpSettings): Caller {
  const cookies = getCookie(c)
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  return {
    credentials: { session: cookies[SESSION_COOKIE], token: bearer },
    language: languageOf(cookies.lang ?? c.req.header('accept-language')),
    address: settings.addressOf(c),
    origin: originOf(c, settings),
    requestId: randomUUID(),
    device: (c.req.header('user-agent') ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 120),
    cookies,
  }
}

/** The public origin, or the one that the request names. */
function originOf(c: HonoContext, settings: HttpSettings): string {
  const { protocol, host } = new URL(c.req.url)
  return settings.origin ?? `${protocol}//${c.req.header('host') ?? host}`
}

function languageOf(wish: string | undefined): Language {
  return wish !== undefined && /^en\b/i.test(wish) ? 'en' : 'zh'
}

/** A write that carries the session's cookie must come from a page of ours. */
export function mustBeOurs(c: HonoContext, settings: HttpSettings): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  if (c.req.header('authorization') && !c.req.header('cookie')) return
  const origin = c.req.header('origin')
  const own = originOf(c, settings)
  if (
    origin ? origin !== own : c.req.header('sec-fetch-site') !== 'same-origin' && c.req.header('cookie') !== undefined
  )
    throw new Problem(403, 'platform.foreign-origin')
}

/** Serves every operation of every capability under /api. */
export function api(dispatcher: Dispatcher, say: Say, settings: HttpSettings): Hono {
  const app = new Hono()
  const byRoute = new Map(
    [...dispatcher.operations.values()].map((each) => [`${each.operation.method} ${each.operation.path}`, each]),
  )
  for (const { name, operation } of byRoute.values()) {
    app.on(operation.method, operation.path, async (c) => {
      const caller = callerOf(c, settings)
      try {
        mustBeOurs(c, settings)
        const fields = await fieldsOf(c, operation)
        const params = c.req.param() as Record<string, string>
        const key = c.req.header('idempotency-key')
        if (key !== undefined && (key.length < 8 || key.length > 200)) throw new Problem(422, 'platform.bad-input')
        return respond(c, operation, await dispatcher.ask({ ...caller, operation: name, params, fields, key }))
      } catch (error) {
        return refuse(c, say, error, caller)
      }
    })
  }
  app.all('*', (c) => refuse(c, say, new Problem(404, 'platform.no-such-operation'), callerOf(c, settings)))
  return app
}

/** Reads the body now, so that a slow sender holds no transaction, and judges it later. */
async function fieldsOf(c: HonoContext, operation: Operation): Promise<() => Promise<Record<string, unknown>>> {
  if (operation.method === 'GET') {
    const fields = c.req.query()
    return async () => {
      mustBeReadable(fields)
      return fields
    }
  }
  const type = c.req.header('content-type') ?? ''
  const bytes = await readBody(c.req.raw, largest[operation.kind])
  return async () => {
    if (operation.kind === 'upload') {
      if (!/^multipart\/form-data\b/i.test(type)) throw wrongType()
      return multipart(bytes, type)
    }
    if (bytes.length > 0 && !/^application\/json\b/i.test(type)) throw wrongType()
    return readJson(bytes)
  }
}

/** The parts of a form with files: text parts by name, `file` as name and bytes. */
export async function multipart(bytes: Uint8Array, type: string): Promise<Record<string, unknown>> {
  const parts = await formParts(bytes, type, () => new Problem(400, 'platform.not-an-object'))
  const fields = Object.fromEntries(parts)
  mustBeReadable(fields)
  return fields
}

function respond(c: HonoContext, operation: Operation, { output, cookies }: Answer): Response {
  setCookies(c, cookies)
  if (operation.kind === 'download') return sendFile(c, output as FileDown)
  return c.json(output as object, 200)
}

export function setCookies(c: HonoContext, cookies: Answer['cookies']): void {
  for (const { name, value, maxAgeSeconds } of cookies)
    c.header(
      'set-cookie',
      `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${value ? maxAgeSeconds : 0}`,
      { append: true },
    )
  if (cookies.some(({ name, value }) => name === SESSION_COOKIE && value === ''))
    c.header('clear-site-data', '"cache", "storage"')
}

function refuse(c: HonoContext, say: Say, error: unknown, caller: Caller): Response {
  const { status, retryAfter, error: told } = say(error, caller.language, caller.requestId)
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter))
  return c.json({ error: told }, status as ContentfulStatusCode)
}
