import { sql } from 'kysely'
import type { World } from '../world.ts'

/** How many lines of history there are, of one action if it is named. */
export async function lines(world: World, action?: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from history
    where ${action ?? null}::text is null or action = ${action ?? null}`.execute(world.owner)
  return rows[0]!.count
}

/** The sessions of a person, as they are stored. */
export async function sessionOf(world: World, person: string) {
  return world.owner.selectFrom('session').selectAll().where('person_id', '=', person).orderBy('id').execute()
}

/** The transaction that wrote the only row of a table. */
export async function transactionOf(world: World, table: 'opinion' | 'objection' | 'contribution'): Promise<string> {
  const { rows } = await sql<{ xmin: string }>`select xmin::text as xmin from ${sql.table(table)}`.execute(world.owner)
  return rows[0]!.xmin
}

/** Every row of every table as text, with the transaction that wrote it. */
export async function everyRow(world: World) {
  const { rows: tables } = await sql<{
    name: string
  }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
    world.owner,
  )
  const all: { table: string; text: { xmin: string; row: string } }[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ xmin: string; row: string }>`select t.xmin::text as xmin, t::text as row
      from ${sql.table(name)} t`.execute(world.owner)
    all.push(...rows.map((text) => ({ table: name, text })))
  }
  return all
}
