import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { accept } from '#platform/errors.ts'
import { soundOf } from './pinyin.ts'
import type { OrganisationPlan, OrganisationTarget } from './rules/import-organisations.ts'
import type { Plan, Present } from './rules/import-plan.ts'
import { type Ids, structureOf, unitsNamed } from './rules/import-structure.ts'
import { soundWhole, type Whole } from './rules/whole.ts'
import { saveMemberships } from './store-members.ts'
import { partsOf } from './store-rows.ts'
import { loadWhole, writeWhole } from './store-structure.ts'

/** The id and the path of every organisation there is, by name. */
export type Places = Map<string, { id: string; path: string }>

/**
 * Writes planned organisations into the structure of every day; the plan has judged each by the rule of single writes.
 * `idOf` says which id a new one gets.
 */
export async function writeOrganisations(
  context: Context,
  { targets, tree }: Pick<OrganisationPlan, 'targets' | 'tree'>,
  present: Present['organisations'],
  idOf: (target: OrganisationTarget) => string,
): Promise<Places> {
  const before = await loadWhole(context)
  const ids = idsOf(context, { targets, tree, present, idOf }, before)
  const after = structureOf(before, targets, present, ids, context.today)
  accept(soundWhole(after, context.today))
  const differs = targets.filter(({ before: was, setUpOn }) => was?.setUpOn !== setUpOn)
  const setUpOn = new Map(differs.map((each) => [ids.organisations.get(each.name)!, each.setUpOn]))
  await writeWhole(context, before, after, { setUpOn })
  const rows = await context.tx.selectFrom('organisation').select(['id', 'path']).execute()
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  return new Map([...ids.organisations].map(([name, id]) => [name, { id, path: paths.get(id)! }]))
}

/** The id of every organisation and every unit there will be, by name. */
function idsOf(
  { newId }: Context,
  {
    targets,
    tree,
    present,
    idOf,
  }: Pick<OrganisationPlan, 'targets' | 'tree'> & {
    present: Present['organisations']
    idOf: (target: OrganisationTarget) => string
  },
  { units }: Whole,
): Ids {
  const organisations = new Map(present.map(({ name, id }) => [name, id]))
  for (const target of targets) if (target.before === null) organisations.set(target.name, idOf(target))
  const standing = new Map(units.filter(({ untilOn }) => untilOn === null).map(({ name, id }) => [name, id]))
  const known = new Set(standing.keys())
  const wanted = targets.flatMap(({ unit }) => (unit ? unitsNamed(unit, known) : []))
  return {
    organisations: new Map([...tree.values()].map(({ name }) => [name, organisations.get(name)!])),
    units: new Map([...known, ...wanted].map((name) => [name, standing.get(name) ?? newId()])),
  }
}

export type PlannedPerson = Plan['people'][number]

interface Writing {
  /** The id a new person gets. */
  idOf: (person: PlannedPerson) => string
  importId: string | null
  confirmer: string | null
}

/** Writes some planned people and the posts they get: as waiting, or confirmed by `confirmer`. */
export async function writePeople(
  context: Context,
  people: readonly PlannedPerson[],
  places: Places,
  { idOf, importId, confirmer }: Writing,
): Promise<void> {
  for (const part of partsOf(people)) {
    await insertThose(
      context,
      part.filter(({ before }) => before === null).map((person) => columnsOf(person, places, idOf)),
    )
    const changed = part.filter(isChanged)
    await updatePeople(
      context,
      changed.map((person) => columnsOf(person, places, idOf)),
    )
    const moved = changed.filter(isMoved).map(({ before }) => before!.id)
    await saveMemberships(context, moved, context.today)
    await insertPosts(context, part, places, { idOf, importId, confirmer })
    await breathe()
  }
}

function isChanged({ before, ...person }: PlannedPerson): boolean {
  const keys = ['staffNo', 'name', 'kind', 'organisation'] as const
  return before !== null && (before.left || keys.some((key) => before[key] !== person[key]))
}

function isMoved({ before, kind, organisation }: PlannedPerson): boolean {
  return before !== null && (before.left || before.kind !== kind || before.organisation !== organisation)
}

function columnsOf(person: PlannedPerson, places: Places, idOf: (person: PlannedPerson) => string) {
  const { staffNo, name, kind, organisation } = person
  const id = person.before?.id ?? idOf(person)
  return { id, staff_no: staffNo, name, kind, organisation_id: places.get(organisation)!.id, ...soundOf(name, true) }
}

type PersonColumns = ReturnType<typeof columnsOf>

async function insertThose({ tx }: Context, rows: PersonColumns[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into person (id, staff_no, name, kind, organisation_id, pinyin, initials)
    select id, staff_no, name, kind, organisation_id, pinyin, initials
    from jsonb_to_recordset(${json(rows)}) as given (id uuid, staff_no text, name text, kind text,
      organisation_id uuid, pinyin text, initials text)`.execute(tx)
  await sql`insert into membership (person_id, organisation_id, kind) select id, organisation_id, kind
    from jsonb_to_recordset(${json(rows)}) as given (id uuid, kind text, organisation_id uuid)`.execute(tx)
}

/** Whoever had left is back. */
async function updatePeople({ tx }: Context, rows: PersonColumns[]): Promise<void> {
  if (rows.length === 0) return
  await sql`update person set staff_no = given.staff_no, name = given.name, kind = given.kind, left_on = null,
      organisation_id = given.organisation_id, pinyin = given.pinyin, initials = given.initials
    from jsonb_to_recordset(${json(rows)}) as given (id uuid, staff_no text, name text, kind text,
      organisation_id uuid, pinyin text, initials text)
    where person.id = given.id`.execute(tx)
}

async function insertPosts(
  { tx, newId, now, today }: Context,
  people: readonly PlannedPerson[],
  places: Places,
  { idOf, importId, confirmer }: Writing,
): Promise<void> {
  const rows = people.flatMap((person) =>
    person.posts.map(({ post, organisation, fromOn }) => ({
      id: newId(),
      person: person.before?.id ?? idOf(person),
      organisation: places.get(organisation)!.id,
      post,
      from: fromOn ?? today,
    })),
  )
  if (rows.length === 0) return
  await sql`insert into post (id, person_id, organisation_id, post, from_on, import_id, confirmed_by, confirmed_at)
    select id, person, organisation, post, "from", ${importId}, ${confirmer}, ${confirmer === null ? null : now}::timestamptz
    from jsonb_to_recordset(${json(rows)}) as given (id uuid, person uuid, organisation uuid, post text, "from" date)`.execute(
    tx,
  )
}
