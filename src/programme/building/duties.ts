import type { Day } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { fulfilDuty, openDuties, reopenDuty } from '#programme/duty/duties.ts'
import { branchesToMeet } from './reads-duties.ts'
import { daysOnRecord } from './reads-facts.ts'
import { meetings, periodOf } from './rules/duties.ts'
import type { RecordKind } from './rules/record.ts'

/** Opens this month's and this quarter's meetings for every branch that has none on record yet. */
export async function openMeetings(context: Context): Promise<void> {
  for (const meeting of meetings) {
    const { round, ...period } = periodOf(meeting, context.today)
    const branches = await branchesToMeet(context, meeting, { round, ...period })
    for (const cycle of new Set(branches.map((branch) => branch.cycle))) {
      const those = branches.filter((branch) => branch.cycle === cycle)
      const duties = those.map(({ branch }) => ({ organisation: branch, subject: subjectOf(branch), round }))
      await openDuties(context, { kind: meeting.duty, cycle, dueOn: period.dueOn }, duties)
    }
  }
}

interface Held {
  kind: RecordKind
  happenedOn: Day
}

/** A meeting on record is held, on its own day; one that is taken back, or moved to another period, is not. */
export async function followMeeting(
  context: Context,
  organisation: string,
  { before, after }: { before?: Held; after?: Held },
): Promise<void> {
  if (before) await reopenUnheld(context, organisation, before)
  const meeting = meetings.find(({ record }) => record === after?.kind)
  if (!meeting || !after) return
  const { round } = periodOf(meeting, after.happenedOn)
  const which = { kind: meeting.duty.name, subject: subjectOf(organisation), organisation, round }
  await fulfilDuty(context, which, after.happenedOn)
}

async function reopenUnheld(context: Context, organisation: string, before: Held): Promise<void> {
  const meeting = meetings.find(({ record }) => record === before.kind)
  if (!meeting) return
  const { from, dueOn, round } = periodOf(meeting, before.happenedOn)
  const held = await daysOnRecord(context, organisation, from, dueOn)
  if (held.some(({ kind }) => kind === meeting.record)) return
  await reopenDuty(context, { kind: meeting.duty.name, subject: subjectOf(organisation), organisation, round })
}

function subjectOf(id: string) {
  return { kind: 'organisation', id }
}
