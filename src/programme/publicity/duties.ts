import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { fulfilDuty, openDuty } from '#programme/duty/duties.ts'
import { stepDaysOn } from '#programme/theme/reads-route.ts'
import { lastWorkingDay } from '#support/holiday/reads.ts'
import { publicationById } from './reads.ts'
import { approvingPublication, checkingPublication } from './rules/duties.ts'

/** After a step was saved: what it did is done, and whoever comes next has a duty with a due day. */
export async function followDuties(context: Context, id: string): Promise<void> {
  const row = found(await publicationById(context, id))
  const subject = { kind: 'publication', id }
  for (const { name } of [checkingPublication, approvingPublication]) await fulfilDuty(context, { kind: name, subject })
  const kind = { submitted: checkingPublication, checked: approvingPublication }[row.state]
  if (!kind) return
  const { check, disclose } = await stepDaysOn(context, row.steward_id, context.today)
  await openDuty(context, {
    kind,
    subject,
    organisation: row.steward_id,
    about: `${row.branch_name} · ${row.title}`,
    round: row.round,
    cycle: row.cycle_id,
    dueOn: await lastWorkingDay(context, context.today, row.state === 'submitted' ? check : disclose),
  })
}
