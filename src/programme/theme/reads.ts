import { sql } from 'kysely'
import type { Post } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { holdsWords, idsNamed, isTop, within } from '#programme/organisation/reads-day.ts'
import { concernedPosts } from './rules/permissions.ts'
import type { Answers } from './rules/questions.ts'
import type { StoredTheme } from './store.ts'

export type ThemeRow = StoredTheme & {
  branch_name: string
  region: string | null
  year: number
  at_name: string | null
}

export function themes({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('theme')
    .innerJoin('organisation as branch', 'branch.id', 'theme.organisation_id')
    .innerJoin('organisation as steward', 'steward.id', 'theme.steward_id')
    .innerJoin('cycle', 'cycle.id', 'theme.cycle_id')
    .leftJoin('organisation as stands', 'stands.id', 'theme.stage_organisation_id')
    .selectAll('theme')
    .select([
      'branch.path as branch_path',
      'branch.name as branch_name',
      'branch.region as region',
      'steward.path as steward_path',
      'cycle.year as year',
      'stands.name as at_name',
    ])
}

export async function themeById(context: Pick<Context, 'tx'>, id: string): Promise<ThemeRow | undefined> {
  return (await themes(context).where('theme.id', '=', id).executeTakeFirst()) as ThemeRow | undefined
}

/** The branch of a theme, by its path. */
export async function branchPathOf({ tx }: Pick<Context, 'tx'>, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('theme')
    .innerJoin('organisation', 'organisation.id', 'theme.organisation_id')
    .select('organisation.path')
    .where('theme.id', '=', id)
    .executeTakeFirst()
  return row?.path
}

/** The branch's theme under way, and the one in force. */
export async function themesOf(context: Pick<Context, 'tx'>, branch: string) {
  const rows = (await themes(context)
    .where('theme.organisation_id', '=', branch)
    .where('theme.state', 'not in', ['replaced', 'rejected', 'ended', 'abandoned'])
    .execute()) as ThemeRow[]
  return {
    underWay: rows.find(({ state }) => state !== 'in-force'),
    inForce: rows.find(({ state }) => state === 'in-force'),
  }
}

export interface ThemeFilter {
  state?: string | undefined
  region?: string | undefined
  organisation?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the themes this person has to do with, the latest first. */
export async function themesFor(context: Context, filter: ThemeFilter) {
  const after = decodeCursor(filter.cursor, ['instant', 'id'])
  const rows = (await themes(context)
    .where(belowPlaces(pathsOf(context, concernedPosts), filter.search !== undefined))
    .$if(filter.state !== undefined, (query) => query.where('theme.state', '=', filter.state!))
    .$if(filter.region !== undefined, (query) => query.where('branch.region', '=', filter.region!))
    .$if(filter.organisation !== undefined, (query) => query.where('branch.path', 'like', `%${filter.organisation!}/%`))
    .$if(filter.search !== undefined, (query) => query.where(matches(filter.search!)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(theme.drafted_at, theme.id) < (${after![0]!}::timestamptz, ${after![1]!}::uuid)`),
    )
    .orderBy('theme.drafted_at', 'desc')
    .orderBy('theme.id', 'desc')
    .limit(filter.limit + 1)
    .execute()) as ThemeRow[]
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.drafted_at, last.id]) : null }
}

/** Name, branch or pinyin initials of either; blanks around are gone already. */
export function matches(search: string) {
  const letters = search.toLowerCase().replace(/\s/g, '')
  const sound = `%${letters}%`
  const heard = /^[a-z0-9]+$/.test(letters)
    ? sql`union select id from theme where initials like ${sound} or pinyin like ${sound}`
    : sql``
  return sql<boolean>`theme.id in (select id from theme where ${holdsWords(sql`name`, search)} ${heard}
    union select id from theme where organisation_id in (${idsNamed(search)}))`
}

/** The places in the tree at which the person holds one of the posts. */
export function pathsOf({ actor }: Pick<Context, 'actor'>, posts: readonly Post[]): string[] {
  return [...new Set(actor.posts.filter(({ post }) => posts.includes(post)).map(({ path }) => path))]
}

/**
 * Themes of the branches below these places, found by their branches first: the latest of everybody may all be others'. What
 * is searched for is found by its words, and looking for its branch after that is soon done.
 */
function belowPlaces(paths: string[], searched: boolean) {
  if (searched || paths.some(isTop)) return below('branch.path', paths)
  const branches = within(sql.ref('path'), paths)
  return sql<boolean>`theme.organisation_id = any(array(select id from organisation where ${branches}))`
}

/** Whether a path lies at or below one of the places. */
export function below(column: 'branch.path' | 'steward.path', paths: string[]) {
  return within(sql.ref(column), paths)
}

export interface StepRow {
  step: string
  round: number
  post: string
  comment: string
  answers: Answers | null
  at: string
  waited_days: number
  by: string
  organisation: string
}

/** Every step on a theme's way, the first one first. */
export async function trailOf({ tx }: Pick<Context, 'tx'>, theme: string): Promise<StepRow[]> {
  const rows = await tx
    .selectFrom('theme_step')
    .innerJoin('person', 'person.id', 'theme_step.person_id')
    .innerJoin('organisation', 'organisation.id', 'theme_step.organisation_id')
    .select([
      'step',
      'round',
      'post',
      'comment',
      'answers',
      'at',
      'waited_days',
      'person.name as by',
      sql<string>`organisation_name_on(theme_step.organisation_id, (at at time zone 'Asia/Shanghai')::date)`.as(
        'organisation',
      ),
    ])
    .where('theme_id', '=', theme)
    .orderBy('theme_step.id')
    .execute()
  return rows as StepRow[]
}

export interface ThemeInForce {
  theme: string
  branch: string
  name: string
  /** Counted from the branch it was taken over from, where it was. */
  since: Day
  scope: 'party' | 'society'
}

/** Which of these branches had a theme in force on a day, by branch. */
export async function themesInForce(
  { tx }: Pick<Context, 'tx'>,
  branches: string[],
  on: Day,
): Promise<Map<string, ThemeInForce>> {
  if (branches.length === 0) return new Map()
  const rows = await tx
    .selectFrom('theme')
    .select(['id', 'organisation_id', 'name', 'effective_on', 'began_on', 'scope'])
    .where('organisation_id', 'in', branches)
    .where('effective_on', '<=', on)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', on)]))
    .execute()
  return new Map(
    rows.map((row) => [
      row.organisation_id,
      {
        theme: row.id,
        branch: row.organisation_id,
        name: row.name,
        since: row.began_on ?? row.effective_on!,
        scope: row.scope as 'party' | 'society',
      },
    ]),
  )
}
