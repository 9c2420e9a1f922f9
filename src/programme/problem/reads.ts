import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { lookers } from '#programme/building/rules/permissions.ts'

function problems({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .selectAll('problem')
    .select(['organisation.name as organisationName', 'organisation.path as organisationPath'])
}
export type ProblemRow = Awaited<ReturnType<ReturnType<typeof problems>['execute']>>[number]

export async function problemById(context: Pick<Context, 'tx'>, id: string): Promise<ProblemRow | undefined> {
  return problems(context).where('problem.id', '=', id).executeTakeFirst()
}

export interface ProblemFilter {
  state?: string | undefined
  kind?: string | undefined
  late?: 'yes' | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the problems within reach (as records are seen, in SQL), the first to be solved first. */
export async function problemsSeen(context: Context, filter: ProblemFilter) {
  const { actor, today } = context
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const own = [...new Set(actor.posts.map(({ organisation }) => organisation))]
  const above = actor.posts.filter(({ post }) => lookers.includes(post)).map(({ path }) => `${path}%`)
  const rows = await problems(context)
    .where(sql<boolean>`(organisation_id = any(${own}::uuid[]) or organisation.path like any(${above}::text[]))`)
    .$if(filter.state !== undefined, (query) => query.where('problem.state', '=', filter.state!))
    .$if(filter.kind !== undefined, (query) => query.where('problem.kind', '=', filter.kind!))
    .$if(filter.late !== undefined, (query) =>
      query.where('problem.state', 'in', ['taken-on', 'measures-set']).where('due_on', '<', today),
    )
    .$if(filter.search !== undefined, (query) => query.where('problem.title', 'like', containing(filter.search!)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(due_on, problem.id) > (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('due_on')
    .orderBy('problem.id')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.due_on, last.id]) : null }
}

/** The ids of the records that solved a problem. */
export async function recordsOf({ tx }: Pick<Context, 'tx'>, problem: string): Promise<string[]> {
  const rows = await tx.selectFrom('problem_record').select('record_id').where('problem_id', '=', problem).execute()
  return rows.map(({ record_id }) => record_id)
}
