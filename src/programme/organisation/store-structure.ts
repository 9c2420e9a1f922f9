import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { soundOf } from './pinyin.ts'
import { lastPlaces, type Span, type Structure } from './rules/structure.ts'
import { type Tie, tiesOn } from './rules/ties.ts'
import type { Whole } from './rules/whole.ts'
import { loadSpans, partsOf, writeSpans } from './store-spans.ts'

/** One after the other: two people do not reorganise at once, nor does a file take effect while somebody does. */
export async function lockStructure({ tx }: Pick<Context, 'tx'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisation.structure'))`.execute(tx)
}

/** The whole structure, locked. */
export async function loadWhole(context: Context): Promise<Whole> {
  await lockStructure(context)
  return {
    organisations: await loadSpans(context, 'organisations'),
    units: await loadSpans(context, 'units'),
    ties: await loadTies(context),
  }
}

export async function unitIds({ tx }: Pick<Context, 'tx'>): Promise<string[]> {
  return (await tx.selectFrom('unit').select('id').execute()).map(({ id }) => id)
}

export async function loadTies({ tx }: Pick<Context, 'tx'>): Promise<Tie[]> {
  return tx
    .selectFrom('organisation_unit')
    .select(['organisation_id as organisation', 'unit_id as unit', 'from_on as fromOn', 'until_on as untilOn'])
    .orderBy('from_on')
    .orderBy('unit_id')
    .execute()
}

/** What is written beside the spans: when new ones were set up, if not on their first known day, and who succeeds whom. */
export interface Beside {
  setUpOn?: ReadonlyMap<string, Day>
  successors?: ReadonlyMap<string, string>
}

/** Writes what differs, and brings the rows of the present up to it: names, places, paths, the unit of longest standing. */
export async function writeWhole(context: Context, before: Whole, after: Whole, beside: Beside = {}): Promise<void> {
  await writeUnits(context, before.units, after.units, beside)
  await writeOrganisations(context, before.organisations, after.organisations, beside)
  await writeTies(context, before.ties, after.ties)
}

async function writeUnits(context: Context, before: Structure, after: Structure, beside: Beside): Promise<void> {
  const { tx } = context
  const changed = lastOnes(before, after)
  const rows = changed.filter(({ fresh }) => fresh).map(({ last }) => ({ id: last.id, ...unitColumns(last) }))
  for (const part of partsOf(rows)) await tx.insertInto('unit').values(part).execute()
  for (const { last } of changed.filter(({ fresh }) => !fresh))
    await tx
      .updateTable('unit')
      .set({ ...unitColumns(last), dissolved_on: last.untilOn, successor_id: beside.successors?.get(last.id) ?? null })
      .where('id', '=', last.id)
      .execute()
  await writeSpans(context, 'units', before, after)
}

function unitColumns({ name, kind, parent, region, sortNo }: Span) {
  return { name, kind: kind || null, parent_id: parent, region, sort_no: sortNo }
}

async function writeOrganisations(context: Context, before: Structure, after: Structure, beside: Beside) {
  const { tx } = context
  const paths = await pathsOf(context, after, beside)
  const changed = lastOnes(before, after)
  const rows = changed
    .filter(({ fresh }) => fresh)
    .map(({ last }) => ({
      id: last.id,
      path: paths.get(last.id)!,
      ...organisationColumns(last),
      set_up_on: beside.setUpOn?.get(last.id) ?? last.fromOn,
    }))
    // those above come first, for each row names the one above it
    .sort((one, other) => one.path.length - other.path.length)
  const known = changed.filter(({ fresh }) => !fresh).map(({ last }) => last)
  const update = (id: string, columns: object) =>
    tx.updateTable('organisation').set(columns).where('id', '=', id).execute()
  // names first: those that end or are called otherwise make room for those that take over their names
  for (const last of known.filter(({ untilOn }) => untilOn !== null))
    await update(last.id, { dissolved_on: last.untilOn, successor_id: beside.successors?.get(last.id) ?? null })
  for (const last of known) await update(last.id, namesOf(last))
  for (const part of partsOf(rows)) await tx.insertInto('organisation').values(part).execute()
  for (const last of known) await update(last.id, organisationColumns(last))
  const fresh = new Set(rows.map(({ id }) => id))
  for (const [id, day] of beside.setUpOn ?? []) if (!fresh.has(id)) await update(id, { set_up_on: day })
  await writeSpans(context, 'organisations', before, after)
  await writePaths(context, paths)
}

