import { spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Account, commandAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import type { Place } from './place.ts'
import { initdbProcessesOn, kill } from './processes.ts'

/** The superuser of the cluster. It makes the two roles the product works with, and test databases; nothing else. */
export const superuser = 'postgres'

/**
 * Makes the cluster beside its place and then renames it, so that one cut off half-way never looks finished: the next
 * start ends what is left of the old attempt and begins again.
 */
export async function makeCluster(place: Place, binaries: Binaries, account: Account): Promise<void> {
  await clearAttempt(place)
  mkdirSync(place.unfinished, { mode: 0o700 })
  if (account.become) chownSync(place.unfinished, account.uid, account.gid)
  const attempt = await initdb('C.UTF-8')
  // systems with an old C library do not know C.UTF-8; C sorts the same way
  const made = attempt.code !== 0 && /invalid locale|locale/i.test(attempt.said) ? await initdb('C') : attempt
  if (made.code !== 0)
    throw new CannotStart(
      `无法在 ${place.root} 建立数据库：${made.said}`,
      `The database cannot be made in ${place.root}: ${made.said}`,
    )
  // nobody but the owner of the socket's folder gets as far as this file: see docs/decisions/embedded-database.md
  writeFileSync(join(place.unfinished, 'pg_hba.conf'), 'local all all trust\n')
  flush(join(place.unfinished, 'pg_hba.conf'))
  renameSync(place.unfinished, place.cluster)
  flush(place.root)

  function initdb(locale: string): Promise<{ code: number; said: string }> {
    const asked = ['-D', place.unfinished, '-U', superuser, '--auth=trust', '-E', 'UTF8', `--locale=${locale}`]
    const command = commandAs(account, join(binaries.folder, 'initdb'), asked)
    return run(command.file, command.args, { ...command.options, env: { ...process.env, ...binaries.environment } })
  }
}

/** Refuses what was made by another major version: its files cannot be read, only exported by that version. */
export function checkVersion(place: Place, binaries: Binaries): void {
  const file = join(place.cluster, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  if (found === String(binaries.major)) return
  if (found === undefined)
    throw new CannotStart(
      `${place.cluster} 不是数据库目录（没有 PG_VERSION）：请移走它，或用 DATA_DIR 指定另一个目录。`,
      `${place.cluster} is not a database (it has no PG_VERSION): move it away, or name another directory in DATA_DIR.`,
    )
  throw new CannotStart(
    `${place.cluster} 由 PostgreSQL ${found} 建立，本程序使用 PostgreSQL ${binaries.major}：请先用原来的版本导出数据，再导入到新目录。`,
    `${place.cluster} was made by PostgreSQL ${found} and this program brings PostgreSQL ${binaries.major}: export with the version that made it, then import into a new directory.`,
  )
}

async function clearAttempt(place: Place): Promise<void> {
  const end = performance.now() + 10_000
  while (existsSync(place.unfinished)) {
    for (const pid of initdbProcessesOn(place.unfinished) ?? []) kill(pid, 'SIGKILL')
    try {
      rmSync(place.unfinished, { recursive: true, force: true })
    } catch (error) {
      // a process we ended may have written once more
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

function run(file: string, args: string[], options: { uid?: number; gid?: number; env: NodeJS.ProcessEnv }) {
  return new Promise<{ code: number; said: string }>((resolve) => {
    const child = spawn(file, args, { ...options, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (part) => {
      said += part
    })
    child.once('error', (error) => resolve({ code: -1, said: error.message }))
    child.once('close', (code) => resolve({ code: code ?? -1, said: said.trim() }))
  })
}

function flush(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
