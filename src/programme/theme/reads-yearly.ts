import { type SqlBool, sql } from 'kysely'
import { type Day, dayOf } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { below, matches, pathsOf, type ThemeRow, themes } from './reads.ts'
import { concernedPosts } from './rules/permissions.ts'
import type { Prompt, PromptStanding } from './rules/yearly.ts'

export type PromptRow = Prompt & { id: string; cycle: string; year: number; openedBy: string }

export async function promptOf({ tx }: Pick<Context, 'tx'>, cycle: string): Promise<PromptRow | null> {
  const row = await tx
    .selectFrom('theme_prompt')
    .innerJoin('cycle', 'cycle.id', 'theme_prompt.cycle_id')
    .innerJoin('person', 'person.id', 'theme_prompt.opened_by')
    .select(['theme_prompt.id', 'due_on', 'theme_prompt.opened_at', 'person.name as openedBy', 'cycle.year'])
    .where('cycle_id', '=', cycle)
    .executeTakeFirst()
  if (!row) return null
  const { id, due_on: dueOn, opened_at, openedBy, year } = row
  return { id, cycle, year, openedOn: dayOf(opened_at), dueOn, openedBy }
}

/** The prompt of the programme year in which a branch acts today. */
export async function promptFor(context: Pick<Context, 'tx' | 'today'>, path: string): Promise<PromptRow | null> {
  const cycle = await openCycleFor(context, path)
  return cycle ? promptOf(context, cycle.id) : null
}

const holding = sql<SqlBool>`revision.state not in ('rejected', 'abandoned')`
const confirmedIn = (prompt: string) => sql`(select answer.id from theme_prompt_answer answer
  where answer.prompt_id = ${prompt}::uuid and answer.organisation_id = theme.organisation_id and revision_id is null)`
const revisionIn = (prompt: string) => sql<string | null>`(select revision.id from theme_prompt_answer answer
  join theme revision on revision.id = answer.revision_id
  where answer.prompt_id = ${prompt}::uuid and answer.organisation_id = theme.organisation_id and ${holding} limit 1)`

/** The themes that stood in force below a place on a day, of branches that are still there. */
function askedOn(context: Pick<Context, 'tx' | 'today'>, stewardPath: string, on: Day) {
  return themes(context)
    .where('branch.path', 'like', `${stewardPath}%`)
    .where(sql<SqlBool>`(branch.dissolved_on is null or branch.dissolved_on > ${context.today}::date)`)
    .where('theme.effective_on', '<=', on)
    .where(sql<SqlBool>`(theme.ended_on is null or theme.ended_on > ${on}::date)`)
}

/** Every theme that a prompt asks about, with the revision of it that is under way. */
export async function themesToAsk(context: Pick<Context, 'tx' | 'today'>, stewardPath: string) {
  return (await askedOn(context, stewardPath, context.today)
    .leftJoin('theme as revision', (join) =>
      join
        .onRef('revision.revises_id', '=', 'theme.id')
        .on('revision.state', 'not in', ['rejected', 'abandoned', 'in-force', 'replaced']),
    )
    .select(['revision.id as revision_id', 'revision.drafted_by as revision_by'])
    .execute()) as (ThemeRow & { revision_id: string | null; revision_by: string | null })[]
}

const standingIs: Record<PromptStanding, (prompt: string) => ReturnType<typeof sql<SqlBool>>> = {
  revising: (prompt) => sql<SqlBool>`${revisionIn(prompt)} is not null`,
  confirmed: (prompt) => sql<SqlBool>`${confirmedIn(prompt)} is not null and ${revisionIn(prompt)} is null`,
  missing: (prompt) => sql<SqlBool>`${confirmedIn(prompt)} is null and ${revisionIn(prompt)} is null`,
}

