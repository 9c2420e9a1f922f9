import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { branchStands, cycleActedIn } from '#programme/cycle/reads-acting.ts'
import { proposing } from './rules/duties.ts'

/** Branches in an open cycle with neither a theme in force nor one handed in, nor a duty to propose one yet. */
export async function branchesToPropose({ tx, today }: Pick<Context, 'tx' | 'today'>) {
  const { rows } = await sql<{ branch: string; region: string | null; cycle: string }>`
    select branch.id as branch, branch.region, acts.cycle
    from organisation branch cross join lateral ${cycleActedIn(today)} as acts (cycle)
    where ${branchStands(today)} and acts.cycle is not null
      and not exists (select 1 from theme where theme.organisation_id = branch.id
        and theme.state in ('submitted', 'returned', 'passed', 'checked', 'noticed', 'in-force'))
      and not exists (select 1 from duty where duty.kind = ${proposing.name} and duty.subject_kind = 'cycle'
        and duty.subject_id = acts.cycle and duty.organisation_id = branch.id)
    order by branch.sort_no, branch.id`.execute(tx)
  return rows
}

/** Closed cycles in which somebody was still to propose a theme. */
export async function closedCyclesWaitedFor({ tx }: Pick<Context, 'tx'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select cycle.id from cycle where cycle.state = 'closed' and exists (
      select 1 from duty where duty.kind = ${proposing.name} and duty.subject_kind = 'cycle'
        and duty.subject_id = cycle.id and duty.state = 'open')`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Branches that are to propose a theme and have one in force all the same. */
export async function needlessProposals({ tx }: Pick<Context, 'tx'>) {
  const { rows } = await sql<{ cycle: string; branch: string }>`
    select duty.subject_id as cycle, duty.organisation_id as branch from duty
    join theme on theme.organisation_id = duty.organisation_id and theme.state = 'in-force'
    where duty.kind = ${proposing.name} and duty.subject_kind = 'cycle' and duty.state = 'open'`.execute(tx)
  return rows
}
