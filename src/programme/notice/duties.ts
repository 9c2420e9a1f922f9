import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { fulfilDuty, moveDue, openDuty } from '#programme/duty/duties.ts'
import { lastWorkingDay } from '#support/holiday/reads.ts'
import { answerDaysOf } from './reads-period.ts'
import { isAnswered } from './reads-voices.ts'
import { answering } from './rules/duty.ts'

/*
 * The duty stands from the opening on, whether anybody speaks or not: opened together with an unnamed opinion it would
 * tell when that was given.
 */

/** From the opening of a notice on its office has to answer what is said and to close it. */
export async function openAnswering(
  context: Context,
  notice: string,
  {
    organisation,
    title,
    lastDay,
    answerDays,
  }: { organisation: string; title: string; lastDay: Day; answerDays: number },
): Promise<void> {
  const dueOn = await lastWorkingDay(context, lastDay, answerDays)
  await openDuty(context, {
    kind: answering,
    subject: subjectOf(notice),
    organisation,
    about: title,
    cycle: null,
    dueOn,
  })
}

/** More time to speak, more time to answer. */
export async function followExtension(context: Context, notice: string, lastDay: Day): Promise<void> {
  const dueOn = await lastWorkingDay(context, lastDay, await answerDaysOf(context, notice))
  await moveDue(context, { kind: answering.name, subject: subjectOf(notice) }, dueOn)
}

/** Done once the notice is closed and nothing on it waits for an answer. */
export async function followAnswers(context: Context, notice: string): Promise<void> {
  if (await isAnswered(context, notice)) await fulfilDuty(context, { kind: answering.name, subject: subjectOf(notice) })
}

function subjectOf(id: string) {
  return { kind: 'notice', id }
}
