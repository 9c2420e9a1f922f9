import { spawnSync } from 'node:child_process'
import { chmodSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/**
 * As whom PostgreSQL runs, since it refuses to be root: as ourselves; as ourselves inside a user namespace, where root
 * is nobody and its files stay its own; or as another account that we, being root, may turn into.
 */
export type Account = { kind: 'self' } | { kind: 'namespace' } | { kind: 'other'; uid: number; gid: number }

/** `nobody`, by number: it needs no line in /etc/passwd. */
const nobody = 65534

/**
 * Decides by the owner of the data directory. An ordinary user may only start what is theirs; root starts anybody's as
 * that person, and its own in a namespace, or as nobody where namespaces are refused (as in many containers).
 */
export function accountFor(directory: string, namespaces: 'ask' | 'never'): Account {
  const me = process.getuid?.() ?? -1
  const { uid, gid } = statSync(directory)
  if (me !== 0 && uid !== me && me !== -1) {
    throw new CannotStart(
      `数据目录 ${directory} 属于另一个系统用户（uid ${uid}），当前用户（uid ${me}）不能启动：请换成该用户或 root 启动，或用 DATA_DIR 指定另一个目录。`,
      `The data directory ${directory} belongs to another user of this system (uid ${uid}; you are uid ${me}): start as that user or as root, or name another directory in DATA_DIR.`,
    )
  }
  if (me !== 0) return { kind: 'self' }
  if (uid !== 0) return { kind: 'other', uid, gid }
  return namespaces === 'ask' && namespacesWork() ? { kind: 'namespace' } : { kind: 'other', uid: nobody, gid: nobody }
}

/** How to run a program as that account: the file, its arguments, and the options for spawn. */
export function commandAs(account: Account, file: string, args: string[]) {
  if (account.kind === 'self') return { file, args, options: {} }
  if (account.kind === 'other') return { file, args, options: { uid: account.uid, gid: account.gid } }
  return { file: 'unshare', args: [...namespace, file, ...args], options: {} }
}

/** Gives a directory and all that is in it to the account, and opens the way to it; needs to be done once. */
export function handOver(directory: string, account: Account): void {
  if (account.kind !== 'other') return
  const parent = dirname(directory)
  if (statSync(parent).uid !== account.uid) chmodSync(parent, (statSync(parent).mode & 0o777) | 0o011)
  if (statSync(directory).uid === account.uid) return
  for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(directory, entry), account.uid, account.gid)
  // last, since its owner is what the next start goes by
  lchownSync(directory, account.uid, account.gid)
}

/** Refuses, in words, when the account cannot get to the places it needs. */
export function checkWay(account: Account, places: string[]): void {
  if (account.kind !== 'other') return
  const closed = places.find((place) => {
    const command = commandAs(account, '/bin/sh', ['-c', 'test -x "$1"', 'sh', place])
    return spawnSync(command.file, command.args, { ...command.options, cwd: '/' }).status !== 0
  })
  if (closed === undefined) return
  throw new CannotStart(
    `以 root 启动时数据库须改用 uid ${account.uid} 运行，但该用户进不了 ${closed}：请把程序和 DATA_DIR 放到其他用户可进入的目录（如 /opt、/srv），或改用普通用户启动。`,
    `Started as root, the database must run as uid ${account.uid}, which cannot enter ${closed}: put the program and DATA_DIR where others may enter (say /opt or /srv), or start as an ordinary user.`,
  )
}

const namespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`]

function namespacesWork(): boolean {
  return spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0
}
