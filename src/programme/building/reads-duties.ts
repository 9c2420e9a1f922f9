import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { branchStands, cycleActedIn } from '#programme/cycle/reads-acting.ts'
import type { Meeting, Period } from './rules/duties.ts'

/** Branches in an open cycle, large enough to hold this meeting, without one on record in the period and without the duty yet. */
export async function branchesToMeet(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  { record, duty, members }: Meeting,
  { from, dueOn, round }: Period,
) {
  const { rows } = await sql<{ branch: string; cycle: string }>`
    select branch.id as branch, acts.cycle
    from organisation branch cross join lateral ${cycleActedIn(today)} as acts (cycle)
    where ${branchStands(today)} and acts.cycle is not null
      and (${members} = 0 or ${members} <= (select count(*) from person where person.organisation_id = branch.id
        and person.kind = 'member' and (person.left_on is null or person.left_on > ${today}::date)))
      and not exists (select 1 from building_record where building_record.organisation_id = branch.id
        and building_record.kind = ${record} and building_record.state = 'standing'
        and building_record.happened_on between ${from}::date and ${dueOn}::date)
      and not exists (select 1 from duty where duty.kind = ${duty.name} and duty.subject_kind = 'organisation'
        and duty.subject_id = branch.id and duty.organisation_id = branch.id and duty.round = ${round})
    order by branch.sort_no, branch.id`.execute(tx)
  return rows
}
