import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'

/** Rows in one statement: far below the 65,535 parameters that PostgreSQL takes. */
const ROWS = 1000

/** The rows in parts that one statement takes each. */
export function partsOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) => rows.slice(part * ROWS, (part + 1) * ROWS))
}

const [uuid, text, date, integer] = [sql`uuid`, sql`text`, sql`date`, sql`integer`]
/** The columns that this folder writes many at a time, with their types. */
const types: Record<string, typeof uuid> = {
  ...{ id: uuid, organisation_id: uuid, unit_id: uuid, parent_id: uuid, successor_id: uuid },
  ...{ name: text, short_name: text, pinyin: text, initials: text, kind: text, region: text, path: text },
  ...{ from_on: date, until_on: date, set_up_on: date, dissolved_on: date, sort_no: integer },
}

interface Which {
  table: 'organisation' | 'organisation_span' | 'organisation_unit' | 'unit' | 'unit_span'
  /** By which columns a row is known. */
  by: readonly string[]
}

/** Changes many rows, a thousand in one statement; each names the columns by which it is known, all name the same others. */
export async function updateRows(context: Pick<Context, 'tx'>, { table, by }: Which, rows: readonly object[]) {
  const columns = Object.keys(rows[0] ?? {})
  const set = columns.filter((column) => !by.includes(column))
  for (const part of partsOf(rows))
    await sql`update ${sql.table(table)} as own
      set ${sql.join(set.map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`))}
      from ${given(part, columns)} where ${matched(by)}`.execute(context.tx)
}

/** Deletes many rows, a thousand in one statement. */
export async function deleteRows(context: Pick<Context, 'tx'>, { table, by }: Which, rows: readonly object[]) {
  for (const part of partsOf(rows))
    await sql`delete from ${sql.table(table)} as own using ${given(part, by)} where ${matched(by)}`.execute(context.tx)
}

function given(rows: readonly object[], columns: readonly string[]) {
  const typed = columns.map((column) => sql`${sql.ref(column)} ${types[column]!}`)
  return sql`jsonb_to_recordset(${json(rows)}) as given (${sql.join(typed)})`
}

function matched(by: readonly string[]) {
  return sql.join(
    by.map((column) => sql`own.${sql.ref(column)} = given.${sql.ref(column)}`),
    sql` and `,
  )
}
