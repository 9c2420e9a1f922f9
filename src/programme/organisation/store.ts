import { sql } from 'kysely'
import type { Post } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { soundOf } from './pinyin.ts'

export interface NewOrganisation {
  kind: 'committee' | 'party-group' | 'general-branch' | 'branch'
  name: string
  shortName: string
  parent: { id: string; path: string } | null
  sortNo: number
  region: string | null
  unitId: string | null
  setUpOn: Day
}

export async function insertOrganisation(
  context: Context,
  row: NewOrganisation,
): Promise<{ id: string; path: string }> {
  const id = context.newId()
  const path = `${row.parent?.path ?? ''}${id}/`
  await context.tx
    .insertInto('organisation')
    .values({
      id,
      path,
      kind: row.kind,
      name: row.name,
      short_name: row.shortName,
      parent_id: row.parent?.id ?? null,
      sort_no: row.sortNo,
      region: row.region,
      unit_id: row.unitId,
      set_up_on: row.setUpOn,
      ...soundOf(row.name),
    })
    .execute()
  await insertFirstSpan(context, id, row)
  return { id, path }
}

/** Known from the day it was set up, but not before the one above it was there. */
async function insertFirstSpan({ tx }: Context, id: string, row: NewOrganisation): Promise<void> {
  const above = sql<string>`(select min(from_on) from organisation_span where organisation_id = ${row.parent?.id ?? null}::uuid)`
  await tx
    .insertInto('organisation_span')
    .values({
      organisation_id: id,
      from_on: sql<string>`greatest(${row.setUpOn}::date, ${above})`,
      name: row.name,
      short_name: row.shortName,
      kind: row.kind,
      parent_id: row.parent?.id ?? null,
      region: row.region,
      sort_no: row.sortNo,
    })
    .execute()
}

export async function insertPerson(
  context: Context,
  row: { staffNo: string | null; name: string; kind: 'member' | 'staff'; organisation: string },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('person')
    .values({
      id,
      staff_no: row.staffNo,
      name: row.name,
      kind: row.kind,
      organisation_id: row.organisation,
      ...soundOf(row.name, true),
    })
    .execute()
  await context.tx
    .insertInto('membership')
    .values({ person_id: id, organisation_id: row.organisation, kind: row.kind })
    .execute()
  return id
}

/** A post that is in force at once (`confirmed`), or waits for the security administrator. */
export async function insertPost(
  context: Context,
  row: {
    person: string
    organisation: string
    post: Post
    fromOn: Day
    importId: string | null
    confirmedBy: string | null
  },
): Promise<void> {
  await context.tx
    .insertInto('post')
    .values({
      id: context.newId(),
      person_id: row.person,
      organisation_id: row.organisation,
      post: row.post,
      from_on: row.fromOn,
      import_id: row.importId,
      confirmed_by: row.confirmedBy,
      confirmed_at: row.confirmedBy ? context.now : null,
    })
    .execute()
}
