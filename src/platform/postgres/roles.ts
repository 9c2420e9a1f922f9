import { Client } from 'pg'
import type { Connection } from './server.ts'

/** The owner migrates and owns what is made; the application works. Neither may do what only a superuser may. */
export const ownerRole = 'hangbiao_owner'
export const appRole = 'hangbiao_app'

/** Makes the two roles and the database, or puts them right; safe to run at every start. */
export async function ensureRoles(admin: Connection, database: string): Promise<void> {
  await using(admin, async (client) => {
    for (const role of [ownerRole, appRole]) {
      const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
      if (found.rowCount === 0) await client.query(`create role ${role}`)
      await client.query(`alter role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`)
      await client.query(`alter role ${role} set timezone = 'Asia/Shanghai'`)
    }
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${database} owner ${ownerRole}`)
    await grantDatabase(client, database)
  })
}

/** Only the owner and the application may connect, and only the owner may make schemas. */
export async function grantDatabase(client: Client, database: string): Promise<void> {
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to ${appRole}`)
}

/** Runs `work` over one connection and closes it. */
export async function using<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection)
  // without a listener a server that stops would end this process
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
