import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { differences, firstPlaces, type Span, type Structure } from './rules/structure.ts'

/** Rows in one statement: far below the 65,535 parameters that PostgreSQL takes. */
const ROWS = 1000

/** The rows in parts that one statement takes each. */
export function partsOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) => rows.slice(part * ROWS, (part + 1) * ROWS))
}

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
  for (const { id, fromOn } of removed)
    await tx
      .deleteFrom(table as 'organisation_span')
      .where(owner as 'organisation_id', '=', id)
      .where('from_on', '=', fromOn)
      .execute()
  for (const span of changed)
    await tx
      .updateTable(table as 'organisation_span')
      .set({ ...(columnsOf(of, span) as object), until_on: span.untilOn })
      .where(owner as 'organisation_id', '=', span.id)
      .where('from_on', '=', span.fromOn)
      .execute()
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
  for (const [id, { from, to }] of moved)
    await tx
      .updateTable(table as 'organisation_span')
      .set({ from_on: to })
      .where(owner as 'organisation_id', '=', id)
      .where('from_on', '=', from)
      .execute()
  return before.map((span) => {
    const day = moved.get(span.id)
    return day?.from === span.fromOn ? { ...span, fromOn: day.to } : span
  })
}
