import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { ImportSheet } from './rules/import-lines.ts'
import type { Span } from './rules/structure.ts'
import type { Former } from './rules/taking-back.ts'

export type ImageSheet = ImportSheet | 'units'

/** What an organisation, a person or a unit is now, as it is kept before and after a file changes it. */
export const imageNow: Record<ImageSheet, RawBuilder<unknown>> = {
  organisations: sql`(select jsonb_build_object('name', own.name, 'setUpOn', own.set_up_on, 'dissolvedOn', own.dissolved_on,
      'spans', (select jsonb_agg(jsonb_build_object('id', organisation_id, 'fromOn', from_on, 'untilOn', until_on, 'name', name,
        'shortName', short_name, 'kind', kind, 'parent', parent_id, 'region', region, 'sortNo', sort_no) order by from_on)
        from organisation_span where organisation_id = own.id),
      'ties', coalesce((select jsonb_agg(jsonb_build_object('organisation', organisation_id, 'unit', unit_id, 'fromOn', from_on,
        'untilOn', until_on) order by from_on, unit_id) from organisation_unit where organisation_id = own.id), '[]'))
    from organisation own where own.id = subject.id)`,
  people: sql`(select jsonb_build_object('staffNo', staff_no, 'name', name, 'kind', kind, 'organisation', organisation_id,
      'leftOn', left_on, 'pinyin', pinyin, 'initials', initials) from person own where own.id = subject.id)`,
  units: sql`(select jsonb_build_object('name', name, 'kind', kind, 'parent', parent_id, 'region', region,
      'dissolvedOn', dissolved_on) from unit own where own.id = subject.id)`,
}

type Tx = Pick<Context, 'tx'>

/** What the organisations that a file changed were before: where it differs from what they are now. */
export async function formerOrganisations({ tx }: Tx, id: string): Promise<(Former & { setUpOn: string })[]> {
  const { rows } = await sql<{
    id: string
    image: Omit<Former, 'id'> & { spans: Span[]; setUpOn: string }
  }>`select before.subject_id as id, before.image from import_image before
    join import_image after on after.import_id = before.import_id and after.moment = 'after'
      and after.sheet = before.sheet and after.subject_id = before.subject_id
    where before.import_id = ${id} and before.moment = 'before' and before.sheet = 'organisations'
      and before.image <> after.image order by 1`.execute(tx)
  return rows.map(({ id: organisation, image }) => ({ id: organisation, ...image }))
}

/** The organisations or units that a file made, those below before those above. */
export async function madeBy({ tx }: Tx, id: string, sheet: 'organisations' | 'units'): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select subject_id as id from import_image
    left join organisation on organisation.id = subject_id
    where import_id = ${id} and moment = 'after' and sheet = ${sheet} and made
    order by length(organisation.path) desc, subject_id`.execute(tx)
  return rows.map((row) => row.id)
}

/** The next people that a file made, or changed, after the one whose id is `after`. */
export async function peopleOf(
  { tx }: Tx,
  id: string,
  which: 'made' | 'changed',
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select subject_id as id from import_image
    where import_id = ${id} and moment = 'after' and sheet = 'people' and subject_id > ${after}::uuid
      and made = ${which === 'made'}
    order by subject_id limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}

/** How many organisations, people and units taking a file back would undo, and how many posts and secretaries. */
export async function undoneCounts({ tx, today }: Pick<Context, 'tx' | 'today'>, id: string) {
  const { rows } = await sql<{ sheet: ImageSheet; made: number; changed: number }>`
    select sheet, count(*) filter (where made)::integer as made, count(*) filter (where not made)::integer as changed
    from import_image where import_id = ${id} and moment = 'after' group by sheet`.execute(tx)
  const { rows: posts } = await sql<{ posts: number; secretaries: number }>`select
    (select count(*)::integer from post where import_id = ${id} and refused_by is null
      and (until_on is null or until_on > ${today}::date)) as posts,
    (select count(*)::integer from post where followed_in = ${id}) as secretaries`.execute(tx)
  const of = (sheet: ImageSheet) => rows.find((row) => row.sheet === sheet) ?? { made: 0, changed: 0 }
  const back = (sheet: ImportSheet) => ({ new: of(sheet).made, changed: of(sheet).changed })
  return { organisations: back('organisations'), people: back('people'), units: of('units').made, ...posts[0]! }
}
