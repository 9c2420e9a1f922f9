import type { HeldPost, Post } from '#basics/actor.ts'
import { type Day, isDay } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'

/** Kinds of organisation that review; `root` is the topmost one, whatever it is called. */
export const reviewerKinds = ['general-branch', 'committee', 'party-group', 'root'] as const
export type ReviewerKind = (typeof reviewerKinds)[number]

/** By whom: either post, one of them alone, or first the office and then the secretary (who may be the same person). */
export const reviewedBy = ['either', 'office', 'secretary', 'both'] as const
export type ReviewedBy = (typeof reviewedBy)[number]

/** One line of a plan: every organisation of this kind above the branch reviews, nearest first. */
export interface StageRule {
  kind: ReviewerKind
  by: ReviewedBy
  /** Working days in which it should be done, the day of arrival not counted; null for no limit. Late passes by itself never. */
  days: number | null
  /** Whether it may reject; otherwise it passes or returns. */
  mayReject: boolean
}

/** The route by a branch's surroundings: the kind of the organisation directly above it. */
export type RoutePlan = Record<ReviewerKind, StageRule[]>

/** One stage of a theme's own route, as it stood when the theme was submitted. */
export interface Stage {
  organisation: OrganisationId
  posts: Post[]
  days: number | null
  mayReject: boolean
}

/** An organisation above a branch. */
export interface Above {
  id: OrganisationId
  kind: Exclude<ReviewerKind, 'root'>
  root: boolean
}

/** Working days of a stage where no plan says otherwise. */
export const USUAL_DAYS = 5
const usual = (kind: ReviewerKind): StageRule => ({ kind, by: 'either', days: USUAL_DAYS, mayReject: true })

/** The plan a person starts from: everyone above, secretary or office, as it is without a plan. */
export function usualPlan(): RoutePlan {
  const all = reviewerKinds.map(usual)
  return {
    'general-branch': all,
    committee: all.slice(1),
    'party-group': [usual('committee'), usual('party-group'), usual('root')],
    root: [usual('root')],
  }
}

export function kindOf({ kind, root }: Pick<Above, 'kind' | 'root'>): ReviewerKind {
  return root ? 'root' : kind
}

/**
 * The route of a branch, nearest organisations first within a kind. Without a plan every organisation above reviews,
 * nearest first, by either post, within five working days. Empty when nobody is above.
 */
export function routeFor(plan: RoutePlan | null, above: readonly Above[]): Stage[] {
  const [nearest] = above
  if (!nearest) return []
  if (!plan) return above.flatMap((each) => stagesAt(each, usual(kindOf(each))))
  return plan[kindOf(nearest)].flatMap((rule) =>
    above.filter((each) => kindOf(each) === rule.kind).flatMap((each) => stagesAt(each, rule)),
  )
}

function stagesAt({ id }: Above, { by, days, mayReject }: StageRule): Stage[] {
  const stage = (...posts: Post[]): Stage => ({ organisation: id, posts, days, mayReject })
  if (by === 'both') return [stage('office'), stage('secretary')]
  return [by === 'either' ? stage('office', 'secretary') : stage(by)]
}

export type RoutePlanRefusal =
  | 'theme.plan-backdated'
  | 'theme.plan-of-a-branch'
  | 'theme.plan-says-twice'
  | 'theme.plan-reaches-nobody'

/**
 * Whether a plan can be set for an organisation from a day on: today at the earliest, for no branch, each kind at most
 * once, and with a stage that every branch of those surroundings has (its own upper organisation, or the topmost).
 */
export function settable(
  plan: RoutePlan,
  { kind, fromOn, today }: { kind: string; fromOn: Day; today: Day },
): Decision<RoutePlan, RoutePlanRefusal> {
  if (kind === 'branch') return refuse('theme.plan-of-a-branch')
  if (!isDay(fromOn) || fromOn < today) return refuse('theme.plan-backdated', { today })
  for (const surroundings of reviewerKinds) {
    const kinds = plan[surroundings].map((rule) => rule.kind)
    if (new Set(kinds).size < kinds.length) return refuse('theme.plan-says-twice')
    if (!kinds.includes(surroundings) && !kinds.includes('root')) return refuse('theme.plan-reaches-nobody')
  }
  return allow(plan)
}

/** Somebody who holds a post in an organisation today. */
export interface Holder {
  organisation: OrganisationId
  post: Post
  person: PersonId
  name: string
}

/** Those who may review at a stage: holders of its posts there, without those whose own theme it is. */
export function reviewersAt(stage: Stage, holders: readonly Holder[], own: readonly PersonId[]): Holder[] {
  return holders.filter(
    ({ organisation, post, person }) =>
      organisation === stage.organisation && stage.posts.includes(post) && !own.includes(person),
  )
}

/** A stage at which nobody may review: the post is vacant, or held by the branch's own secretary alone. */
export interface Gap {
  stage: Stage
  why: 'vacant' | 'own'
}

/** The gaps in a route; `own` are the secretaries of the branch, who do not review its theme. */
export function gapsIn(route: readonly Stage[], holders: readonly Holder[], own: readonly PersonId[]): Gap[] {
  return route
    .filter((stage) => reviewersAt(stage, holders, own).length === 0)
    .map((stage) => ({ stage, why: reviewersAt(stage, holders, []).length === 0 ? 'vacant' : 'own' }))
}

/** Whether one of the seats that a person holds reviews at this stage. */
export function sitsAt(stage: Stage, seats: readonly Pick<HeldPost, 'organisation' | 'post'>[]): boolean {
  return seats.some(({ organisation, post }) => organisation === stage.organisation && stage.posts.includes(post))
}
