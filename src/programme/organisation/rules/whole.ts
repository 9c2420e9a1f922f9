import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import { type StructureRefusal, sound, unitHabits } from './restructure.ts'
import { lastPlaces, lasts, type Structure, turningDays } from './structure.ts'
import { type Tie, type TieRefusal, tiesOn } from './ties.ts'

/** The structure of all days: organisations, units, and how they are tied. */
export interface Whole {
  organisations: Structure
  units: Structure
  ties: Tie[]
}

/** Whether all of it holds on every day from the given one on; a tie ties what stands. */
export function soundWhole(whole: Whole, since: Day): Decision<Whole, StructureRefusal | TieRefusal> {
  const organisations = sound(whole.organisations, since)
  if (!organisations.ok) return organisations
  const units = sound(whole.units, since, unitHabits)
  if (!units.ok) return units
  const days = [...turningDays(whole.organisations, since), ...turningDays(whole.units, since)]
  for (const day of new Set([...days, ...whole.ties.map(({ fromOn }) => fromOn).filter((each) => each >= since)])) {
    const standing = new Set(
      [...whole.organisations, ...whole.units].filter((span) => lasts(span, day)).map(({ id }) => id),
    )
    for (const { organisation, unit } of tiesOn(whole.ties, day)) {
      if (standing.has(organisation) && standing.has(unit)) continue
      const missing = standing.has(organisation)
        ? lastPlaces(whole.units).get(unit)
        : lastPlaces(whole.organisations).get(organisation)
      return refuse('organisation.tie-hangs-on-nothing', { name: missing?.name ?? '', day })
    }
  }
  return allow(whole)
}
