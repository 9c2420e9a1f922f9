import { type SqlBool, sql } from 'kysely'
import type { Day, Instant } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { disclosedTo, insideOf } from '#programme/notice/reads-scope.ts'
import { below, pathsOf } from '#programme/theme/reads.ts'
import { concernedPosts } from '#programme/theme/rules/permissions.ts'
import type { StoredPublication } from './store.ts'

export type PublicationRow = StoredPublication & {
  branch_name: string
  region: string | null
  theme_name: string | null
  published_on: Day | null
}

function publications({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('publication')
    .innerJoin('organisation as branch', 'branch.id', 'publication.organisation_id')
    .innerJoin('organisation as within', 'within.id', 'publication.steward_id')
    .leftJoin('theme', 'theme.id', 'publication.theme_id')
    .selectAll('publication')
    .select([
      'branch.path as branch_path',
      'branch.name as branch_name',
      'branch.region as region',
      'within.path as steward_path',
      'theme.name as theme_name',
      sql<Day | null>`publication.published_at::date::text`.as('published_on'),
    ])
}

export async function publicationById(context: Pick<Context, 'tx'>, id: string): Promise<PublicationRow | undefined> {
  return (await publications(context).where('publication.id', '=', id).executeTakeFirst()) as PublicationRow | undefined
}

/** A SQL condition: it goes to this person. To society it goes no farther than the theme of its brand was disclosed. */
function goesTo(context: Context) {
  return sql<SqlBool>`publication.state = 'published' and (${insideOf(context)}
    or (publication.scope = 'society' and ${disclosedTo(context, 'publication_theme.notice_id')}))`
}

/** Whether it is published, and to this person. */
export async function isPublishedTo(context: Context, id: string): Promise<boolean> {
  const row = await published(context).where('publication.id', '=', id).executeTakeFirst()
  return row !== undefined
}

function published(context: Context) {
  return publications(context)
    .innerJoin('theme as publication_theme', 'publication_theme.id', 'publication.theme_id')
    .where(goesTo(context))
}

/** A page of what goes to this person, the latest first. */
export async function publicationsFor(
  context: Context,
  filter: { branch?: string | undefined; kind?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, ['instant', 'id'])
  const rows = (await published(context)
    .$if(filter.branch !== undefined, (query) => query.where('publication.organisation_id', '=', filter.branch!))
    .$if(filter.kind !== undefined, (query) => query.where('publication.kind', '=', filter.kind!))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(published_at, publication.id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy('published_at', 'desc')
    .orderBy('publication.id', 'desc')
    .limit(filter.limit + 1)
    .execute()) as PublicationRow[]
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.published_at!, last.id]) : null }
}

/** The branches whose secretary this person is. */
function ownBranches({ actor }: Context): string[] {
  return actor.posts.filter(({ post }) => post === 'secretary').map(({ organisation }) => organisation)
}

/** The rule `concerns`, in SQL. */
function concerning(context: Context) {
  return sql<SqlBool>`(branch.id = any(${ownBranches(context)}::uuid[])
    or (publication.state not in ('draft', 'dropped') and ${below('branch.path', pathsOf(context, concernedPosts))}))`
}

/** What waits for this person: as secretary, as confidentiality reviewer, or as the office that approves. */
function waiting(context: Context) {
  const me = context.actor.person
  const own = sql`(branch.id = any(${ownBranches(context)}::uuid[]) or publication.drafted_by = ${me}::uuid
    or publication.submitted_by = ${me}::uuid)`
  return sql<SqlBool>`(
    (publication.state in ('draft', 'returned') and branch.id = any(${ownBranches(context)}::uuid[]))
    or (publication.state = 'submitted' and ${below('branch.path', pathsOf(context, ['confidentiality']))} and not ${own})
    or (publication.state = 'checked' and within.path like any(${pathsOf(context, ['office']).map((path) => `${path}%`)}::text[])
      and not ${own} and publication.checked_by <> ${me}::uuid))`
}

export interface PublicityFilter {
  state?: string | undefined
  organisation?: string | undefined
  list?: 'todo' | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the publications this person has to do with; those that changed last come first. */
export async function publicityFor(context: Context, filter: PublicityFilter) {
  const after = decodeCursor(filter.cursor, ['instant', 'id'])
  const rows = (await publications(context)
    .where(concerning(context))
    .$if(filter.list === 'todo', (query) => query.where(waiting(context)))
    .$if(filter.state !== undefined, (query) => query.where('publication.state', '=', filter.state!))
    .$if(filter.organisation !== undefined, (query) => query.where('branch.path', 'like', `%${filter.organisation!}/%`))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(publication.since, publication.id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy('publication.since', 'desc')
    .orderBy('publication.id', 'desc')
    .limit(filter.limit + 1)
    .execute()) as PublicationRow[]
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.since, last.id]) : null }
}

/** How many publications of these themes stand. */
export async function standingOf({ tx }: Context, themes: readonly string[]): Promise<number> {
  const { count } = await tx
    .selectFrom('publication')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('theme_id', 'in', themes)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow()
  return count
}

export interface StepRow {
  step: string
  by: string
  at: Instant
  comment: string
}

/** Every step on its way, the first one first. */
export async function trailOf({ tx }: Pick<Context, 'tx'>, id: string): Promise<StepRow[]> {
  return tx
    .selectFrom('publication_step')
    .innerJoin('person', 'person.id', 'publication_step.person_id')
    .select(['step', 'person.name as by', 'at', 'comment'])
    .where('publication_id', '=', id)
    .orderBy('publication_step.id')
    .execute()
}

/** The names of the people of a branch. */
export async function peopleOf({ tx }: Pick<Context, 'tx'>, branch: string): Promise<string[]> {
  const rows = await tx.selectFrom('person').select('name').where('organisation_id', '=', branch).execute()
  return rows.map(({ name }) => name)
}
