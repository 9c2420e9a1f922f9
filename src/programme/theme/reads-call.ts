import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Answered } from './rules/adoption.ts'
import type { Uptake } from './rules/call.ts'

function calls({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('theme_call')
    .innerJoin('organisation as branch', 'branch.id', 'theme_call.organisation_id')
    .selectAll('theme_call')
    .select(['branch.name as branch_name', 'branch.path as branch_path'])
}
export type CallRow = Awaited<ReturnType<ReturnType<typeof calls>['execute']>>[number]

export async function callById(context: Pick<Context, 'tx'>, id: string): Promise<CallRow | undefined> {
  return calls(context).where('theme_call.id', '=', id).executeTakeFirst()
}

/** A page of the calls of these branches, the latest first. */
export async function callsOf(
  context: Pick<Context, 'tx'>,
  branches: string[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(cursor, ['instant', 'id'])
  const rows = await calls(context)
    .where(sql<boolean>`theme_call.organisation_id = any(${branches}::uuid[])`)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(theme_call.opened_at, theme_call.id) < (${after![0]!}::timestamptz, ${after![1]!}::uuid)`,
      ),
    )
    .orderBy('theme_call.opened_at', 'desc')
    .orderBy('theme_call.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? encodeCursor([last.opened_at, last.id]) : null }
}

/** How many suggestions a call has got, on paper and in all, and how many are still to be settled. */
export async function countContributions({ tx }: Pick<Context, 'tx'>, call: string) {
  return tx
    .selectFrom('contribution')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where on_paper))::int`.as('onPaper'),
      sql<number>`(count(*) filter (where uptake is null))::int`.as('left'),
    ])
    .where('call_id', '=', call)
    .executeTakeFirstOrThrow()
}

/** A page of what was suggested, with the names of those who signed. */
export async function contributionsTo(
  { tx }: Pick<Context, 'tx'>,
  call: string,
  filter: { state?: 'left' | 'settled' | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const rows = await tx
    .selectFrom('contribution')
    .leftJoin('person', 'person.id', 'contribution.person_id')
    .selectAll('contribution')
    .select('person.name as by')
    .where('call_id', '=', call)
    .$if(filter.state !== undefined, (query) => query.where('uptake', filter.state === 'left' ? 'is' : 'is not', null))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(given_on, contribution.id) > (${after![0]!}::date, ${after![1]!}::uuid)`),
    )
    .orderBy('given_on')
    .orderBy('contribution.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.given_on, last.id]) : null }
}

const QUOTED = 20

/** What became of the suggestions, one line for each different answer; what is withheld is counted and not quoted. */
export async function answersOf(
  { tx }: Pick<Context, 'tx'>,
  call: string,
): Promise<(Answered & { texts: string[] })[]> {
  const rows = await tx
    .selectFrom('contribution')
    .select([
      'uptake',
      sql<string>`coalesce(words, '')`.as('words'),
      sql<string>`coalesce(reason, '')`.as('reason'),
      sql<number>`count(*)::int`.as('count'),
      sql<string[]>`coalesce((array_agg(text order by given_on, id) filter (where not withheld))[1:${sql.lit(QUOTED)}],
        '{}')`.as('texts'),
    ])
    .where('call_id', '=', call)
    .where('uptake', 'is not', null)
    .groupBy(['uptake', 'words', 'reason'])
    .orderBy(sql`array_position(array['taken-up', 'partly', 'not-taken-up'], uptake)`)
    .orderBy('count', 'desc')
    .orderBy('words')
    .orderBy('reason')
    .execute()
  return rows.map(({ uptake, ...rest }) => ({ ...rest, uptake: uptake as Uptake }))
}

/** The branch's call that is not settled, and its latest adopted one that no other living theme rests on. */
export async function callsBehind(
  { tx }: Pick<Context, 'tx'>,
  branch: string,
  theme: string,
): Promise<{ open: string | null; adopted: string | null }> {
  const rows = await tx
    .selectFrom('theme_call')
    .select(['theme_call.id', 'theme_call.state'])
    .where('theme_call.organisation_id', '=', branch)
    .where('theme_call.state', 'in', ['open', 'adopted'])
    .where(
      sql<boolean>`not exists (select from theme where theme.call_id = theme_call.id and theme.id <> ${theme}::uuid
        and theme.state not in ('rejected', 'abandoned'))`,
    )
    .orderBy('theme_call.opened_at', 'desc')
    .execute()
  return {
    open: rows.find(({ state }) => state === 'open')?.id ?? null,
    adopted: rows.find(({ state }) => state === 'adopted')?.id ?? null,
  }
}
