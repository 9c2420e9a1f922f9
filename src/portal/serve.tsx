import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Operation } from '#basics/contract.ts'
import type { Language } from '#basics/messages.ts'
import { failureWords, stranger } from './failure.ts'
import { fromForm } from './from-form.ts'
import { Document, type Site } from './Layout.tsx'
import {
  AskRefused,
  ElsewhereInstead,
  type Me,
  type NavigationLink,
  type Page,
  type PageRequest,
  type RefusedForm,
  type Shown,
} from './page.ts'
import { after, local } from './place.ts'
import { style } from './style.ts'

/** What the server lends to the portal: one way of asking, and how to read and answer HTTP. */
export interface Lent {
  operations: Map<string, { name: string; operation: Operation }>
  /** Asks as the person behind the request; refused answers come as `ok: false`. */
  ask(
    c: Context,
    operation: string,
    params: Record<string, string>,
    fields: Record<string, unknown> | (() => Promise<Record<string, unknown>>),
    key?: string,
  ): Promise<Asked>
  readForm(c: Context, most: number): Promise<Record<string, unknown[]>>
  languageOf(c: Context): Language
  cookieOf(c: Context, name: string): string | undefined
  mustBeOurs(c: Context): void
  readMe(c: Context): Promise<Me | null>
  sendFile(c: Context, file: { name: string; type: string; bytes: Uint8Array }): Response
  /** What a thrown error is told as. */
  refusalOf(c: Context, error: unknown): Refusal
}

export interface Refusal {
  status: number
  code: string
  message: string
  retryAfter?: number
  fields?: { field: string; code: string; message: string }[]
}
/** What became of the form that this page is shown after. */
interface Taken {
  refused?: RefusedForm | null
  answer?: { operation: string; output: unknown } | null
}
export type Asked = { ok: true; output: unknown; answer(response: Response): Response } | ({ ok: false } & Refusal)

