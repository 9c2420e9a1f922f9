import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import type { Addition, Measure } from './rules/measure.ts'
import type { Force } from './rules/record.ts'

interface Row {
  id: string
  name: string
  unit: string
  addition: string
  force: string | null
  part_of_id: string | null
}

export function measureOf(row: Row): Measure {
  const { part_of_id: partOf, ...rest } = row
  return { ...rest, addition: row.addition as Addition, force: row.force as Force | null, partOf }
}

export const measureColumns = ['id', 'name', 'unit', 'addition', 'force', 'part_of_id'] as const

/** What an organisation has set and not retired, locked: of two setting the same at once the index refuses one. */
export async function loadMeasures({ tx }: Context, organisation: string): Promise<Measure[]> {
  const rows = await tx
    .selectFrom('measure')
    .select(measureColumns)
    .where('organisation_id', '=', organisation)
    .where('retired_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(measureOf)
}

export async function loadMeasure({ tx }: Context, id: string) {
  return found(await tx.selectFrom('measure').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function insertMeasure(context: Context, organisation: string, measure: Measure, sortNo: number) {
  await context.tx
    .insertInto('measure')
    .values({
      id: measure.id,
      organisation_id: organisation,
      name: measure.name,
      unit: measure.unit,
      addition: measure.addition,
      force: measure.force,
      part_of_id: measure.partOf,
      sort_no: sortNo,
      set_by: context.actor.person,
      set_at: context.now,
    })
    .execute()
}

export async function retire({ tx, now }: Context, id: string): Promise<void> {
  await tx.updateTable('measure').set({ retired_at: now }).where('id', '=', id).execute()
}
