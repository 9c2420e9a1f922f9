import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { inject } from 'vitest'
import { buildIfNeeded } from '../../bin/build.mjs'
import { openSampleWorld } from '../sample-world.ts'
import type { World } from '../world.ts'

/** The built product as a process of its own. */
export interface Site {
  url: string
  /** The same database, to look at from behind. */
  world: World
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** In demo mode on a copy of the thin sample, or on the world given, which it closes in the end. */
export async function startSite(given?: World): Promise<Site> {
  await buildIfNeeded()
  const world = given ?? (await openSampleWorld())
  const owner = { ...inject('postgres').owner, database: world.connection.database }
  const folder = mkdtempSync(join(tmpdir(), 'hangbiao-browser-'))
  const child = spawn(process.execPath, ['dist/server.mjs', ...(given ? [] : ['--demo'])], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: folder,
      DATABASE_URL: urlOf(world.connection),
      DATABASE_OWNER_URL: urlOf(owner),
    },
  })
  const url = await addressOf(child)
  return {
    url,
    world,
    async stop() {
      await new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      })
      await world.close()
      for (const each of [folder, `${folder}-keys-of-open-questionnaires`])
        rmSync(each, { recursive: true, force: true })
    },
  }
}

/** Waits for the line in which the server says where it is; what it said instead, when it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const read = (part: Buffer) => {
      said += part
      const [, port] = /up: http:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? []
      if (port) resolve(`http://localhost:${port}`)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

function urlOf({ host, port, user, database }: pg.PoolConfig): string {
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`
}
