import { sql } from 'kysely'
import type { Instant } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { type Counts, findingKeys } from './rules/near-keys.ts'
import { searches } from './rules/near-search.ts'
import {
  markName,
  markShared,
  NEAR_PERCENT,
  nearnessTo,
  type Piece,
  percent,
  SHOWN_PERCENT,
  type Words,
} from './rules/nearness.ts'

export interface Near {
  theme: string
  branchId: string
  branch: string
  percent: number
  near: boolean
  underWay: boolean
  name: Piece[]
  meaning: Piece[] | null
}

export interface Compared {
  other: string
  percent: number
}

type Reading = Pick<Context, 'tx'>

const SHOWN = 5
/** Kept beside a theme: some of them may end while it goes on. */
const KEPT = 12

/** The states in which a theme is shown beside another: being reviewed, on notice, or in force. */
const comparable = sql`('submitted', 'passed', 'checked', 'noticed', 'in-force')`

/** The key that stands for all themes. */
const ALL = ''

/** How common the keys of these words are. */
export async function countsFor({ tx }: Reading, words: Words): Promise<Counts> {
  const rows = await tx
    .selectFrom('theme_key')
    .select(['key', 'themes'])
    .where('key', 'in', [ALL, ...findingKeys(words)])
    .execute()
  const of = new Map(rows.map(({ key, themes }) => [key, themes]))
  return { themes: of.get(ALL) ?? 0, of }
}

export interface Found extends Words {
  id: string
  organisation_id: string
}

/** Themes of other branches that share rare keys, or several; the index finds few of however many there are. */
async function candidates({ tx }: Reading, words: Words, counts: Counts, branch: string): Promise<Found[]> {
  const looks = searches(words, counts).map(({ has, keys, enough }) => {
    const condition = has === 'any' ? sql`keys && ${keys}::text[]` : sql`keys @> ${keys}::text[]`
    return sql`(select id, organisation_id, name, meaning from theme
      where ${condition} and state in ${comparable} limit ${enough})`
  })
  if (looks.length === 0) return []
  const { rows } = await sql<Found>`${sql.join(looks, sql` union `)}`.execute(tx)
  return rows.filter(({ organisation_id }) => organisation_id !== branch)
}

/** The nearest themes of other branches that are being reviewed, on notice or in force, the nearest first. */
export async function compareWith(context: Reading, words: Words, branch: string): Promise<Compared[]> {
  const counts = await countsFor(context, words)
  const nearnessOf = nearnessTo(words, counts)
  return (await candidates(context, words, counts, branch))
    .map((row) => ({ other: row.id, percent: percent(nearnessOf(row)) }))
    .filter((each) => each.percent >= SHOWN_PERCENT)
    .sort((a, b) => b.percent - a.percent || (a.other < b.other ? -1 : 1))
    .slice(0, KEPT)
}

/** The same, to be shown beside words that are not a theme yet. */
export async function nearestTo(context: Reading, words: Words, branch: string): Promise<Near[]> {
  const compared = await compareWith(context, words, branch)
  if (compared.length === 0) return []
  const { rows } = await sql<Shown>`select ${shown} from unnest(${compared.map(({ other }) => other)}::uuid[],
      ${compared.map((each) => each.percent)}::integer[]) as near (other_id, percent)
    join theme on theme.id = near.other_id join organisation on organisation.id = theme.organisation_id
    order by near.percent desc, theme.id limit ${SHOWN}`.execute(context.tx)
  return rows.map((row) => nearFrom(row, words))
}

interface Shown extends Found {
  state: string
  branch: string
  percent: number
}

const shown = sql`theme.id, theme.organisation_id, theme.name, theme.meaning, theme.state, organisation.name as branch,
  near.percent`

