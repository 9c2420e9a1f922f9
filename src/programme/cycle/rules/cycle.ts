import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, type Details, refuse } from '#basics/decision.ts'
import type { CycleId, OrganisationId, PersonId } from '#basics/id.ts'

/** What the calendar of a cycle can name: the stages of building a brand, meetings, inspection, scoring, selection. */
export const calendarKinds = [
  'opening',
  'distil',
  'notice',
  'build',
  'promotion-meeting',
  'seminar',
  'inspection',
  'self-score',
  'assessment',
  'selection',
  'other',
] as const
export type CalendarKind = (typeof calendarKinds)[number]

/** One line of the calendar: both days count. `region` is null when it is for all. */
export interface CalendarItem {
  kind: CalendarKind
  title: string
  from: Day
  to: Day
  region: string | null
}

/** Inside the Party, or to society as well: how far notices and lists of the cycle are disclosed. */
export type DisclosureScope = 'party' | 'society'

/** What the plan of a year says. What is null or empty may be missing in a draft only; `termTo` is the last day of the term. */
export interface Plan {
  year: number
  title: string
  overallGoal: string | null
  purpose: string | null
  meeting: { title: string; on: Day } | null
  aims: string[]
  principles: string[]
  ideas: string[]
  calendar: CalendarItem[]
  approvingBody: string | null
  documentNumber: string | null
  termFrom: Day | null
  termTo: Day | null
  scope: DisclosureScope | null
  noticeDays: number
}

/** A plan with everything that a cycle cannot open without. */
export type ApprovedPlan = Plan & {
  overallGoal: string
  approvingBody: string
  documentNumber: string
  termFrom: Day
  termTo: Day
  scope: DisclosureScope
}

interface Kept {
  id: CycleId
  organisation: OrganisationId
  draftedBy: PersonId
  draftedAt: Instant
}

/** The programme year of one organisation. Each state carries only what is true in it. */
export type Cycle =
  | (Kept & { state: 'draft'; plan: Plan })
  | (Kept & { state: 'open'; plan: ApprovedPlan; openedBy: PersonId; openedAt: Instant })
  | (Kept & {
      state: 'closed'
      plan: ApprovedPlan
      openedBy: PersonId
      openedAt: Instant
      closedBy: PersonId
      closedAt: Instant
    })

export type CycleState = Cycle['state']
export type CycleVerb = 'change' | 'open' | 'close'
export const cycleVerbs = ['change', 'open', 'close'] as const

/** The life of a cycle: what may be done in each state. */
export const life: Record<CycleState, readonly CycleVerb[]> = {
  draft: ['change', 'open'],
  open: ['close'],
  closed: [],
}

/** What a cycle cannot open without (red lines: no programme without an approval on record). */
export const needed = [
  'overallGoal',
  'aims',
  'principles',
  'calendar',
  'approvingBody',
  'documentNumber',
  'term',
  'scope',
] as const
export type Needed = (typeof needed)[number]

export type CycleRefusal =
  | 'cycle.not-a-draft'
  | 'cycle.not-open'
  | 'cycle.incomplete'
  | 'cycle.term-ends-before-it-begins'
  | 'cycle.calendar-ends-before-it-begins'
  | 'cycle.term-is-over'

/** What is still missing before the cycle can open, in the order of the form. */
export function missingIn(plan: Plan): Needed[] {
  const has: Record<Needed, boolean> = {
    overallGoal: plan.overallGoal !== null,
    aims: plan.aims.length === 4,
    principles: plan.principles.length === 4,
    calendar: plan.calendar.length > 0,
    approvingBody: plan.approvingBody !== null,
    documentNumber: plan.documentNumber !== null,
    term: plan.termFrom !== null && plan.termTo !== null,
    scope: plan.scope !== null,
  }
  return needed.filter((name) => !has[name])
}

/** The plan as it may be kept: its term and its calendar run forwards. */
export function sound(plan: Plan): Decision<Plan, CycleRefusal> {
  if (plan.termFrom !== null && plan.termTo !== null && plan.termTo < plan.termFrom)
    return refuse('cycle.term-ends-before-it-begins')
  const backwards = plan.calendar.find(({ from, to }) => to < from)
  if (backwards) return refuse('cycle.calendar-ends-before-it-begins', { title: backwards.title })
  return allow(plan)
}

/** A changed plan: while it is a draft only. */
export function change(cycle: Cycle, plan: Plan): Decision<Cycle, CycleRefusal> {
  if (cycle.state !== 'draft') return refuse('cycle.not-a-draft')
  const kept = sound(plan)
  return kept.ok ? allow({ ...cycle, plan: kept.value }) : kept
}

/**
 * Opens a drafted cycle. Refused with everything that is missing, named by `nameOf` in the language of the person asking,
 * and when the approved term is over already.
 */
export function open(
  cycle: Cycle,
  by: PersonId,
  at: Instant,
  nameOf: (missing: Needed) => string,
): Decision<Cycle, CycleRefusal> {
  if (cycle.state !== 'draft') return refuse('cycle.not-a-draft')
  const missing = missingIn(cycle.plan)
  if (missing.length > 0) {
    const details: Details = { missing: missing.map(nameOf).join('、') }
    return refuse('cycle.incomplete', details)
  }
  const plan = cycle.plan as ApprovedPlan
  if (plan.termTo < at.slice(0, 10)) return refuse('cycle.term-is-over')
  return allow({ ...cycle, state: 'open', plan, openedBy: by, openedAt: at })
}

/** Closes an open cycle; themes and titles stand. */
export function close(cycle: Cycle, by: PersonId, at: Instant): Decision<Cycle, CycleRefusal> {
  if (cycle.state !== 'open') return refuse('cycle.not-open')
  return allow({ ...cycle, state: 'closed', closedBy: by, closedAt: at })
}

/** Whether the approved term is over: no new acts are opened in the cycle; themes and titles stand. */
export function isExpired(plan: Plan, today: Day): boolean {
  return plan.termTo !== null && plan.termTo < today
}
