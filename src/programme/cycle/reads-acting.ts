import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'

/**
 * SQL: the id of the cycle in which the organisation in the query's `branch` acts on a day, or null. It says for many what
 * `openCycleFor` says for one: open, within its term, of the nearest organisation above, the latest year of two.
 */
export function cycleActedIn(on: Day): RawBuilder<string | null> {
  return sql`(
    select cycle.id from cycle join organisation steward on steward.id = cycle.organisation_id
    where cycle.state = 'open' and ${on}::date between cycle.term_from and cycle.term_to
      and branch.path like steward.path || '%'
    order by length(steward.path) desc, cycle.year desc limit 1)`
}

/** SQL: the organisation in the query's `branch` is a branch and stands on that day. */
export function branchStands(on: Day): RawBuilder<boolean> {
  return sql`(branch.kind = 'branch' and branch.set_up_on <= ${on}::date
    and (branch.dissolved_on is null or branch.dissolved_on > ${on}::date))`
}
