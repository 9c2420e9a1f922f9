import type { Day } from '#basics/calendar.ts'
import { allow } from '#basics/decision.ts'
import type { OrganisationTarget } from './import-organisations.ts'
import type { Present } from './import-plan.ts'
import { alter, begin, fitted } from './restructure.ts'
import { firstPlaces, type Place, type Structure } from './structure.ts'
import { type Tie, tie, untie } from './ties.ts'
import type { Whole } from './whole.ts'

/** Organisations, units and ties as a file leaves them; `units` and `ids` say which id a name has or gets. */
export interface Ids {
  organisations: ReadonlyMap<string, string>
  units: ReadonlyMap<string, string>
}

/** The units that a cell names: one whose name is the whole cell, or several joined by 、. */
export function unitsNamed(cell: string, known: ReadonlySet<string>): string[] {
  if (known.has(cell)) return [cell]
  return [...new Set(cell.split('、').map((name) => name.trim()))].filter(Boolean)
}

/**
 * What a file without problems makes of the structure. New organisations are there from the day they were set up, or from
 * the first known day of the one above; what is changed stands from today on; a corrected day of setting up moves the
 * first day as far as that holds.
 */
export function structureOf(
  before: Whole,
  targets: readonly OrganisationTarget[],
  present: Present['organisations'],
  ids: Ids,
  today: Day,
) {
  const spans = byKey(before.organisations, ({ id }) => id)
  const idOf = (name: string) => ids.organisations.get(name)!
  const setUpOn = new Map(present.map((each) => [each.id, earlier(each.setUpOn, today)]))
  for (const target of targets) {
    const id = idOf(target.name)
    const { name, shortName, kind, region, sortNo } = target
    const place: Place = { name, shortName, kind, region, sortNo, parent: target.parent && idOf(target.parent) }
    setUpOn.set(id, earlier(target.setUpOn, today))
    const own = spans.get(id)
    const changed = own ? alter(own, id, place, today) : allow(begin([], id, place, earlier(target.setUpOn, today)))
    if (changed.ok) spans.set(id, [...changed.value])
    else if (changed.reason !== 'organisation.nothing-changes') throw new Error(`${name}: ${changed.reason}`)
  }
  const organisations = fitted([...spans.values()].flat(), setUpOn)
  return { organisations, ...tied(before, targets, organisations, ids, today) }
}

function tied(
  { units: unitsBefore, ties: tiesBefore }: Whole,
  targets: readonly OrganisationTarget[],
  structure: Structure,
  ids: Ids,
  today: Day,
): { units: Structure; ties: Tie[] } {
  const names = new Set(ids.units.keys())
  const first = firstPlaces(structure)
  const units = byKey(unitsBefore, ({ id }) => id)
  const known = new Set(units.keys())
  const ties = byKey(tiesBefore, ({ organisation }) => organisation)
  let sortNo = unitsBefore.reduce((most, unit) => Math.max(most, unit.sortNo), 0)
  const firstDay = (unit: string) =>
    units
      .get(unit)
      ?.map(({ fromOn }) => fromOn)
      .sort()[0]
  for (const target of targets) {
    if (target.unit === null || (target.before && target.before.unit === target.unit)) continue
    const organisation = ids.organisations.get(target.name)!
    const from = target.before ? today : first.get(organisation)!.fromOn
    const wanted = unitsNamed(target.unit, names).map((name) => ({ name, unit: ids.units.get(name)! }))
    let own = ties.get(organisation) ?? []
    for (const open of own.filter(({ untilOn }) => untilOn === null))
      if (!wanted.some(({ unit }) => unit === open.unit)) own = kept(untie(own, open, today), own)
    for (const { name, unit } of wanted) {
      const since = firstDay(unit)
      if (since === undefined) {
        const place = { name, shortName: name, kind: '', parent: null, region: null, sortNo: ++sortNo }
        units.set(unit, [...begin([], unit, place, from)])
      } else if (since > from && !known.has(unit))
        units.set(
          unit,
          units.get(unit)!.map((each) => ({ ...each, fromOn: from })),
        )
      const day = [from, firstDay(unit)!].sort().at(-1)!
      own = kept(tie(own, { organisation, unit }, day), own)
    }
    ties.set(organisation, own)
  }
  return { units: [...units.values()].flat(), ties: [...ties.values()].flat() }
}

function byKey<Each>(all: readonly Each[], keyOf: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}

function kept(changed: ReturnType<typeof tie>, ties: Tie[]): Tie[] {
  return changed.ok ? changed.value : ties
}

function earlier(one: Day, other: Day): Day {
  return [one, other].sort()[0]!
}
