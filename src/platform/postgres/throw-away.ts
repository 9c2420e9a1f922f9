import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { placeOf } from './place.ts'
import { kill, lives, postgresProcessesIn, waitUntil } from './processes.ts'

/**
 * A data directory to be thrown away, in the system's folder for such things; its name holds the number of this
 * process. Those whose process was killed are cleared away first, their servers with them.
 */
export async function throwAwayFolder(prefix: string): Promise<string> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const maker = Number(name.slice(prefix.length).split('-')[0])
    if (lives(maker)) continue
    try {
      await throwAway(realpathSync(join(tmpdir(), name)))
    } catch {
      // another user's, or another run is clearing it at this moment
    }
  }
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
}

async function throwAway(folder: string): Promise<void> {
  const left = () => postgresProcessesIn(join(folder, 'pg')) ?? []
  for (const pid of left()) kill(pid, 'SIGKILL')
  await waitUntil(() => left().length === 0, 5000)
  for (const base of ['/run', '/tmp']) rmSync(join(base, placeOf(folder).name), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
