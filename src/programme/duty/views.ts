import type { Day } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { namesOf } from '#programme/organisation/reads.ts'
import { namesOn } from '#programme/organisation/reads-structure.ts'
import type { Above, Holder } from '#programme/organisation/rules/responsible.ts'
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
  const say = await namer(
    context,
    rows.flatMap((row) => {
      const { direct, primary } = responsible.get(row.id)!
      return [direct, primary].map((holder) => ({ holder, on: shownAsOf(context, row) }))
    }),
  )
  const own: string[] = ownOf(context.actor)
  return rows.map((row) => {
    const { direct, primary } = responsible.get(row.id)!
    const ids = { organisation: row.organisation_id, subject: row.subject_id }
    const on = shownAsOf(context, row)
    // the portal's pages are for those who do it, the desk's for those above as well
    const portal = own.includes(row.organisation_id) ? placeOf(row.portal, ids) : null
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
      direct: say(direct, on),
      primary: primary.state === 'none-above' ? primary : say(primary, on),
      opens: { portal, desk: placeOf(row.desk, ids) },
    }
  })
}

/** The day of which posts and names are shown: the due day once it is over, today before. */
function shownAsOf({ today }: Context, { due_on }: ListedDuty): Day {
  return due_on < today ? due_on : today
}

/** Says holders by their names, and organisations as they were called on the day. */
async function namer(context: Context, shown: readonly { holder: Above; on: Day }[]) {
  const people = await namesOf(
    context,
    shown.map(({ holder }) => (holder.state === 'held' ? holder.person : null)),
  )
  const organisations = await namesOn(
    context,
    shown.flatMap(({ holder, on }) =>
      holder.state === 'none-above' ? [] : [{ organisation: holder.organisation, on }],
    ),
  )
  return (holder: Holder, on: Day): DutyView['direct'] => {
    const organisation = { id: holder.organisation, name: organisations.get(`${holder.organisation} ${on}`)! }
    if (holder.state === 'vacant') return { state: 'vacant', organisation }
    return { state: 'held', organisation, person: { id: holder.person, name: people.get(holder.person)! } }
  }
}
