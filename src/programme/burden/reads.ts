import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { USUAL_BUDGET } from './rules/burden.ts'

type Tx = Pick<Context, 'tx'>

/** The branches that stand at or below these organisations today. */
export async function branchesBelow({ tx }: Tx, organisations: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct branch.id from organisation branch
      join organisation asked on asked.id = any(${organisations}::uuid[]) and branch.path like asked.path || '%'
    where branch.kind = 'branch' and branch.dissolved_on is null`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Minutes a year of one branch. */
export async function budgetOf({ tx }: Tx, cycle: string): Promise<number> {
  const row = await tx.selectFrom('burden_budget').select('minutes').where('cycle_id', '=', cycle).executeTakeFirst()
  return row?.minutes ?? USUAL_BUDGET
}

/** For each of these branches of which something was asked in that year: how many minutes. */
export async function minutesBooked({ tx }: Tx, cycle: string, branches: string[]): Promise<number[]> {
  const { rows } = await sql<{ minutes: number }>`
    select sum(booking.minutes)::int as minutes from burden_share share join burden_booking booking on booking.id = share.booking_id
    where booking.cycle_id = ${cycle} and booking.released_at is null and share.branch_id = any(${branches}::uuid[])
    group by share.branch_id`.execute(tx)
  return rows.map(({ minutes }) => minutes)
}

export interface AskRow {
  id: string
  title: string
  subjectKind: string
  subjectId: string
  organisation: string
  organisationName: string
  minutes: number
  branches: number
  by: string
  at: string
  approvedBy: string | null
  releasedAt: string | null
}

/** What was asked of the branches at or below a path in a programme year, the latest first; branches counted there only. */
export async function asksBelow(
  { tx }: Tx,
  { cycle, path, cursor, limit }: { cycle: string; path: string; cursor?: string | undefined; limit: number },
): Promise<{ rows: AskRow[]; next: string | null }> {
  const after = decodeCursor(cursor, ['instant', 'id'])
  const { rows } = await sql<AskRow>`
    select booking.id, booking.title, booking.subject_kind as "subjectKind", booking.subject_id as "subjectId",
      asker.id as organisation, asker.name as "organisationName", booking.minutes, below.branches,
      booker.name as by, booking.booked_at as at, approver.name as "approvedBy", booking.released_at as "releasedAt"
    from burden_booking booking
      join organisation asker on asker.id = booking.organisation_id
      join person booker on booker.id = booking.booked_by
      left join person approver on approver.id = booking.approved_by
      cross join lateral (select count(*)::int as branches from burden_share share
        join organisation branch on branch.id = share.branch_id
        where share.booking_id = booking.id and branch.path like ${`${path}%`}) below
    where booking.cycle_id = ${cycle} and below.branches > 0
      ${after === null ? sql`` : sql`and (booking.booked_at, booking.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by booking.booked_at desc, booking.id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? encodeCursor([last.at, last.id]) : null }
}

/** Minutes of each branch at or below a path, as a subquery. */
function perBranch(cycle: string, path: string) {
  return sql`select branch.id, branch.name, branch.sort_no,
      coalesce(sum(booking.minutes), 0)::int as minutes, count(booking.id)::int as asks
    from organisation branch
      left join burden_share share on share.branch_id = branch.id
      left join burden_booking booking
        on booking.id = share.booking_id and booking.cycle_id = ${cycle} and booking.released_at is null
    where branch.kind = 'branch' and branch.dissolved_on is null and branch.path like ${`${path}%`}
    group by branch.id`
}

/** All together, the most of one branch, and how many are above the budget. */
export async function yearBelow({ tx }: Tx, cycle: string, path: string, budget: number) {
  const { rows } = await sql<{ total: number; branches: number; most: number; above: number }>`
    select coalesce(sum(minutes), 0)::int as total, count(*)::int as branches, coalesce(max(minutes), 0)::int as most,
      (count(*) filter (where minutes > ${budget}))::int as above
    from (${perBranch(cycle, path)}) each_branch`.execute(tx)
  return rows[0]!
}

export async function branchesByBurden(
  { tx }: Tx,
  filter: { cycle: string; path: string; search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const { rows } = await sql<{ id: string; name: string; minutes: number; asks: number }>`
    select id, name, minutes, asks from (${perBranch(filter.cycle, filter.path)}) each_branch
    where true ${filter.search === undefined ? sql`` : sql`and name like ${containing(filter.search)}`}
      ${after === null ? sql`` : sql`and (-minutes, id) > (${-Number(after[0])}::int, ${after[1]}::uuid)`}
    order by minutes desc, id limit ${filter.limit + 1}`.execute(tx)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.minutes, last.id]) : null }
}
