import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { namesOf, organisationsById } from '#programme/organisation/reads.ts'
import type { Above, Responsible } from '#programme/organisation/rules/responsible.ts'
import type { dutyContract } from './contract.ts'
import { responsibleFor } from './reads.ts'
import type { ListedDuty } from './reads-lists.ts'
import { ownOf } from './rules/permissions.ts'
import { placeOf, standingOf } from './rules/standing.ts'
import { dutyFrom } from './store.ts'

type DutyView = OutputOf<typeof dutyContract.listDuties>['rows'][number]

/** Rows of a list; who answers for them is looked up once for all. */
export async function dutyViews(context: Context, rows: readonly ListedDuty[]): Promise<DutyView[]> {
  const responsible = await responsibleFor(context, rows)
  const say = await namer(context, [...responsible.values()])
  const own: string[] = ownOf(context.actor)
  return rows.map((row) => {
    const { direct, primary } = responsible.get(row.id)!
    const ids = { organisation: row.organisation_id, subject: row.subject_id }
    return {
      id: row.id,
      kind: row.kind,
      title: context.language === 'zh' ? row.title_zh : row.title_en,
      about: row.about,
      organisation: { id: row.organisation_id, name: row.organisation_name },
      region: row.region,
      year: row.year,
      dueOn: row.due_on,
      standing: standingOf(dutyFrom(row), context.today),
      direct: say.holder(direct),
      primary: primary.state === 'none-above' ? primary : say.holder(primary),
      // the portal's pages are for those who do it, the desk's for those above as well
      opens: {
        portal: own.includes(row.organisation_id) ? placeOf(row.portal, ids) : null,
        desk: placeOf(row.desk, ids),
      },
    }
  })
}

async function namer(context: Context, all: readonly Responsible[]) {
  const holders = all.flatMap(({ direct, primary }) => [direct, primary])
  const people = await namesOf(
    context,
    holders.map((holder) => (holder.state === 'held' ? holder.person : null)),
  )
  const organisations = await organisationsById(context, [
    ...new Set(holders.flatMap((holder) => (holder.state === 'none-above' ? [] : [holder.organisation]))),
  ])
  return {
    holder(holder: Exclude<Above, { state: 'none-above' }>): DutyView['direct'] {
      const organisation = { id: holder.organisation, name: organisations.get(holder.organisation)!.name }
      if (holder.state === 'vacant') return { state: 'vacant', organisation }
      return { state: 'held', organisation, person: { id: holder.person, name: people.get(holder.person)! } }
    },
  }
}
