import { rmSync } from 'node:fs'
import type { Major } from './binaries.ts'
import { type EmbeddedPostgres, startPostgres } from './launcher.ts'
import { throwAwayFolder } from './throw-away.ts'

/** What a power cut may lose, tests may lose too. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/**
 * A server for one run of tests, in a directory of its own; `stop` takes the directory away too. What runs that were
 * killed left behind is cleared first.
 */
export async function testServer(major: Major = 18): Promise<EmbeddedPostgres> {
  const dataDir = await throwAwayFolder('hangbiao-test-')
  const server = await startPostgres({ dataDir, major, settings: careless })
  return {
    ...server,
    // a spread would copy what these say now
    get pid() {
      return server.pid
    },
    get inCharge() {
      return server.inCharge
    },
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 })
      rmSync(server.admin.host, { recursive: true, force: true })
    },
  }
}
