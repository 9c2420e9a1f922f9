import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { recordsCited } from '#programme/building/reads-citing.ts'
import { namesOf } from '#programme/organisation/reads.ts'
import { responsibleOn } from '#programme/organisation/reads-responsible.ts'
import type { Above } from '#programme/organisation/rules/responsible.ts'
import type { problemContract } from './contract.ts'
import { type ProblemRow, problemById, recordsOf } from './reads.ts'
import { allowed } from './rules/permissions.ts'
import { isLate } from './rules/problem.ts'
import { problemFrom } from './store.ts'

type View = OutputOf<typeof problemContract.readProblem>

/** A problem as lists show it. */
export function rowView({ today }: Context, row: ProblemRow) {
  const { id, kind, title, dueOn, state } = problemFrom(row)
  const organisation = { id: row.organisation_id, name: row.organisationName }
  return { id, organisation, kind, title, dueOn, state, late: isLate({ state, dueOn }, today) }
}

/** One problem, as the contract shows it; who answers for it by the posts of its due day once that is over. */
export async function problemView(context: Context, id: string): Promise<View> {
  const row = found(await problemById(context, id))
  const problem = problemFrom(row)
  const over = row.due_on < context.today
  const day = over ? row.due_on : context.today
  const responsible = (await responsibleOn(context, [row.organisation_id], day)).get(row.organisation_id)!
  const { direct, primary } = responsible
  const names = await namesOf(context, [
    row.taken_on_by,
    row.measures_by,
    row.done_by,
    row.confirmed_by,
    ...[direct, primary].map((holder) => (holder.state === 'held' ? holder.person : null)),
  ])
  const name = (person: string) => names.get(person)!
  const holder = (one: Above) => (one.state === 'held' ? name(one.person) : null)
  const records = await recordsCited(context, await recordsOf(context, id))
  return {
    ...rowView(context, row),
    benchmark: row.benchmark,
    gap: row.gap,
    takenOn: { by: name(row.taken_on_by), at: row.taken_on_at },
    measures:
      row.measures_by === null ? null : { by: name(row.measures_by), at: row.measures_at!, text: row.measures! },
    done: row.done_by === null ? null : { by: name(row.done_by), at: row.done_at!, result: row.result! },
    confirmed: row.confirmed_by === null ? null : { by: name(row.confirmed_by), at: row.confirmed_at! },
    returned: row.return_reason,
    answers: { direct: holder(direct), primary: holder(primary) },
    records: records.map(({ record, happenedOn, sentence, standing, confirmed }) => ({
      id: record,
      happenedOn,
      sentence,
      standing,
      confirmed,
    })),
    allowed: allowed(context.actor, problem, row.organisationPath),
  }
}
