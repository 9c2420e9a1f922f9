import type { Context } from '#platform/context.ts'
import { writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { cycleById } from '#programme/cycle/reads.ts'
import { closeNotice, openNotice } from '#programme/notice/disclosure.ts'
import { stepDaysOn } from '#programme/theme/reads-route.ts'
import { frozenAssessment } from './frozen.ts'
import { runById } from './reads.ts'
import { passages } from './rules/announcement.ts'
import { atWork, disclosure } from './rules/disclosure.ts'
import { may } from './rules/permissions.ts'
import * as rules from './rules/selection.ts'
import { runsOutOn } from './rules/title.ts'
import { insertTitles, loadSelection, saveSelection } from './store.ts'

/** Puts the list on public notice; the actor's office nearest to the programme handles what people say. */
export async function publish(
  context: Context,
  id: string,
  wished: { days?: number | undefined; scope?: rules.Scope | undefined },
): Promise<void> {
  const loaded = await loadSelection(context, id)
  permit(may(context.actor, 'publish', loaded))
  const { row } = loaded
  const selection = accept(rules.toDisclose(loaded, row.run?.named ?? 0))
  const cycle = accept(atWork((await cycleById(context, row.cycle_id))!, context.today))
  const { days, scope } = accept(disclosure(wished, { days: cycle.noticeDays, scope: cycle.scope }))
  const run = (await runById(context, selection.run.id))!
  const noticeId = await openNotice(context, {
    subjectKind: 'selection',
    subjectId: id,
    organisation: officeOf(context, row.path),
    concerns: null,
    within: row.organisation_id,
    scope,
    title: `${row.title} · 拟命名公示`,
    body: passages(run.digest!),
    opens: `/runs/${run.id}`,
    days,
    answerDays: (await stepDaysOn(context, row.organisation_id, context.today)).answer,
    checkedBy: selection.check.checkedBy,
  })
  await saveSelection(context, rules.disclose(selection, { noticeId, scope }))
  await note(context, 'selection.published', loaded.row, { notice: noticeId, root: run.root, scope, days })
}

/** Closes the notice; the branches of the list are named from today. */
export async function conclude(context: Context, id: string): Promise<void> {
  const loaded = await loadSelection(context, id)
  permit(may(context.actor, 'conclude', loaded))
  const selection = accept(rules.onNotice(loaded))
  const { scope } = await closeNotice(context, selection.noticeId, 'in-effect')
  const { row } = loaded
  const run = (await runById(context, selection.run.id))!
  const named = run.digest!.named
  const { sheet } = found(await frozenAssessment(context, row.assessment_id))
  const runsUntil = runsOutOn(sheet.term, context.today)
  const of = { selection: id, run: run.id, cycle: row.cycle_id, year: row.year, scope, runsUntil }
  await insertTitles(context, of, named)
  await saveSelection(context, rules.conclude({ ...selection, scope }, context.today))
  await note(context, 'selection.concluded', row, {
    named: named.map(({ branch }) => branch),
    root: run.root,
    runsUntil,
  })
}

/** Closes the notice because an objection was upheld: nobody is named, and another selection may be prepared. */
export async function setAside(context: Context, id: string, reason: string): Promise<void> {
  const loaded = await loadSelection(context, id)
  permit(may(context.actor, 'set-aside', loaded))
  const selection = accept(rules.onNotice(loaded))
  await closeNotice(context, selection.noticeId, 'objection-upheld')
  await saveSelection(context, rules.setAside(selection, context.today, reason))
  await note(context, 'selection.set-aside', loaded.row, { reason })
}

/** A line of the history of a selection. */
export function note(
  context: Context,
  action: string,
  row: { id: string; organisation_id: string },
  detail: Record<string, unknown> = {},
): Promise<void> {
  return writeHistory(context, action, { kind: 'selection', id: row.id, organisation: row.organisation_id }, detail)
}

/** The organisation for whose office the actor acts: the nearest that may disclose. */
function officeOf(context: Context, path: string): string {
  return context.actor.posts
    .filter((held) => held.post === 'office' && path.startsWith(held.path))
    .sort((a, b) => b.path.length - a.path.length)[0]!.organisation
}
