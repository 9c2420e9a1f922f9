import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { StepDays } from './rules/duties.ts'
import type { RoutePlan } from './rules/route.ts'

/** Adds a version; older ones stay, and two set at once are both kept: the later one counts. */
export async function insertRoutePlan(
  context: Context,
  { organisation, fromOn, plan, steps }: { organisation: string; fromOn: Day; plan: RoutePlan; steps: StepDays },
): Promise<void> {
  await context.tx
    .insertInto('theme_route_plan')
    .values({
      organisation_id: organisation,
      from_on: fromOn,
      plan: json(plan),
      check_days: steps.check,
      disclose_days: steps.disclose,
      answer_days: steps.answer,
      set_by: context.actor.person,
      set_at: context.now,
    })
    .execute()
}
