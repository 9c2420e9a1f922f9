import type { Selectable } from 'kysely'
import type { Day } from '#basics/calendar.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import { found } from '#platform/errors.ts'
import type { Tables } from '#platform/tables.ts'
import { holdEnded } from '#programme/organisation/restructuring.ts'
import { selectionMessages } from './messages.ts'
import type { Check, Disclosed, Ran, Scope, Selection } from './rules/selection.ts'

/** A selection with whose it is, and the run that counts now. */
export type SelectionRow = Selectable<Tables['selection']> & {
  path: string
  organisation_name: string
  run: {
    id: string
    number: number
    root: string
    open: number
    named: number
    by: string
  } | null
}

/** Selections with the run that counts now. */
export function selections({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('selection')
    .innerJoin('organisation', 'organisation.id', 'selection.organisation_id')
    .leftJoin('selection_run as run', 'run.id', 'selection.run_id')
    .selectAll('selection')
    .select([
      'organisation.path',
      'organisation.name as organisation_name',
      'run.number',
      'run.root',
      'run.named',
      'run.run_by',
      'run.open_items',
    ])
}

type Joined = Awaited<ReturnType<ReturnType<typeof selections>['executeTakeFirstOrThrow']>>

export function rowOf({ number, root, named, run_by, open_items, ...row }: Joined): SelectionRow {
  const ran = row.run_id !== null
  // how many branches wait, not how many questions each of them has
  const open = ran ? new Set((open_items as { branch: string }[]).map(({ branch }) => branch)).size : 0
  return {
    ...row,
    run: ran ? { id: row.run_id!, number: number!, root: root!, named: named!, by: run_by!, open } : null,
  }
}

/** The selection, locked: two runs, two rulings or two conclusions come one after the other. */
export async function loadSelection(context: Context, id: string): Promise<Selection & { row: SelectionRow }> {
  await context.tx.selectFrom('selection').select('id').where('id', '=', id).forUpdate().execute()
  const row = rowOf(found(await selections(context).where('selection.id', '=', id).executeTakeFirst()))
  return { ...selectionFrom(row), row }
}

/** The row as the union: which columns stand in which state is the table's own constraint. */
export function selectionFrom(row: SelectionRow): Selection {
  const kept = {
    id: row.id as Id<'selection'>,
    organisation: row.organisation_id as OrganisationId,
    organisationPath: row.path,
  }
  if (row.state === 'prepared' || !row.run) return { ...kept, state: 'prepared' }
  const { id, number, root, open, by } = row.run
  const ran: Ran = { run: { id, number, root, open, by: by as PersonId } }
  const check: Check | null = row.checked_by
    ? { checkedBy: row.checked_by as PersonId, checkedAt: row.checked_at! }
    : null
  if (row.state === 'run') return { ...kept, ...ran, state: 'run', check }
  const disclosed: Disclosed = { noticeId: row.notice_id!, scope: row.scope as Scope }
  const shown = { ...kept, ...ran, ...disclosed, check: check! }
  if (row.state === 'noticed') return { ...shown, state: 'noticed' }
  const concludedOn = row.concluded_on!
  if (row.state === 'final') return { ...shown, state: 'final', concludedOn }
  return { ...shown, state: 'set-aside', concludedOn, reason: row.reason! }
}

export async function insertSelection(
  context: Context,
  row: { assessment: string; cycle: string; organisation: string; title: string; year: number },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('selection')
    .values({
      id,
      assessment_id: row.assessment,
      cycle_id: row.cycle,
      organisation_id: row.organisation,
      title: row.title,
      year: row.year,
      state: 'prepared',
      prepared_by: context.actor.person,
      prepared_at: context.now,
    })
    .execute()
  return id
}

export async function saveSelection(context: Context, selection: Selection): Promise<void> {
  const ran = selection.state === 'prepared' ? null : selection
  const shown = ran && ran.state !== 'run' ? ran : null
  const ended = shown && shown.state !== 'noticed' ? shown : null
  await context.tx
    .updateTable('selection')
    .set({
      state: selection.state,
      run_id: ran?.run.id ?? null,
      checked_by: ran?.check?.checkedBy ?? null,
      checked_at: ran?.check?.checkedAt ?? null,
      notice_id: shown?.noticeId ?? null,
      scope: shown?.scope ?? null,
      concluded_on: ended?.concludedOn ?? null,
      concluded_by: ended ? context.actor.person : null,
      reason: ended?.state === 'set-aside' ? ended.reason : null,
    })
    .where('id', '=', selection.id)
    .execute()
}

/**
 * Names the branches of a concluded selection from today. One that ended since it was assessed is entered as well, and its
 * title ends on the same day: what becomes of a title is said by the document that ends a branch, and that came before.
 */
export async function insertTitles(
  context: Context,
  of: { selection: string; run: string; cycle: string; year: number; scope: Scope; runsUntil: Day | null },
  named: { branch: string; grounds: unknown[] }[],
): Promise<void> {
  const ended = await holdEnded(
    context,
    named.map(({ branch }) => branch),
  )
  const rows = named.map(({ branch, grounds }) => ({
    id: context.newId(),
    branch_id: branch,
    selection_id: of.selection,
    run_id: of.run,
    cycle_id: of.cycle,
    year: of.year,
    named_on: context.today,
    runs_until: of.runsUntil,
    scope: of.scope,
    grounds: json(grounds),
    ...(ended.has(branch) ? endedAlready(context, ended.get(branch)!) : { state: 'named' }),
  }))
  if (rows.length > 0) await context.tx.insertInto('title').values(rows).execute()
}

function endedAlready({ today }: Context, day: Day) {
  const ground = selectionMessages.labels.endedBefore.zh.replace('{day}', day)
  return { state: 'ended', ended_on: today, end_ground: ground }
}
