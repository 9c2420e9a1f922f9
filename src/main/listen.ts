import type { Server } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { secured } from '#platform/headers.ts'
import type { Settings } from '#platform/settings.ts'

/** Listens, or throws a sentence that says why it cannot. */
export function listen({ host, port }: Settings, fetch: Hono['fetch']): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const listener = serve({ fetch, hostname: host, port }, () => resolve(listener))
    listener.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `端口 ${port} 已被占用，请用 PORT 换一个 / port ${port} is taken; choose another with PORT`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    limitSlowOnes(listener as Server)
  })
}

/** A request has a minute to arrive, its headers ten seconds: whoever is slower holds nothing for long. */
function limitSlowOnes(server: Server): void {
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 5_000
  server.maxHeadersCount = 100
}

/** Takes no new connection, lets the requests under way be answered, and after `patience` milliseconds cuts the rest off. */
export async function stopListening(listener: ServerType, patience = 12_000): Promise<void> {
  const server = listener as Server
  // a kept connection is idle only once its last answer has left
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const rest = setTimeout(() => server.closeAllConnections(), patience)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearInterval(idle)
  clearTimeout(rest)
}

/** What is answered before everything is ready. */
export function notYet(): Hono {
  const app = new Hono()
  app.use(secured)
  app.all('*', (c) => {
    c.header('retry-after', '2')
    return c.json(
      {
        error: {
          code: 'platform.starting',
          message: '系统正在启动，请稍候 / The system is starting; please wait a moment',
          requestId: '',
        },
      },
      503,
    )
  })
  return app
}

/** The peer's address, or the last hop that is no trusted proxy. */
export function addressOf(c: Context, { trustedProxies }: Settings): string {
  const peer = getConnInfo(c).remote.address ?? 'unknown'
  if (!trustedProxies.includes(peer)) return peer
  const hops = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  return hops.reverse().find((hop) => !trustedProxies.includes(hop)) ?? peer
}
