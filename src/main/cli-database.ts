import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { connect, type Database } from '#platform/database.ts'
import { startPostgres } from '#platform/postgres/launcher.ts'
import type { Settings } from '#platform/settings.ts'

/**
 * Lets `work` look into the database that this machine's settings name, beside a running program or without one.
 * Null where nothing was set up; nothing is made there.
 */
export async function inDatabaseHere<T>(
  settings: Settings,
  root: string,
  work: (db: Database) => Promise<T>,
): Promise<T | null> {
  if (settings.database) return inDatabase({ connectionString: settings.database.url }, work)
  const dataDir = resolve(root, settings.dataDir)
  if (!existsSync(join(dataDir, 'pg'))) return null
  const server = await startPostgres({ dataDir, major: settings.postgres, log: () => {} })
  try {
    return await inDatabase(server.app, work)
  } finally {
    await server.stop()
  }
}

async function inDatabase<T>(connection: pg.PoolConfig, work: (db: Database) => Promise<T>): Promise<T | null> {
  const db = connect({ ...connection, max: 1 })
  try {
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass('public.account') is not null and to_regclass('public.evidence') is not null as there`.execute(
      db,
    )
    // a first start that was cut off before its migrations
    return rows[0]?.there ? await work(db) : null
  } finally {
    await db.destroy()
  }
}
