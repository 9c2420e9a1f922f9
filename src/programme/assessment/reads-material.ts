import { sql } from 'kysely'
import { listsBy } from '#basics/lists.ts'
import type { Context } from '#platform/context.ts'
import { recordFacts } from '#programme/building/reads-facts.ts'
import type { RecordFacts } from '#programme/building/rules/facts.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { type ThemeInForce, themesInForce } from '#programme/theme/reads.ts'
import type { Material, SurveyCount } from './rules/material.ts'
import type { OptionVotes } from './rules/votes.ts'

interface Wanted {
  id: string
  branch: string
}

/** Everything gathered by now about these branches of a roster, by the id of the assessed branch. */
export async function materialOf(
  context: Pick<Context, 'tx'>,
  sheet: Sheet,
  branches: readonly Wanted[],
): Promise<Map<string, Material>> {
  const ids = branches.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const organisations = branches.map(({ branch }) => branch)
  const themes = await themesInForce(context, organisations, sheet.asOf)
  const records = await recordFacts(context, organisations, `${sheet.year}-01-01`, sheet.asOf)
  const supplied = byBranch(await suppliedOf(context, ids))
  const assignments = byBranch(await assignmentsOf(context, ids))
  const ratings = byBranch(await latestRatings(context, ids))
  const surveys = byBranch(await surveysOf(context, ids))
  const honours = byBranch(await honoursOf(context, ids))
  return new Map(
    branches.map(({ id, branch }): [string, Material] => [
      id,
      {
        supplied: Object.fromEntries(supplied(id).map((each) => [each.fact, each])),
        records: recordsOf(records.get(branch)!),
        theme: themeOf(themes.get(branch)),
        assessors: assignments(id).map(({ assessor, group }) => ({ label: assessor, group })),
        ratings: ratings(id),
        surveys: surveys(id).map(surveyCount),
        honours: honours(id)
          .filter(({ state }) => state !== 'withdrawn')
          .map((each) => ({ ...each, on: each.awardedOn, confirmed: each.state === 'confirmed' })),
      },
    ]),
  )
}

function byBranch<Row extends { assessed: string }>(rows: readonly Row[]): (id: string) => Row[] {
  const lists = listsBy(rows, ({ assessed }) => assessed)
  return (id) => lists.get(id) ?? []
}

/** The supplied facts of these branches, the latest of each. */
export async function suppliedOf({ tx }: Pick<Context, 'tx'>, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('supplied_fact')
    .distinctOn(['assessed_id', 'fact'])
    .select(['id', 'assessed_id as assessed', 'fact', 'value', 'document'])
    .where('assessed_id', 'in', ids)
    .orderBy('assessed_id')
    .orderBy('fact')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, id: String(row.id), value: row.value as FactValue }))
}

/** Who scores these branches today. */
export async function assignmentsOf({ tx }: Pick<Context, 'tx'>, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('assessor_assignment')
    .select(['assessed_id as assessed', 'assessor_id as assessor', 'rater_group as group'])
    .where('assessed_id', 'in', ids)
    .orderBy('assessor_id')
    .execute()
}

/** The latest mark of each assessor who is still assigned, with the person as its label. */
export async function latestRatings({ tx }: Pick<Context, 'tx'>, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('rating')
    .innerJoin('assessor_assignment as given', (join) =>
      join.onRef('given.assessed_id', '=', 'rating.assessed_id').onRef('given.assessor_id', '=', 'rating.assessor_id'),
    )
    .distinctOn(['rating.assessed_id', 'rating.fact', 'rating.assessor_id'])
    .select([
      'rating.assessed_id as assessed',
      'rating.fact',
      'rating.assessor_id as assessor',
      'rating.points',
      'rating.reason',
      'rating.compared_with as comparedWith',
    ])
    .where('rating.assessed_id', 'in', ids)
    .orderBy('rating.assessed_id')
    .orderBy('rating.fact')
    .orderBy('rating.assessor_id')
    .orderBy('rating.id', 'desc')
    .execute()
}

/** The survey counts of these branches. */
export async function surveysOf({ tx }: Pick<Context, 'tx'>, ids: readonly string[]) {
  const rows = await tx.selectFrom('survey_count').selectAll().where('assessed_id', 'in', ids).execute()
  return rows.map(({ assessed_id, ...row }) => ({ ...row, assessed: assessed_id }))
}

function surveyCount(row: Awaited<ReturnType<typeof surveysOf>>[number]): SurveyCount {
  const base = { fact: row.fact, voters: row.voters, heldOn: row.held_on }
  if (row.confirmed_at === null) return { ...base, state: 'entered' }
  if (row.too_few) return { ...base, state: 'too-few' }
  if (row.votes !== null) return { ...base, state: 'counted-by-option', votes: row.votes as OptionVotes['votes'] }
  return { ...base, state: 'counted', valid: row.valid!, satisfied: row.satisfied! }
}

/** The honours of these branches, withdrawn ones too. */
export async function honoursOf({ tx }: Pick<Context, 'tx'>, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('honour')
    .selectAll()
    .where('assessed_id', 'in', ids)
    .orderBy('awarded_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    assessed: row.assessed_id,
    fact: row.fact,
    level: row.level,
    matter: row.matter,
    issuer: row.issuer,
    document: row.document,
    awardedOn: row.awarded_on,
    state: row.withdrawn_at ? ('withdrawn' as const) : row.confirmed_at ? ('confirmed' as const) : ('entered' as const),
    reason: row.withdrawn_reason,
  }))
}

function themeOf(theme: ThemeInForce | undefined): Material['theme'] {
  return theme ? { id: theme.theme, name: theme.name, effectiveOn: theme.since } : null
}

function recordsOf({ kinds, confirmedProblems, adoptionsByOthers }: RecordFacts): Material['records'] {
  return {
    membersMeetings: kinds['members-meeting'],
    committeeMeetings: kinds['committee-meeting'],
    problemsSolved: confirmedProblems,
    activities: kinds.activity,
    adoptions: adoptionsByOthers.map((each) => ({ ...each, by: each.organisationName })),
  }
}

/** How many latest marks the branches of an assessment have, and how many assignments there are. */
export async function progressOf({ tx }: Pick<Context, 'tx'>, assessment: string) {
  const { rows } = await sql<{
    branches: number
    rated: number
    selfScored: number
    assigned: number
    assignments: number
    marksGiven: number
  }>`select
      count(*)::int as branches,
      (count(*) filter (where rated and not exists (select 1 from assessed_end e where e.assessed_id = b.id)))::int as rated,
      (count(*) filter (where exists (select 1 from self_score s where s.assessed_id = b.id)))::int as "selfScored",
      (count(*) filter (where exists (select 1 from assessor_assignment a where a.assessed_id = b.id)))::int as assigned,
      coalesce(sum((select count(*) from assessor_assignment a where a.assessed_id = b.id and b.rated)), 0)::int as assignments,
      coalesce(sum((select count(distinct (r.fact, r.assessor_id)) from rating r join assessor_assignment a
        on a.assessed_id = r.assessed_id and a.assessor_id = r.assessor_id where r.assessed_id = b.id)), 0)::int as "marksGiven"
    from assessed_branch b where assessment_id = ${assessment}::uuid`.execute(tx)
  return rows[0]!
}
