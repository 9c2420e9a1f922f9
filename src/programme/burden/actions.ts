import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { found, permit } from '#platform/errors.ts'
import { cycleById, openCycleFor } from '#programme/cycle/reads.ts'
import { organisation } from '#programme/organisation/reads.ts'
import type { burdenContract } from './contract.ts'
import { asksBelow, branchesByBurden, budgetOf, yearBelow } from './reads.ts'
import { USUAL_BUDGET } from './rules/burden.ts'
import { maySee, maySetBudget } from './rules/permissions.ts'
import { saveBudget } from './store.ts'

export const burdenActions: Actions<typeof burdenContract> = {
  async readBurden(context, { organisation: id, cycle: wanted, cursor, limit }) {
    const { name, path } = await looked(context, id)
    const cycle = await yearOf(context, path, wanted)
    const allowed = cycle && maySetBudget(context.actor, cycle.organisationId as OrganisationId).ok
    const budget = cycle ? await budgetOf(context, cycle.id) : USUAL_BUDGET
    const asks = cycle ? await asksBelow(context, { cycle: cycle.id, path, cursor, limit }) : { rows: [], next: null }
    const sums = cycle ? await yearBelow(context, cycle.id, path, budget) : { total: 0, branches: 0, most: 0, above: 0 }
    return {
      organisation: { id, name },
      year: { cycle: cycle && { id: cycle.id, year: cycle.year, title: cycle.title }, budget, ...sums },
      rows: asks.rows.map(({ organisation, organisationName, subjectKind, subjectId, releasedAt, ...row }) => ({
        ...row,
        organisation: { id: organisation, name: organisationName },
        subject: { kind: subjectKind, id: subjectId },
        released: releasedAt !== null,
      })),
      next: asks.next,
      allowed: allowed ? ['set-budget' as const] : [],
    }
  },

  async listBurdenOfBranches(context, { organisation: id, cycle: wanted, ...filter }) {
    const { path } = await looked(context, id)
    const cycle = await yearOf(context, path, wanted)
    if (!cycle) return { rows: [], next: null, total: 0 }
    const { rows, next } = await branchesByBurden(context, { ...filter, cycle: cycle.id, path })
    return {
      rows: rows.map((row) => ({ branch: { id: row.id, name: row.name }, asks: row.asks, minutes: row.minutes })),
      next,
      total: null,
    }
  },

  async setBurdenBudget(context, { cycle: id, minutes }) {
    const cycle = found(await cycleById(context, id))
    permit(maySetBudget(context.actor, cycle.organisationId as OrganisationId))
    const before = await budgetOf(context, id)
    await saveBudget(context, id, minutes)
    const subject = { kind: 'cycle', id, organisation: cycle.organisationId }
    await writeHistory(context, 'burden.budget-set', subject, { before, minutes })
    return { minutes }
  },
}

async function looked(context: Context, id: string) {
  const row = found(await organisation(context, id))
  permit(maySee(context.actor, id as OrganisationId, row.path))
  return row
}

/** The programme year asked for, if it is one of an organisation on the path; else the one that is open. */
async function yearOf(context: Context, path: string, wanted: string | undefined) {
  if (wanted === undefined) return (await openCycleFor(context, path)) ?? null
  const cycle = await cycleById(context, wanted)
  return found(cycle && path.split('/').includes(cycle.organisationId) ? cycle : undefined)
}
