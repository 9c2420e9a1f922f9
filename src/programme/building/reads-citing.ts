import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { RecordKind } from './rules/record.ts'

/** What another capability may know of records that it cites, the latest first. */
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
      'confirmed_at',
    ])
    .where('id', 'in', ids)
    .orderBy('happened_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ organisation, state, kind, confirmed_at, ...row }) => ({
    ...row,
    organisation: organisation as OrganisationId,
    kind: kind as RecordKind,
    standing: state === 'standing',
    confirmed: confirmed_at !== null,
  }))
}
