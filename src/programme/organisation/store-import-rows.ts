import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { soundOf } from './pinyin.ts'
import type { Plan, Present } from './rules/import-plan.ts'
import { type Ids, structureOf, unitsNamed } from './rules/import-structure.ts'
import { soundWhole, type Whole } from './rules/whole.ts'
import { saveMemberships } from './store-members.ts'
import { partsOf } from './store-spans.ts'
import { loadWhole, writeWhole } from './store-structure.ts'

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
  const before = await loadWhole(context)
  const ids = idsOf(context, plan, before, present)
  const after = structureOf(before, plan, present, ids, context.today)
  accept(soundWhole(after, context.today))
  const differs = plan.organisations.filter(({ before: was, setUpOn }) => was?.setUpOn !== setUpOn)
  const setUpOn = new Map(differs.map((each) => [ids.organisations.get(each.name)!, each.setUpOn]))
  await writeWhole(context, before, after, { setUpOn })
  const rows = await context.tx.selectFrom('organisation').select(['id', 'name', 'path']).execute()
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  return new Map([...ids.organisations].map(([name, id]) => [name, { id, path: paths.get(id)! }]))
}

/** The id of every organisation and every unit there will be, by name. */
function idsOf({ newId }: Context, plan: Plan, { units }: Whole, present: Present): Ids {
  const names = [...plan.tree.values()].map(({ name }) => name)
  const known = new Map(present.organisations.map(({ name, id }) => [name, id]))
  const standing = new Map(units.filter(({ untilOn }) => untilOn === null).map(({ name, id }) => [name, id]))
  const wanted = plan.organisations.flatMap(({ unit }) => (unit ? unitsNamed(unit, new Set(standing.keys())) : []))
  return {
    organisations: new Map(names.map((name) => [name, known.get(name) ?? newId()])),
    units: new Map([...standing.keys(), ...wanted].map((name) => [name, standing.get(name) ?? newId()])),
  }
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
  const joined = inserts.map(({ id, kind, organisation_id }) => ({ person_id: id, kind, organisation_id }))
  for (const part of partsOf(joined)) await tx.insertInto('membership').values(part).execute()
  const moved: string[] = []
  for (const person of plan.people) {
    const { before } = person
    if (before === null) continue
    const keys = ['staffNo', 'name', 'kind', 'organisation'] as const
    if (!before.left && keys.every((key) => before[key] === person[key])) continue
    const row = { ...columnsOf(person), ...soundOf(person.name, true), left_on: null }
    await tx.updateTable('person').set(row).where('id', '=', before.id).execute()
    if (before.left || before.kind !== person.kind || before.organisation !== person.organisation) moved.push(before.id)
  }
  await saveMemberships(context, moved, context.today)
  return ids
}