/** What was found beside a theme when its words, or those of the other, were last written or handed in. */
export async function nearestOf({ tx }: Reading, theme: Words & { id: string; branch: string }): Promise<Near[]> {
  const { rows } = await sql<Shown>`select ${shown} from theme_near near
    join theme on theme.id = near.other_id join organisation on organisation.id = theme.organisation_id
    where near.theme_id = ${theme.id}::uuid and theme.state in ${comparable}
      and theme.organisation_id <> ${theme.branch}::uuid
    order by near.percent desc, near.other_id limit ${SHOWN}`.execute(tx)
  return rows.map((row) => nearFrom(row, theme))
}

/** Of those that were not disclosed yet the name alone is shown. */
function nearFrom(row: Shown, words: Words): Near {
  return {
    theme: row.id,
    branchId: row.organisation_id,
    branch: row.branch,
    percent: row.percent,
    near: row.percent >= NEAR_PERCENT,
    underWay: row.state !== 'in-force',
    name: markName(row.name, words.name),
    meaning: ['noticed', 'in-force'].includes(row.state) ? markShared(row.meaning, words.meaning) : null,
  }
}

/** How many themes are near to each of these, and the name of the nearest. */
export async function nearCounts(
  { tx }: Reading,
  themes: readonly string[],
): Promise<Map<string, { themes: number; nearest: string }>> {
  if (themes.length === 0) return new Map()
  const { rows } = await sql<{ theme_id: string; themes: number; nearest: string }>`
    select near.theme_id, count(*)::integer as themes,
      (array_agg(theme.name order by near.percent desc, near.other_id))[1] as nearest
    from theme_near near join theme on theme.id = near.other_id join theme own on own.id = near.theme_id
    where near.theme_id = any(${themes}::uuid[]) and near.percent >= ${NEAR_PERCENT} and theme.state in ${comparable}
      and theme.organisation_id <> own.organisation_id
    group by near.theme_id`.execute(tx)
  return new Map(rows.map(({ theme_id, ...near }) => [theme_id, near]))
}

/** A theme that is near, to be told to the branch of the other one. */
export interface Untold {
  theme: string
  other: string
  /** Whose the other one is. */
  branch: string
  percent: number
}

/** Of these themes the near ones of other branches, where no side was told of the other yet. */
export async function untoldPairs({ tx }: Reading, themes: readonly string[]): Promise<Untold[]> {
  if (themes.length === 0) return []
  const told = (about: string, by: string) => sql<boolean>`exists (select from history line
    where line.subject_kind = 'theme' and line.subject_id = ${sql.ref(about)}::text and line.action = 'theme.near'
      and line.detail ->> 'other' = ${sql.ref(by)}::text)`
  const { rows } = await sql<Untold>`
    select near.theme_id as theme, near.other_id as other, other.organisation_id as branch, near.percent
    from theme_near near join theme own on own.id = near.theme_id join theme other on other.id = near.other_id
    where near.theme_id = any(${themes}::uuid[]) and near.percent >= ${NEAR_PERCENT} and other.state in ${comparable}
      and other.organisation_id <> own.organisation_id
      and not ${told('near.other_id', 'near.theme_id')} and not ${told('near.theme_id', 'near.other_id')}
    order by near.theme_id, near.percent desc, near.other_id`.execute(tx)
  return rows
}

/** Themes from before there were keys. */
export async function themesWithoutKeys({ tx }: Reading, limit: number): Promise<Found[]> {
  return tx
    .selectFrom('theme')
    .select(['id', 'organisation_id', 'name', 'meaning'])
    .where('keys', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Themes that were handed in since a moment and are still under review; since null all that are shown beside others. */
export async function themesHandedInSince({ tx }: Reading, since: Instant | null, limit: number): Promise<Found[]> {
  return tx
    .selectFrom('theme')
    .select(['id', 'organisation_id', 'name', 'meaning'])
    .$if(since !== null, (query) => query.where('state', '=', 'submitted').where('since', '>=', since!))
    .$if(since === null, (query) => query.where(sql<boolean>`state in ${comparable}`))
    .orderBy('since')
    .limit(limit)
    .execute()
}
