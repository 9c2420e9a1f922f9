import { randomBytes } from 'node:crypto'
import { url as inspectorUrl } from 'node:inspector'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { Hono } from 'hono'
import type pg from 'pg'
import { nobody } from '#platform/context.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { watchPostgres } from '#platform/postgres/watch.ts'
import { mustBeSafeRole } from '#platform/safe-role.ts'
import { keyIn } from '#platform/seal.ts'
import { readSettings, warningsOf } from '#platform/settings.ts'
import { isEmpty } from '#programme/organisation/reads.ts'
import { expectSetUpCode } from '#programme/organisation/set-up.ts'
import { keepKeysIn } from '#programme/questionnaire/keys.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { application } from './application.ts'
import { assemble } from './assemble.ts'
import { capabilities } from './capabilities.ts'
import { waiting } from './demo/waiting.ts'
import { addressOf, listen, notYet, stopListening } from './listen.ts'
import { startWorker } from './worker.ts'

const here = import.meta.dirname
const bundled = here.endsWith('dist')
/** What is to be undone when the program ends, the last thing first; together within twenty seconds. */
const undo: (() => Promise<unknown>)[] = []
let stopping = false

// Garbage is collected when the heap has grown by two fifths, not when it has doubled or more: after a large import the
// memory would stay taken for hours. Measured in bench/import.ts: half the memory in the same time.
setFlagsFromString('--heap-growing-percent=40')

process.once('SIGTERM', () => void stop(0))
process.once('SIGINT', () => void stop(0))
try {
  await start()
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error)
  await stop(1)
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const each of undo.reverse())
    await each().catch((error) => console.error(error instanceof Error ? error.message : error))
  process.exit(code)
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2))
  if (process.env.NODE_ENV === 'production' && inspectorUrl() !== undefined)
    throw new Error(
      '拒绝启动：生产环境不能打开调试端口，请去掉 --inspect / refusing to start: no debugger in production, leave out --inspect',
    )
  for (const line of warningsOf(settings)) console.warn(line)
  let progress = ''
  let face: Pick<Hono, 'fetch'> = settings.demo ? waiting(() => progress) : notYet()
  // first, so that a port that is taken is said before anything else is touched
  const listener = await listen(settings, (request, bindings) => face.fetch(request, bindings))
  undo.push(() => stopListening(listener))

  const dataDir = resolve(settings.dataDir)
  storeEvidenceIn(join(dataDir, 'evidence'))
  // beside the data directory, so that no copy of it takes them along
  keepKeysIn(`${dataDir}-keys-of-open-questionnaires`)
  const { owner, app } = settings.database
    ? { owner: { connectionString: settings.database.ownerUrl }, app: { connectionString: settings.database.url } }
    : await startDatabase(dataDir, settings.postgres)
  const demo = settings.demo ? await import('./demo/demo.ts') : null
  const offered = demo ? [...capabilities, demo.demoCapability] : capabilities
  const assembled = assemble(app, keyIn(dataDir), offered)
  before(() => briefly(assembled.close()))
  const role = 'user' in app ? app.user : decodeURIComponent(new URL(app.connectionString).username)
  await migrate(owner, role, migrationFiles(bundled ? here : resolve(here, '..')))
  await mustBeSafeRole(assembled.db)
  const web = application({
    dispatcher: assembled.dispatcher,
    capabilities: offered,
    http: { addressOf: (c) => addressOf(c, settings), origin: settings.origin },
    webDir: bundled ? resolve(here, 'web') : resolve(here, '../../dist/web'),
    demo: settings.demo,
  })
  if (demo) {
    const say = (line: string) => {
      progress = line
      console.log(`  ${line}`)
    }
    say('正在准备示例数据 · loading the sample programme')
    await demo.prepareDemo(owner, assembled.dispatcher, settings.anchor, say)
  } else await offerSetUp(assembled.dispatcher)
  face = web
  const worker = startWorker(app, assembled.dispatcher, offered)
  before(() => briefly(worker.stop()))
  const { port } = listener.address() as AddressInfo
  console.log(`航标 已启动 / Hangbiao is up: http://${settings.host}:${port}/${demo ? 'demo' : ''}`)
}

/** To be undone after the listener, which is the first thing made and the first to stop. */
function before(work: () => Promise<unknown>): void {
  undo.splice(-1, 0, work)
}

/** No longer than three seconds: what is left then ends with the process, and the database keeps what was promised. */
function briefly(work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, pause(3000, undefined, { ref: false })])
}

async function startDatabase(
  dataDir: string,
  major: 15 | 18,
): Promise<{ owner: pg.PoolConfig; app: pg.PoolConfig & { user: string } }> {
  const starting = startPostgres({ dataDir, major })
  // also when we are told to stop while it starts: it would outlive us
  before(async () => (await starting.catch(() => null))?.stop())
  const server = await starting
  if (stopping) throw new Error('stopped while starting')
  const watch = watchPostgres(server, (line) => console.error(line))
  before(() => watch.end())
  if (!server.inCharge)
    console.warn(
      `另一个航标正在使用 ${dataDir}，数据库由它管理 / another Hangbiao uses ${dataDir} and is in charge of its database`,
    )
  return server
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
