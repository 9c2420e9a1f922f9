import type { Context } from 'hono'
import { formParts, readBody } from '#platform/body.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { wrongType } from '#platform/errors.ts'
import { type Caller, callerOf, type HttpSettings, mustBeOurs, setCookies } from '#platform/http.ts'
import { mustBeReadable } from '#platform/readable.ts'
import type { Say } from '#platform/say.ts'
import { sendFile } from '#platform/send-file.ts'
import type { Me } from '#portal/page.ts'
import type { Asked, Lent, Refusal } from '#portal/serve.tsx'

/** What the portal may use of the server: the dispatcher, and how requests are read. */
export function lend(dispatcher: Dispatcher, say: Say, http: HttpSettings): Lent {
  const callers = new WeakMap<Context, Caller>()
  const caller = (c: Context) => {
    const known = callers.get(c) ?? callerOf(c, http)
    callers.set(c, known)
    return known
  }
  const refusalOf = (c: Context, error: unknown): Refusal => {
    const { language, requestId } = caller(c)
    const { status, retryAfter, error: told } = say(error, language, requestId)
    return {
      status,
      code: told.code,
      message: told.message,
      ...(retryAfter !== undefined && { retryAfter }),
      ...(told.fields && { fields: told.fields }),
    }
  }
  const ask: Lent['ask'] = async (c, operation, params, fields, key): Promise<Asked> => {
    try {
      const { output, cookies } = await dispatcher.ask({ ...caller(c), operation, params, fields, key })
      return {
        ok: true,
        output,
        answer(response) {
          setCookies(c, cookies)
          for (const value of c.res.headers.getSetCookie()) response.headers.append('set-cookie', value)
          return response
        },
      }
    } catch (error) {
      return { ok: false, ...refusalOf(c, error) }
    }
  }
  return {
    operations: dispatcher.operations,
    ask,
    refusalOf,
    readForm,
    sendFile,
    mustBeOurs: (c) => mustBeOurs(c, http),
    languageOf: (c) => caller(c).language,
    cookieOf: (c, name) => caller(c).cookies[name],
    async readMe(c) {
      if (!caller(c).credentials.session) return null
      const asked = await ask(c, 'readMe', {}, {})
      return asked.ok ? (asked.output as Me) : null
    },
  }
}

/** A posted form: every field with all its values; a file as its name and bytes. */
async function readForm(c: Context, most: number): Promise<Record<string, unknown[]>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw wrongType()
  const bytes = await readBody(c.req.raw, most)
  const values: Record<string, unknown[]> = Object.create(null)
  for (const [name, value] of await formParts(bytes, type, wrongType)) {
    // a file field that was left empty is sent as a file without bytes
    if (typeof value !== 'string' && value.bytes.length === 0) continue
    values[name] ??= []
    values[name].push(typeof value === 'string' ? value.replace(/\r\n/g, '\n') : value)
  }
  mustBeReadable(values)
  return values
}
