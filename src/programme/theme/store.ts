import { type Selectable, sql } from 'kysely'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { found } from '#platform/errors.ts'
import type { Tables } from '#platform/tables.ts'
import { soundOf } from '#programme/organisation/pinyin.ts'
import type { Rests } from './rules/adoption.ts'
import { findingKeys } from './rules/near-keys.ts'
import type { Answers } from './rules/questions.ts'
import type { Revision } from './rules/revision.ts'
import type { Stage } from './rules/route.ts'
import { fields, type Texts } from './rules/texts.ts'
import type { Check, Disclosed, Idea, Scope, Submission, Theme } from './rules/theme.ts'

/** A picture by which a theme is known: which file, and what it shows in words. */
export interface Mark {
  id: string
  words: string
}

export type StoredTheme = Selectable<Tables['theme']> & { branch_path: string; steward_path: string }

/** The theme, locked: two reviewers cannot both decide. Rows that only refer to it (near themes) may still be written. */
export async function loadTheme(context: Context, id: string): Promise<Theme & { row: StoredTheme }> {
  const row = await context.tx
    .selectFrom('theme')
    .innerJoin('organisation as branch', 'branch.id', 'theme.organisation_id')
    .innerJoin('organisation as steward', 'steward.id', 'theme.steward_id')
    .selectAll('theme')
    .select(['branch.path as branch_path', 'steward.path as steward_path'])
    .where('theme.id', '=', id)
    .forNoKeyUpdate('theme')
    .executeTakeFirst()
  return { ...themeFrom(found(row)), row: found(row) }
}

/** The row as the union: which columns stand in which state is the table's own constraint. */
export function themeFrom(row: StoredTheme): Theme {
  const idea: Idea = {
    id: row.id as Id<'theme'>,
    branch: row.organisation_id as OrganisationId,
    branchPath: row.branch_path,
    stewardPath: row.steward_path,
    texts: Object.fromEntries(fields.map((field) => [field, row[field]])) as Texts,
    draftedBy: row.drafted_by as PersonId,
    round: row.round,
    revision: revisionFrom(row),
  }
  const submission: Submission = {
    submittedBy: row.submitted_by as PersonId,
    route: stagesFrom(row),
  }
  const check: Check = { checkedBy: row.checked_by as PersonId, checkedAt: row.checked_at! }
  const disclosed: Disclosed = { noticeId: row.notice_id!, scope: row.scope as Scope }
  switch (row.state as Theme['state']) {
    case 'draft':
      return { ...idea, state: 'draft' }
    case 'abandoned':
      return { ...idea, state: 'abandoned' }
    case 'submitted':
      return { ...idea, ...submission, state: 'submitted', stage: row.stage! }
    case 'returned':
      return { ...idea, ...submission, state: 'returned', reasons: row.reasons! }
    case 'rejected':
      return { ...idea, ...submission, state: 'rejected', reasons: row.reasons! }
    case 'passed':
      return { ...idea, ...submission, state: 'passed' }
    case 'checked':
      return { ...idea, ...submission, ...check, state: 'checked' }
    case 'noticed':
      return { ...idea, ...submission, ...check, ...disclosed, state: 'noticed' }
    case 'in-force':
      return { ...idea, ...submission, ...check, ...disclosed, state: 'in-force', effectiveOn: row.effective_on! }
    case 'replaced':
    case 'ended': {
      const lasted = { effectiveOn: row.effective_on!, endedOn: row.ended_on! }
      return { ...idea, ...submission, ...check, ...disclosed, ...lasted, state: row.state as 'replaced' | 'ended' }
    }
  }
}

function revisionFrom({ revises_id, revision_kind, revision_reason }: StoredTheme): Revision | null {
  if (revises_id === null) return null
  return { of: revises_id as Id<'theme'>, kind: revision_kind as Revision['kind'], reason: revision_reason! }
}

function stagesFrom({ route, route_terms }: Pick<StoredTheme, 'route' | 'route_terms'>): Stage[] {
  const terms = route_terms as Omit<Stage, 'organisation'>[]
  return route.map((organisation, at) => ({ organisation: organisation as OrganisationId, ...terms[at]! }))
}

function routeColumns(stages: readonly Stage[]) {
  return {
    route: stages.map(({ organisation }) => organisation as string),
    route_terms: json(stages.map(({ organisation: _, ...terms }) => terms)),
  }
}

/** The mark of a stored theme. */
export function markOf({ mark_id: id, mark_words: words }: Pick<StoredTheme, 'mark_id' | 'mark_words'>): Mark | null {
  return id === null ? null : { id, words: words! }
}

