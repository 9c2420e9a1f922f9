import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, type TestContext, test } from 'vitest'
import type { PersonId } from '#basics/id.ts'
import { assemble } from '#main/assemble.ts'
import { nobody } from '#platform/context.ts'
import { connect } from '#platform/database.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { placeOf } from '#platform/postgres/place.ts'
import { kill, lives, postgresProcessesIn, waitUntil } from '#platform/postgres/processes.ts'
import { keyIn } from '#platform/seal.ts'
import { openFor } from '#support/account/actions.ts'
import { buildIfNeeded } from '../../bin/build.mjs'
import { type Program, spawnProgram, startProgram } from '../hardening/program.ts'
import { setStage } from '../stage.ts'
import type { World } from '../world.ts'
import { send, startClients } from './clients.ts'

/** Kills of the whole product, over HTTP: nothing acknowledged is lost, nothing is done twice, nobody has to help. */

const CLIENTS = 8
const KILLS = Number(process.env.KILLS ?? 20)
type Finished = TestContext['onTestFinished']

beforeAll(() => buildIfNeeded())

describe.concurrent.each(['18', '15'] as const)('PostgreSQL %s', (major) => {
  test(`${KILLS} kills of the program and ${KILLS} of the database lose no acknowledged change and double none`, {
    timeout: 600_000,
  }, async ({ onTestFinished }) => {
    const dataDir = emptyFolder(onTestFinished)
    const settings = { DATA_DIR: dataDir, HANGBIAO_POSTGRES: major }
    const cookies = await prepare(dataDir, Number(major) as 15 | 18)
    let program = await start(settings, onTestFinished)
    const clients = startClients(cookies, () => program.url, `pg${major}`)
    const outages: number[] = []
    for (let round = 0; round < 2 * KILLS; round++) {
      await somethingIsWritten(round)
      await pause((round * 37) % 120)
      const since = performance.now()
      const postmaster = postmasterOf(dataDir)
      const ofDatabase = round % 2 === 1
      if (ofDatabase) {
        // every third time only the head dies, as when memory runs out
        const all = round % 3 === 0 ? [] : (postgresProcessesIn(join(dataDir, 'pg')) ?? [])
        for (const pid of [postmaster, ...all]) kill(pid, 'SIGKILL')
        await waitUntil(() => !lives(postmaster), 5000)
      } else {
        await program.kill()
        // every fourth time both at once, as when the power goes
        if (round % 8 === 0) for (const pid of postgresProcessesIn(join(dataDir, 'pg')) ?? []) kill(pid, 'SIGKILL')
        program = await start(settings, onTestFinished)
      }
      const before = acknowledged()
      await waitUntil(() => acknowledged() > before, 30_000)
      outages.push(performance.now() - since)
    }
    await clients.stop()
    expect(clients.faults, program.said().slice(-3000)).toEqual([])

    // asked once more, a change that was taken gets its first answer
    const again = clients.ledger.filter((_, index) => index % 50 === 0)
    for (const one of again) expect(await send(one, program.url, clients.faults)).toEqual(one.answer)
    const retried = clients.ledger.filter(({ tries }) => tries > 1).length
    expect(retried, 'no kill met a request, so nothing was proved').toBeGreaterThan(0)
    expect(await program.stop()).toBe(0)
    const kept = await whatWasKept(dataDir, Number(major) as 15 | 18)
    const names = clients.ledger.map(({ name }) => name).sort()
    expect(kept.tokens, 'a change was lost or done twice').toEqual(names)
    expect(kept.lines, 'a change and its line of history parted').toEqual(names)
    process.stdout.write(
      `PostgreSQL ${major}: ${KILLS} + ${KILLS} kills, ${names.length} changes acknowledged, ${retried} retried, 0 lost, 0 doubled; longest outage ${Math.round(Math.max(...outages))} ms\n`,
    )

    function acknowledged(): number {
      return clients.ledger.filter(({ answer }) => answer).length
    }
    async function somethingIsWritten(round: number): Promise<void> {
      const before = acknowledged()
      await waitUntil(() => acknowledged() >= before + CLIENTS, 30_000)
      expect(acknowledged(), `round ${round} wrote nothing, so its kill proves nothing`).toBeGreaterThan(before)
    }
  })
})

test('a first start cut off at any moment is begun again by the next one', { timeout: 180_000 }, async ({
  onTestFinished,
}) => {
  for (const moment of [100, 400, 800, 1200, 1600, 2000]) {
    const dataDir = emptyFolder(onTestFinished)
    const first = spawnProgram({ DATA_DIR: dataDir })
    await pause(moment)
    first.kill('SIGKILL')
    const program = await start({ DATA_DIR: dataDir }, onTestFinished)
    const response = await fetch(`${program.url}/api/set-up`)
    expect(await response.json(), `cut off after ${moment} ms`).toEqual({ open: true })
    expect(await program.stop()).toBe(0)
    expect(postgresProcessesIn(join(dataDir, 'pg'))).toEqual([])
  }
})

