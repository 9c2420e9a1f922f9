import { Client } from 'pg'
import { grantDatabase, ownerRole, using } from './roles.ts'
import type { Connection } from './server.ts'

/** The three ways into a server, as `startPostgres` gives them. */
export type Ways = { admin: Connection; owner: Connection; app: Connection }

/** One database of a test server, and how to be rid of it. */
export type TestDatabase = { owner: Connection; app: Connection; drop(): Promise<void> }

/**
 * Makes the database `name` once and lets `prepare` fill it (migrate it, say), however many workers ask at the same
 * time. When `prepare` fails the database goes away again, so that it never looks ready. Leave no connection open.
 */
export async function makeTemplate(server: Ways, name: string, prepare: (owner: Connection) => Promise<void>) {
  await using(server.admin, async (client) => {
    // held by this session until it ends
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount !== 0) return
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${quoted(unfinished)} with (force)`)
    await client.query(`create database ${quoted(unfinished)} owner ${ownerRole} template template0`)
    await grantDatabase(client, quoted(unfinished))
    await prepare({ ...server.owner, database: unfinished })
    await client.query(`alter database ${quoted(unfinished)} rename to ${quoted(name)}`)
  })
}

/** A copy of a template, with all that is in it, for one test file or one test. */
export async function createDatabaseFrom(server: Ways, template: string, name: string): Promise<TestDatabase> {
  await using(server.admin, async (client) => {
    await client.query(`drop database if exists ${quoted(name)} with (force)`)
    await client.query(`create database ${quoted(name)} owner ${ownerRole} template ${quoted(template)}`)
    await grantDatabase(client, quoted(name))
  })
  return {
    owner: { ...server.owner, database: name },
    app: { ...server.app, database: name },
    drop: () =>
      using(server.admin, async (client) => {
        await client.query(`drop database if exists ${quoted(name)} with (force)`)
      }),
  }
}

function quoted(name: string): string {
  return Client.prototype.escapeIdentifier(name)
}
