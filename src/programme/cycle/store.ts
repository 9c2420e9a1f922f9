import type { CycleId, OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Tables } from '#platform/tables.ts'
import type { ApprovedPlan, CalendarItem, Cycle, Plan } from './rules/cycle.ts'

/** The cycle, locked until the transaction ends. */
export async function loadCycle({ tx }: Context, id: string): Promise<Cycle | undefined> {
  const row = await tx.selectFrom('cycle').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && cycleOf(row)
}

/** A row as the union of states that its constraint guarantees. */
export function cycleOf(row: Tables['cycle']): Cycle {
  const kept = {
    id: row.id as CycleId,
    organisation: row.organisation_id as OrganisationId,
    draftedBy: row.drafted_by as PersonId,
    draftedAt: row.drafted_at,
  }
  const plan: Plan = {
    year: row.year,
    title: row.title,
    overallGoal: row.overall_goal,
    purpose: row.purpose,
    meeting: row.meeting_title && row.meeting_on ? { title: row.meeting_title, on: row.meeting_on } : null,
    aims: row.aims as string[],
    principles: row.principles as string[],
    ideas: row.ideas as string[],
    calendar: row.calendar as CalendarItem[],
    approvingBody: row.approving_body,
    documentNumber: row.document_number,
    termFrom: row.term_from,
    termTo: row.term_to,
    scope: row.scope as Plan['scope'],
    noticeDays: row.notice_days,
  }
  if (row.state === 'draft') return { ...kept, state: 'draft', plan }
  const opened = { ...kept, plan: plan as ApprovedPlan, openedBy: row.opened_by as PersonId, openedAt: row.opened_at! }
  if (row.state === 'open') return { ...opened, state: 'open' }
  return { ...opened, state: 'closed', closedBy: row.closed_by as PersonId, closedAt: row.closed_at! }
}

/** Writes the cycle, new or changed. */
export async function saveCycle({ tx }: Context, cycle: Cycle): Promise<void> {
  const values = columns(cycle)
  await tx
    .insertInto('cycle')
    .values({
      id: cycle.id,
      organisation_id: cycle.organisation,
      drafted_by: cycle.draftedBy,
      drafted_at: cycle.draftedAt,
      ...values,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

function columns(cycle: Cycle) {
  const { plan } = cycle
  return {
    state: cycle.state,
    year: plan.year,
    title: plan.title,
    overall_goal: plan.overallGoal,
    purpose: plan.purpose,
    meeting_title: plan.meeting?.title ?? null,
    meeting_on: plan.meeting?.on ?? null,
    aims: json(plan.aims),
    principles: json(plan.principles),
    ideas: json(plan.ideas),
    calendar: json(plan.calendar),
    approving_body: plan.approvingBody,
    document_number: plan.documentNumber,
    term_from: plan.termFrom,
    term_to: plan.termTo,
    scope: plan.scope,
    notice_days: plan.noticeDays,
    opened_by: cycle.state === 'draft' ? null : cycle.openedBy,
    opened_at: cycle.state === 'draft' ? null : cycle.openedAt,
    closed_by: cycle.state === 'closed' ? cycle.closedBy : null,
    closed_at: cycle.state === 'closed' ? cycle.closedAt : null,
  }
}