test('told to stop, the program answers what is under way, stops the database, and is gone in time', async ({
  onTestFinished,
}) => {
  const dataDir = emptyFolder(onTestFinished)
  const [cookie = ''] = await prepare(dataDir, 18)
  const program = await start({ DATA_DIR: dataDir }, onTestFinished)
  const under = await Promise.all(Array.from({ length: 10 }, (_, index) => halfSent(program, cookie, `stop-${index}`)))
  const since = performance.now()
  const stopped = program.stop()
  await waitUntil(() => !listens(program.port), 5000)
  expect(listens(program.port), 'new connections are still taken').toBe(false)
  const statuses = await Promise.all(under.map((each) => each.finish()))
  expect(statuses).toEqual(under.map(() => 'HTTP/1.1 200 OK'))
  expect(await stopped).toBe(0)
  expect(performance.now() - since).toBeLessThan(20_000)
  expect(postgresProcessesIn(join(dataDir, 'pg'))).toEqual([])
  expect((await whatWasKept(dataDir, 18)).tokens).toHaveLength(10)
})

test('the second program on a port says so, and leaves the database of the first alone', async ({ onTestFinished }) => {
  const dataDir = emptyFolder(onTestFinished)
  const first = await start({ DATA_DIR: dataDir }, onTestFinished)
  const postmaster = postmasterOf(dataDir)
  const second = spawnProgram({ DATA_DIR: dataDir, PORT: String(first.port) })
  let said = ''
  second.stderr?.on('data', (part) => {
    said += part
  })
  expect(await new Promise((resolve) => second.once('close', resolve))).toBe(1)
  expect(said).toContain('已被占用')
  const third = await start({ DATA_DIR: dataDir }, onTestFinished)
  expect(third.said()).toContain('另一个航标正在使用')
  expect(await third.stop()).toBe(0)
  expect(lives(postmaster)).toBe(true)
  expect((await fetch(`${first.url}/api/set-up`)).status).toBe(200)
})

async function start(settings: Record<string, string>, finished: Finished): Promise<Program> {
  const program = await startProgram(settings)
  finished(() => program.kill())
  return program
}

/** A request whose head has arrived and whose body has not. */
async function halfSent({ port }: Program, cookie: string, name: string): Promise<{ finish(): Promise<string> }> {
  const socket = connectTo(port, '127.0.0.1')
  await once(socket, 'connect')
  const next = () =>
    new Promise<string>((resolve) => {
      socket.once('data', (part) => resolve(String(part).split('\r\n')[0] ?? ''))
      socket.once('error', (error) => resolve(error.message))
      socket.once('close', () => resolve('cut off'))
    })
  const begun = next()
  const body = JSON.stringify({ name })
  const head = ['POST /api/me/tokens HTTP/1.1', `host: 127.0.0.1:${port}`, `origin: http://127.0.0.1:${port}`]
  socket.write(
    `${[...head, `cookie: ${cookie}`, 'content-type: application/json', `content-length: ${body.length}`, 'expect: 100-continue'].join('\r\n')}\r\n\r\n`,
  )
  expect(await begun).toBe('HTTP/1.1 100 Continue')
  socket.write(body.slice(0, 5))
  return {
    async finish() {
      const answered = next()
      socket.write(body.slice(5))
      const line = await answered
      socket.destroy()
      return line
    },
  }
}

function listens(port: number): boolean {
  const wanted = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A`
  return readFileSync('/proc/net/tcp', 'utf8').includes(wanted)
}

/** The stage with eight people signed in; answers their cookies. */
async function prepare(dataDir: string, major: 15 | 18): Promise<string[]> {
  const server = await startPostgres({ dataDir, major })
  await migrate(server.owner, server.app.user, migrationFiles(join(import.meta.dirname, '../../src')))
  const assembled = assemble(server.app, keyIn(dataDir))
  const { people } = await setStage({ dispatcher: assembled.dispatcher } as World)
  const cookies: string[] = []
  for (const person of Object.values(people).slice(-CLIENTS))
    await assembled.dispatcher.act(nobody, async (context) => {
      await context.tx
        .insertInto('account')
        .values({ person_id: person, login: randomBytes(6).toString('hex') })
        .execute()
      const set = ({ name, value }: { name: string; value: string }) => void cookies.push(`${name}=${value}`)
      await openFor({ ...context, cookies: { read: () => undefined, set } }, person as PersonId)
    })
  await assembled.close()
  await server.stop()
  return cookies
}

async function whatWasKept(dataDir: string, major: 15 | 18): Promise<{ tokens: string[]; lines: string[] }> {
  const server = await startPostgres({ dataDir, major })
  const db = connect({ ...server.app, max: 1 })
  try {
    const tokens = await db.selectFrom('access_token').select('name').execute()
    const lines = await db
      .selectFrom('history')
      .select(sql<string>`detail->>'name'`.as('name'))
      .where('action', '=', 'account.token-made')
      .execute()
    return { tokens: tokens.map(({ name }) => name).sort(), lines: lines.map(({ name }) => name).sort() }
  } finally {
    await db.destroy()
    await server.stop()
  }
}

function postmasterOf(dataDir: string): number {
  const file = join(dataDir, 'pg', 'postmaster.pid')
  if (!existsSync(file)) return -1
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

function emptyFolder(finished: Finished): string {
  const folder = mkdtempSync(join(tmpdir(), '航标 中断-'))
  finished(async () => {
    for (const pid of postgresProcessesIn(join(folder, 'pg')) ?? []) kill(pid, 'SIGKILL')
    await waitUntil(() => postgresProcessesIn(join(folder, 'pg'))?.length === 0, 10_000)
    for (const base of ['/run', '/tmp']) rmSync(join(base, placeOf(folder).name), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  })
  return folder
}
