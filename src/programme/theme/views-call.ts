import { dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { callContract } from './contract-call.ts'
import { answersOf, type CallRow, callById, countContributions } from './reads-call.ts'
import { type Adoption, takenUpIn } from './rules/adoption.ts'
import { stateOf } from './rules/call.ts'
import { allowedOn, may } from './rules/call-permissions.ts'
import { callFrom } from './store-call.ts'

type CallView = OutputOf<(typeof callContract)['readCall']>

export function callRowView(context: Pick<Context, 'today'>, row: CallRow) {
  return {
    id: row.id,
    branch: { id: row.organisation_id, name: row.branch_name },
    question: row.question,
    openedOn: dayOf(row.opened_at),
    lastDay: row.last_day,
    state: stateOf(callFrom(row), context.today),
  }
}

/** The call as this person may see it: what was suggested is told by what became of it, once that is settled. */
export async function callView(context: Context, row: CallRow): Promise<CallView> {
  const branch = row.organisation_id as OrganisationId
  const call = callFrom(row)
  const counted = await countContributions(context, row.id)
  const work = { contributions: counted.all, left: counted.left, uncopied: row.uncopied }
  return {
    ...callRowView(context, row),
    meeting:
      call.state === 'adopted' ? { meetingOn: call.meetingOn, present: call.present, inFavour: call.inFavour } : null,
    dropReason: call.state === 'dropped' ? call.reason : null,
    digest: call.state === 'open' ? null : await digestOf(context, row, counted),
    work: may(context.actor, 'handle', branch).ok ? work : null,
    allowed: allowedOn(context.actor, call, branch, context.today, counted.left),
  }
}

async function digestOf(context: Context, row: CallRow, { all, onPaper }: { all: number; onPaper: number }) {
  return {
    suggestions: all + row.uncopied,
    onPaper: onPaper + row.uncopied,
    answers: await answersOf(context, row.id),
  }
}

/** How the members made a theme their own, as the call on which it rests has it. */
export async function adoptionFrom(context: Pick<Context, 'tx'>, id: string): Promise<Adoption> {
  const row = (await callById(context, id))!
  const { all } = await countContributions(context, id)
  const { meeting_on, present, in_favour, uncopied } = row
  const takenUp = takenUpIn(await answersOf(context, id))
  return {
    suggestions: all + uncopied,
    takenUp,
    meetingOn: meeting_on!,
    present: present!,
    inFavour: in_favour!,
  }
}
