import { type Selectable, sql } from 'kysely'
import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Tables } from '#platform/tables.ts'
import { waitingObjections } from './reads-paper.ts'
import { settled } from './reads-period.ts'
import { insideOf } from './reads-scope.ts'
import type { Replaced } from './rules/compared.ts'
import { isOver, type Objected, type Outcome, type Scope } from './rules/notice.ts'
import type { Business } from './rules/permissions.ts'
import type { Passage } from './rules/wording.ts'

type Stored = Selectable<Tables['notice']>
export type NoticeRow = Omit<Stored, 'scope' | 'outcome' | 'body' | 'replaces'> & {
  scope: Scope
  outcome: Outcome | null
  body: Passage[]
  replaces: Replaced | null
  office_name: string
  concerns_name: string | null
  concerns_path: string | null
  within_name: string
  within_path: string
}

function notices({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('notice')
    .innerJoin('organisation as office', 'office.id', 'notice.organisation_id')
    .innerJoin('organisation as within', 'within.id', 'notice.within_id')
    .leftJoin('organisation as concerned', 'concerned.id', 'notice.concerns_id')
    .selectAll('notice')
    .select(['office.name as office_name', 'concerned.name as concerns_name', 'concerned.path as concerns_path'])
    .select(['within.name as within_name', 'within.path as within_path'])
}

export async function noticeById(context: Pick<Context, 'tx'>, id: string): Promise<NoticeRow | undefined> {
  const row = (await notices(context).where('notice.id', '=', id).executeTakeFirst()) as NoticeRow | undefined
  return row && (await settled(context, [row]))[0]
}

export interface NoticeFilter {
  state?: 'open' | 'closed' | undefined
  subjectKind?: string | undefined
  mine?: 'yes' | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the notices this person may see, the latest first. */
export async function noticesFor(context: Context, filter: NoticeFilter) {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const offices = context.actor.posts.filter(({ post }) => post === 'office').map(({ organisation }) => organisation)
  const rows = (await notices(context)
    .where(sql<boolean>`(${insideOf(context)} or (scope = 'society' and outcome is distinct from 'objection-upheld'))`)
    .$if(filter.state === 'open', (query) => query.where('outcome', 'is', null))
    .$if(filter.state === 'closed', (query) => query.where('outcome', 'is not', null))
    .$if(filter.subjectKind !== undefined, (query) => query.where('subject_kind', '=', filter.subjectKind!))
    .$if(filter.mine !== undefined, (query) =>
      query.where(sql<boolean>`notice.organisation_id = any(${offices}::uuid[])`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(posted_on < ${after![0]!}::date or (posted_on = ${after![0]!}::date and notice.id > ${after![1]!}::uuid))`,
      ),
    )
    .orderBy('posted_on', 'desc')
    .orderBy('notice.id')
    .limit(filter.limit + 1)
    .execute()) as NoticeRow[]
  const shown = await settled(context, rows.slice(0, filter.limit))
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.posted_on, last.id]) : null }
}

export function businessOf(row: Pick<NoticeRow, 'organisation_id' | 'concerns_id' | 'concerns_path'>): Business {
  const { concerns_id: id, concerns_path: path } = row
  return {
    office: row.organisation_id as OrganisationId,
    concerns: id && path ? { id: id as OrganisationId, path } : null,
  }
}

/** What a line of history about a notice is about. */
export function subjectOf(row: Pick<NoticeRow, 'id' | 'concerns_id' | 'organisation_id'>) {
  return { kind: 'notice', id: row.id, organisation: row.concerns_id ?? row.organisation_id }
}

/** The notice that an opinion or objection belongs to. */
export async function noticeBehind(context: Context, kind: 'opinion' | 'objection', id: string) {
  const row = await context.tx.selectFrom(kind).select('notice_id').where('id', '=', id).executeTakeFirst()
  return row && noticeById(context, row.notice_id)
}

/** Objections by state, for each notice asked about. */
export async function objectionsTo(
  { tx }: Pick<Context, 'tx'>,
  notices: string[],
): Promise<Map<string, Objected & { all: number }>> {
  const waiting = await waitingObjections({ tx }, notices)
  const waits = (id: string) => waiting.get(id) ?? 0
  const counted = new Map(notices.map((id) => [id, { open: waits(id), waiting: waits(id), upheld: 0, all: 0 }]))
  if (notices.length === 0) return counted
  const rows = await tx
    .selectFrom('objection')
    .select(['notice_id', 'result', sql<number>`count(*)::int`.as('number')])
    .where('notice_id', 'in', notices)
    .groupBy(['notice_id', 'result'])
    .execute()
  for (const { notice_id, result, number } of rows) {
    counted.get(notice_id)!.all += number
    if (result === null) counted.get(notice_id)!.open += number
    if (result === 'upheld') counted.get(notice_id)!.upheld = number
  }
  return counted
}

/** Notices whose end was estimated and that are not closed, of those whose period is over as the calendar stands now. */
export async function overByNow(context: Pick<Context, 'tx' | 'now'>): Promise<string[]> {
  const rows = (await notices(context)
    .where('notice.provisional', '=', true)
    .where('notice.outcome', 'is', null)
    .execute()) as NoticeRow[]
  return (await settled(context, rows))
    .filter(({ last_day }) => isOver({ lastDay: last_day }, context.now))
    .map(({ id }) => id)
}

/** How notices stand, for the capability whose subjects they disclose: period over, objections, words still to answer. */
export async function standingOf(context: Pick<Context, 'tx' | 'now'>, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await settled(context, (await notices(context).where('notice.id', 'in', ids).execute()) as NoticeRow[])
  const objected = await objectionsTo(context, ids)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        scope: row.scope,
        lastDay: row.last_day,
        provisional: row.provisional,
        over: isOver({ lastDay: row.last_day }, context.now),
        objections: objected.get(row.id)!,
      },
    ]),
  )
}
