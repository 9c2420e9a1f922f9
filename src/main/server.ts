import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import type pg from 'pg'
import { nobody } from '#platform/context.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { mustBeSafeRole } from '#platform/safe-role.ts'
import { keyIn } from '#platform/seal.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { isEmpty } from '#programme/organisation/reads.ts'
import { expectSetUpCode } from '#programme/organisation/set-up.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { application } from './application.ts'
import { assemble } from './assemble.ts'
import { capabilities } from './capabilities.ts'
import { waiting } from './demo/waiting.ts'
import { startWorker, type Working } from './worker.ts'

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
  storeEvidenceIn(join(dataDir, 'evidence'))
  const server = settings.database ? null : await startPostgres({ dataDir, log: () => {} })
  const owner: pg.PoolConfig = server ? server.owner : { connectionString: settings.database!.ownerUrl }
  const app: pg.PoolConfig = server ? server.app : { connectionString: settings.database!.url }
  const demo = settings.demo ? await import('./demo/demo.ts') : null
  const offered = demo ? [...capabilities, demo.demoCapability] : capabilities
  const assembled = assemble(app, keyIn(dataDir), offered)
  const role = server ? server.app.user : new URL(settings.database!.url).username
  await migrate(owner, decodeURIComponent(role), migrationFiles(bundled ? here : resolve(here, '..')))
  await mustBeSafeRole(assembled.db)
  const web = application({
    dispatcher: assembled.dispatcher,
    capabilities: offered,
    http: { addressOf: (c) => addressOf(c, settings), origin: settings.origin },
    webDir: bundled ? resolve(here, 'web') : resolve(here, '../../dist/web'),
    demo: settings.demo,
  })
  let progress = ''
  let face: Pick<Hono, 'fetch'> = demo ? waiting(() => progress) : web
  const listener = listen((request, bindings) => face.fetch(request, bindings))
  let worker: Working | undefined
  const stop = async () => {
    listener.close()
    await worker?.runner.stop().catch(() => {})
    await worker?.pool.end().catch(() => {})
    await assembled.close().catch(() => {})
    await server?.stop()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  if (demo) {
    const say = (line: string) => {
      progress = line
      console.log(`  ${line}`)
    }
    say('正在准备示例数据 · loading the sample programme')
    await demo.prepareDemo(owner, assembled.dispatcher, settings.anchor, say)
    face = web
  } else await offerSetUp(assembled.dispatcher)
  worker = await startWorker(app, assembled.dispatcher, offered)
  const { port } = listener.address() as AddressInfo
  console.log(`航标 已启动 / Hangbiao is up: http://${settings.host}:${port}/${demo ? 'demo' : ''}`)
}

function listen(fetch: Hono['fetch']): ServerType {
  const listener = serve({ fetch, hostname: settings.host, port: settings.port })
  listener.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    console.error(
      taken
        ? `端口 ${settings.port} 已被占用，请用 PORT 换一个 / port ${settings.port} is taken; choose another with PORT`
        : error.message,
    )
    process.exit(1)
  })
  return listener
}

/** Prints the code with which the first administrators are made, while nothing is set up. */
async function offerSetUp(dispatcher: Dispatcher): Promise<void> {
  if (!(await dispatcher.act(nobody, isEmpty))) return
  const code = randomBytes(10)
    .toString('hex')
    .toUpperCase()
    .replace(/(.{5})(?=.)/g, '$1-')
  expectSetUpCode(code)
  console.log(`首次使用：请打开 /set-up，输入初始化码 / first use: open /set-up and enter this code: ${code}`)
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
