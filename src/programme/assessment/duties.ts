import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { fulfilDuty, openDuties, voidDuty } from '#programme/duty/duties.ts'
import { assessmentMessages } from './messages.ts'
import { selfScoringDuty } from './rules/duty.ts'

/** Each of these branches has until the last day to score itself, if that is not over yet. */
export async function openSelfScoring(
  context: Context,
  { id, cycle, until }: { id: string; cycle: string; until: Day },
  branches: readonly string[],
): Promise<void> {
  if (until < context.today) return
  const duties = branches.map((organisation) => ({ organisation, subject: subjectOf(id) }))
  await openDuties(context, { kind: selfScoringDuty, cycle, dueOn: until }, duties)
}

/** The branch has scored itself. */
export async function followSelfScore(context: Context, id: string, branch: string): Promise<void> {
  await fulfilDuty(context, { kind: selfScoringDuty.name, subject: subjectOf(id), organisation: branch })
}

/** The branch ends: nobody scores it any more. */
export async function leaveSelfScoring(context: Context, id: string, branch: string, reason: string): Promise<void> {
  await voidDuty(context, { kind: selfScoringDuty.name, subject: subjectOf(id), organisation: branch }, reason)
}

/** After the freeze nobody scores any more. */
export async function endSelfScoring(context: Context, id: string): Promise<void> {
  const reason = assessmentMessages.labels.frozenUnscored[context.language]
  await voidDuty(context, { kind: selfScoringDuty.name, subject: subjectOf(id) }, reason)
}

function subjectOf(id: string) {
  return { kind: 'assessment', id }
}
