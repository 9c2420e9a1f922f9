import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { connect, type Tx } from './database.ts'

/** Every `.sql` file in a folder named `migrations` below the directory. */
export function migrationFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])migrations[\\/][^\\/]+\.sql$/.test(path))
    .map((path) => join(directory, path))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
}

/**
 * Brings the database up to date as its owner, in one transaction, and gives the application's role what it needs:
 * nothing it could use to change history. Answers the names of what was applied.
 */
export async function migrate(owner: pg.PoolConfig, appRole: string, files: string[]): Promise<string[]> {
  const db = connect({ ...owner, max: 2 })
  try {
    // The queue first: when this is cut off, the files below are still to come, and with them the grants for both.
    await migrateQueue(owner)
    return await db.transaction().execute(async (tx) => {
      const applied = await applyFiles(tx, files)
      if (applied.length > 0) await grant(tx, appRole)
      return applied
    })
  } finally {
    await db.destroy()
  }
}

async function migrateQueue(owner: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...owner, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}

async function applyFiles(tx: Tx, files: string[]): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(20260101)`.execute(tx)
  await sql`create table if not exists migration (
    name text primary key, applied_at timestamptz not null default now())`.execute(tx)
  await sql`comment on table migration is 'read-only'`.execute(tx)
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(tx)
  const known = new Set(files.map((file) => basename(file)))
  const newer = rows.find(({ name }) => !known.has(name))
  if (newer)
    throw new Error(
      `数据库比程序新（${newer.name}），请使用更新的程序 / the database is newer than this program (${newer.name}); use a newer program`,
    )
  const done = new Set(rows.map((row) => row.name))
  const fresh = files.filter((file) => !done.has(basename(file)))
  for (const file of fresh) {
    await sql.raw(readFileSync(file, 'utf8')).execute(tx)
    await sql`insert into migration (name) values (${basename(file)})`.execute(tx)
  }
  return fresh.map((file) => basename(file))
}

/** Tables commented `append-only` can be read and added to; `read-only` ones only read; the rest changed. */
async function grant(db: Tx, role: string): Promise<void> {
  const app = sql.id(role)
  await sql`grant usage on schema public, graphile_worker to ${app}`.execute(db)
  const { rows } = await sql<{ name: string; note: string | null }>`
    select relname as name, obj_description(oid, 'pg_class') as note from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`.execute(db)
  for (const { name, note } of rows) {
    const table = sql.table(name)
    await sql`revoke all on ${table} from ${app}`.execute(db)
    if (note === 'read-only') await sql`grant select on ${table} to ${app}`.execute(db)
    else if (note === 'append-only') await sql`grant select, insert on ${table} to ${app}`.execute(db)
    else await sql`grant select, insert, update, delete on ${table} to ${app}`.execute(db)
  }
  await sql`grant usage on all sequences in schema public to ${app}`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema graphile_worker to ${app}`.execute(db)
  await sql`grant usage on all sequences in schema graphile_worker to ${app}`.execute(db)
  await sql`grant execute on all functions in schema graphile_worker to ${app}`.execute(db)
  // graphile-worker turns row security on for its tables; without a policy the application would see an empty queue.
  const { rows: secured } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity`.execute(
    db,
  )
  for (const { name } of secured) {
    const table = sql.id('graphile_worker', name)
    await sql`drop policy if exists application on ${table}`.execute(db)
    await sql`create policy application on ${table} for all to ${app} using (true) with check (true)`.execute(db)
  }
}
