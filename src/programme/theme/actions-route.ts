import type { OrganisationId } from '#basics/id.ts'
import { type Actions, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { organisation } from '#programme/organisation/reads.ts'
import type { routeContract } from './contract-route.ts'
import { planOn, plansOf, runsProgrammes, stepDaysOn } from './reads-route.ts'
import { gapsBelow, reviewRoute } from './route-views.ts'
import { mayRead, mayReadGaps, mayReadPlan, maySetPlan } from './rules/permissions.ts'
import { settable } from './rules/route.ts'
import { insertRoutePlan } from './store-route.ts'

export const routeActions: Actions<typeof routeContract> = {
  async readRoutePlans(context, { organisation: id }) {
    const { name, path } = found(await organisation(context, id))
    permit(mayReadPlan(context.actor, path))
    return {
      organisation: { id, name },
      runs: await runsProgrammes(context, id),
      inForce: (await planOn(context, id, context.today)) ?? null,
      versions: await plansOf(context, id),
      today: context.today,
      allowed: maySetPlan(context.actor, id as OrganisationId).ok ? ['set' as const] : [],
    }
  },

  async setRoutePlan(context, { organisation: id, fromOn, plan, ...wished }) {
    const { kind } = found(await organisation(context, id))
    permit(maySetPlan(context.actor, id as OrganisationId))
    const set = accept(settable(plan, { kind, fromOn, today: context.today }))
    const steps = wished.steps ?? (await stepDaysOn(context, id, fromOn))
    await insertRoutePlan(context, { organisation: id, fromOn, plan: set, steps })
    await writeHistory(context, 'theme.route-planned', { kind: 'organisation', id, organisation: id }, { fromOn })
    return { fromOn, plan: set, steps, setBy: context.actor.name, setAt: context.now }
  },

  async readReviewRoute(context, { organisation: id, on }) {
    const branch = found(await organisation(context, id))
    permit(mayRead(context.actor, branch.path))
    return reviewRoute(context, branch, on ?? context.today)
  },

  async listRouteGaps(context, { organisation: id }) {
    const { path } = found(await organisation(context, id))
    permit(mayReadGaps(context.actor, path))
    const { waiting, ...gaps } = await gapsBelow(context, { id, path })
    return { ...gaps, waiting: mayReadPlan(context.actor, path).ok ? waiting : [] }
  },
}
