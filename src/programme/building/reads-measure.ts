import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Measure } from './rules/measure.ts'
import { measureColumns, measureOf } from './store-measure.ts'

function measures({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('measure')
    .innerJoin('organisation', 'organisation.id', 'measure.organisation_id')
    .leftJoin('measure as whole', 'whole.id', 'measure.part_of_id')
    .selectAll('measure')
    .select([
      'organisation.name as organisationName',
      'organisation.path as organisationPath',
      'whole.name as wholeName',
    ])
}
export type MeasureRow = Awaited<ReturnType<ReturnType<typeof measures>['execute']>>[number]

export async function measureById(context: Pick<Context, 'tx'>, id: string): Promise<MeasureRow | undefined> {
  return measures(context).where('measure.id', '=', id).executeTakeFirst()
}

/** A page of what the organisations on a path have set, in the order in which they set it. */
export async function measuresOn(
  context: Pick<Context, 'tx'>,
  path: string,
  filter: { retired: boolean; cursor?: string | undefined; limit: number },
): Promise<{ rows: MeasureRow[]; next: string | null }> {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const rows = await measures(context)
    .where('measure.organisation_id', 'in', path.split('/').filter(Boolean))
    .where('measure.retired_at', filter.retired ? 'is not' : 'is', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(measure.sort_no, measure.id) > (${Number(after![0])}::int, ${after![1]}::uuid)`),
    )
    .orderBy('measure.sort_no')
    .orderBy('measure.id')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.id]) : null }
}

/** These measures, if an organisation on the path has set them, and whether each is retired; others are left out. */
export async function measuresSet(
  { tx }: Pick<Context, 'tx'>,
  path: string,
  ids: readonly string[],
): Promise<Map<string, { measure: Measure; retired: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('measure')
    .select([...measureColumns, 'retired_at'])
    .where('id', 'in', ids)
    .where('organisation_id', 'in', path.split('/').filter(Boolean))
    .execute()
  return new Map(rows.map((row) => [row.id, { measure: measureOf(row), retired: row.retired_at !== null }]))
}

/** Everything the organisations on a path count, retired or not, in the order in which it was set. */
export async function measuresCounted({ tx }: Pick<Context, 'tx'>, path: string): Promise<Measure[]> {
  const rows = await tx
    .selectFrom('measure')
    .select(measureColumns)
    .where('organisation_id', 'in', path.split('/').filter(Boolean))
    .orderBy('sort_no')
    .orderBy('id')
    .execute()
  return rows.map(measureOf)
}
