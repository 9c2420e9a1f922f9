import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { connect } from '#platform/database.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import type { Settings } from '#platform/settings.ts'

export interface User {
  login: string
  name: string
  organisation: string
  state: 'invited' | 'active' | 'disabled'
}

/** The accounts of the database that this machine's settings name. Where nothing was set up there is nobody; nothing is made. */
export async function usersHere(settings: Settings, root: string): Promise<User[]> {
  if (settings.database) return usersIn({ connectionString: settings.database.url })
  const dataDir = resolve(root, settings.dataDir)
  if (!existsSync(join(dataDir, 'pg'))) return []
  const server = await startPostgres({ dataDir, major: settings.postgres, log: () => {} })
  try {
    return await usersIn(server.app)
  } finally {
    await server.stop()
  }
}

async function usersIn(connection: pg.PoolConfig): Promise<User[]> {
  const db = connect({ ...connection, max: 1 })
  try {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('public.account') is not null as there`.execute(
      db,
    )
    // a first start that was cut off before its migrations
    if (!rows[0]?.there) return []
    const found = await db
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
      .select(['login', 'person.name', 'organisation.name as organisation', 'password_hash', 'disabled_at'])
      .orderBy('login')
      .execute()
    return found.map(({ login, name, organisation, password_hash, disabled_at }) => ({
      login,
      name,
      organisation,
      state: disabled_at ? 'disabled' : password_hash ? 'active' : 'invited',
    }))
  } finally {
    await db.destroy()
  }
}
