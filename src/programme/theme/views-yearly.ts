import { type Day, dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { type CycleSummary, cycleWithOrganisation } from '#programme/cycle/reads.ts'
import type { yearlyContract } from './contract-yearly.ts'
import { themesOf } from './reads.ts'
import { answersTo, countPrompted, type PromptRow, type prompted, promptFor, promptOf } from './reads-yearly.ts'
import { mayDraft } from './rules/permissions.ts'
import type { Theme } from './rules/theme.ts'
import { confirm, isAskedAbout, MINUTES, mayAsk, openPrompt, standingOf } from './rules/yearly.ts'

type PromptView = OutputOf<(typeof yearlyContract)['readPrompt']>
type PromptedRow = Awaited<ReturnType<typeof prompted>>['rows'][number]

/** How a year's prompt stands within reach; before it is opened, how many branches it would ask, and for how long. */
export async function promptView(context: Context, cycle: CycleSummary & { path: string }): Promise<PromptView> {
  const { today } = context
  const prompt = await promptOf(context, cycle.id)
  const asks = mayAsk(context.actor, cycle.organisationId).ok
  const possible = openPrompt(today, { ...cycle, already: prompt !== null, today }).ok
  return {
    cycle: cycle.id,
    year: cycle.year,
    prompt: prompt && {
      openedOn: prompt.openedOn,
      openedBy: prompt.openedBy,
      dueOn: prompt.dueOn,
      over: today > prompt.dueOn,
    },
    counts: await countPrompted(context, cycle.path, prompt),
    minutes: MINUTES,
    usualDueOn: await usualDueOn(context, cycle),
    allowed: asks && possible ? ['open'] : [],
  }
}

/** The day that the calendar of the year has for distilling, if it is still to come. */
async function usualDueOn(context: Context, { id }: CycleSummary): Promise<Day | null> {
  const { cycle } = (await cycleWithOrganisation(context, id))!
  const days = cycle.plan.calendar.filter(({ kind, to }) => kind === 'distil' && to >= context.today)
  return days[0]?.to ?? null
}

export function promptedView(context: Pick<Context, 'today'>, prompt: PromptRow, row: PromptedRow) {
  const standing = standingOf({ confirmed: row.confirmed_at !== null, revising: row.revision !== null })
  return {
    branch: { id: row.organisation_id, name: row.branch_name },
    region: row.region,
    theme: { id: row.id, name: row.name },
    standing,
    late: standing === 'missing' && context.today > prompt.dueOn,
    answeredOn: row.confirmed_at === null ? null : dayOf(row.confirmed_at),
    sentence: row.sentence ?? '',
    revision: row.revision,
  }
}

/** What this year's prompt asks of the branch about a theme in force, and what it has answered. */
export async function yearlyView(context: Context, theme: Theme) {
  const prompt = theme.state === 'in-force' ? await promptFor(context, theme.branchPath) : null
  if (!prompt || !isAskedAbout(theme, prompt)) return null
  const { confirmation, revising } = await answersTo(context, prompt.id, theme.branch)
  const { underWay } = await themesOf(context, theme.branch)
  const confirmed = confirmation !== null
  const standing = standingOf({ confirmed, revising })
  return {
    year: prompt.year,
    dueOn: prompt.dueOn,
    standing,
    late: standing === 'missing' && context.today > prompt.dueOn,
    confirmation,
    mayConfirm:
      mayDraft(context.actor, theme.branch as OrganisationId).ok &&
      confirm(theme, prompt, { confirmed, underWay: underWay !== undefined }).ok,
  }
}
