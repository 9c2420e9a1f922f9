import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import { listsBy } from '#basics/lists.ts'
import type { Context } from '#platform/context.ts'
import { type FactRecord, factsFrom, type RecordFacts } from './rules/facts.ts'
import type { RecordKind } from './rules/record.ts'

function standing({ tx }: Pick<Context, 'tx'>, from: Day, to: Day) {
  return tx
    .selectFrom('building_record')
    .innerJoin('organisation', 'organisation.id', 'building_record.organisation_id')
    .select([
      'building_record.id',
      'building_record.organisation_id as organisation',
      'organisation.name as organisationName',
      'building_record.kind',
      'building_record.happened_on as happenedOn',
      'building_record.sentence',
      'building_record.confirmed_at as confirmedAt',
    ])
    .where('building_record.state', '=', 'standing')
    .where('building_record.happened_on', '>=', from)
    .where('building_record.happened_on', '<=', to)
    .orderBy('building_record.happened_on')
    .orderBy('building_record.id')
}

/** What the assessment takes from the records of organisations between two days of one year, both counted; by organisation. */
export async function recordFacts(
  context: Pick<Context, 'tx'>,
  organisations: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, RecordFacts>> {
  const among = sql<string>`(select jsonb_array_elements_text(${JSON.stringify(organisations)}::jsonb)::uuid)`
  const own = await standing(context, from, to).where('building_record.organisation_id', 'in', among).execute()
  const others = await standing(context, from, to)
    .select('building_record.learnt_from_id as learntFrom')
    .where('building_record.learnt_from_id', 'in', among)
    .where('building_record.kind', '=', 'adopted')
    .execute()
  const ownOf = listsBy(own, ({ organisation }) => organisation)
  const othersOf = listsBy(others, ({ learntFrom }) => learntFrom!)
  return new Map(
    organisations.map((id) => [
      id,
      factsFrom((ownOf.get(id) ?? []).map(factRecord), (othersOf.get(id) ?? []).map(factRecord)),
    ]),
  )
}

/** The kinds and days of an organisation's standing records between two days, both counted. */
export async function daysOnRecord({ tx }: Pick<Context, 'tx'>, organisation: string, from: Day, to: Day) {
  const rows = await tx
    .selectFrom('building_record')
    .select(['kind', 'happened_on as happenedOn'])
    .where('organisation_id', '=', organisation)
    .where('state', '=', 'standing')
    .where('happened_on', '>=', from)
    .where('happened_on', '<=', to)
    .execute()
  return rows.map(({ kind, happenedOn }) => ({ kind: kind as RecordKind, happenedOn }))
}

/** What a record said before each correction, the latest first. */
export async function versionsOf({ tx }: Pick<Context, 'tx'>, record: string) {
  return tx
    .selectFrom('building_record_version as version')
    .leftJoin('evidence', 'evidence.id', 'version.evidence_id')
    .leftJoin('organisation as learnt', 'learnt.id', 'version.learnt_from_id')
    .leftJoin('core_task', 'core_task.id', 'version.task_id')
    .leftJoin('person as confirmer', 'confirmer.id', 'version.confirmed_by')
    .innerJoin('person as replacer', 'replacer.id', 'version.replaced_by')
    .selectAll('version')
    .select([
      'evidence.name as evidenceName',
      'learnt.name as learntFromName',
      'core_task.name as taskName',
      'confirmer.name as confirmedByName',
      'replacer.name as replacedByName',
    ])
    .where('version.record_id', '=', record)
    .orderBy('version.version', 'desc')
    .execute()
}

/** The branches of that name or short name. */
export async function branchesNamed({ tx }: Pick<Context, 'tx'>, name: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'branch')
    .where((where) => where.or([where('name', '=', name), where('short_name', '=', name)]))
    .limit(2)
    .execute()
  return rows.map(({ id }) => id)
}

function factRecord(row: Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number]): FactRecord {
  const { id, organisation, organisationName, happenedOn, sentence, confirmedAt } = row
  return {
    id,
    organisation,
    organisationName,
    happenedOn,
    sentence,
    kind: row.kind as RecordKind,
    confirmed: confirmedAt !== null,
  }
}
