import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Encoding } from '#support/spreadsheet/rules/encoding.ts'
import { livingPosts, presentPeople } from './reads-present.ts'
import { type ImportSheet, nameKey, type PersonLine } from './rules/import-lines.ts'
import type { Present } from './rules/import-plan.ts'
import type { ReadRow, TablePlace } from './rules/import-read.ts'

export type RemarkKind = 'problems' | 'warnings'

/** Where the table of a sheet stands in the file. */
export interface ReadTable extends TablePlace {
  of: ImportSheet
}

/** How a text was written, and its first rows. */
export interface TextRead {
  encoding: Encoding
  sample: string[][]
}

type Tx = Pick<Context, 'tx'>

const AT_ONCE = 2000

/** The rows of organisations, in the file's order: those that are right, or those in which a cell is wrong. */
export async function organisationRows({ tx }: Tx, id: string, { broken }: { broken: boolean }): Promise<ReadRow[]> {
  const all: ReadRow[] = []
  for (let last = -1; ; last = all.at(-1)!.row) {
    const rows = await tx
      .selectFrom('import_row')
      .select(['row', 'cells'])
      .where('import_id', '=', id)
      .where('sheet', '=', 'organisations')
      .where('broken', '=', broken)
      .where('first_row', '>', last)
      .orderBy('first_row')
      .limit(AT_ONCE)
      .execute()
    for (const { row, cells } of rows) all.push({ row, values: cells as ReadRow['values'] })
    if (rows.length < AT_ONCE) return all
  }
}

/** Some rows of organisations, by their numbers. */
export async function organisationRowsAt({ tx }: Tx, id: string, numbers: number[]): Promise<ReadRow[]> {
  if (numbers.length === 0) return []
  const rows = await tx
    .selectFrom('import_row')
    .select(['row', 'cells'])
    .where('import_id', '=', id)
    .where('sheet', '=', 'organisations')
    .where('first_row', 'in', numbers)
    .execute()
  return rows.map(({ row, cells }) => ({ row, values: cells as ReadRow['values'] }))
}

/**
 * The next rows of people in which no cell is wrong, all rows of a person together, after those whose first row is `after`:
 * about as many as asked, and more when one person has more. Nothing when there are none left.
 */
export async function personRows(
  { tx }: Tx,
  id: string,
  after: number,
  about: number,
): Promise<{ rows: ReadRow[]; last: number }> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['first_row', 'row', 'cells'])
    .where('import_id', '=', id)
    .where('sheet', '=', 'people')
    .where('broken', '=', false)
    .where('first_row', '>', after)
    .orderBy('first_row')
    .orderBy('row')
    .limit(about + 1)
    .execute()
  const full = rows.length > about
  const cut = full ? rows.at(-1)!.first_row : Number.POSITIVE_INFINITY
  const whole = rows.filter(({ first_row }) => first_row < cut)
  if (full && whole.length === 0) return personRows({ tx }, id, after, about * 8)
  return {
    rows: whole.map(({ row, cells }) => ({ row, values: cells as ReadRow['values'] })),
    last: whole.at(-1)?.first_row ?? after,
  }
}

/** By the key of an organisation's name: the first row that names a secretary of it. */
export async function secretariesNamed({ tx }: Tx, id: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; row: number }>`select secretary_of as key, min(row) as row from import_row
    where import_id = ${id} and secretary_of is not null group by secretary_of`.execute(tx)
  return new Map(rows.map(({ key, row }) => [key, row]))
}

export interface OnRecord {
  /** The id of an organisation on record, by the key of its name. */
  ids: Map<string, string>
}

/** Who on record these rows could speak of, their posts, and the secretaries who would be followed. */
export async function presentFor(
  context: Pick<Context, 'tx' | 'today'>,
  lines: readonly PersonLine[],
  { ids }: OnRecord,
): Promise<Pick<Present, 'people' | 'posts'>> {
  const numbers = new Set<string>()
  const places = { organisations: [] as string[], names: [] as string[] }
  const secretaries = new Set<string>()
  for (const { staffNo, organisation, name, posts, postOrganisation } of lines) {
    if (staffNo !== null) numbers.add(staffNo)
    const id = ids.get(nameKey(organisation))
    if (id) {
      places.organisations.push(id)
      places.names.push(nameKey(name))
    }
    const at = posts.includes('secretary') && ids.get(nameKey(postOrganisation ?? organisation))
    if (at) secretaries.add(at)
  }
  const people = await presentPeople(
    context,
    sql<boolean>`person.id in (
    select id from person where staff_no = any(${[...numbers]}::text[])
    union
    select person.id from person join unnest(${places.organisations}::uuid[], ${places.names}::text[]) as place (organisation, name)
      on person.organisation_id = place.organisation and person.name = place.name
    union
    select id from person where organisation_id = any(${[...new Set(places.organisations)]}::uuid[]) and name ~ '[^一-龥]')`,
  )
  const posts = await livingPosts(
    context,
    sql<boolean>`(person_id = any(${people.map(({ id }) => id)}::uuid[])
      or post = 'secretary' and post.organisation_id = any(${[...secretaries]}::uuid[]))`,
  )
  return { people, posts }
}

/** Of the entries numbered from `from` on, in their order: whom each is about, and whether that one was to be made. */
export async function entrySubjects({ tx }: Tx, id: string, from: number, count: number) {
  const rows = await tx
    .selectFrom('import_entry')
    .select(['subject_id', 'change'])
    .where('import_id', '=', id)
    .where('no', '>=', from)
    .where('no', '<', from + count)
    .orderBy('no')
    .execute()
  return rows.map(({ subject_id, change }) => ({ subject: subject_id!, isNew: change === 'new' }))
}
