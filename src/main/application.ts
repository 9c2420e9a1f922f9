import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'
import type { Capability } from '#platform/capability.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { secured } from '#platform/headers.ts'
import { api, callerOf, type HttpSettings } from '#platform/http.ts'
import { sayer } from '#platform/say.ts'
import type { Site } from '#portal/Layout.tsx'
import { portal } from '#portal/serve.tsx'
import { demoMessages } from './demo/messages.ts'
import { lend } from './lend.ts'
import { navigation, portalPages } from './portal-pages.ts'

export interface ApplicationParts {
  dispatcher: Dispatcher
  capabilities: Capability[]
  http: HttpSettings
  /** Where the built workbench lies. */
  webDir: string
  demo: boolean
}

/** The whole product as one web application: API, workbench, portal. */
export function application({ dispatcher, capabilities, http, webDir, demo }: ApplicationParts): Hono {
  const app = new Hono()
  const say = sayer(capabilities)
  app.use(secured)
  app.get('/healthz', (c) => c.json({ up: true }))
  app.route('/api', api(dispatcher, say, http))
  app.get('/desk', (c) => c.redirect('/desk/', 301))
  app.get('/desk/*', (c) => (demo ? saidToBeDemo(desk(c, webDir)) : desk(c, webDir)))
  app.route('/', portal(portalPages(demo), navigation, lend(dispatcher, say, http), siteOf(demo)))
  app.onError((error, c) => {
    const caller = callerOf(c, http)
    const { status, error: told } = say(error, caller.language, caller.requestId)
    return c.json({ error: told }, status as 500)
  })
  return app
}

function siteOf(demo: boolean): Site {
  const { banner, toDemo } = demoMessages.labels
  return { identification: [], ...(demo && { banner: { text: banner, href: '/demo', link: toDemo } }) }
}

/** Above the workbench too the demo says that it is one; first in the document, so that nothing is drawn in its place. */
async function saidToBeDemo(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  const { zh, en } = demoMessages.labels.banner
  // no link in it: the first one on the page is the way past the menu
  const words = `${zh} · <span lang="en">${en}</span>`
  const aside = `<aside style="padding:6px 16px;background:#fff4d6;color:#1f1f1f;font-size:14px;text-align:center">${words}</aside>`
  const file = Buffer.from(await response.arrayBuffer())
  const page = response.headers.has('content-encoding') ? gunzipSync(file) : file
  return new Response(page.toString('utf8').replace('<body>', `<body>${aside}`), {
    headers: { 'content-type': types.html!, 'cache-control': 'no-cache' },
  })
}

const types: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  map: 'application/json',
}

/** `%` and other halves of a code stay as they are: no file has such a name. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The workbench's files: those with a hash in their name may be kept, its page never. */
function desk(c: Context, webDir: string): Response {
  const wanted = normalize(decoded(new URL(c.req.url).pathname.slice('/desk/'.length)))
  const path =
    wanted.startsWith('assets/') && !wanted.includes('..') ? join(webDir, wanted) : join(webDir, 'index.html')
  if (!existsSync(path) || !statSync(path).isFile()) return c.text('404', 404)
  const packed = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') && existsSync(`${path}.gz`)
  c.header('content-type', types[path.split('.').at(-1)!] ?? 'application/octet-stream')
  c.header('cache-control', wanted.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (packed) c.header('content-encoding', 'gzip')
  c.header('vary', 'accept-encoding')
  return c.body(readFileSync(packed ? `${path}.gz` : path) as Uint8Array<ArrayBuffer>)
}
