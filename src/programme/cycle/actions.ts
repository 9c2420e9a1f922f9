import { allow, refuse } from '#basics/decision.ts'
import type { CycleId, OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, isSignedIn, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { organisation as readOrganisation } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import type { cycleContract } from './contract.ts'
import { cycleMessages } from './messages.ts'
import { anotherAtWork, cyclesSeen, cycleWithOrganisation, openCycleFor, rootPath } from './reads.ts'
import {
  type Cycle,
  change,
  close,
  isExpired,
  life,
  missingIn,
  type Needed,
  open,
  type Plan,
  sound,
} from './rules/cycle.ts'
import { may, sees } from './rules/permissions.ts'
import { usualAims, usualIdeas, usualPrinciples } from './rules/usual.ts'
import { loadCycle, saveCycle } from './store.ts'

export const cycleActions: Actions<typeof cycleContract> = {
  async listCycles(context, filter) {
    const { rows, next } = await cyclesSeen(context, filter)
    return { rows: rows.map((row) => rowView(context, row)), next, total: null }
  },

  async readCycle(context, { cycle: id }) {
    return view(context, id)
  },

  async readRunningCycle(context) {
    const nearest = context.actor.posts.map(({ path }) => path).sort((a, b) => b.length - a.length)
    const root = await rootPath(context)
    const { today } = context
    for (const path of [...nearest, ...(root ? [root] : [])]) {
      const running = await openCycleFor(context, path)
      if (!running) continue
      if (running.scope === 'party' && !isSignedIn(context.actor)) return { cycle: null, withheld: true, today }
      const { cycle, name } = found(await cycleWithOrganisation(context, running.id))
      return { cycle: { id: cycle.id, organisation: name, ...cycle.plan }, withheld: false, today }
    }
    return { cycle: null, withheld: false, today }
  },

  async draftCycle(context, { organisation: id, ...input }) {
    const organisation = found(await readOrganisation(context, id))
    permit(may(context.actor, { organisation: id as OrganisationId }))
    await mustStand(context, id)
    accept(organisation.kind === 'branch' ? refuse('cycle.not-of-a-branch') : allow(true))
    const plan = accept(sound(planOf(input)))
    const cycle: Cycle = {
      id: context.newId() as CycleId,
      organisation: id as OrganisationId,
      state: 'draft',
      draftedBy: context.actor.person,
      draftedAt: context.now,
      plan,
    }
    return saved(context, cycle, 'cycle.drafted', { plan })
  },

  async changeCycle(context, { cycle: id, ...input }) {
    const cycle = found(await loadCycle(context, id))
    permit(may(context.actor, cycle))
    const changed = accept(change(cycle, planOf(input)))
    return saved(context, changed, 'cycle.changed', { before: cycle.plan, after: changed.plan })
  },

  async openCycle(context, { cycle: id }) {
    const cycle = found(await loadCycle(context, id))
    permit(may(context.actor, cycle))
    const nameOf = (missing: Needed) => cycleMessages.labels[missing][context.language]
    return saved(context, accept(open(cycle, context.actor.person, context.now, nameOf)), 'cycle.opened', {})
  },

  async closeCycle(context, { cycle: id, reason }) {
    const cycle = found(await loadCycle(context, id))
    permit(may(context.actor, cycle))
    return saved(context, accept(close(cycle, context.actor.person, context.now)), 'cycle.closed', { reason })
  },
}

export const cycleReach = {
  async cycle(context: Context, id: string): Promise<boolean> {
    const known = await cycleWithOrganisation(context, id)
    return known !== undefined && sees(context.actor, { ...known.cycle, path: known.path })
  },
}

type PlanInput = Omit<Plan, 'aims' | 'principles' | 'ideas'> & {
  aims?: string[] | undefined
  principles?: string[] | undefined
  ideas?: string[] | undefined
}

/** The plan as it was sent; what was left out is that of the founding paper. */
function planOf({ aims, principles, ideas, ...rest }: PlanInput): Plan {
  return {
    ...rest,
    aims: aims ?? [...usualAims],
    principles: principles ?? [...usualPrinciples],
    ideas: ideas ?? [...usualIdeas],
  }
}

async function saved(context: Context, cycle: Cycle, action: string, detail: Record<string, unknown>) {
  const doubled = await anotherAtWork(context, cycle.organisation, cycle.plan.year, cycle.id)
  accept(doubled ? refuse('cycle.one-each-year', { year: cycle.plan.year }) : allow(true))
  await saveCycle(context, cycle)
  await writeHistory(context, action, { kind: 'cycle', id: cycle.id, organisation: cycle.organisation }, detail)
  return view(context, cycle.id)
}

async function view(context: Context, id: string) {
  const { cycle, name } = found(await cycleWithOrganisation(context, id))
  return {
    id: cycle.id,
    organisation: { id: cycle.organisation, name },
    state: cycle.state,
    expired: isExpired(cycle.plan, context.today),
    ...cycle.plan,
    missing: cycle.state === 'draft' ? missingIn(cycle.plan) : [],
    openedAt: cycle.state === 'draft' ? null : cycle.openedAt,
    closedAt: cycle.state === 'closed' ? cycle.closedAt : null,
    allowed: allowedIn(context, cycle),
  }
}

function rowView(context: Context, row: Awaited<ReturnType<typeof cyclesSeen>>['rows'][number]) {
  const state = row.state as Cycle['state']
  return {
    id: row.id,
    organisation: { id: row.organisationId, name: row.organisationName },
    state,
    expired: row.termTo !== null && row.termTo < context.today,
    year: row.year,
    title: row.title,
    termFrom: row.termFrom,
    termTo: row.termTo,
    allowed: allowedIn(context, { state, organisation: row.organisationId as OrganisationId }),
  }
}

function allowedIn({ actor }: Context, cycle: Pick<Cycle, 'state' | 'organisation'>) {
  return may(actor, cycle).ok ? [...life[cycle.state]] : []
}
