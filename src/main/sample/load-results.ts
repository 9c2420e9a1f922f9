import { addDays, type Day } from '#basics/calendar.ts'
import { buildingActions } from '#programme/building/actions.ts'
import { measureActions } from '#programme/building/actions-measure.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import { partsOf, results, type SampleResult } from './results.ts'
import type { OrganisationCode, StaffNo } from './types.ts'

/** What the programme's first three years brought: measures set when the first of them opens, then record by record. */
export function resultActs(loading: Loading): Act[] {
  const [first] = loading.sample.earlierCycles
  const set: Act = {
    at: at(loading, addDays(first!.openedOn, 1)),
    by: numberOf(loading, 'rootOffice'),
    async run(context) {
      const organisation = organisationOf(loading, loading.sample.organisations[0]!.code).id
      for (const { measure: name, unit, addition, force, partOf } of results) {
        const whole = partOf === undefined ? {} : { partOf: loading.measures.get(partOf)! }
        const { id } = await measureActions.setMeasure(context, { organisation, name, unit, addition, force, ...whole })
        loading.measures.set(name, id)
      }
    },
  }
  const writers = writersOf(loading)
  return [set, ...results.flatMap((result, turn) => recordsOf(loading, result, turn, writers))]
}

interface Writer {
  branch: OrganisationCode
  by: StaffNo
}

/** The secretaries of branches who held their posts through all these years. */
function writersOf({ sample }: Loading): Writer[] {
  const since = sample.earlierCycles[0]!.openedOn
  const branches = new Set(sample.organisations.filter(({ kind }) => kind === 'branch').map(({ code }) => code))
  return sample.people.flatMap(({ staffNo, posts }) =>
    posts
      .filter(({ post, organisation, from }) => post === 'secretary' && branches.has(organisation) && from <= since)
      .map(({ organisation }) => ({ branch: organisation, by: staffNo })),
  )
}

/** Each record by another branch, spread over the three years. */
function recordsOf(loading: Loading, result: SampleResult, turn: number, writers: Writer[]): Act[] {
  const years = loading.sample.earlierCycles.map(({ year }) => year)
  return partsOf(result).map((value, index) => {
    const { branch, by } = writers[(index * 7 + turn * 31) % writers.length]!
    const day = dayOf(years[index % years.length]!, index, turn)
    return {
      at: at(loading, day, (index + turn) % 32),
      by,
      branch,
      async run(context) {
        await buildingActions.enterRecord(context, {
          organisation: organisationOf(loading, branch).id,
          happenedOn: day,
          kind: result.kind,
          sentence: result.sentence.replace('{n}', value),
          force: result.force,
          figures: [
            {
              measure: loading.measures.get(result.measure)!,
              value,
              qualifier: index === 0 ? result.qualifier : 'exact',
            },
          ],
        })
      },
    }
  })
}

/** A day of that year between March and November, when the year is open. */
function dayOf(year: number, index: number, turn: number): Day {
  return addDays(`${year}-03-05`, (index * 11 + turn * 17) % 250)
}
