import { type SqlBool, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { overByNow } from '#programme/notice/reads.ts'
import { below, pathsOf, type ThemeRow, themes } from './reads.ts'
import { concernedPosts, reviewing } from './rules/permissions.ts'

export type WorkList = 'todo' | 'done' | 'started'

const held = ({ actor }: Context, posts: readonly string[]) =>
  actor.posts.filter(({ post }) => posts.includes(post)).map(({ organisation }) => organisation)

/** One's own: nobody reviews or checks it. */
function isOwn(context: Context) {
  const { person } = context.actor
  return sql<SqlBool>`(theme.drafted_by = ${person}::uuid or theme.submitted_by is not distinct from ${person}::uuid
    or theme.organisation_id = any(${held(context, ['secretary'])}::uuid[]))`
}

/** What waits for this person's review, at a stage at which they sit. */
function awaitsReview(context: Context) {
  const seats = context.actor.posts.filter(({ post }) => reviewing.includes(post))
  const sits = sql<SqlBool>`exists (
    select 1 from unnest(${seats.map(({ organisation }) => organisation)}::uuid[], ${seats.map(({ post }) => post)}::text[])
      as seat (organisation, post)
    where seat.organisation = theme.stage_organisation_id and seat.post = any(theme.stage_posts))`
  return sql<SqlBool>`(theme.state = 'submitted' and theme.stage_organisation_id = any(${held(context, reviewing)}::uuid[])
    and ${sits} and not ${isOwn(context)})`
}

/** What waits for this person: as secretary, reviewer, confidentiality reviewer, or the office that discloses. */
function waitsFor(context: Context, overByNow: readonly string[]) {
  const own = isOwn(context)
  return sql<SqlBool>`(
    (theme.state in ('draft', 'returned') and theme.organisation_id = any(${held(context, ['secretary'])}::uuid[]))
    or ${awaitsReview(context)}
    or (theme.state = 'passed' and ${below('branch.path', pathsOf(context, ['confidentiality']))} and not ${own})
    or (theme.state = 'checked' and ${below('steward.path', pathsOf(context, ['office']))}
      and theme.checked_by <> ${context.actor.person}::uuid)
    or (theme.state = 'noticed' and ${below('steward.path', pathsOf(context, ['office']))} and exists (
      select 1 from notice where notice.id = theme.notice_id and (
        case when notice.provisional then notice.id = any(${overByNow}::uuid[]) else notice.last_day < ${context.today}::date end
        or notice.id in (select notice_id from opinion where disposition is null)
        or notice.id in (select notice_id from objection where result is null)))))`
}

const inList = async (context: Context, list: WorkList | 'review') => {
  const { person } = context.actor
  if (list === 'todo') return waitsFor(context, await overByNow(context))
  if (list === 'review') return awaitsReview(context)
  const mine = below('branch.path', pathsOf(context, concernedPosts))
  if (list === 'started') return sql<SqlBool>`(theme.drafted_by = ${person}::uuid and ${mine})`
  return sql<SqlBool>`(${mine} and exists (
    select 1 from theme_step where theme_step.theme_id = theme.id and theme_step.person_id = ${person}::uuid
      and step not in ('drafted', 'submitted', 'withdrawn')))`
}

/** A page of one list: what waits the longest first, the rest by the latest change. */
export async function workOf(
  context: Context,
  { list, cursor, limit }: { list: WorkList | 'review'; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['instant', 'id'])
  const waits = list === 'todo' || list === 'review'
  const direction = waits ? 'asc' : 'desc'
  const condition = await inList(context, list)
  const rows = (await themes(context)
    .where(condition)
    .$if(after !== null && waits, (query) =>
      query.where(sql<SqlBool>`(theme.since, theme.id) > (${after![0]!}::timestamptz, ${after![1]!}::uuid)`),
    )
    .$if(after !== null && !waits, (query) =>
      query.where(sql<SqlBool>`(theme.since, theme.id) < (${after![0]!}::timestamptz, ${after![1]!}::uuid)`),
    )
    .orderBy('theme.since', direction)
    .orderBy('theme.id', direction)
    .limit(limit + 1)
    .execute()) as ThemeRow[]
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? encodeCursor([last.since, last.id]) : null }
}

/** How many stand in each list; of what was just found to fit on one page it is known. */
export async function countWork(context: Context, known: Partial<Record<WorkList, number>> = {}) {
  const count = async (list: WorkList) => {
    if (known[list] !== undefined) return known[list]
    const condition = await inList(context, list)
    const row = await themes(context)
      .clearSelect()
      .where(condition)
      .select(sql<number>`count(*)::int`.as('number'))
      .executeTakeFirstOrThrow()
    return row.number
  }
  return { todo: await count('todo'), done: await count('done'), started: await count('started') }
}
