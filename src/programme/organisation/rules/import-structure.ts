import type { Day } from '#basics/calendar.ts'
import type { OrganisationTarget } from './import-organisations.ts'
import type { Present } from './import-plan.ts'
import { alter, begin, fitted } from './restructure.ts'
import { firstPlaces, lastPlaces, type Place, type Structure } from './structure.ts'
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
  const known = lastPlaces(before.organisations)
  const idOf = (name: string) => ids.organisations.get(name)!
  let organisations = before.organisations
  const setUpOn = new Map(present.map((each) => [each.id, earlier(each.setUpOn, today)]))
  for (const target of targets) {
    const id = idOf(target.name)
    const { name, shortName, kind, region, sortNo } = target
    const place: Place = { name, shortName, kind, region, sortNo, parent: target.parent && idOf(target.parent) }
    setUpOn.set(id, earlier(target.setUpOn, today))
    if (!known.has(id)) organisations = begin(organisations, id, place, earlier(target.setUpOn, today))
    else {
      const changed = alter(organisations, id, place, today)
      if (changed.ok) organisations = changed.value
      else if (changed.reason !== 'organisation.nothing-changes') throw new Error(`${name}: ${changed.reason}`)
    }
  }
  organisations = fitted(organisations, setUpOn)
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
  let [units, ties] = [unitsBefore, tiesBefore]
  let sortNo = Math.max(0, ...units.map((unit) => unit.sortNo))
  for (const target of targets) {
    if (target.unit === null || (target.before && target.before.unit === target.unit)) continue
    const organisation = ids.organisations.get(target.name)!
    const from = target.before ? today : first.get(organisation)!.fromOn
    const wanted = unitsNamed(target.unit, names).map((name) => ({ name, unit: ids.units.get(name)! }))
    for (const open of ties.filter((each) => each.organisation === organisation && each.untilOn === null))
      if (!wanted.some(({ unit }) => unit === open.unit)) ties = kept(untie(ties, open, today), ties)
    for (const { name, unit } of wanted) {
      const since = firstPlaces(units).get(unit)?.fromOn
      if (since === undefined) {
        units = begin(
          units,
          unit,
          { name, shortName: name, kind: '', parent: null, region: null, sortNo: ++sortNo },
          from,
        )
      } else if (since > from && isNew(unitsBefore, unit)) units = moved(units, unit, from)
      const day = [from, firstPlaces(units).get(unit)!.fromOn].sort().at(-1)!
      ties = kept(tie(ties, { organisation, unit }, day), ties)
    }
  }
  return { units, ties }
}

const isNew = (units: Structure, id: string) => !units.some((unit) => unit.id === id)
const moved = (units: Structure, id: string, fromOn: Day) =>
  units.map((unit) => (unit.id === id ? { ...unit, fromOn } : unit))

function kept(changed: ReturnType<typeof tie>, ties: Tie[]): Tie[] {
  return changed.ok ? changed.value : ties
}

function earlier(one: Day, other: Day): Day {
  return [one, other].sort()[0]!
}
