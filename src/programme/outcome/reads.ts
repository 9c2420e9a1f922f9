import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Figure } from '#programme/building/rules/record.ts'

type Tx = Pick<Context, 'tx'>

/** The organisations of that name. */
export async function organisationsNamed({ tx }: Tx, name: string): Promise<{ id: string; path: string }[]> {
  return tx.selectFrom('organisation').select(['id', 'path']).where('name', '=', name).limit(2).execute()
}

/** The issued or withdrawn tasks of that name. */
export async function tasksNamed({ tx }: Tx, name: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('core_task')
    .select(['id', 'name'])
    .where('name', '=', name)
    .where('state', '<>', 'draft')
    .limit(2)
    .execute()
}

export interface TracedRow {
  record: string
  organisation: string
  organisationName: string
  happenedOn: string
  sentence: string
  value: string
  qualifier: Figure['qualifier']
  items: string[]
  documentNumber: string | null
  evidence: string | null
  evidenceName: string | null
  latest: boolean
}

export interface Traced {
  measure: string
  path: string
  from: string | null
  to: string | null
  task: string | null
}

/** A page of the records that say something of a measure, the latest first; `latest` where no later one of its organisation is. */
export async function recordsBehind(
  { tx }: Tx,
  { measure, path, from, to, task }: Traced,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: TracedRow[]; next: string | null }> {
  const after = decodeCursor(cursor, ['day', 'id'])
  const within = sql`figure.measure_id = ${measure} and organisation.path like ${`${path}%`}
    ${from === null ? sql`` : sql`and figure.happened_on >= ${from}`} ${to === null ? sql`` : sql`and figure.happened_on <= ${to}`}
    ${task === null ? sql`` : sql`and figure.task_id = ${task}`}`
  const later = sql`select from record_figure other where other.measure_id = figure.measure_id
    and other.organisation_id = figure.organisation_id and (other.happened_on, other.record_id) > (figure.happened_on, figure.record_id)
    ${to === null ? sql`` : sql`and other.happened_on <= ${to}`} ${task === null ? sql`` : sql`and other.task_id = ${task}`}`
  const { rows } = await sql<TracedRow>`
    select record.id as record, organisation.id as organisation, organisation.name as "organisationName",
      record.happened_on as "happenedOn", record.sentence, trim_scale(figure.value)::text as value, figure.qualifier,
      figure.items, record.document_number as "documentNumber", evidence.id as evidence, evidence.name as "evidenceName",
      not exists (${later}) as latest
    from record_figure figure
      join organisation on organisation.id = figure.organisation_id
      join building_record record on record.id = figure.record_id
      left join evidence on evidence.id = record.evidence_id
    where ${within} ${after === null ? sql`` : sql`and (figure.happened_on, figure.record_id) < (${after[0]}::date, ${after[1]}::uuid)`}
    order by figure.happened_on desc, figure.record_id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? encodeCursor([last.happenedOn, last.record]) : null }
}
