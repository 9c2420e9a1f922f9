import { sql } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { soundOf } from './pinyin.ts'
import { apart, keyOf, lastPlaces, type Span, type Structure } from './rules/structure.ts'
import { type Tie, tiesOn } from './rules/ties.ts'
import type { Whole } from './rules/whole.ts'
import { deleteRows, partsOf, updateRows } from './store-rows.ts'
import { loadSpans, writeSpans } from './store-spans.ts'

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
  if (before === after) return
  const { tx } = context
  const changed = lastOnes(before, after)
  const rows = changed.filter(({ fresh }) => fresh).map(({ last }) => ({ id: last.id, ...unitColumns(last) }))
  for (const part of partsOf(rows)) await tx.insertInto('unit').values(part).execute()
  const known = changed.filter(({ fresh }) => !fresh).map(({ last }) => last)
  await updateRows(
    context,
    { table: 'unit', by: ['id'] },
    known.map((last) => ({ id: last.id, ...unitColumns(last), ...endOf(last, beside) })),
  )
  await writeSpans(context, 'units', before, after)
}

function unitColumns({ name, kind, parent, region, sortNo }: Span) {
  return { name, kind: kind || null, parent_id: parent, region, sort_no: sortNo }
}

async function writeOrganisations(context: Context, before: Structure, after: Structure, beside: Beside) {
  if (before === after && !beside.setUpOn) return
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
  const update = (columns: readonly object[]) => updateRows(context, { table: 'organisation', by: ['id'] }, columns)
  await update(known.filter(({ untilOn }) => untilOn !== null).map((last) => ({ id: last.id, ...endOf(last, beside) })))
  await makeRoomForNames(context, known)
  for (const part of partsOf(rows)) await tx.insertInto('organisation').values(part).execute()
  await update(known.map((last) => ({ id: last.id, ...organisationColumns(last) })))
  const fresh = new Set(rows.map(({ id }) => id))
  const corrected = [...(beside.setUpOn ?? [])].filter(([id]) => !fresh.has(id))
  await update(corrected.map(([id, day]) => ({ id, set_up_on: day })))
  await writeSpans(context, 'organisations', before, after)
  await writePaths(context, paths)
}

function endOf({ id, untilOn }: Span, { successors }: Beside) {
  return { dissolved_on: untilOn, successor_id: successors?.get(id) ?? null }
}

/** Those that are called otherwise from now on let go of their names, so that others can take them, also from each other. */
async function makeRoomForNames({ tx }: Context, known: readonly Span[]): Promise<void> {
  const called = await tx.selectFrom('organisation').select(['id', 'name']).execute()
  const names = new Map(called.map(({ id, name }) => [id, name]))
  const renamed = known.filter(({ id, name }) => names.get(id) !== name).map(({ id }) => id)
  await sql`update organisation set name = id::text where id = any(${renamed}::uuid[])`.execute(tx)
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
  const { gone, come } = apart(before, after)
  const was = new Map(gone.map((span) => [keyOf(span), JSON.stringify(span)]))
  const touched = come.filter((span) => was.get(keyOf(span)) !== JSON.stringify(span))
  // one whose last span never came to stand is touched by what is missing
  const kept = new Set(come.map(keyOf))
  const shortened = gone.filter((span) => !kept.has(keyOf(span)))
  const ids = new Set([...touched, ...shortened].map(({ id }) => id))
  const known = new Set(before.flatMap(({ id }) => (ids.has(id) ? [id] : [])))
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

async function writePaths(context: Context, paths: Map<string, string>): Promise<void> {
  const rows = await context.tx.selectFrom('organisation').select(['id', 'path']).execute()
  const moved = rows.flatMap(({ id, path }) => {
    const now = paths.get(id)
    return now === undefined || now === path ? [] : [{ id, path: now }]
  })
  await updateRows(context, { table: 'organisation', by: ['id'] }, moved)
}

async function writeTies(context: Context, before: Tie[], after: Tie[]): Promise<void> {
  if (before === after) return
  const { tx, today } = context
  const keyOf = ({ organisation, unit, fromOn }: Tie) => `${organisation} ${unit} ${fromOn}`
  const was = new Map(before.map((tie) => [keyOf(tie), tie]))
  const is = new Map(after.map((tie) => [keyOf(tie), tie]))
  const pair = (tie: Tie) => ({ organisation_id: tie.organisation, unit_id: tie.unit, from_on: tie.fromOn })
  const one = { table: 'organisation_unit', by: ['organisation_id', 'unit_id', 'from_on'] } as const
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, tie]) => pair(tie))
  await deleteRows(context, one, gone)
  const ended = [...is].filter(([key, tie]) => was.has(key) && was.get(key)!.untilOn !== tie.untilOn)
  await updateRows(
    context,
    one,
    ended.map(([, tie]) => ({ ...pair(tie), until_on: tie.untilOn })),
  )
  const fresh = after.filter((tie) => !was.has(keyOf(tie))).map((tie) => ({ ...pair(tie), until_on: tie.untilOn }))
  for (const part of partsOf(fresh)) await tx.insertInto('organisation_unit').values(part).execute()
  const [first, now] = [firstUnits(before, today), firstUnits(after, today)]
  const other = [...new Set([...first.keys(), ...now.keys()])].filter((id) => first.get(id) !== now.get(id))
  await updateRows(
    context,
    { table: 'organisation', by: ['id'] },
    other.map((id) => ({ id, unit_id: now.get(id) ?? null })),
  )
}

/** The unit of longest standing of each organisation. */
function firstUnits(ties: Tie[], day: Day): Map<string, string> {
  const units = new Map<string, string>()
  for (const { organisation, unit } of tiesOn(ties, day)) if (!units.has(organisation)) units.set(organisation, unit)
  return units
}
