import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type pg from 'pg'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { mustBeSafeRole } from '#platform/safe-role.ts'
import { keyIn } from '#platform/seal.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { isEmpty } from '#programme/organisation/reads.ts'
import { expectSetUpCode } from '#programme/organisation/set-up.ts'
import { application } from './application.ts'
import { assemble } from './assemble.ts'
import { capabilities } from './capabilities.ts'
import { startWorker } from './worker.ts'

const settings = readSettings(process.env, process.argv.slice(2))
const here = import.meta.dirname
const bundled = here.endsWith('dist')

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start(): Promise<void> {
  const dataDir = resolve(settings.dataDir)
  const server = settings.database ? null : await startPostgres({ dataDir, log: () => {} })
  const owner: pg.PoolConfig = server ? server.owner : { connectionString: settings.database!.ownerUrl }
  const app: pg.PoolConfig = server ? server.app : { connectionString: settings.database!.url }
  const assembled = assemble(app, keyIn(dataDir))
  const role = server ? server.app.user : new URL(settings.database!.url).username
  await migrate(owner, decodeURIComponent(role), migrationFiles(bundled ? here : resolve(here, '..')))
  await mustBeSafeRole(assembled.db)
  const worker = await startWorker(app, assembled.dispatcher, capabilities)
  const web = application({
    dispatcher: assembled.dispatcher,
    capabilities,
    http: { addressOf: (c) => addressOf(c, settings), origin: settings.origin },
    webDir: bundled ? resolve(here, 'web') : resolve(here, '../../dist/web'),
    demo: settings.demo,
  })
  const listener = serve({ fetch: web.fetch, hostname: settings.host, port: settings.port }, ({ port }) => {
    console.log(`航标 已启动 / Hangbiao is up: http://${settings.host}:${port}/`)
  })
  listener.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    console.error(
      taken
        ? `端口 ${settings.port} 已被占用，请用 PORT 换一个 / port ${settings.port} is taken; choose another with PORT`
        : error.message,
    )
    process.exit(1)
  })
  await assembled.dispatcher.act({ person: '' as never, name: '', posts: [] }, async (context) => {
    if (settings.demo || !(await isEmpty(context))) return
    const code = randomBytes(10)
      .toString('hex')
      .toUpperCase()
      .replace(/(.{5})(?=.)/g, '$1-')
    expectSetUpCode(code)
    console.log(`首次使用：请打开 /set-up，输入初始化码 / first use: open /set-up and enter this code: ${code}`)
  })
  const stop = async () => {
    listener.close()
    await worker.runner.stop().catch(() => {})
    await worker.pool.end().catch(() => {})
    await assembled.close().catch(() => {})
    await server?.stop()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

/** The peer's address, or the last hop that is no trusted proxy. */
function addressOf(c: Context, { trustedProxies }: Settings): string {
  const peer = getConnInfo(c).remote.address ?? 'unknown'
  if (!trustedProxies.includes(peer)) return peer
  const hops = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  return hops.reverse().find((hop) => !trustedProxies.includes(hop)) ?? peer
}
