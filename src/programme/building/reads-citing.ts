import type { Context } from '#platform/context.ts'
import type { RecordKind } from './rules/record.ts'

/** What another capability may know of records that it cites. */
export async function recordsCited({ tx }: Pick<Context, 'tx'>, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('building_record')
    .select([
      'id as record',
      'organisation_id as organisation',
      'state',
      'happened_on as happenedOn',
      'kind',
      'sentence',
    ])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ state, kind, ...row }) => ({ ...row, kind: kind as RecordKind, standing: state === 'standing' }))
}
