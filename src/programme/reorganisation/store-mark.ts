import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/** A point in the transaction to which it can be taken back. */
export async function mark({ tx }: Context): Promise<void> {
  await sql`savepoint reorganisation`.execute(tx)
}

/** Takes back what was done since the mark; the rest of the transaction stands. */
export async function backTo({ tx }: Context): Promise<void> {
  await sql`rollback to savepoint reorganisation`.execute(tx)
}
