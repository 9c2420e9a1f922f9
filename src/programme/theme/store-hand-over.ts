import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { type ThemeRow, themes } from './reads.ts'
import type { Theme } from './rules/theme.ts'
import { type StoredTheme, saveTheme } from './store.ts'

/**
 * Locks every theme of these organisations, those that wait or will be reviewed at one of them, and those of programmes
 * they ran, in one order: whoever reviews one of them meanwhile has done so before, or finds it as it is afterwards.
 */
export async function holdThemes({ tx }: Context, organisations: readonly string[]): Promise<void> {
  if (organisations.length === 0) return
  await tx
    .selectFrom('theme')
    .select('id')
    .where((where) =>
      where.or([
        where('organisation_id', 'in', organisations),
        where.and([where('state', '=', 'submitted'), routedBy(organisations)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** A SQL condition: one of these organisations is a stage of the theme's route. */
function routedBy(organisations: readonly string[]) {
  return sql<boolean>`theme.route && ${[...organisations]}::uuid[]`
}

/** Themes being reviewed: those of these branches, or of any branch where one of these organisations reviews. */
export async function submittedThemes(
  context: Pick<Context, 'tx'>,
  branches: readonly string[],
  reviewers: readonly string[],
): Promise<ThemeRow[]> {
  return (await themes(context)
    .where('theme.state', '=', 'submitted')
    .where((where) =>
      where.or([
        ...(branches.length > 0 ? [where('theme.organisation_id', 'in', branches)] : []),
        ...(reviewers.length > 0 ? [routedBy(reviewers)] : []),
        where.val(false),
      ]),
    )
    .orderBy('theme.id')
    .execute()) as ThemeRow[]
}

/** A theme under way belongs to another branch from now on. */
export async function saveMoved(context: Context, theme: Theme): Promise<void> {
  await saveTheme(context, theme)
  await context.tx.updateTable('theme').set({ organisation_id: theme.branch }).where('id', '=', theme.id).execute()
}

/** The successor goes on with a theme that was in force in the branch that ended: its texts, its check, its notice. */
export async function insertContinuation(context: Context, row: StoredTheme, branch: string): Promise<string> {
  const id = context.newId()
  const { tx, now, today } = context
  const own = await tx.selectFrom('theme').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
  await tx
    .insertInto('theme')
    .values({
      ...own,
      id,
      organisation_id: branch,
      state: 'in-force',
      route_terms: json(own.route_terms),
      adoption: own.adoption === null ? null : json(own.adoption),
      revises_id: null,
      revision_kind: null,
      revision_reason: null,
      effective_on: today,
      began_on: own.began_on ?? row.effective_on,
      ended_on: null,
      taken_over_id: row.id,
      since: now,
    })
    .execute()
  return id
}

/** A draft that began as another branch's theme: whoever drafted that one reviews neither. */
export async function saveOrigin({ tx }: Context, id: string, { id: from, drafted_by }: StoredTheme): Promise<void> {
  await tx.updateTable('theme').set({ taken_over_id: from, drafted_by }).where('id', '=', id).execute()
}

/** Themes under way in the programme of an organisation that ends are its successor's to disclose. */
export async function saveSteward({ tx }: Context, from: string, to: string): Promise<void> {
  await tx
    .updateTable('theme')
    .set({ steward_id: to })
    .where('steward_id', '=', from)
    .where('state', 'in', ['draft', 'submitted', 'returned', 'passed', 'checked', 'noticed'])
    .execute()
}

/** What a branch asks its people just now, locked. */
export async function openCallOf({ tx }: Context, branch: string) {
  return tx
    .selectFrom('theme_call')
    .select(['id', 'question'])
    .where('organisation_id', '=', branch)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
}

/** Another branch's from now on, or dropped for the reason. */
export async function saveCallOf(
  { tx, actor, now }: Context,
  id: string,
  to: { branch: string } | { reason: string },
): Promise<void> {
  const dropped = { state: 'dropped', closed_by: actor.person, closed_at: now }
  const change = 'branch' in to ? { organisation_id: to.branch } : { ...dropped, drop_reason: to.reason }
  await tx.updateTable('theme_call').set(change).where('id', '=', id).execute()
}
