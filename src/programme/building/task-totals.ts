import type { OutputOf } from '#basics/contract.ts'
import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { found, permit } from '#platform/errors.ts'
import { organisation, organisationsById } from '#programme/organisation/reads.ts'
import type { taskContract } from './contract-task.ts'
import { type PartTotal, recordsOfTask, totals } from './reads-figures.ts'
import { taskById } from './reads-task.ts'
import { addUp, type Total } from './rules/measure.ts'
import { sees } from './rules/permissions.ts'

type Totals = OutputOf<typeof taskContract.readTaskTotals>
type By = 'organisation' | 'region' | 'unit'

/** What the records of a task add up to below an organisation the actor sees: all together, and part by part. */
export async function taskTotals(context: Context, id: string, by: By, below: string | undefined): Promise<Totals> {
  const { task, measures } = found(await taskById(context, id))
  const place = found(await organisation(context, below ?? highest(context) ?? task.organisation))
  permit(
    sees(context.actor, place.id as OrganisationId, place.path) ? allow(true) : refuse('building.not-within-reach'),
  )
  const filter = { path: place.path, task: id, measures: task.content.measures }
  const [all, served, parts, records] = await Promise.all([
    totals(context, filter, 'none'),
    recordsOfTask(context, { path: place.path, task: id }, 'none'),
    totals(context, filter, by),
    recordsOfTask(context, { path: place.path, task: id }, by),
  ])
  const names =
    by === 'organisation'
      ? await organisationsById(
          context,
          records.map(({ key }) => key),
        )
      : null
  const sums = (key: string, of: PartTotal[]) => measures.map((measure) => totalOf(of, key, measure.id))
  return {
    below: { id: place.id, name: place.name },
    measures,
    records: served[0]?.records ?? 0,
    totals: sums('', all),
    parts: records
      .map(({ key, records }) => ({
        key,
        name: names ? names.get(key)!.name : key,
        opens: names && key !== place.id && names.get(key)!.kind !== 'branch' ? key : null,
        records,
        totals: sums(key, parts),
      }))
      .sort((a, b) => b.records - a.records || (a.key < b.key ? -1 : 1)),
  }
}

const none = addUp('sum', [])

function totalOf(of: PartTotal[], key: string, measure: string): Total {
  return of.find((each) => each.key === key && each.measure === measure)?.total ?? none
}

/** The highest organisation the actor looks after: that is where he begins to read. */
function highest({ actor }: Context): string | undefined {
  const [first] = [...actor.posts].sort((a, b) => a.path.length - b.path.length)
  return first?.organisation
}
