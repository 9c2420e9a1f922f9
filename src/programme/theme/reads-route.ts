import { sql } from 'kysely'
import type { Day, Instant } from '#basics/calendar.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { type ThemeRow, themes } from './reads.ts'
import { type StepDays, usualStepDays } from './rules/duties.ts'
import type { Holder, RoutePlan } from './rules/route.ts'

export interface PlanRow {
  fromOn: Day
  setBy: string
  setAt: Instant
  plan: RoutePlan
  steps: StepDays
}

const stepDays = sql<StepDays>`jsonb_build_object('check', check_days, 'disclose', disclose_days, 'answer', answer_days)`

function plans({ tx }: Pick<Context, 'tx'>, organisation: string) {
  return tx
    .selectFrom('theme_route_plan')
    .innerJoin('person', 'person.id', 'theme_route_plan.set_by')
    .select(['from_on as fromOn', 'person.name as setBy', 'set_at as setAt', 'plan', stepDays.as('steps')])
    .where('theme_route_plan.organisation_id', '=', organisation)
    .orderBy('from_on', 'desc')
    .orderBy('theme_route_plan.id', 'desc')
}

/** The plan of an organisation on a day: of those that began by then the one that began last, and was set last. */
export async function planOn(
  context: Pick<Context, 'tx'>,
  organisation: string,
  on: Day,
): Promise<PlanRow | undefined> {
  const row = await plans(context, organisation).where('from_on', '<=', on).limit(1).executeTakeFirst()
  return row as PlanRow | undefined
}

/** The days of the steps after the reviews in the programme of an organisation on a day. */
export async function stepDaysOn(context: Pick<Context, 'tx'>, organisation: string, on: Day): Promise<StepDays> {
  return (await planOn(context, organisation, on))?.steps ?? usualStepDays
}

/** Every version of the plan, the latest first; what is beyond a hundred is in the history. */
export async function plansOf(context: Pick<Context, 'tx'>, organisation: string): Promise<PlanRow[]> {
  return (await plans(context, organisation).limit(100).execute()) as PlanRow[]
}

/** Who holds the posts that review in these organisations today, and the secretaries among them of branches. */
export async function holdersAt(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  ids: readonly string[],
): Promise<Holder[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<Holder>`select post.organisation_id as organisation, post.post, person.id as person, person.name
    from post join person on person.id = post.person_id
    where post.organisation_id = any(${ids}::uuid[]) and post.post in ('office', 'secretary')
      and post.confirmed_at is not null and post.from_on <= ${today}::date
      and (post.until_on is null or post.until_on > ${today}::date)
      and (person.left_on is null or person.left_on > ${today}::date)
    order by post.from_on, person.name`.execute(tx)
  return rows
}

/** Every branch that stands at or below a place in the tree, and every organisation above one of them. */
export async function treeBelow({ tx }: Pick<Context, 'tx'>, path: string) {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'path'])
    .where((where) => where.or([where('path', 'like', `${path}%`), where('id', 'in', path.split('/').filter(Boolean))]))
    .where('dissolved_on', 'is', null)
    .orderBy('sort_no')
    .execute()
  return rows as {
    id: OrganisationId
    name: string
    kind: 'branch' | 'general-branch' | 'committee' | 'party-group'
    path: string
  }[]
}

/** Themes being reviewed in the programme of an organisation, with those whose own they are; the longest waiting first. */
export async function underReview(context: Pick<Context, 'tx'>, organisation: string): Promise<ThemeRow[]> {
  return (await themes(context)
    .where('theme.state', '=', 'submitted')
    .where('theme.steward_id', '=', organisation)
    .orderBy('theme.since')
    .orderBy('theme.id')
    .limit(1000)
    .execute()) as ThemeRow[]
}

/** Whether the organisation has ever run a programme. */
export async function runsProgrammes({ tx }: Pick<Context, 'tx'>, organisation: string): Promise<boolean> {
  const row = await tx
    .selectFrom('cycle')
    .select('id')
    .where('organisation_id', '=', organisation)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose own theme it is: nobody of them reviews it. */
export function ownersOf(
  row: Pick<ThemeRow, 'organisation_id' | 'drafted_by' | 'submitted_by'>,
  holders: readonly Holder[],
): PersonId[] {
  const secretaries = holders
    .filter(({ organisation, post }) => organisation === row.organisation_id && post === 'secretary')
    .map(({ person }) => person)
  return [...secretaries, row.drafted_by as PersonId, ...(row.submitted_by ? [row.submitted_by as PersonId] : [])]
}
