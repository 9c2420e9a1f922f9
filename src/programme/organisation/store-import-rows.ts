import type { Context } from '#platform/context.ts'
import { soundOf } from './pinyin.ts'
import type { Plan, Present } from './rules/import-plan.ts'

/** Rows in one statement: far below the 65,535 parameters that PostgreSQL takes. */
const ROWS = 1000

/** What organisations and people have got: ids and paths by name, ids by staff number. */
export interface Written {
  organisations: Map<string, { id: string; path: string }>
  people: Map<string, string>
}

/**
 * Writes a plan without problems: organisations and people at once, the posts as waiting, or confirmed by somebody who is
 * known by number in the plan. Many rows in few statements; the plan has judged each by the rule of single writes.
 */
export async function writePlan(
  context: Context,
  plan: Plan,
  present: Present,
  { importId, confirmedBy = null }: { importId: string | null; confirmedBy?: string | null },
): Promise<Written> {
  const organisations = await writeOrganisations(context, plan, present)
  const ids = await writePeople(context, plan, organisations)
  const people = new Map(plan.people.flatMap((each) => (each.staffNo ? [[each.staffNo, ids.get(each)!]] : [])))
  const confirmer = confirmedBy === null ? null : people.get(confirmedBy)
  if (confirmer === undefined) throw new Error(`nobody in these rows has the number ${confirmedBy}`)
  const posts = plan.people.flatMap((person) =>
    person.posts.map(({ post, organisation, fromOn }) => ({
      id: context.newId(),
      person_id: ids.get(person)!,
      organisation_id: organisations.get(organisation)!.id,
      post,
      from_on: fromOn ?? context.today,
      import_id: importId,
      confirmed_by: confirmer,
      confirmed_at: confirmer && context.now,
    })),
  )
  for (const part of partsOf(posts)) await context.tx.insertInto('post').values(part).execute()
  return { organisations, people }
}

async function writeOrganisations(context: Context, plan: Plan, present: Present): Promise<Written['organisations']> {
  const { tx } = context
  const places = placesOf(context, plan, present)
  const units = await writeUnits(context, plan)
  const rows = plan.organisations.map((target) => ({
    ...places.get(target.name)!,
    before: target.before,
    columns: {
      kind: target.kind,
      short_name: target.shortName,
      parent_id: target.parent === null ? null : places.get(target.parent)!.id,
      sort_no: target.sortNo,
      region: target.region,
      unit_id: target.unit === null ? null : units.get(target.unit)!,
      set_up_on: target.setUpOn,
    },
    name: target.name,
    same: target.before !== null && isSame(target, target.before),
  }))
  // Those above come first, for each row names the one above it.
  const fresh = rows.filter(({ before }) => before === null).sort((one, other) => one.path.length - other.path.length)
  const inserts = fresh.map(({ id, path, name, columns }) => ({ id, path, name, ...columns, ...soundOf(name) }))
  for (const part of partsOf(inserts)) await tx.insertInto('organisation').values(part).execute()
  for (const { id, columns, before, same } of rows)
    if (before && !same) await tx.updateTable('organisation').set(columns).where('id', '=', id).execute()
  await movePaths(context, places)
  return places
}

function isSame(target: Plan['organisations'][number], before: Present['organisations'][number]): boolean {
  const keys = ['kind', 'shortName', 'parent', 'sortNo', 'region', 'unit', 'setUpOn'] as const
  return keys.every((key) => target[key] === before[key])
}

/** The id and the path of every organisation there will be. */
function placesOf(context: Context, { tree }: Plan, present: Present): Written['organisations'] {
  const ids = new Map(present.organisations.map(({ name, id }) => [name, id]))
  const parents = new Map([...tree.values()].map(({ name, parent }) => [name, parent]))
  const places: Written['organisations'] = new Map()
  const place = (name: string): { id: string; path: string } => {
    const known = places.get(name)
    if (known) return known
    const parent = parents.get(name) ?? null
    const id = ids.get(name) ?? context.newId()
    const found = { id, path: `${parent === null ? '' : place(parent).path}${id}/` }
    places.set(name, found)
    return found
  }
  for (const name of parents.keys()) place(name)
  return places
}

async function movePaths({ tx }: Context, places: Written['organisations']): Promise<void> {
  const rows = await tx.selectFrom('organisation').select(['id', 'path']).execute()
  const paths = new Map([...places.values()].map(({ id, path }) => [id, path]))
  for (const { id, path } of rows) {
    const moved = paths.get(id)
    if (moved !== undefined && moved !== path)
      await tx.updateTable('organisation').set({ path: moved }).where('id', '=', id).execute()
  }
}

async function writeUnits({ tx, newId }: Context, plan: Plan): Promise<Map<string, string>> {
  const named = [...new Set(plan.organisations.flatMap(({ unit }) => (unit === null ? [] : [unit])))]
  const rows = await tx.selectFrom('unit').select(['id', 'name', 'sort_no']).execute()
  const units = new Map(rows.map(({ name, id }) => [name, id]))
  let last = Math.max(0, ...rows.map(({ sort_no }) => sort_no))
  const fresh = named.filter((name) => !units.has(name)).map((name) => ({ id: newId(), name, sort_no: ++last }))
  for (const part of partsOf(fresh)) await tx.insertInto('unit').values(part).execute()
  for (const { name, id } of fresh) units.set(name, id)
  return units
}

type PlannedPerson = Plan['people'][number]

async function writePeople(
  context: Context,
  plan: Plan,
  organisations: Written['organisations'],
): Promise<Map<PlannedPerson, string>> {
  const { tx } = context
  const ids = new Map(plan.people.map((person) => [person, person.before?.id ?? context.newId()]))
  const columnsOf = ({ staffNo, name, kind, organisation }: PlannedPerson) => ({
    staff_no: staffNo,
    name,
    kind,
    organisation_id: organisations.get(organisation)!.id,
  })
  const inserts = plan.people
    .filter(({ before }) => before === null)
    .map((person) => ({ id: ids.get(person)!, ...columnsOf(person), ...soundOf(person.name, true) }))
  for (const part of partsOf(inserts)) await tx.insertInto('person').values(part).execute()
  for (const person of plan.people) {
    const { before } = person
    if (before === null) continue
    const keys = ['staffNo', 'name', 'kind', 'organisation'] as const
    if (!before.left && keys.every((key) => before[key] === person[key])) continue
    const row = { ...columnsOf(person), ...soundOf(person.name, true), left_on: null }
    await tx.updateTable('person').set(row).where('id', '=', before.id).execute()
  }
  return ids
}

function partsOf<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) => rows.slice(part * ROWS, (part + 1) * ROWS))
}
