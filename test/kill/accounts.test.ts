import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startPostgres } from '#platform/postgres/launcher.ts'
import { placeOf } from '#platform/postgres/place.ts'
import { kill, lives, postgresProcessesIn, waitUntil } from '#platform/postgres/processes.ts'
import { using } from '#platform/postgres/roles.ts'

const ordinary = 54321
const mayEnter = (uid: number) =>
  spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', join(import.meta.dirname, 'hold.ts')], { uid, gid: uid }).status ===
  0
const canBeTried = process.getuid?.() === 0 && mayEnter(ordinary)

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    for (const pid of postgresProcessesIn(join(folder, 'pg')) ?? []) kill(pid, 'SIGKILL')
    await waitUntil(() => postgresProcessesIn(join(folder, 'pg'))?.length === 0, 10_000)
    for (const base of ['/run', '/tmp']) rmSync(join(base, placeOf(folder).name), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
})

describe.skipIf(!canBeTried)('started as root', () => {
  test('in a directory of its own, root keeps every file', async () => {
    const dataDir = folderOf(0)
    await (await startPostgres({ dataDir })).stop()
    expect(statSync(join(dataDir, 'pg', 'PG_VERSION')).uid).toBe(0)
  })

  test('where user namespaces are refused, the database runs as nobody, again and again', async () => {
    const dataDir = folderOf(0)
    for (const round of [1, 2]) {
      const server = await startPostgres({ dataDir, namespaces: 'never' })
      expect(statSync(`/proc/${server.pid}`).uid, `round ${round}`).toBe(65534)
      expect(await answer(server.app)).toBe(1)
      await server.stop()
    }
    // permitted again: it stays with whom it was given to
    const server = await startPostgres({ dataDir })
    expect(statSync(`/proc/${server.pid}`).uid).toBe(65534)
    await server.stop()
  })

  test('a database made in a namespace goes on as nobody when namespaces are refused later', async () => {
    const dataDir = folderOf(0)
    await (await startPostgres({ dataDir })).stop()
    const server = await startPostgres({ dataDir, namespaces: 'never' })
    expect(await answer(server.app)).toBe(1)
    await server.stop()
  })

  test('where nobody cannot go, it says which folder is closed and what to do', async () => {
    const closed = folderOf(0)
    const dataDir = join(closed, 'data')
    await expect(startPostgres({ dataDir, namespaces: 'never' })).rejects.toMatchObject({
      name: 'CannotStart',
      zh: expect.stringContaining(`进不了 ${dataDir}`),
    })
  })
})

describe.skipIf(!canBeTried)('started as an ordinary user', () => {
  test('it works, root may go on with it, and so may the user again', async () => {
    const dataDir = folderOf(ordinary)
    const first = await hold(dataDir)
    expect(statSync(`/proc/${first.pid}`).uid).toBe(ordinary)
    const adopted = await startPostgres({ dataDir })
    expect(adopted).toMatchObject({ pid: first.pid, adopted: true })
    first.end()
    await kill9(first.pid, dataDir)
    const asRoot = await startPostgres({ dataDir })
    expect(statSync(`/proc/${asRoot.pid}`).uid).toBe(ordinary)
    await asRoot.stop()
    const again = await hold(dataDir)
    expect(statSync(`/proc/${again.pid}`).uid).toBe(ordinary)
    again.end()
  })

  test("another's directory is refused with one clear sentence", async () => {
    const dataDir = folderOf(0)
    chmodSync(dataDir, 0o755)
    await expect(hold(dataDir)).rejects.toThrow(`数据目录 ${dataDir} 属于另一个系统用户（uid 0）`)
  })
})

async function answer(connection: Parameters<typeof using>[0]): Promise<unknown> {
  return using(connection, async (client) => (await client.query('select 1 as one')).rows[0].one)
}

async function kill9(pid: number, dataDir: string): Promise<void> {
  for (const one of [pid, ...(postgresProcessesIn(join(dataDir, 'pg')) ?? [])]) kill(one, 'SIGKILL')
  await waitUntil(() => !lives(pid), 5000)
}

function folderOf(uid: number): string {
  const folder = mkdtempSync(join(tmpdir(), '账 户-'))
  chownSync(folder, uid, uid)
  folders.push(folder)
  return folder
}

/** Lets the ordinary user start the database, and keeps that program until `end`. */
function hold(dataDir: string): Promise<{ pid: number; end(): void }> {
  return new Promise((resolve, reject) => {
    const words = ['--import', 'tsx', join(import.meta.dirname, 'hold.ts'), dataDir]
    const child = spawn(process.execPath, words, { uid: ordinary, gid: ordinary, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stderr.on('data', (part) => {
      said += part
    })
    child.stdout.once('data', (line) => resolve({ ...JSON.parse(String(line)), end: () => child.kill('SIGKILL') }))
    child.once('close', () => reject(new Error(said)))
  })
}
