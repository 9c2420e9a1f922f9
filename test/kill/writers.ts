import { Client } from 'pg'
import type { Connection } from '#platform/postgres/server.ts'

/** Connections that write numbers as fast as they are acknowledged, until the server is gone. */
export type Writers = { acknowledged: number[]; done: Promise<void> }

/** Opens `count` connections and lets each write numbers of its own, three statements a transaction. */
export async function startWriters(connection: Connection, count: number, from: number): Promise<Writers> {
  const acknowledged: number[] = []
  let next = from
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new Client(connection)
      client.on('error', () => {})
      await client.connect()
      return client
    }),
  )
  const done = Promise.all(clients.map((client) => writeUntilGone(client))).then(() => {})
  return { acknowledged, done }

  async function writeUntilGone(client: Client): Promise<void> {
    try {
      for (;;) {
        const number = next++
        await client.query('begin')
        await client.query('insert into written (number) values ($1)', [number])
        await client.query('update counted set rows = rows + 1 where writer = $1', [number % 8])
        await client.query('commit')
        acknowledged.push(number)
      }
    } catch {
      // the server was killed: what was not acknowledged is not counted
    } finally {
      await client.end().catch(() => {})
    }
  }
}

export const tables = `
  create table written (number bigint primary key);
  create table counted (writer int primary key, rows int not null);
  insert into counted select n, 0 from generate_series(0, 7) n;
  grant select, insert, update on written, counted to hangbiao_app;
`
