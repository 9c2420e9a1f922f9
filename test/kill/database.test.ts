import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, startPostgres } from '#platform/postgres/launcher.ts'
import { placeOf } from '#platform/postgres/place.ts'
import { kill, lives, postgresProcessesIn, waitUntil } from '#platform/postgres/processes.ts'
import { using } from '#platform/postgres/roles.ts'
import { startWriters, tables } from './writers.ts'

const folders: string[] = []
const started: ChildProcess[] = []

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    for (const pid of postgresProcessesIn(join(folder, 'pg')) ?? []) kill(pid, 'SIGKILL')
    await waitUntil(() => postgresProcessesIn(join(folder, 'pg'))?.length === 0, 10_000)
    for (const base of ['/run', '/tmp']) rmSync(join(base, placeOf(folder).name), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
})

describe.each([18, 15] as const)('PostgreSQL %i', (major) => {
  test('20 kills during writes lose no acknowledged row, and each next start needs no help', {
    timeout: 120_000,
  }, async () => {
    const dataDir = emptyFolder('写 入')
    let server = await startPostgres({ dataDir, major })
    await using(server.owner, (client) => client.query(tables))
    const acknowledged = new Set<number>()
    for (let round = 0; round < 20; round++) {
      const writers = await startWriters(server.app, 6, round * 1_000_000)
      await pause(100 + ((round * 37) % 150))
      await killServer(server, dataDir, round)
      await writers.done
      expect(writers.acknowledged.length, `round ${round} wrote nothing, so its kill proves nothing`).toBeGreaterThan(0)
      for (const number of writers.acknowledged) acknowledged.add(number)
      server = await startPostgres({ dataDir, major })
      expect(server.adopted).toBe(false)
    }
    const { kept, counted } = await whatIsThere(server)
    expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([])
    expect(counted, 'a transaction was kept by half').toBe(kept.size)
    process.stdout.write(`PostgreSQL ${major}: 20 kills, ${acknowledged.size} rows acknowledged, 0 lost\n`)
    await server.stop()
  })

  test('a first start cut off at any moment is begun again by the next one', { timeout: 120_000 }, async () => {
    for (const moment of [20, 60, 150, 300, 500, 700]) {
      const dataDir = emptyFolder('首次 启动')
      const first = hold(dataDir, major)
      await waitUntil(() => existsSync(join(dataDir, 'pg.new')), 20_000, 2)
      await pause(moment)
      first.kill('SIGKILL')
      const server = await startPostgres({ dataDir, major })
      expect(existsSync(join(dataDir, 'pg.new')), `cut off after ${moment} ms`).toBe(false)
      await using(server.owner, (client) => client.query(tables))
      await server.stop()
    }
  })

  test('a server that outlived its program is adopted, and stopped by the one that adopted it', async () => {
    const dataDir = emptyFolder('接 管')
    const parent = hold(dataDir, major)
    const { pid } = await said(parent)
    parent.kill('SIGKILL')
    await waitUntil(() => parent.signalCode !== null, 5000)
    const server = await startPostgres({ dataDir, major })
    expect(server).toMatchObject({ pid, adopted: true, inCharge: true })
    await using(server.owner, (client) => client.query(tables))
    await server.stop()
    expect(lives(pid)).toBe(false)
  })

  test('of two starts at once one starts the server, the other joins it and leaves it running', async () => {
    const dataDir = emptyFolder('同 时')
    const [one, other] = await Promise.all([said(hold(dataDir, major)), said(hold(dataDir, major))])
    expect(one.pid).toBe(other.pid)
    expect([one.adopted, other.adopted].sort()).toEqual([false, true])
    expect([one.inCharge, other.inCharge].sort()).toEqual([false, true])
    const third = await startPostgres({ dataDir, major })
    await third.stop()
    expect(lives(one.pid), 'a guest stopped the server of another').toBe(true)
  })
})

test('a leftover postmaster.pid with the number of a living program does not keep the server down', async () => {
  const dataDir = emptyFolder('残 留')
  const first = await startPostgres({ dataDir })
  const file = join(dataDir, 'pg', 'postmaster.pid')
  const left = readFileSync(file, 'utf8')
  await first.stop()
  // not this process: PostgreSQL overlooks the number of its own parent
  const stranger = spawn('sleep', ['60'])
  started.push(stranger)
  writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)))
  const second = await startPostgres({ dataDir })
  expect(second.adopted).toBe(false)
  await second.stop()
})

test('a directory of another major version is refused in both languages, and left as it is', async () => {
  const dataDir = emptyFolder('版 本')
  await (await startPostgres({ dataDir, major: 15 })).stop()
  await expect(startPostgres({ dataDir, major: 18 })).rejects.toMatchObject({
    name: 'CannotStart',
    zh: expect.stringContaining('由 PostgreSQL 15 建立'),
    en: expect.stringContaining('was made by PostgreSQL 15'),
  })
  const again = await startPostgres({ dataDir, major: 15 })
  await again.stop()
})

/** Kills everything at once, or (every third round) only the head, as the kernel does when memory runs out. */
async function killServer(server: EmbeddedPostgres, dataDir: string, round: number): Promise<void> {
  const headOnly = round % 3 === 2
  const all = postgresProcessesIn(join(dataDir, 'pg')) ?? []
  for (const pid of headOnly ? [server.pid] : [server.pid, ...all]) kill(pid, 'SIGKILL')
  await waitUntil(() => !lives(server.pid), 5000)
  await server.stop()
}

async function whatIsThere(server: EmbeddedPostgres): Promise<{ kept: Set<number>; counted: number }> {
  return using(server.app, async (client) => {
    const written = await client.query<{ number: string }>('select number from written')
    const counted = await client.query<{ rows: number }>('select sum(rows)::int as rows from counted')
    return { kept: new Set(written.rows.map(({ number }) => Number(number))), counted: counted.rows[0]?.rows ?? -1 }
  })
}

function emptyFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  folders.push(folder)
  return folder
}

function hold(dataDir: string, major: number): ChildProcess {
  const words = ['--import', 'tsx', join(import.meta.dirname, 'hold.ts'), dataDir, String(major)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  return child
}

function said(child: ChildProcess): Promise<{ pid: number; adopted: boolean; inCharge: boolean }> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (line) => resolve(JSON.parse(String(line))))
    child.once('exit', (code, signal) => reject(new Error(`ended with ${code ?? signal} before it said anything`)))
  })
}
