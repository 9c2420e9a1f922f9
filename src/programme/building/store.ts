import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Tables } from '#platform/tables.ts'
import type { BuildingRecord, Content, Figure, Force, RecordKind } from './rules/record.ts'

/** The record, locked until the transaction ends. */
export async function loadRecord({ tx }: Context, id: string): Promise<BuildingRecord | undefined> {
  const row = await tx.selectFrom('building_record').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && recordOf(row)
}

/** Nobody corrects or withdraws one of these records until the transaction ends. */
export async function holdRecords({ tx }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.selectFrom('building_record').select('id').where('id', 'in', ids).orderBy('id').forShare().execute()
}

/** A row as the union of states that its constraints guarantee. */
export function recordOf(row: Tables['building_record']): BuildingRecord {
  const kept = {
    id: row.id as Id<'record'>,
    organisation: row.organisation_id as OrganisationId,
    cycle: row.cycle_id,
    content: contentOf(row),
    enteredBy: row.entered_by as PersonId,
    enteredAt: row.entered_at,
    confirmation: row.confirmed_by ? { by: row.confirmed_by as PersonId, at: row.confirmed_at! } : null,
  }
  if (row.state === 'standing') return { ...kept, state: 'standing' }
  return {
    ...kept,
    state: 'withdrawn',
    withdrawnBy: row.withdrawn_by as PersonId,
    withdrawnAt: row.withdrawn_at!,
    reason: row.withdrawn_reason!,
  }
}

type ContentColumns = Pick<
  Tables['building_record'],
  | 'happened_on'
  | 'kind'
  | 'sentence'
  | 'force'
  | 'figures'
  | 'document_number'
  | 'evidence_id'
  | 'learnt_from_id'
  | 'task_id'
>

export function contentOf(row: ContentColumns): Content {
  return {
    happenedOn: row.happened_on,
    kind: row.kind as RecordKind,
    sentence: row.sentence,
    force: row.force as Force | null,
    // figures kept before measures were set are the branch's own
    figures: (row.figures as Partial<Figure>[]).map((figure) => ({ measure: null, items: [], ...figure }) as Figure),
    documentNumber: row.document_number,
    evidence: row.evidence_id,
    learntFrom: row.learnt_from_id as OrganisationId | null,
    task: row.task_id,
  }
}

export async function insertRecord({ tx }: Pick<Context, 'tx'>, record: BuildingRecord): Promise<void> {
  await tx
    .insertInto('building_record')
    .values({
      id: record.id,
      organisation_id: record.organisation,
      cycle_id: record.cycle,
      entered_by: record.enteredBy,
      entered_at: record.enteredAt,
      ...changing(record),
    })
    .execute()
}

export async function saveRecord({ tx }: Context, record: BuildingRecord): Promise<void> {
  await tx.updateTable('building_record').set(changing(record)).where('id', '=', record.id).execute()
}

/** Keeps what a record said until now, with the reason why it says something else from now on. */
export async function keepVersion({ tx, actor, now }: Context, before: BuildingRecord, reason: string): Promise<void> {
  const { last } = await tx
    .selectFrom('building_record_version')
    .select((of) => of.fn.coalesce(of.fn.max('version'), of.lit(0)).as('last'))
    .where('record_id', '=', before.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('building_record_version')
    .values({
      record_id: before.id,
      version: Number(last) + 1,
      ...contentColumns(before.content),
      confirmed_by: before.confirmation?.by ?? null,
      confirmed_at: before.confirmation?.at ?? null,
      replaced_by: actor.person,
      replaced_at: now,
      reason,
    })
    .execute()
}

function contentColumns(content: Content) {
  return {
    happened_on: content.happenedOn,
    kind: content.kind,
    sentence: content.sentence,
    force: content.force,
    figures: json(content.figures),
    document_number: content.documentNumber,
    evidence_id: content.evidence,
    learnt_from_id: content.learntFrom,
    task_id: content.task,
  }
}

function changing(record: BuildingRecord) {
  const withdrawn = record.state === 'withdrawn' ? record : null
  return {
    ...contentColumns(record.content),
    state: record.state,
    confirmed_by: record.confirmation?.by ?? null,
    confirmed_at: record.confirmation?.at ?? null,
    withdrawn_by: withdrawn?.withdrawnBy ?? null,
    withdrawn_at: withdrawn?.withdrawnAt ?? null,
    withdrawn_reason: withdrawn?.reason ?? null,
  }
}
