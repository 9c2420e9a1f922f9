import { accessSync, constants, lchownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../sha256.ts'
import type { Account } from './account.ts'
import { CannotStart } from './cannot-start.ts'

/** The places that belong to one data directory. `name` is short and the same for every way of writing its path. */
export type Place = { root: string; cluster: string; unfinished: string; libraries: string; said: string; name: string }

export function placeOf(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const root = realpathSync(dataDir)
  return {
    root,
    cluster: join(root, 'pg'),
    unfinished: join(root, 'pg.new'),
    libraries: join(root, 'pg.lib'),
    said: join(root, 'pg.log'),
    name: `hangbiao-${sha256(root).slice(0, 16)}`,
  }
}

/**
 * The folder of the socket. Never under the data path, since a socket's path may have 107 bytes and no more; and not in
 * $XDG_RUNTIME_DIR, which is wiped when its user signs out while the server goes on.
 */
export function socketFolder(place: Place, account: Account): string {
  const folder = join(process.getuid?.() === 0 && mayWrite('/run') ? '/run' : '/tmp', place.name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account.become && lstatSync(folder).uid === process.getuid?.()) lchownSync(folder, account.uid, account.gid)
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0) return folder
  throw new CannotStart(
    `${folder} 不是只属于 uid ${account.uid} 的目录，数据库的本地套接字不能放在那里：请删除它后再启动。`,
    `${folder} is not a directory that belongs to uid ${account.uid} alone, so the database's socket cannot be kept there: remove it and start again.`,
  )
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
