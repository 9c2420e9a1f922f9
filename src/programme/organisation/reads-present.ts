import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import type { OrganisationKind } from './rules/import-lines.ts'
import type { FormerName } from './rules/import-organisations.ts'
import type { Present } from './rules/import-plan.ts'
import type { GrantedPost } from './rules/posts.ts'

/** The names of the units an organisation is tied to on a day, as one text; null where there are none. */
function unitsOn(day: Day) {
  return sql<
    string | null
  >`(select string_agg(unit.name, '、' order by unit.sort_no, unit.name) from organisation_unit tie
    join unit on unit.id = tie.unit_id where tie.organisation_id = organisation.id and tie.from_on <= ${day}::date
    and (tie.until_on is null or tie.until_on > ${day}::date))`
}

type When = Pick<Context, 'tx' | 'today'>

/** Everything on record that a file can touch: organisations in their order, people, posts that are held or wait. */
export async function presentState(context: When): Promise<Present> {
  return {
    organisations: await presentOrganisations(context),
    people: await presentPeople(context),
    posts: await livingPosts(context),
    formerNames: await formerNames(context),
  }
}

/** What organisations that stand were called before, where nothing that stands is called so now. */
export async function formerNames({ tx }: When): Promise<FormerName[]> {
  return tx
    .selectFrom('organisation_span as span')
    .innerJoin('organisation', 'organisation.id', 'span.organisation_id')
    .select(['span.name', 'organisation.name as now', sql<Day>`max(span.until_on)`.as('untilOn')])
    .where('dissolved_on', 'is', null)
    .whereRef('span.name', '<>', 'organisation.name')
    .groupBy(['span.name', 'organisation.name'])
    .execute()
}

export async function presentOrganisations({ tx, today }: When): Promise<Present['organisations']> {
  const rows = await tx
    .selectFrom('organisation')
    .leftJoin('organisation as parent', 'parent.id', 'organisation.parent_id')
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.short_name as shortName',
      'organisation.kind',
      'parent.name as parent',
      'organisation.region',
      unitsOn(today).as('unit'),
      'organisation.sort_no as sortNo',
      'organisation.set_up_on as setUpOn',
      'organisation.dissolved_on as dissolvedOn',
    ])
    // one that stands comes after a dissolved one of its name, and so is the one that a file means
    .orderBy(sql`organisation.dissolved_on is null`)
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .execute()
  return rows.map(({ dissolvedOn, kind, ...each }) => ({
    ...each,
    kind: kind as OrganisationKind,
    dissolved: dissolvedOn !== null && dissolvedOn <= today,
  }))
}

export async function presentPeople(context: When, those: RawBuilder<boolean> = sql`true`): Promise<Present['people']> {
  return (await people(context, those).execute()).map((row) => toPerson(row, context.today))
}

const PEOPLE_AT_ONCE = 1000

/** Everybody who is here, many at a time, in the same order: the database keeps the list, and no more of it is asked for. */
export async function* everybody(context: When): AsyncGenerator<Present['people']> {
  const { tx, today } = context
  const here = people(context, sql<boolean>`(left_on is null or left_on > ${today}::date)`)
  await sql`declare everybody no scroll cursor for ${here}`.execute(tx)
  for (;;) {
    const { rows } = await sql<PersonRow>`fetch ${sql.lit(PEOPLE_AT_ONCE)} from everybody`.execute(tx)
    if (rows.length > 0) yield rows.map((row) => toPerson(row, today))
    if (rows.length < PEOPLE_AT_ONCE) break
  }
  await sql`close everybody`.execute(tx)
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

function toPerson({ leftOn, kind, ...each }: PersonRow, today: Day): Present['people'][number] {
  return { ...each, kind: kind as 'member' | 'staff', left: leftOn !== null && leftOn <= today }
}

function people({ tx }: When, those: RawBuilder<boolean>) {
  return tx
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.id', 'staff_no as staffNo', 'person.name', 'person.kind', 'organisation.name as organisation'])
    .select(['left_on as leftOn'])
    .where(those)
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .orderBy('staff_no')
    .orderBy('person.id')
}

export function postsOfPeople(ids: readonly string[]): RawBuilder<boolean> {
  return sql`person_id = any(${[...ids]}::uuid[])`
}

export async function livingPosts(
  { tx, today }: When,
  those: RawBuilder<boolean> = sql`true`,
): Promise<Present['posts']> {
  const rows = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person_id as person', 'person.name as personName', 'post', 'organisation.name as organisation'])
    .select(['from_on as fromOn', 'until_on as untilOn', 'confirmed_at'])
    .where('refused_by', 'is', null)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', today)]))
    .where(those)
    .orderBy('from_on')
    .orderBy('post.id')
    .execute()
  return rows.map(({ post, confirmed_at, ...each }) => ({
    ...each,
    post: post as GrantedPost,
    confirmed: confirmed_at !== null,
  }))
}
