import { existsSync } from 'node:fs'
import { accountFor, checkWay, handOver, openWay } from './account.ts'
import { findBinaries, type Major } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { checkVersion, makeCluster, superuser } from './cluster.ts'
import { type Lock, takeLock, waitForLock } from './lock.ts'
import { type Place, placeOf, socketFolder } from './place.ts'
import { lives } from './processes.ts'
import { appRole, ensureRoles, ownerRole } from './roles.ts'
import { type Connection, connectionTo, launch, runningServer, stopServer } from './server.ts'

export type Launch = {
  /** The product's data directory; the database lies in `pg` inside it. */
  dataDir: string
  major?: Major
  database?: string
  /** More settings for the server, by name. */
  settings?: Record<string, string>
  /** `never` does as where user namespaces are refused. */
  namespaces?: 'ask' | 'never'
  log?: (line: string) => void
}

export type EmbeddedPostgres = {
  /** Migrates, and owns what it makes. */
  owner: Connection
  /** Works: it owns nothing and sees past no row security. */
  app: Connection
  /** The superuser: for test databases and backups, never for answering a request. */
  admin: Connection
  readonly pid: number
  /** It ran already when we came. */
  adopted: boolean
  /** Nobody else is in charge of it, so `stop` stops it; otherwise `stop` leaves it to whoever is. */
  readonly inCharge: boolean
  /** Starts it again when it has ended, at the same address; does nothing while it lives. Says whether it was needed. */
  revive(): Promise<boolean>
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data directory, or adopts the one that runs there, and gives what is needed to
 * connect. Throws `CannotStart` when a person has to do something first.
 */
export async function startPostgres(options: Launch): Promise<EmbeddedPostgres> {
  const { dataDir, database = 'hangbiao' } = options
  const place = placeOf(dataDir)
  let { pid, host, adopted, admin, charge } = await underWay(options, place)
  return {
    owner: connectionTo(host, ownerRole, database),
    app: connectionTo(host, appRole, database),
    admin,
    adopted,
    get pid() {
      return pid
    },
    get inCharge() {
      return charge !== undefined
    },
    async revive() {
      if (lives(pid)) return false
      const again = await underWay(options, place, charge)
      pid = again.pid
      host = again.host
      charge = again.charge
      return true
    },
    async stop() {
      if (!charge) return
      await stopServer(place, pid, host)
      await charge.release()
    },
  }
}

/** A server that answers, ours or adopted, and the charge of it unless another program has that. */
async function underWay(options: Launch, place: Place, held?: Lock) {
  const { major = 18, database = 'hangbiao', settings = {}, log = () => {} } = options
  const binaries = findBinaries(major, place.libraries)
  const starting = await waitForLock(`${place.name}.start`, place.root, 150_000)
  if (!starting)
    throw new CannotStart(
      `另一个程序正在启动 ${place.root} 的数据库，请稍后再试。`,
      `Another program is starting the database of ${place.root}: try again in a moment.`,
    )
  try {
    const account = accountFor(existsSync(place.cluster) ? place.cluster : place.root, options.namespaces ?? 'ask')
    openWay(place.root, account)
    checkWay(account, [place.root, binaries.folder])
    if (!existsSync(place.cluster)) {
      log('database: making the cluster')
      await makeCluster(place, binaries, account)
    }
    checkVersion(place, binaries)
    const running = await runningServer(place)
    handOver(place.cluster, account)
    const { pid, host } = running ?? (await launch(place, binaries, account, socketFolder(place, account), settings))
    log(running ? `database: adopted the server that ran already (${pid})` : `database: started (${pid})`)
    const admin = connectionTo(host, superuser, 'postgres')
    await ensureRoles(admin, database)
    const charge = held ?? (await takeLock(`${place.name}.charge`, place.root))
    return { pid, host, adopted: running !== undefined, admin, charge }
  } finally {
    await starting.release()
  }
}
