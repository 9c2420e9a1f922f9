import { sql } from 'kysely'
import { isLeading } from '#basics/actor.ts'
import type { Day, Instant } from '#basics/calendar.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { OwnPoints } from './rules/self-score.ts'

/** A branch on the roster, as it stood on opening, with its self-score. */
export interface AssessedRow {
  id: string
  assessment: string
  branch: OrganisationId
  name: string
  region: string | null
  kind: string
  setUpOn: Day
  path: string
  sortNo: number
  /** False also once the branch has ended. */
  rated: boolean
  /** Since when and why it is assessed no more, with the one that took over what it left. */
  ended: { on: Day; ground: string; successor: { id: string; name: string } } | null
  scores: OwnPoints[] | null
  scoredAt: Instant | null
  assessors: number
  total: string | null
  level: string | null
  version: number | null
}

function assessed({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('assessed_branch')
    .leftJoin('self_score', 'self_score.assessed_id', 'assessed_branch.id')
    .leftJoin('assessed_end', 'assessed_end.assessed_id', 'assessed_branch.id')
    .leftJoin('organisation as heir', 'heir.id', 'assessed_end.successor_id')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('assessment_result')
          .select(['total', 'level', 'version'])
          .whereRef('assessment_result.assessed_id', '=', 'assessed_branch.id')
          .orderBy('version', 'desc')
          .limit(1)
          .as('result'),
      (join) => join.onTrue(),
    )
    .select([
      'assessed_branch.id',
      'assessed_branch.assessment_id as assessment',
      'assessed_branch.branch_id as branch',
      'assessed_branch.name',
      'assessed_branch.region',
      'assessed_branch.kind',
      'assessed_branch.set_up_on as setUpOn',
      'assessed_branch.path',
      'assessed_branch.sort_no as sortNo',
      sql<boolean>`(assessed_branch.rated and assessed_end.assessed_id is null)`.as('rated'),
      sql<AssessedRow['ended']>`case when heir.id is not null then jsonb_build_object('on', assessed_end.ended_on,
        'ground', assessed_end.ground, 'successor', jsonb_build_object('id', heir.id, 'name', heir.name)) end`.as(
        'ended',
      ),
      'self_score.scores',
      'self_score.scored_at as scoredAt',
      'result.total',
      'result.level',
      'result.version',
      sql<number>`(select count(*)::int from assessor_assignment a where a.assessed_id = assessed_branch.id)`.as(
        'assessors',
      ),
    ])
}

export async function assessedById(context: Pick<Context, 'tx'>, id: string): Promise<AssessedRow | undefined> {
  return (await assessed(context).where('assessed_branch.id', '=', id).executeTakeFirst()) as AssessedRow | undefined
}

/** Every branch on the roster in the order of the structure. */
export async function rosterOf(context: Pick<Context, 'tx'>, assessment: string): Promise<AssessedRow[]> {
  const rows = await assessed(context)
    .where('assessed_branch.assessment_id', '=', assessment)
    .orderBy('assessed_branch.sort_no')
    .orderBy('assessed_branch.id')
    .execute()
  return rows as AssessedRow[]
}

/** A page of the roster within reach of an overseeing post, in the order of the structure. */
export async function assessedPage(
  context: Context,
  assessment: string,
  filter: { region?: string | undefined; search?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ rows: AssessedRow[]; next: string | null }> {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const leads = context.actor.posts.filter(isLeading)
  const rows = (await assessed(context)
    .where('assessed_branch.assessment_id', '=', assessment)
    .where((where) => where.or(leads.map(({ path }) => where('assessed_branch.path', 'like', `${path}%`))))
    .$if(filter.region !== undefined, (query) => query.where('assessed_branch.region', '=', filter.region!))
    .$if(filter.search !== undefined, (query) =>
      query.where('assessed_branch.name', 'like', containing(filter.search!)),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(assessed_branch.sort_no, assessed_branch.id) > (${Number(after![0])}, ${after![1]}::uuid)`,
      ),
    )
    .orderBy('assessed_branch.sort_no')
    .orderBy('assessed_branch.id')
    .limit(filter.limit + 1)
    .execute()) as AssessedRow[]
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.sortNo, last.id]) : null }
}

/** The branches in assessments of which the actor is secretary or member today, the latest assessment first. */
export async function assessedOfActor(context: Context): Promise<AssessedRow[]> {
  const own = context.actor.posts.filter(({ post }) => post !== 'staff').map(({ organisation }) => organisation)
  if (own.length === 0) return []
  const rows = await assessed(context)
    .innerJoin('assessment', 'assessment.id', 'assessed_branch.assessment_id')
    .where('assessed_branch.branch_id', 'in', own)
    .orderBy('assessment.opened_at', 'desc')
    .orderBy('assessed_branch.sort_no')
    .limit(100)
    .execute()
  return rows as AssessedRow[]
}

/** The branches given to the actor as an assessor, the latest assessment first. */
export async function assignedToActor(context: Context): Promise<AssessedRow[]> {
  const rows = await assessed(context)
    .innerJoin('assessment', 'assessment.id', 'assessed_branch.assessment_id')
    .innerJoin('assessor_assignment', 'assessor_assignment.assessed_id', 'assessed_branch.id')
    .where('assessor_assignment.assessor_id', '=', context.actor.person)
    .orderBy('assessment.opened_at', 'desc')
    .orderBy('assessed_branch.sort_no')
    .limit(500)
    .execute()
  return rows as AssessedRow[]
}

/** The branches that stand below a path today and were set up by that day: who is on a new roster. */
export async function branchesBelow({ tx }: Pick<Context, 'tx'>, path: string, asOf: Day) {
  return tx
    .selectFrom('organisation')
    .leftJoin('unit', 'unit.id', 'organisation.unit_id')
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.region',
      'organisation.set_up_on as setUpOn',
      'organisation.path',
      'organisation.sort_no as sortNo',
      'unit.name as unit',
    ])
    .where('organisation.kind', '=', 'branch')
    .where('organisation.path', 'like', `${path}%`)
    .where('organisation.set_up_on', '<=', asOf)
    .where((where) =>
      where.or([where('organisation.dissolved_on', 'is', null), where('organisation.dissolved_on', '>', asOf)]),
    )
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .execute()
}
