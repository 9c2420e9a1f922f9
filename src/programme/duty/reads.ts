import { sql } from 'kysely'
import type { Day, Instant } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { responsibleOn } from '#programme/organisation/reads-responsible.ts'
import type { Above, Responsible } from '#programme/organisation/rules/responsible.ts'
import { isOver } from './rules/duty.ts'
import { dutyFrom } from './store.ts'

function duties({ tx }: Pick<Context, 'tx'>) {
  return tx.selectFrom('duty').selectAll('duty')
}

export type DutyRow = Awaited<ReturnType<ReturnType<typeof duties>['execute']>>[number]

/** Every duty about a subject with its round, the first one first, whatever became of it. */
export async function dutiesAbout(context: Pick<Context, 'tx'>, subject: { kind: string; id: string }) {
  const rows = await duties(context)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...dutyFrom(row), round: row.round }))
}

/** What an organisation has still to do, the most pressing first. */
export async function openDutiesOf(context: Pick<Context, 'tx'>, organisation: string) {
  const rows = await duties(context)
    .where('organisation_id', '=', organisation)
    .where('state', '=', 'open')
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(dutyFrom)
}

/**
 * Who answers for each duty: as written down once the due day is over; before, those who hold the posts today. A day
 * that is over and not yet written down is looked up, so that nobody waits for the job.
 */
export async function responsibleFor(
  context: Pick<Context, 'tx' | 'today'>,
  rows: readonly { id: string; organisation_id: string; due_on: Day; written_at: Instant | null }[],
): Promise<Map<string, Responsible>> {
  const answers = await writtenDown(
    context,
    rows.filter(({ written_at }) => written_at !== null).map(({ id }) => id),
  )
  const lookedUp = rows.filter(({ written_at }) => written_at === null)
  const dayFor = (dueOn: Day) => (isOver({ dueOn }, context.today) ? dueOn : context.today)
  for (const day of new Set(lookedUp.map(({ due_on }) => dayFor(due_on)))) {
    const due = lookedUp.filter(({ due_on }) => dayFor(due_on) === day)
    const organisations = due.map(({ organisation_id }) => organisation_id)
    const found = await responsibleOn(context, organisations, day)
    for (const { id, organisation_id } of due) answers.set(id, found.get(organisation_id)!)
  }
  return answers
}

async function writtenDown({ tx }: Pick<Context, 'tx'>, ids: string[]): Promise<Map<string, Responsible>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; direct: Responsible['direct']; primary: Above }>`
    select duty_id as id,
      (array_agg(holder) filter (where responsibility = 'direct'))[1] as direct,
      (array_agg(holder) filter (where responsibility = 'primary'))[1] as primary
    from (
      select duty_id, responsibility, jsonb_strip_nulls(jsonb_build_object('state', state,
        'organisation', organisation_id, 'person', person_id)) as holder
      from duty_holder where duty_id = any(${ids}::uuid[])) each
    group by duty_id`.execute(tx)
  return new Map(rows.map(({ id, direct, primary }) => [id, { direct, primary }]))
}
