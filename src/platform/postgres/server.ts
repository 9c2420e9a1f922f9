import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmdirSync, rmSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Account, commandAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { superuser } from './cluster.ts'
import type { Place } from './place.ts'
import { kill, lives, postgresProcessesIn, waitUntil } from './processes.ts'

/** What `pg` needs to connect; `host` is the socket's folder. */
export type Connection = { host: string; port: number; user: string; database: string; ssl: false }

const port = 5432
const patience = 120_000

/**
 * The server that already runs on this cluster, if there is one: its parent may have been killed. Waits while one is
 * starting, recovering or stopping, ends the remains of one whose head was killed, and clears away the file that would
 * keep the next from starting.
 */
export async function runningServer(place: Place): Promise<{ pid: number; host: string } | undefined> {
  const end = performance.now() + patience
  let orphansSince: number | undefined
  for (;;) {
    const written = readPidFile(place)
    if (!written) return undefined
    if (await accepts(connectionTo(written.host, superuser, 'postgres'), place)) return written
    const working = postgresProcessesIn(place.cluster)
    if (working === undefined && !lives(written.pid)) return undefined
    if (working?.length === 0) {
      forget(place, written.host)
      return undefined
    }
    if (working !== undefined && !working.includes(written.pid)) {
      orphansSince ??= performance.now()
      // they end by themselves when they notice; one in the middle of a long statement does not notice
      if (performance.now() - orphansSince > 5000) for (const pid of working) kill(pid, 'SIGKILL')
    }
    if (performance.now() > end) throw doesNotAnswer(place)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Starts the server and waits until it answers. It outlives this process unless it is stopped. */
export async function launch(
  place: Place,
  binaries: Binaries,
  account: Account,
  host: string,
  settings: Record<string, string>,
): Promise<{ pid: number; host: string }> {
  const all = { ...ourSettings(host), ...settings }
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = commandAs(account, join(binaries.folder, 'postgres'), ['-D', place.cluster, ...words])
  const said = openSync(place.said, 'w', 0o600)
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: '/',
    env: { ...process.env, ...binaries.environment },
    // a session of its own: Ctrl-C at the terminal is for the program, which then stops the database in order
    detached: true,
    stdio: ['ignore', said, said],
  })
  closeSync(said)
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  child.unref()
  const end = performance.now() + patience
  const connection = connectionTo(host, superuser, 'postgres')
  while (!(await accepts(connection, place))) {
    if (ended) {
      const words = readFileSync(place.said, 'utf8').trim().split('\n').slice(-5).join('\n')
      throw new CannotStart(`数据库没有启动：${words}`, `The database did not start: ${words}`)
    }
    if (performance.now() > end) throw doesNotAnswer(place)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return { pid: readPidFile(place)?.pid ?? child.pid ?? -1, host }
}

/** Stops a server as an administrator would: sessions are ended, everything is written, the files are closed. */
export async function stopServer(place: Place, pid: number, host: string): Promise<void> {
  kill(pid, 'SIGINT')
  if (!(await waitUntil(() => !lives(pid), 60_000))) kill(pid, 'SIGQUIT')
  await waitUntil(() => (postgresProcessesIn(place.cluster) ?? []).length === 0, 10_000)
  removeEmpty(host)
}

export function connectionTo(host: string, user: string, database: string): Connection {
  return { host, port, user, database, ssl: false }
}

function ourSettings(host: string): Record<string, string> {
  return {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: host,
    unix_socket_permissions: '0700',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    logging_collector: 'on',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_truncate_on_rotation: 'on',
    cluster_name: 'hangbiao',
    // Many small queries at once, each on one processor, and a disk that finds a page as soon as the next one.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    random_page_cost: '1.1',
  }
}

/** postmaster.pid has the process in its first line and the socket's folder in its fifth. */
function readPidFile(place: Place): { pid: number; host: string } | undefined {
  const file = join(place.cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    return { pid: Number(lines[0]) || -1, host: lines[4]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

async function accepts(connection: Connection, place: Place): Promise<boolean> {
  if (!existsSync(join(connection.host, `.s.PGSQL.${port}`))) return false
  const client = new Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('select setting from pg_settings where name = $1', ['data_directory'])
    return rows[0]?.setting === place.cluster
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function forget(place: Place, host: string): void {
  unlinkSync(join(place.cluster, 'postmaster.pid'))
  if (host === '') return
  for (const file of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) rmSync(join(host, file), { force: true })
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // a killed server leaves its socket there; the next start uses it again
  }
}

function doesNotAnswer(place: Place): CannotStart {
  return new CannotStart(
    `数据库两分钟内没有应答，请查看 ${place.said} 和 ${join(place.cluster, 'log')}。`,
    `The database did not answer within two minutes: see ${place.said} and ${join(place.cluster, 'log')}.`,
  )
}
