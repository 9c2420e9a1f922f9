import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Major } from './binaries.ts'
import { type EmbeddedPostgres, startPostgres } from './launcher.ts'
import { kill, lives, postgresProcessesIn, waitUntil } from './processes.ts'

const prefix = 'hangbiao-test-'

/** What a power cut may lose, tests may lose too: this makes them about twice as fast. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/**
 * A server for one run of tests, in a directory of its own; `stop` takes the directory away too. What runs that were
 * killed left behind is cleared first.
 */
export async function testServer(major: Major = 18): Promise<EmbeddedPostgres> {
  await clearAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const server = await startPostgres({ dataDir, major, settings: careless })
  return {
    ...server,
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 })
      rmSync(server.admin.host, { recursive: true, force: true })
    },
  }
}

async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const maker = Number(name.slice(prefix.length).split('-')[0])
    if (lives(maker)) continue
    try {
      const folder = realpathSync(join(tmpdir(), name))
      const left = () => postgresProcessesIn(join(folder, 'pg')) ?? []
      for (const pid of left()) kill(pid, 'SIGKILL')
      await waitUntil(() => left().length === 0, 5000)
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // another user's, or another run is clearing it at this moment
    }
  }
}