function namesOf({ name, shortName }: Span) {
  return { name, short_name: shortName, ...soundOf(name) }
}

function organisationColumns(span: Span) {
  const { kind, parent, region, sortNo } = span
  return { ...namesOf(span), kind, parent_id: parent, region, sort_no: sortNo }
}

/** The last span of each one of which something differs, and whether it is a new one. */
function lastOnes(before: Structure, after: Structure): { last: Span; fresh: boolean }[] {
  const was = new Map(before.map((span) => [`${span.id} ${span.fromOn}`, JSON.stringify(span)]))
  const known = new Set(before.map(({ id }) => id))
  const touched = after.filter((span) => was.get(`${span.id} ${span.fromOn}`) !== JSON.stringify(span))
  // one whose last span never came to stand is touched by what is missing
  const kept = new Set(after.map((span) => `${span.id} ${span.fromOn}`))
  const shortened = before.filter((span) => !kept.has(`${span.id} ${span.fromOn}`))
  const ids = new Set([...touched, ...shortened].map(({ id }) => id))
  const places = lastPlaces(after)
  // one without a place is about to cease to exist
  return [...ids].flatMap((id) => {
    const last = places.get(id)
    return last ? [{ last, fresh: !known.has(id) }] : []
  })
}

/** The path of each, by which it is reached: below the one it stands under, or below its successor once it has ended. */
async function pathsOf({ tx }: Context, structure: Structure, { successors }: Beside): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('organisation').select(['id', 'successor_id']).execute()
  const heirs = new Map(rows.flatMap(({ id, successor_id }) => (successor_id ? [[id, successor_id]] : [])))
  for (const [id, heir] of successors ?? []) heirs.set(id, heir)
  const last = lastPlaces(structure)
  const paths = new Map<string, string>()
  const pathOf = (id: string): string => {
    const known = paths.get(id)
    if (known !== undefined) return known
    const { untilOn, parent } = last.get(id)!
    const above = untilOn === null ? parent : heirs.get(id)!
    const path = `${above === null ? '' : pathOf(above)}${id}/`
    paths.set(id, path)
    return path
  }
  for (const id of last.keys()) pathOf(id)
  return paths
}

async function writePaths({ tx }: Context, paths: Map<string, string>): Promise<void> {
  const rows = await tx.selectFrom('organisation').select(['id', 'path']).execute()
  for (const { id, path } of rows) {
    const moved = paths.get(id)
    if (moved !== undefined && moved !== path)
      await tx.updateTable('organisation').set({ path: moved }).where('id', '=', id).execute()
  }
}

async function writeTies(context: Context, before: Tie[], after: Tie[]): Promise<void> {
  const { tx, today } = context
  const keyOf = ({ organisation, unit, fromOn }: Tie) => `${organisation} ${unit} ${fromOn}`
  const was = new Map(before.map((tie) => [keyOf(tie), tie]))
  const is = new Map(after.map((tie) => [keyOf(tie), tie]))
  const pair = (tie: Tie) => ({ organisation_id: tie.organisation, unit_id: tie.unit, from_on: tie.fromOn })
  for (const [key, tie] of was)
    if (!is.has(key))
      await tx
        .deleteFrom('organisation_unit')
        .where((where) => where.and(pair(tie)))
        .execute()
  for (const [key, tie] of is)
    if (was.has(key) && was.get(key)!.untilOn !== tie.untilOn)
      await tx
        .updateTable('organisation_unit')
        .set({ until_on: tie.untilOn })
        .where((where) => where.and(pair(tie)))
        .execute()
  const fresh = after.filter((tie) => !was.has(keyOf(tie))).map((tie) => ({ ...pair(tie), until_on: tie.untilOn }))
  for (const part of partsOf(fresh)) await tx.insertInto('organisation_unit').values(part).execute()
  const [first, now] = [firstUnits(before, today), firstUnits(after, today)]
  for (const id of new Set([...first.keys(), ...now.keys()]))
    if (first.get(id) !== now.get(id))
      await tx
        .updateTable('organisation')
        .set({ unit_id: now.get(id) ?? null })
        .where('id', '=', id)
        .execute()
}

/** The unit of longest standing of each organisation. */
function firstUnits(ties: Tie[], day: Day): Map<string, string> {
  const units = new Map<string, string>()
  for (const { organisation, unit } of tiesOn(ties, day)) if (!units.has(organisation)) units.set(organisation, unit)
  return units
}
