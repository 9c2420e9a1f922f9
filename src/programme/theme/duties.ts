import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { cycleWithOrganisation } from '#programme/cycle/reads.ts'
import { fulfilDuty, openDuties, openDuty, reopenDuty, voidDuty } from '#programme/duty/duties.ts'
import { dutiesAbout } from '#programme/duty/reads.ts'
import type { DutyKind } from '#programme/duty/rules/duty.ts'
import { lastWorkingDay } from '#support/holiday/reads.ts'
import { themeMessages } from './messages.ts'
import { type ThemeRow, themeById } from './reads.ts'
import { branchesToPropose, closedCyclesWaitedFor, needlessProposals } from './reads-duties.ts'
import { stepDaysOn } from './reads-route.ts'
import { checking, disclosing, lastDayToPropose, proposing, reviewing } from './rules/duties.ts'
import type { Theme } from './rules/theme.ts'
import { themeFrom } from './store.ts'

/** After a step was saved: what it did is done, and the next one has a duty with a due day, unless the route sets no limit. */
export async function followDuties(context: Context, id: string): Promise<void> {
  const row = found(await themeById(context, id))
  const theme = themeFrom(row)
  const takenBack = theme.state === 'draft' || theme.state === 'abandoned'
  for (const { name } of [reviewing, checking, disclosing]) {
    const which = { kind: name, subject: subjectOf(id) }
    if (takenBack) await voidDuty(context, which, themeMessages.labels.takenBack[context.language])
    else await fulfilDuty(context, which)
  }
  await followProposal(context, theme, row.cycle_id, takenBack)
  await openNext(context, theme, row)
}

/**
 * After a reorganisation: whoever has nothing more to do with it is rid of the duty, with the reason, and whoever has to act
 * now has it; one who had it before keeps the due day.
 */
export async function followReorganisation(context: Context, id: string, reason: string): Promise<void> {
  const row = found(await themeById(context, id))
  const theme = themeFrom(row)
  const now = dutyNow(theme, row)
  const open = (await dutiesAbout(context, subjectOf(id))).filter(({ state }) => state === 'open')
  for (const { kind, organisation } of open)
    if (kind !== now?.kind || organisation !== now.organisation)
      await voidDuty(context, { kind, subject: subjectOf(id), organisation }, reason)
  await openNext(context, theme, row)
}

/** Which duty the theme makes as it stands, and whose it is. */
function dutyNow(theme: Theme, row: ThemeRow): { kind: string; organisation: string } | null {
  if (theme.state === 'submitted') return { kind: reviewing.name, organisation: theme.route[theme.stage]!.organisation }
  if (theme.state === 'passed') return { kind: checking.name, organisation: row.steward_id }
  return theme.state === 'checked' ? { kind: disclosing.name, organisation: row.steward_id } : null
}

/** A theme handed in is proposed, for earlier years too; one that is taken back is not. A revision was never due. */
async function followProposal(context: Context, theme: Theme, cycle: string, takenBack: boolean): Promise<void> {
  if (theme.revision) return
  const which = { kind: proposing.name, organisation: theme.branch }
  if (takenBack) await reopenDuty(context, { ...which, subject: { kind: 'cycle', id: cycle } })
  if (theme.state === 'submitted') await fulfilDuty(context, which)
}

async function openNext(context: Context, theme: Theme, row: ThemeRow): Promise<void> {
  const open = async (kind: DutyKind, organisation: string, days: number | null, first: number) => {
    if (days === null) return
    const about = `${row.branch_name} · ${row.name}`
    const dueOn = await lastWorkingDay(context, context.today, days)
    const round = first + RETURNED * (await timesLeft(context, theme.id, kind.name, organisation, first))
    await openDuty(context, {
      kind,
      organisation,
      subject: subjectOf(theme.id),
      about,
      round,
      cycle: row.cycle_id,
      dueOn,
    })
  }
  if (theme.state === 'submitted') {
    const { organisation, days } = theme.route[theme.stage]!
    await open(reviewing, organisation, days, theme.round * STAGES + theme.stage)
  }
  if (theme.state !== 'passed' && theme.state !== 'checked') return
  const { check, disclose } = await stepDaysOn(context, row.steward_id, context.today)
  if (theme.state === 'passed') await open(checking, row.steward_id, check, theme.round)
  else await open(disclosing, row.steward_id, disclose, theme.round)
}

/** More stages than any route has: one organisation may review twice in one round. */
const STAGES = 100
/** More than any round: a reorganisation may bring a theme back to an organisation that it has left. */
const RETURNED = 1_000_000

/** How often this very duty came to an end before; none while it is open. */
async function timesLeft(context: Context, theme: string, kind: string, organisation: string, first: number) {
  const same = (await dutiesAbout(context, subjectOf(theme))).filter(
    (duty) => duty.kind === kind && duty.organisation === organisation && duty.round % RETURNED === first,
  )
  return same.filter(({ state }) => state !== 'open').length
}

function subjectOf(id: string) {
  return { kind: 'theme', id }
}

/**
 * Every branch in an open cycle without a theme in force or handed in has to propose one by the calendar's day, unless that
 * day is over.
 */
export async function openProposals(context: Context): Promise<void> {
  const branches = await branchesToPropose(context)
  for (const cycle of new Set(branches.map((branch) => branch.cycle))) {
    const { plan } = (await cycleWithOrganisation(context, cycle))!.cycle
    const due = branches
      .filter((branch) => branch.cycle === cycle)
      .map(({ branch, region }) => ({ branch, dueOn: lastDayToPropose(plan.calendar, region) }))
    for (const dueOn of new Set(due.map((each) => each.dueOn))) {
      if (dueOn === null || dueOn < context.today) continue
      const subject = { kind: 'cycle', id: cycle }
      const those = due.filter((each) => each.dueOn === dueOn).map(({ branch }) => ({ organisation: branch, subject }))
      await openDuties(context, { kind: proposing, cycle, dueOn }, those)
    }
  }
  await endProposals(context)
}

/** Nobody proposes in a closed cycle, or where a reorganisation has brought a theme in force. */
async function endProposals(context: Context): Promise<void> {
  const { cycleClosed, hasTheme } = themeMessages.labels
  const end = (cycle: string, reason: string, organisation?: string) =>
    voidDuty(context, { kind: proposing.name, subject: { kind: 'cycle', id: cycle }, organisation }, reason)
  for (const cycle of await closedCyclesWaitedFor(context)) await end(cycle, cycleClosed[context.language])
  for (const { cycle, branch } of await needlessProposals(context)) await end(cycle, hasTheme[context.language], branch)
}
