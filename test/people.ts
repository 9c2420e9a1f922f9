import { sampleProgramme } from '#main/sample/programme.ts'
import type { NamedKey, NamedPerson } from '#main/sample/types.ts'

/** The day on which all tests take place: the year before is finished, this year is half-way. */
export const ANCHOR = '2026-07-15'

/** The named people of all tests, by what they are for: `people.returnedSecretary.staffNo`. */
export const people = Object.fromEntries(
  sampleProgramme({ anchor: ANCHOR, thin: true }).namedPeople.map((person) => [person.key, person]),
) as Record<NamedKey, NamedPerson>
