import * as z from 'zod/mini'
import { posts } from '#basics/actor.ts'
import { operation } from '#basics/contract.ts'
import { day, id, instant, nothing } from '#basics/shapes.ts'
import type { StepDays } from './rules/duties.ts'
import { type ReviewerKind, reviewedBy, reviewerKinds } from './rules/route.ts'

const named = z.strictObject({ id, name: z.string() })
const stageRule = z.strictObject({
  kind: z.enum(reviewerKinds),
  by: z.enum(reviewedBy),
  days: z.nullable(z.int().check(z.gte(1), z.lte(60))),
  mayReject: z.boolean(),
})
const stageRules = z.array(stageRule).check(z.maxLength(reviewerKinds.length))
const routePlan = z.strictObject({
  'general-branch': stageRules,
  committee: stageRules,
  'party-group': stageRules,
  root: stageRules,
} satisfies Record<ReviewerKind, typeof stageRules>)

const days = z.int().check(z.gte(1), z.lte(60))
/** Working days of the steps after the reviews; not given, they stay as they are. */
const stepDays = z.strictObject({ check: days, disclose: days, answer: days } satisfies Record<
  keyof StepDays,
  typeof days
>)

const planVersion = z.strictObject({
  fromOn: day,
  setBy: z.string(),
  setAt: instant,
  plan: routePlan,
  steps: stepDays,
})

const people = z.array(z.string())

export const routeContract = {
  readRoutePlans: operation({
    method: 'GET',
    path: '/organisations/:organisation/route-plans',
    summary: 'How themes are reviewed in the programme of an organisation: the plan in force and every version of it',
    input: nothing,
    output: z.strictObject({
      organisation: named,
      /** Whether it has ever run a programme; the plan of another has no effect. */
      runs: z.boolean(),
      /** Null: every organisation above reviews, nearest first. */
      inForce: z.nullable(planVersion),
      /** The latest first, those to come among them. */
      versions: z.array(planVersion),
      today: day,
      allowed: z.array(z.enum(['set'])),
    }),
  }),
  setRoutePlan: operation({
    method: 'POST',
    path: '/organisations/:organisation/route-plans',
    summary: 'Set from a day on who reviews themes, in which order, in how many days; those under way keep their route',
    input: z.strictObject({ fromOn: day, plan: routePlan, steps: z.optional(stepDays) }),
    output: planVersion,
  }),
  readReviewRoute: operation({
    method: 'GET',
    path: '/organisations/:organisation/review-route',
    summary: 'The route that a theme of this branch would take on a day, with everyone above and who holds which post',
    input: z.strictObject({ on: z.optional(day) }),
    output: z.strictObject({
      branch: named,
      /** The organisation whose plan counts; null when no cycle is open. */
      owner: z.nullable(named),
      planFrom: z.nullable(day),
      above: z.array(
        z.strictObject({
          id,
          name: z.string(),
          kind: z.enum(['general-branch', 'committee', 'party-group']),
          root: z.boolean(),
          office: people,
          secretary: people,
        }),
      ),
      stages: z.array(
        z.strictObject({
          organisation: named,
          posts: z.array(z.enum(posts)),
          days: z.nullable(z.int()),
          mayReject: z.boolean(),
          reviewers: people,
        }),
      ),
    }),
  }),
  listRouteGaps: operation({
    method: 'GET',
    path: '/organisations/:organisation/route-gaps',
    summary: 'Where nobody may review, by the plan of today: before a theme gets there, and themes that wait there now',
    input: nothing,
    output: z.strictObject({
      /** How many branches were looked at. */
      branches: z.int(),
      gaps: z.array(
        z.strictObject({
          organisation: named,
          posts: z.array(z.enum(posts)),
          /** `own`: held by the secretary of the branch alone, who does not review its theme. */
          why: z.enum(['vacant', 'own']),
          branches: z.int(),
          examples: z.array(named),
        }),
      ),
      waiting: z.array(
        z.strictObject({ id, name: z.string(), branch: named, at: named, posts: z.array(z.enum(posts)) }),
      ),
    }),
  }),
}
