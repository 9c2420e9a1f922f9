import { type RawBuilder, sql } from 'kysely'
import { administrators } from '#basics/actor.ts'
import type { Context } from '#platform/context.ts'
import { accountStates } from '#support/account/reads.ts'
import { type ImageSheet, imageNow } from './reads-import-images.ts'
import type { Hindrance, InTheWay } from './rules/taking-back.ts'

/** More than anybody reads; that there is more is said. */
export const MOST_HINDRANCES = 100

type Asking = Pick<Context, 'tx' | 'today' | 'actor'>

/** All that stands in the way of taking a file back, up to one more than is shown. */
export async function hindrancesOf(context: Asking, id: string): Promise<InTheWay[]> {
  const found: InTheWay[] = []
  for (const look of [usedElsewhere, changedLater, accountsUsed, acted, postsHeld, formerGone, numbersTaken]) {
    found.push(...(await look(context, id)))
    if (found.length > MOST_HINDRANCES) break
  }
  return found.slice(0, MOST_HINDRANCES + 1)
}

const tables: Record<ImageSheet, string> = { organisations: 'organisation', people: 'person', units: 'unit' }

/** What goes together with what a file made, or is looked at by itself: it stands in nobody's way. */
const own: Record<string, (id: string) => RawBuilder<boolean>> = {
  organisation: (id) => sql`not ${touchedBy(id, 'organisations', sql`used.id`)}`,
  organisation_span: (id) => sql`not ${touchedBy(id, 'organisations', sql`used.organisation_id`)}`,
  organisation_unit: (id) => sql`not ${touchedBy(id, 'organisations', sql`used.organisation_id`)}`,
  unit: (id) => sql`not ${touchedBy(id, 'units', sql`used.id`)}`,
  unit_span: (id) => sql`not ${touchedBy(id, 'units', sql`used.unit_id`)}`,
  person: (id) => sql`not ${touchedBy(id, 'people', sql`used.id`)}`,
  membership: (id) => sql`not ${touchedBy(id, 'people', sql`used.person_id`)}`,
  post: (id) => sql`used.import_id is distinct from ${id}`,
}