export async function insertTheme(
  context: Context,
  row: { branch: string; cycle: string; steward: string; texts: Texts; mark?: Mark | null; revision?: Revision },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('theme')
    .values({
      id,
      organisation_id: row.branch,
      cycle_id: row.cycle,
      steward_id: row.steward,
      state: 'draft',
      drafted_by: context.actor.person,
      drafted_at: context.now,
      since: context.now,
      ...textColumns(row.texts),
      mark_id: row.mark?.id ?? null,
      mark_words: row.mark?.words ?? null,
      ...revisionColumns(row.revision ?? null),
    })
    .execute()
  return id
}

function revisionColumns(revision: Revision | null) {
  return {
    revises_id: revision?.of ?? null,
    revision_kind: revision?.kind ?? null,
    revision_reason: revision?.reason ?? null,
  }
}

function textColumns(texts: Texts) {
  return { ...texts, ...soundOf(texts.name), keys: findingKeys(texts) }
}

/** Writes every column from the state, so that nothing of an earlier state stays behind. */
export async function saveTheme(context: Context, theme: Theme): Promise<void> {
  const submitted = 'submittedBy' in theme ? theme : null
  const stage = theme.state === 'submitted' ? theme.stage : null
  const checked = 'checkedBy' in theme ? theme : null
  const disclosed = 'noticeId' in theme ? theme : null
  await context.tx
    .updateTable('theme')
    .set({
      state: theme.state,
      ...textColumns(theme.texts),
      ...revisionColumns(theme.revision),
      round: theme.round,
      submitted_by: submitted?.submittedBy ?? null,
      submitted_at: submitted ? sql`coalesce(submitted_at, ${context.now}::timestamptz)` : null,
      ...routeColumns(submitted?.route ?? []),
      stage,
      stage_organisation_id: stage === null ? null : submitted!.route[stage]!.organisation,
      stage_posts: stage === null ? null : submitted!.route[stage]!.posts,
      reasons: 'reasons' in theme ? theme.reasons : null,
      checked_by: checked?.checkedBy ?? null,
      checked_at: checked?.checkedAt ?? null,
      notice_id: disclosed?.noticeId ?? null,
      scope: disclosed?.scope ?? null,
      effective_on: 'effectiveOn' in theme ? theme.effectiveOn : null,
      ended_on: 'endedOn' in theme ? theme.endedOn : null,
      since: context.now,
    })
    .where('id', '=', theme.id)
    .execute()
}

/** Only the words of a draft change: how long it has been one does not. */
export async function saveTexts(context: Context, id: string, texts: Texts): Promise<void> {
  await context.tx.updateTable('theme').set(textColumns(texts)).where('id', '=', id).execute()
}

/** The mark of a draft, or none. */
export async function saveMark(context: Context, id: string, mark: Mark | null): Promise<void> {
  await context.tx
    .updateTable('theme')
    .set({ mark_id: mark?.id ?? null, mark_words: mark?.words ?? null })
    .where('id', '=', id)
    .execute()
}

/** A submission belongs to the cycle that is open on its day. */
export async function saveSubmission(
  context: Context,
  id: string,
  { cycle, steward, rests }: { cycle: string; steward: string; rests: Rests },
): Promise<void> {
  await context.tx
    .updateTable('theme')
    .set({
      cycle_id: cycle,
      steward_id: steward,
      call_id: rests.on === 'call' ? rests.call : null,
      adoption: rests.on === 'paper' && rests.adoption ? json(rests.adoption) : null,
      submitted_at: context.now,
    })
    .where('id', '=', id)
    .execute()
}

/** The branch's theme that was in force before gives way. */
export async function endThemeInForce(context: Context, branch: string): Promise<void> {
  await context.tx
    .updateTable('theme')
    .set({ state: 'replaced', ended_on: context.today, since: context.now })
    .where('organisation_id', '=', branch)
    .where('state', '=', 'in-force')
    .execute()
}

export interface Step {
  theme: string
  round: number
  step: string
  post: string
  organisation: string
  comment: string
  answers?: Answers | undefined
  waitedDays: number
}

export async function insertStep(context: Context, step: Step): Promise<void> {
  await context.tx
    .insertInto('theme_step')
    .values({
      theme_id: step.theme,
      round: step.round,
      step: step.step,
      person_id: context.actor.person,
      post: step.post,
      organisation_id: step.organisation,
      comment: step.comment,
      answers: step.answers ? json(step.answers) : null,
      at: context.now,
      waited_days: step.waitedDays,
    })
    .execute()
}
