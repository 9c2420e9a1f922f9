import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { differences, firstPlaces, type Span, type Structure } from './rules/structure.ts'
import { deleteRows, partsOf, updateRows } from './store-rows.ts'

/** The table of spans of each structure, and its column that says whose they are. */
const tables = {
  organisations: { table: 'organisation_span', owner: 'organisation_id' },
  units: { table: 'unit_span', owner: 'unit_id' },
} as const
export type Of = keyof typeof tables

/** Every span of a structure. */
export async function loadSpans({ tx }: Pick<Context, 'tx'>, of: Of): Promise<Structure> {
  if (of === 'units') {
    const rows = await tx.selectFrom('unit_span').selectAll().orderBy('sort_no').orderBy('unit_id').execute()
    return rows.map((row) => ({ ...toSpan({ ...row, kind: row.kind ?? '' }, row.unit_id), shortName: row.name }))
  }
  const rows = await tx
    .selectFrom('organisation_span')
    .selectAll()
    .orderBy('sort_no')
    .orderBy('organisation_id')
    .execute()
  return rows.map((row) => ({ ...toSpan(row, row.organisation_id), shortName: row.short_name }))
}

interface SpanRow {
  from_on: string
  until_on: string | null
  name: string
  kind: string
  parent_id: string | null
  region: string | null
  sort_no: number
}

function toSpan(row: SpanRow, id: string): Omit<Span, 'shortName'> {
  return {
    id,
    fromOn: row.from_on,
    untilOn: row.until_on,
    name: row.name,
    kind: row.kind,
    parent: row.parent_id,
    region: row.region,
    sortNo: row.sort_no,
  }
}

/** Writes what differs between two structures; the rows of whose spans they are stand already. */
export async function writeSpans(context: Context, of: Of, before: Structure, after: Structure): Promise<void> {
  const { tx } = context
  const { table, owner } = tables[of]
  const known = await moveFirstDays(context, of, before, after)
  const { removed, changed, added } = differences(known, after)
  const first = firstPlaces(after)
  const one = { table, by: [owner, 'from_on'] } as const
  await deleteRows(
    context,
    one,
    removed.map(({ id, fromOn }) => ({ [owner]: id, from_on: fromOn })),
  )
  await updateRows(
    context,
    one,
    changed.map((span) => ({
      [owner]: span.id,
      from_on: span.fromOn,
      ...columnsOf(of, span),
      until_on: span.untilOn,
    })),
  )
  const rows = added
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
    .map((span) => ({
      [owner]: span.id,
      from_on: span.fromOn,
      until_on: span.untilOn,
      after_on: first.get(span.id) === span ? null : span.fromOn,
      ...columnsOf(of, span),
    }))
  for (const part of partsOf(rows))
    await tx
      .insertInto(table as 'organisation_span')
      .values(part as never)
      .execute()
}

function columnsOf(of: Of, { name, shortName, kind, parent, region, sortNo }: Span) {
  const columns = { name, parent_id: parent, region, sort_no: sortNo }
  return of === 'units' ? { ...columns, kind: kind || null } : { ...columns, kind, short_name: shortName }
}

/** A first day that was corrected: the span stays the same one. */
async function moveFirstDays({ tx }: Context, of: Of, before: Structure, after: Structure): Promise<Structure> {
  const { table, owner } = tables[of]
  const [was, is] = [firstPlaces(before), firstPlaces(after)]
  const moved = new Map<string, { from: Day; to: Day }>()
  for (const [id, { fromOn: from }] of was) {
    const to = is.get(id)?.fromOn
    if (to !== undefined && to !== from) moved.set(id, { from, to })
  }
  for (const part of partsOf([...moved].map(([id, days]) => ({ id, ...days }))))
    await sql`update ${sql.table(table)} as own set from_on = given."to"
      from jsonb_to_recordset(${json(part)}) as given (id uuid, "from" date, "to" date)
      where own.${sql.ref(owner)} = given.id and own.from_on = given."from"`.execute(tx)
  return before.map((span) => {
    const day = moved.get(span.id)
    return day?.from === span.fromOn ? { ...span, fromOn: day.to } : span
  })
}
