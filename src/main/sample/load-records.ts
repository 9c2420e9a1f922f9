import { addDays } from '#basics/calendar.ts'
import { buildingActions } from '#programme/building/actions.ts'
import { taskServed } from './load-tasks.ts'
import { type Act, at, type Loading, organisationOf } from './loading.ts'
import { bodyOf } from './organisations.ts'
import type { SampleRecord, StaffNo } from './types.ts'

/** So many days after it was recorded, the office above confirms that a problem is solved. */
const CONFIRMED_AFTER = 12

/** Every record entered by who entered it; solved problems confirmed from above, but for the latest. */
export function recordActs(loading: Loading): Act[] {
  const names = new Map(loading.sample.organisations.map(({ code, name }) => [code, name]))
  const offices = officeHolders(loading)
  const turns = new Map<string, number>()
  return loading.sample.records.flatMap((record) => {
    const { branch, by, recordedOn, kind, documentNumber, adoptedFrom, force } = record
    const turn = (turns.get(recordedOn) ?? -1) + 1
    turns.set(recordedOn, turn)
    let id = ''
    const enter: Act = {
      at: at(loading, recordedOn, turn % 32),
      by,
      branch,
      async run(context) {
        const task = taskServed(loading, record)
        const entered = await buildingActions.enterRecord(context, {
          organisation: organisationOf(loading, branch).id,
          happenedOn: record.happenedOn,
          kind,
          sentence: record.sentence,
          figures: record.figures.map((figure) => figureOf(loading, figure)),
          ...(task && { task }),
          ...(force && { force }),
          ...(documentNumber && { documentNumber }),
          ...(adoptedFrom && { learntFrom: names.get(adoptedFrom)! }),
        })
        id = entered.id
        loading.records.set(record.key, id)
      },
    }
    if (kind !== 'problem-solved' || confirmedOn(record) > loading.sample.anchor) return [enter]
    const confirm: Act = {
      at: at(loading, confirmedOn(record), turn % 32),
      by: offices.get(bodyOf(branch))!,
      branch,
      run: (context) => buildingActions.confirmRecord(context, { record: id }),
    }
    return [enter, confirm]
  })
}

/** Of what is counted, or of the branch's own. */
function figureOf({ measures }: Loading, figure: SampleRecord['figures'][number]) {
  const measure = measures.get(figure.name)
  return { qualifier: 'exact' as const, ...(measure ? { measure, value: figure.value } : figure) }
}

function confirmedOn({ recordedOn }: SampleRecord): string {
  return addDays(recordedOn, CONFIRMED_AFTER)
}

/** Who holds the office of an organisation. */
export function officeHolders({ sample }: Loading): Map<string, StaffNo> {
  const held = sample.people.flatMap(({ staffNo, posts }) =>
    posts.filter(({ post }) => post === 'office').map(({ organisation }) => [organisation, staffNo] as const),
  )
  return new Map(held.reverse())
}