// `offset 0` keeps the look-up one by the whole key: before the images are counted, the planner takes them for a single
// row and goes through all of them again and again.
function touchedBy(id: string, sheet: ImageSheet, subject: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from import_image where import_id = ${id} and moment = 'after' and sheet = ${sheet}
    and subject_id = ${subject} offset 0)`
}

/**
 * Whatever names something that the file made, whichever capability it belongs to: by the foreign keys, as the database
 * knows them, so that nothing is forgotten when a capability is added.
 */
async function usedElsewhere({ tx }: Asking, id: string): Promise<InTheWay[]> {
  const { rows: keys } = await sql<{ sheet: ImageSheet; where: string; column: string }>`
    select case key.confrelid when 'organisation'::regclass then 'organisations' when 'person'::regclass then 'people'
      else 'units' end as sheet, used.relname as where, by.attname as column
    from pg_constraint key join pg_class used on used.oid = key.conrelid
    join pg_attribute by on by.attrelid = key.conrelid and by.attnum = key.conkey[1]
    where key.contype = 'f' and key.confrelid in ('organisation'::regclass, 'person'::regclass, 'unit'::regclass)
      and array_length(key.conkey, 1) = 1 order by 1, 2, 3`.execute(tx)
  const found: InTheWay[] = []
  for (const { sheet, where, column } of keys) {
    const by = sql.ref(`used.${column}`)
    const foreign = own[where]?.(id) ?? sql`true`
    const { rows } = await sql<{ subject: string; name: string; count: number }>`
      select named.subject, made.name, named.count
      from (select ${by} as subject, count(*)::integer as count from ${sql.table(where)} used
        where ${by} is not null and ${foreign} group by 1) named
      cross join lateral (select image ->> 'name' as name from import_image where import_id = ${id} and moment = 'after'
        and sheet = ${sheet} and subject_id = named.subject and made offset 0) made
      order by 2, 1 limit ${MOST_HINDRANCES + 1}`.execute(tx)
    found.push(...rows.map((row) => ({ ...row, because: 'in-use' as const, sheet, where })))
    if (found.length > MOST_HINDRANCES) break
  }
  return found
}

/** What is otherwise than the file left it: by an act, or by a later file. */
async function changedLater({ tx }: Asking, id: string): Promise<InTheWay[]> {
  const found: InTheWay[] = []
  for (const sheet of ['organisations', 'people', 'units'] as const) {
    const { rows } = await sql<{ subject: string; name: string }>`
      select kept.subject_id as subject, coalesce(named.name, kept.image ->> 'name') as name from import_image kept
      cross join lateral (select kept.subject_id as id) subject
      left join ${sql.table(tables[sheet])} named on named.id = kept.subject_id
      where kept.import_id = ${id} and kept.moment = 'after' and kept.sheet = ${sheet}
        and kept.image is distinct from ${imageNow[sheet]}
      order by 2, 1 limit ${MOST_HINDRANCES + 1}`.execute(tx)
    found.push(...rows.map((row) => inTheWay('changed-later', sheet, row)))
  }
  return found
}

/** Whom the file brought and who has signed in, or was kept from it; a code that nobody used is void. */
async function accountsUsed({ tx }: Asking, id: string): Promise<InTheWay[]> {
  const { rows } = await sql<{ subject: string; name: string }>`
    select made.subject_id as subject, person.name from import_image made join person on person.id = made.subject_id
    join account on account.person_id = made.subject_id
    where made.import_id = ${id} and made.moment = 'after' and made.sheet = 'people' and made.made order by 2, 1`.execute(
    tx,
  )
  const states = await accountStates(
    { tx },
    rows.map(({ subject }) => subject),
  )
  const used = rows.filter(({ subject }) => states.get(subject) !== 'invited')
  return used.slice(0, MOST_HINDRANCES + 1).map((row) => inTheWay('account-used', 'people', row))
}

/** Whoever was here before, was given a post and has done something since in that organisation or below it. */
async function acted({ tx }: Asking, id: string): Promise<InTheWay[]> {
  const { rows } = await sql<{ subject: string; name: string; count: number }>`
    select person.id as subject, person.name, count(distinct line.id)::integer as count
    from post join person on person.id = post.person_id join organisation at on at.id = post.organisation_id
    join history line on line.person_id = post.person_id and line.at >= post.confirmed_at
    join organisation about on about.id = line.organisation_id and about.path like at.path || '%'
    where post.import_id = ${id} and post.confirmed_at is not null
    group by 1, 2 order by 2, 1 limit ${MOST_HINDRANCES + 1}`.execute(tx)
  return rows.map((row) => ({ ...row, because: 'acted', sheet: 'people', where: 'history' }))
}

/** Administrators are ended by whoever keeps their accounts; and nobody ends a post of their own. */
async function postsHeld({ tx, today, actor }: Asking, id: string): Promise<InTheWay[]> {
  const { rows } = await sql<{ subject: string; name: string }>`
    select distinct person.id as subject, person.name from post join person on person.id = post.person_id
    where post.import_id = ${id} and post.confirmed_at is not null and (post.until_on is null or post.until_on > ${today}::date)
      and (post.post = any(${[...administrators]}::text[]) or post.person_id = ${actor.person}::uuid)
    order by 2, 1 limit ${MOST_HINDRANCES + 1}`.execute(tx)
  return rows.map((row) => inTheWay(row.subject === actor.person ? 'own-post' : 'administrator', 'people', row))
}

/** The organisation somebody came from has ended since. */
async function formerGone({ tx, today }: Asking, id: string): Promise<InTheWay[]> {
  const { rows } = await sql<{ subject: string; name: string }>`
    select before.subject_id as subject, before.image ->> 'name' as name from import_image before
    left join organisation at on at.id = (before.image ->> 'organisation')::uuid
    where before.import_id = ${id} and before.moment = 'before' and before.sheet = 'people'
      and (at.id is null or at.dissolved_on <= ${today}::date)
    order by 2, 1 limit ${MOST_HINDRANCES + 1}`.execute(tx)
  return rows.map((row) => inTheWay('former-gone', 'people', row))
}

async function numbersTaken({ tx }: Asking, id: string): Promise<InTheWay[]> {
  const { rows } = await sql<{ subject: string; name: string }>`
    select before.subject_id as subject, before.image ->> 'name' as name from import_image before
    join person other on other.staff_no = before.image ->> 'staffNo' and other.id <> before.subject_id
    where before.import_id = ${id} and before.moment = 'before' and before.sheet = 'people'
      and not ${touchedBy(id, 'people', sql`other.id`)}
    order by 2, 1 limit ${MOST_HINDRANCES + 1}`.execute(tx)
  return rows.map((row) => inTheWay('number-taken', 'people', row))
}

function inTheWay(because: Hindrance, sheet: ImageSheet, row: { subject: string; name: string }): InTheWay {
  return { because, sheet, ...row, where: null, count: 1 }
}
