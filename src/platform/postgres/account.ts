import { spawnSync } from 'node:child_process'
import { chmodSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/**
 * As whom PostgreSQL runs, since it refuses to be root. `become`: we are root and turn into that account. `namespace`:
 * it runs in a user namespace, where it is nobody while its files stay its own; root needs that, and so does a number
 * without a name (containers have such), since initdb asks for the name.
 */
export type Account = { uid: number; gid: number; become: boolean; namespace: boolean }

/** `nobody`, by number. */
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
  const owner = { uid, gid, become: uid !== me && me === 0, namespace: false }
  if (platform() !== 'linux') return owner.uid === 0 ? { ...owner, uid: nobody, gid: nobody, become: true } : owner
  const permitted = namespaces === 'ask' && namespacesWork(owner)
  if (uid !== 0) return { ...owner, namespace: permitted && !hasName(owner) }
  return permitted ? { ...owner, namespace: true } : { uid: nobody, gid: nobody, become: true, namespace: false }
}

/** How to run a program as that account: the file, its arguments, and the options for spawn. */
export function commandAs(account: Account, file: string, args: string[]) {
  const { uid, gid, become, namespace } = account
  const options = become ? { uid, gid } : {}
  return namespace ? { file: 'unshare', args: [...asNobody, file, ...args], options } : { file, args, options }
}

/** Lets the account into the data directory, which is otherwise its owner's alone. Whoever enters can list nothing. */
export function openWay(root: string, account: Account): void {
  const { mode, uid } = statSync(root)
  if (account.become && uid !== account.uid) chmodSync(root, (mode & 0o777) | 0o011)
}

/** Gives the cluster, and all that is in it, to the account that runs it from now on. */
export function handOver(cluster: string, account: Account): void {
  if (!account.become || statSync(cluster).uid === account.uid) return
  for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(cluster, entry), account.uid, account.gid)
  // last, since its owner is what the next start goes by
  lchownSync(cluster, account.uid, account.gid)
}

/** Refuses, in words, when the account cannot get to the places it needs. */
export function checkWay(account: Account, places: string[]): void {
  if (!account.become) return
  const closed = places.find((place) => !succeeds(commandAs(account, '/bin/sh', ['-c', 'test -x "$1"', 'sh', place])))
  if (closed === undefined) return
  throw new CannotStart(
    `以 root 启动时数据库须改用 uid ${account.uid} 运行，但该用户进不了 ${closed}：请把程序和 DATA_DIR 放到其他用户可进入的目录（如 /opt、/srv），或改用普通用户启动。`,
    `Started as root, the database must run as uid ${account.uid}, which cannot enter ${closed}: put the program and DATA_DIR where others may enter (say /opt or /srv), or start as an ordinary user.`,
  )
}

const asNobody = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`]

function namespacesWork(account: Account): boolean {
  return succeeds(commandAs({ ...account, namespace: true }, 'true', []))
}

function hasName(account: Account): boolean {
  return succeeds(commandAs(account, 'id', ['-un']))
}

function succeeds({ file, args, options }: ReturnType<typeof commandAs>): boolean {
  return spawnSync(file, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0
}
