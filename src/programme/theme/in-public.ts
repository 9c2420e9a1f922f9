import type { Context } from '#platform/context.ts'
import { accept, permit } from '#platform/errors.ts'
import { cycleById, openCycleFor } from '#programme/cycle/reads.ts'
import { closeNotice, openNotice } from '#programme/notice/disclosure.ts'
import type { Replaced } from '#programme/notice/rules/compared.ts'
import { organisation } from '#programme/organisation/reads.ts'
import { followDuties } from './duties.ts'
import { compareTheme } from './nearing.ts'
import { themeById } from './reads.ts'
import { stepDaysOn } from './reads-route.ts'
import { disclosure } from './rules/disclosure.ts'
import { may } from './rules/permissions.ts'
import { passagesOf, textsFrom } from './rules/texts.ts'
import * as rules from './rules/theme.ts'
import { beginStage } from './stages.ts'
import { takeStep } from './steps.ts'
import { endThemeInForce, loadTheme, markOf, saveTheme, themeFrom } from './store.ts'

/** Puts a checked theme on public notice; the actor's office nearest to the branch handles what people say. */
export async function publicise(
  context: Context,
  id: string,
  wished: { days?: number | undefined; scope?: rules.Scope | undefined },
): Promise<void> {
  const loaded = await loadTheme(context, id)
  permit(may(context.actor, 'publicise', loaded))
  const theme = accept(rules.toDisclose(loaded))
  const open = await openCycleFor(context, theme.branchPath)
  if (!open) accept({ ok: false, reason: 'theme.no-open-cycle' })
  const cycle = (await cycleById(context, loaded.row.cycle_id))!
  const { days, scope } = accept(disclosure(wished, { days: cycle.noticeDays, scope: cycle.scope }))
  const office = officeOf(context, theme)
  const branch = (await organisation(context, theme.branch))!
  const noticeId = await openNotice(context, {
    subjectKind: 'theme',
    subjectId: id,
    organisation: office,
    concerns: theme.branch,
    within: loaded.row.steward_id,
    scope,
    title: `${branch.name} · ${theme.texts.name}`,
    body: passagesOf(theme.texts),
    picture: markOf(loaded.row),
    replaces: await replacedBy(context, theme),
    days,
    answerDays: (await stepDaysOn(context, loaded.row.steward_id, context.today)).answer,
    checkedBy: theme.checkedBy,
  })
  await takeStep(context, id, 'noticed', 'office', office)
  await saveTheme(context, rules.publicise(theme, { noticeId, scope }))
  await followDuties(context, id)
}

/** What a revision is to replace, as it is shown beside it. */
async function replacedBy(context: Context, { revision }: rules.Theme): Promise<Replaced | null> {
  if (!revision) return null
  const row = (await themeById(context, revision.of))!
  return { reason: revision.reason, body: passagesOf(themeFrom(row).texts), notice: row.notice_id! }
}

/** Closes the notice; the theme takes effect with the words that adopted opinions changed, and replaces the one before. */
export async function putInForce(context: Context, id: string): Promise<void> {
  const loaded = await loadTheme(context, id)
  permit(may(context.actor, 'take-effect', loaded))
  const theme = accept(rules.onNotice(loaded))
  const { body, scope } = await closeNotice(context, theme.noticeId, 'in-effect')
  const inForce = rules.takeEffect({ ...theme, scope }, textsFrom(body, theme.texts), context.today)
  await takeStep(context, id, 'in-force', 'office', officeOf(context, theme))
  await endThemeInForce(context, theme.branch)
  await saveTheme(context, inForce)
  await compareTheme(context, id, inForce)
  await beginStage(context, inForce)
}

/** Closes the notice because an objection was upheld: the branch changes its theme and submits it anew. */
export async function sendBackToBranch(context: Context, id: string, comment: string): Promise<void> {
  const theme = await loadTheme(context, id)
  permit(may(context.actor, 'send-back', theme))
  const returned = accept(rules.sendBack(theme, comment))
  await closeNotice(context, theme.row.notice_id!, 'objection-upheld')
  await takeStep(context, id, 'objection-returned', 'office', officeOf(context, theme), comment)
  await saveTheme(context, returned)
  await followDuties(context, id)
}

/** The organisation for whose office the actor acts: the nearest to the branch that may disclose. */
function officeOf(context: Context, theme: rules.Theme): string {
  return context.actor.posts
    .filter(({ post, path }) => post === 'office' && theme.stewardPath.startsWith(path))
    .sort((a, b) => b.path.length - a.path.length)[0]!.organisation
}