/** How many branches within reach were asked, or would be today, and what they answered. */
export async function countPrompted(context: Context, stewardPath: string, prompt: PromptRow | null) {
  const asked = askedOn(context, stewardPath, prompt?.openedOn ?? context.today)
    .where(below('branch.path', pathsOf(context, concernedPosts)))
    .clearSelect()
  const none = { confirmed: 0, revising: 0 }
  if (prompt === null) {
    const { branches } = await asked.select(sql<number>`count(*)::int`.as('branches')).executeTakeFirstOrThrow()
    return { branches, ...none, missing: branches }
  }
  const counted = (standing: PromptStanding) =>
    sql<number>`(count(*) filter (where ${standingIs[standing](prompt.id)}))::int`
  return asked
    .select([
      sql<number>`count(*)::int`.as('branches'),
      counted('confirmed').as('confirmed'),
      counted('revising').as('revising'),
      counted('missing').as('missing'),
    ])
    .executeTakeFirstOrThrow()
}

export interface PromptedFilter {
  standing?: PromptStanding | undefined
  region?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the branches within reach that were asked, in the order of the structure. */
export async function prompted(context: Context, stewardPath: string, prompt: PromptRow, filter: PromptedFilter) {
  const after = decodeCursor(filter.cursor, ['number', 'id'])
  const rows = await askedOn(context, stewardPath, prompt.openedOn)
    .leftJoin('theme_prompt_answer as confirmation', (join) =>
      join
        .onRef('confirmation.organisation_id', '=', 'theme.organisation_id')
        .on('confirmation.prompt_id', '=', prompt.id)
        .on('confirmation.revision_id', 'is', null),
    )
    .select([
      'branch.sort_no as sort_no',
      'confirmation.sentence as sentence',
      'confirmation.answered_at as confirmed_at',
      revisionIn(prompt.id).as('revision'),
    ])
    .where(below('branch.path', pathsOf(context, concernedPosts)))
    .$if(filter.standing !== undefined, (query) => query.where(standingIs[filter.standing!](prompt.id)))
    .$if(filter.region !== undefined, (query) => query.where('branch.region', '=', filter.region!))
    .$if(filter.search !== undefined, (query) => query.where(matches(filter.search!)))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(branch.sort_no, theme.id) > (${Number(after![0])}::numeric, ${after![1]!}::uuid)`),
    )
    .orderBy('branch.sort_no')
    .orderBy('theme.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([last.sort_no, last.id]) : null }
}

export interface AnswerRow {
  sentence: string
  answeredOn: Day
  by: string
  year: number
}

/** What a branch has answered to a prompt: its confirmation, and whether a revision that holds answers it. */
export async function answersTo({ tx }: Pick<Context, 'tx'>, prompt: string, branch: string) {
  const rows = await tx
    .selectFrom('theme_prompt_answer as answer')
    .leftJoin('theme as revision', 'revision.id', 'answer.revision_id')
    .select(['answer.sentence', 'answer.answered_at', 'answer.revision_id', 'revision.state'])
    .where('answer.prompt_id', '=', prompt)
    .where('answer.organisation_id', '=', branch)
    .execute()
  const confirmation = rows.find(({ revision_id }) => revision_id === null)
  const revisions = rows.filter(({ revision_id }) => revision_id !== null)
  return {
    confirmation: confirmation
      ? { sentence: confirmation.sentence, answeredOn: dayOf(confirmation.answered_at) }
      : null,
    revising: revisions.some(({ state }) => state !== 'rejected' && state !== 'abandoned'),
    revisions: revisions.length,
  }
}

/** Every confirmation of a branch over the years, the first one first. */
export async function confirmationsOf({ tx }: Pick<Context, 'tx'>, branch: string): Promise<AnswerRow[]> {
  const rows = await tx
    .selectFrom('theme_prompt_answer as answer')
    .innerJoin('theme_prompt', 'theme_prompt.id', 'answer.prompt_id')
    .innerJoin('cycle', 'cycle.id', 'theme_prompt.cycle_id')
    .innerJoin('person', 'person.id', 'answer.answered_by')
    .select(['answer.sentence', 'answer.answered_at', 'person.name as by', 'cycle.year'])
    .where('answer.organisation_id', '=', branch)
    .where('answer.revision_id', 'is', null)
    .orderBy('answer.answered_at')
    .execute()
  return rows.map(({ answered_at, ...row }) => ({ ...row, answeredOn: dayOf(answered_at) }))
}
