import { sql } from 'kysely'
import { administrators } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { PageAsked } from './reads-import.ts'
import type { GrantedPost } from './rules/posts.ts'

/** A secretary who would be followed by somebody who began on the same day or before. */
export async function secretaryFromLater({ tx }: Pick<Context, 'tx'>, id: string) {
  const row = await tx
    .selectFrom('post as given')
    .innerJoin('post as present', 'present.organisation_id', 'given.organisation_id')
    .innerJoin('person', 'person.id', 'present.person_id')
    .select(['person.name', 'present.from_on as day'])
    .where('given.import_id', '=', id)
    .where('given.post', '=', 'secretary')
    .where('given.confirmed_at', 'is', null)
    .where('given.refused_by', 'is', null)
    .where('present.post', '=', 'secretary')
    .where('present.until_on', 'is', null)
    .where('present.confirmed_at', 'is not', null)
    .whereRef('present.from_on', '>=', 'given.from_on')
    .orderBy('present.id')
    .executeTakeFirst()
  return row
}

/** Who waits to become an administrator by this file. */
export async function administratorsWaiting({ tx }: Pick<Context, 'tx'>, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('post')
    .select('person_id')
    .distinct()
    .where('import_id', '=', id)
    .where('post', 'in', [...administrators])
    .where('confirmed_at', 'is', null)
    .where('refused_by', 'is', null)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

export interface ImportedPost {
  id: string
  personId: string
  person: string
  staffNo: string | null
  post: GrantedPost
  organisation: string
  fromOn: Day
  state: 'waiting' | 'confirmed' | 'refused'
  /** Who holds the first post there now and is followed when this one is confirmed. */
  replaces: { name: string; fromOn: Day } | null
}

/** A page of the posts that a file gives, by organisation. */
export async function importedPosts({ tx }: Context, id: string, { cursor, limit }: PageAsked) {
  const after = decodeCursor(cursor, ['number', 'id'])
  const rows = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .leftJoin('post as present', (join) =>
      join
        .onRef('present.organisation_id', '=', 'post.organisation_id')
        .on('present.post', '=', 'secretary')
        .on('present.until_on', 'is', null)
        .on('present.confirmed_at', 'is not', null)
        .onRef('present.id', '<>', 'post.id')
        .on((on) =>
          on.and([
            on('post.post', '=', 'secretary'),
            on('post.confirmed_at', 'is', null),
            on('post.refused_by', 'is', null),
          ]),
        ),
    )
    .leftJoin('person as holder', 'holder.id', 'present.person_id')
    .select(['post.id', 'post.person_id', 'person.name as person', 'person.staff_no', 'post.post', 'post.from_on'])
    .select(['organisation.name as organisation', 'organisation.sort_no', 'post.confirmed_at', 'post.refused_by'])
    .select(['holder.name as holder', 'present.from_on as since'])
    .where('post.import_id', '=', id)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(organisation.sort_no, post.id) > (${Number(after?.[0])}, ${after?.[1]}::uuid)`),
    )
    .orderBy('organisation.sort_no')
    .orderBy('post.id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const found: ImportedPost[] = shown.map((row) => ({
    id: row.id,
    personId: row.person_id,
    person: row.person,
    staffNo: row.staff_no,
    post: row.post as GrantedPost,
    organisation: row.organisation,
    fromOn: row.from_on,
    state: row.refused_by !== null ? 'refused' : row.confirmed_at !== null ? 'confirmed' : 'waiting',
    replaces: row.holder && row.since ? { name: row.holder, fromOn: row.since } : null,
  }))
  return { rows: found, next: rows.length > limit && last ? encodeCursor([last.sort_no, last.id]) : null }
}
