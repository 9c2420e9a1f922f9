import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { type Instant, instantAt } from '#basics/calendar.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** Days stay days and instants become ISO text with Shanghai's offset, so that no machine's time zone can shift them. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number
    if (oid === DATE) return (text: string) => text
    if (oid === TIMESTAMPTZ) return toInstant
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

function toInstant(text: string): Instant {
  const [, day, time, fraction = '', offset] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\S+)$/.exec(text) ?? []
  if (offset === '+08') return `${day}T${time}.${fraction.padEnd(6, '0')}+08:00`
  return instantAt(Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')))
}

/** Opens a pool. Sessions speak Shanghai time and give up waiting for a lock after ten seconds. */
export function connect(config: pg.PoolConfig): Database {
  const pool = new pg.Pool({
    max: 10,
    // whoever waits longer for a connection is told to come back, with 503
    connectionTimeoutMillis: 10_000,
    ...config,
    types,
    options:
      '-c TimeZone=Asia/Shanghai -c lock_timeout=10s -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s',
  })
  pool.on('error', () => {})
  // the pool listens only while a connection is idle; unheard, an error of one at work would end the program
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** The database's clock; tests and the demo can shift it, nothing else asks for the time. */
export async function clock(tx: Tx | Database): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select app_now() as now`.execute(tx)
  return rows[0]!.now
}

/** A pattern for `like` that finds the text anywhere, whatever signs it holds. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

/** A value for a jsonb column. */
export function json<Value>(value: Value): RawBuilder<Value> {
  return sql`${JSON.stringify(value)}::jsonb`
}

/** PostgreSQL's code of an error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
}

/** The constraint that an error names, if any. */
export function brokenConstraint(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'constraint' in error && error.constraint
    ? String(error.constraint)
    : undefined
}
