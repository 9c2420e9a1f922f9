import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Post } from '#basics/actor.ts'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { withinReach } from './reads.ts'
import { seePeople } from './rules/people.ts'

export interface PersonRow {
  id: string
  name: string
  staff_no: string | null
  kind: 'member' | 'staff'
  organisation: string
  organisation_name: string
  path: string
}

function people({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select([
      'person.id',
      'person.name',
      'person.staff_no',
      'person.kind',
      'organisation.id as organisation',
      'organisation.name as organisation_name',
      'organisation.path',
    ])
}

/** A SQL condition: the organisation is within reach by one of the posts. */
export const reachable = (context: Context, posts: readonly Post[]) => withinReach(context.actor, posts)

export async function personById(context: Pick<Context, 'tx'>, id: string): Promise<PersonRow | undefined> {
  return (await people(context).where('person.id', '=', id).executeTakeFirst()) as PersonRow | undefined
}

/** Themself, or somebody of an organisation one is responsible for. */
export async function personWithinReach(context: Context, id: string): Promise<boolean> {
  if (context.actor.person === id) return true
  const row = await people(context).where('person.id', '=', id).where(reachable(context, seePeople)).executeTakeFirst()
  return row !== undefined
}

export interface PeopleFilter {
  organisation?: string | undefined
  search?: string | undefined
  account?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the people within reach who have not left, by the order of the structure and then by pinyin. */
export async function peopleWithinReach(context: Context, filter: PeopleFilter) {
  const after = decodeCursor(filter.cursor, ['number', 'id', 'text', 'id'])
  const rows = await people(context)
    .select(['organisation.sort_no', 'person.pinyin'])
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>', context.today)]))
    .where(reachable(context, seePeople))
    .$if(filter.organisation !== undefined, (query) => query.where(below(filter.organisation!)))
    .$if(filter.account !== undefined, (query) => query.where(accountIs(filter.account!)))
    .$if(filter.search !== undefined, (query) => query.where(named(filter.search!)))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(organisation.sort_no, organisation.id, person.pinyin, person.id) > (${Number(after![0])}, ${after![1]}::uuid, ${after![2]}, ${after![3]}::uuid)`,
      ),
    )
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .orderBy('person.pinyin')
    .orderBy('person.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  const next =
    rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.organisation, last.pinyin, last.id]) : null
  return { rows: shown as PersonRow[], next }
}

/** A SQL condition: at that organisation or below it. */
export function below(organisation: string) {
  return sql<boolean>`organisation.path like (select path || '%' from organisation top where top.id = ${organisation}::uuid)`
}

function accountIs(state: string) {
  const found = (condition: RawBuilder<unknown>) =>
    sql<boolean>`exists (select from account where account.person_id = person.id and ${condition})`
  if (state === 'disabled') return found(sql`disabled_at is not null`)
  if (state === 'active') return found(sql`disabled_at is null and password_hash is not null`)
  if (state === 'invited') return found(sql`disabled_at is null and password_hash is null`)
  return sql<boolean>`not exists (select from account where account.person_id = person.id)`
}

/**
 * A SQL condition: the person's name or number holds the text, or their pinyin or initials do. The ids first, by the indexes
 * of two and three signs; what is shorter is looked for page by page.
 */
export function named(search: string): RawBuilder<SqlBool> {
  const like = containing(search)
  const signs = search.replace(/\s/g, '').length
  const letters = search.toLowerCase().replace(/[^a-z0-9]/g, '')
  const sound = letters && letters.length === search.length ? `%${letters}%` : null
  const words = sql`(person.name like ${like} or person.staff_no like ${like})`
  if (signs < 2 || (sound !== null && signs < 3))
    return sql`(${words} or person.initials like ${sound} or person.pinyin like ${sound})`
  return sql`person.id in (
    select id from person where bigrams(person_words(name, staff_no)) @> bigrams(${search}::text) and ${words}
    union all select id from person where bigrams(initials) @> bigrams(${sound && letters}::text) and initials like ${sound}
    union all select id from person where trigrams(pinyin) @> trigrams(${sound && letters}::text) and pinyin like ${sound})`
}

/** Everybody of the organisation and those below who has not left and whose account is not in use. */
export async function peopleWithoutAccount(context: Context, path: string): Promise<PersonRow[]> {
  return (await people(context)
    .where('organisation.path', 'like', `${path}%`)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>', context.today)]))
    .where(
      sql<boolean>`not exists (select from account where account.person_id = person.id and (password_hash is not null or disabled_at is not null))`,
    )
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .orderBy('person.pinyin')
    .orderBy('person.id')
    .execute()) as PersonRow[]
}
