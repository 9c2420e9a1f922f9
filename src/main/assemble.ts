import type pg from 'pg'
import type { Capability } from '#platform/capability.ts'
import { connect, type Database } from '#platform/database.ts'
import { type Dispatcher, dispatcher } from '#platform/dispatch.ts'
import { type Seal, sealWith } from '#platform/seal.ts'
import { actorOf } from '#programme/organisation/reads.ts'
import { sessionBehind, touchSession } from '#support/account/reads.ts'
import { capabilities as all } from './capabilities.ts'

export interface Assembled {
  dispatcher: Dispatcher
  db: Database
  close(): Promise<void>
}

/** The dispatcher over a migrated database, connected as the application's role. */
export function assemble(connection: pg.PoolConfig, key: Buffer, capabilities: Capability[] = all): Assembled {
  const db = connect({ ...connection, max: 10 })
  const aside = connect({ ...connection, max: 3 })
  const seal: Seal = sealWith(key)
  const people = {
    async identify(
      tx: Parameters<typeof sessionBehind>[0],
      credentials: Parameters<typeof sessionBehind>[1],
      now: string,
    ) {
      const behind = await sessionBehind(tx, credentials, now)
      const actor = behind && (await actorOf(tx, behind.person, now))
      return behind && actor ? { actor, session: behind.session } : null
    },
    actorOf,
    touch: (session: Parameters<typeof touchSession>[1]) => touchSession(aside, session),
  }
  return {
    dispatcher: dispatcher({ db, aside }, capabilities, people, seal),
    db,
    async close() {
      await db.destroy()
      await aside.destroy()
    },
  }
}