/** Mounts the pages, and one address for every form: `/do/<operation>`. */
export function portal(pages: Page[], navigation: NavigationLink[], lent: Lent, site: Site): Hono {
  const app = new Hono()
  const names = new Map([...lent.operations.values()].map(({ name, operation }) => [operation, name]))
  for (const page of pages)
    app.get(page.path, (c) => show(c, page, c.req.param() as Record<string, string>, new URL(c.req.url)))

  app.get('/portal.css', (c) => {
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' })
  })

  app.get('/preferences', (c) => {
    const { lang, large } = c.req.query()
    const set = (name: string, value: string) =>
      c.header('set-cookie', `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; Secure`, {
        append: true,
      })
    if (lang === 'zh' || lang === 'en') set('lang', lang)
    if (large === '0' || large === '1') set('large', large)
    return c.redirect(local(c.req.query('then')), 303)
  })

  app.post('/do/:operation', async (c) => {
    const known = lent.operations.get(c.req.param('operation'))
    if (!known || known.operation.method === 'GET')
      return failure(c, { status: 404, code: 'platform.not-found', message: '' })
    let values: Record<string, unknown[]> = {}
    try {
      lent.mustBeOurs(c)
      values = await lent.readForm(c, known.operation.kind === 'upload' ? 20 * 1024 * 1024 : 512 * 1024)
    } catch (error) {
      return failure(c, lent.refusalOf(c, error))
    }
    return act(c, known.name, known.operation, values)
  })

  async function act(
    c: Context,
    name: string,
    operation: Operation,
    values: Record<string, unknown[]>,
  ): Promise<Response> {
    const own = (field: string) => (typeof values[field]?.[0] === 'string' ? (values[field]![0] as string) : undefined)
    const here = local(own('_page'))
    const params: Record<string, string> = {}
    const fields: Record<string, unknown[]> = {}
    for (const [field, value] of Object.entries(values)) {
      if (field.startsWith('_param.')) params[field.slice(7)] = String(value[0])
      else if (!field.startsWith('_')) fields[field] = value
    }
    const asked = await lent.ask(c, name, params, fromForm(operation, fields), own('_key'))
    if (asked.ok) {
      if (operation.kind === 'download') return lent.sendFile(c, asked.output as never)
      const shown = own('_show') ? await match(new URL(here, c.req.url).pathname) : null
      if (!shown) return asked.answer(c.redirect(after(local(own('_then')), asked.output), 303))
      const answer = { operation: name, output: asked.output }
      return asked.answer(await show(c, shown.page, shown.params, new URL(here, c.req.url), { answer }))
    }
    if (asked.status === 401 && asked.code === 'platform.sign-in-first')
      return c.redirect(`/sign-in?then=${encodeURIComponent(here)}`, 303)
    if (asked.code === 'platform.prove-it-again') return c.redirect(`/prove?then=${encodeURIComponent(here)}`, 303)
    const texts = Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [
        field,
        value.filter((each) => typeof each === 'string') as string[],
      ]),
    )
    const refused: RefusedForm = {
      operation: name,
      params,
      message: asked.message,
      code: asked.code,
      values: texts,
      fields: Object.fromEntries((asked.fields ?? []).map(({ field, message }) => [field, message])),
    }
    const url = new URL(here, c.req.url)
    const matched = await match(url.pathname)
    if (!matched) return failure(c, asked)
    if (asked.retryAfter !== undefined) c.header('retry-after', String(asked.retryAfter))
    return show(c, matched.page, matched.params, url, { refused, status: asked.status })
  }

  async function match(path: string): Promise<{ page: Page; params: Record<string, string> } | null> {
    const probe = new Hono()
    pages.forEach((page, index) => {
      probe.get(page.path, (c) => c.json({ index, params: c.req.param() }))
    })
    const response = await probe.request(path)
    if (response.status !== 200) return null
    const { index, params } = (await response.json()) as { index: number; params: Record<string, string> }
    return { page: pages[index]!, params }
  }

  async function show(
    c: Context,
    page: Page,
    params: Record<string, string>,
    url: URL,
    { status = 200, ...taken }: Taken & { status?: number } = {},
  ): Promise<Response> {
    const request = await requestOf(c, params, url, taken)
    try {
      return html(c, request, await page.render(request), status)
    } catch (error) {
      if (error instanceof ElsewhereInstead) return c.redirect(local(error.path), 303)
      if (!(error instanceof AskRefused)) return failure(c, lent.refusalOf(c, error), request)
      if (error.status === 401) return c.redirect(`/sign-in?then=${encodeURIComponent(request.here)}`, 303)
      return failure(c, error, request)
    }
  }

  async function requestOf(
    c: Context,
    params: Record<string, string>,
    url: URL,
    { refused = null, answer = null }: Taken = {},
  ): Promise<PageRequest> {
    const query = new URLSearchParams(url.search)
    const done = query.get('done') === '1' && !refused
    query.delete('done')
    const rest = query.toString()
    return {
      language: lent.languageOf(c),
      large: lent.cookieOf(c, 'large') === '1',
      me: await lent.readMe(c),
      params,
      query,
      refused,
      done,
      here: `${url.pathname}${rest ? `?${rest}` : ''}`,
      newKey: randomUUID,
      nameOf: (operation) => names.get(operation)!,
      answerOf: (operation) => (answer && answer.operation === names.get(operation) ? (answer.output as never) : null),
      async ask(operation, input) {
        const given = input as Record<string, unknown>
        const inPath = [...operation.path.matchAll(/:(\w+)/g)].map((each) => each[1]!)
        const fields = Object.fromEntries(
          Object.entries(given).filter(([field, value]) => !inPath.includes(field) && value !== undefined),
        )
        const asked = await lent.ask(
          c,
          names.get(operation)!,
          Object.fromEntries(inPath.map((name) => [name, String(given[name])])),
          fields,
        )
        if (!asked.ok) throw new AskRefused(asked.status, asked.code, asked.message)
        return asked.output as never
      },
    }
  }

  async function failure(c: Context, problem: Refusal, known?: PageRequest): Promise<Response> {
    const request =
      known ?? (await requestOf(c, {}, new URL('/', c.req.url)).catch(() => null)) ?? stranger(lent.languageOf(c))
    const say = failureWords[request.language]
    const title = problem.status in say ? say[problem.status as 404] : say.other
    if (problem.retryAfter !== undefined) c.header('retry-after', String(problem.retryAfter))
    return html(
      c,
      request,
      {
        title,
        body: (
          <>
            <p>{problem.message}</p>
            <p>
              <a className="button" href="/">
                {say.back}
              </a>
            </p>
          </>
        ),
      },
      problem.status,
    )
  }

  function html(c: Context, request: PageRequest, shown: Shown, status: number): Response {
    const markup = renderToStaticMarkup(
      <Document request={request} shown={shown} navigation={navigation} site={site} />,
    )
    return c.html(`<!doctype html>${markup}`, status as 200)
  }

  app.notFound((c) => failure(c, { status: 404, code: 'platform.not-found', message: '' }))
  return app
}
