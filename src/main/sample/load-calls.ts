import { addDays } from '#basics/calendar.ts'
import { callActions } from '#programme/theme/actions-call.ts'
import { suggestions } from './call-words.ts'
import { type SampleCall, sampleCalls } from './calls.ts'
import { type Act, at, type Loading, organisationOf } from './loading.ts'

/** Which quarter of an hour of its day each step has; the theme itself is drafted and handed in on other ones. */
const turns = { opened: 3, given: 6, paper: 0, settled: 1, adopted: 1 }

/** Every call is opened and answered; what came is settled and adopted by the members' meeting where that was held. */
export function callActs(loading: Loading): Act[] {
  return sampleCalls(loading.sample).flatMap((call) => actsOf(loading, call))
}

function actsOf(loading: Loading, call: SampleCall): Act[] {
  const { branch, by } = call
  let id = ''
  const open: Act = {
    at: at(loading, call.openedOn, turns.opened),
    by,
    branch,
    async run(context) {
      const { question, lastDay } = call
      const organisation = organisationOf(loading, branch).id
      id = (await callActions.openCall(context, { organisation, question, lastDay })).id
    },
  }
  const given = call.given.map(({ from, signed, text, on }, turn): Act => {
    const take = signed ? callActions.signContribution : callActions.contribute
    return {
      at: at(loading, on, turns.given + turn),
      by: from,
      branch,
      run: (context) => take(context, { call: id, text }),
    }
  })
  const { meeting } = call
  if (!meeting) return [open, ...given]
  const over = addDays(call.lastDay, 1)
  const paper: Act = {
    at: at(loading, over, turns.paper),
    by,
    branch,
    run: (context) => callActions.enterPaper(context, { call: id, lines: call.paper.join('\n'), uncopied: 2 }),
  }
  const settle: Act = { at: at(loading, over, turns.settled), by, branch, run: (context) => settled(context, id) }
  const adopt: Act = {
    at: at(loading, meeting.on, turns.adopted),
    by,
    branch,
    run: (context) =>
      callActions.adoptCall(context, {
        call: id,
        meetingOn: meeting.on,
        present: meeting.present,
        inFavour: meeting.inFavour,
      }),
  }
  return [open, ...given, paper, settle, adopt]
}

/** Each suggestion gets the answer that the sample has for its words. */
async function settled(context: Parameters<Act['run']>[0], call: string): Promise<void> {
  const { rows } = await callActions.listContributions(context, { call, limit: 50 })
  for (const { id, text } of rows) {
    const { uptake, words, reason } = suggestions.find((each) => each.text === text)!
    const answer = { uptake, words, reason, withheld: false }
    await callActions.settleContributions(context, { call, contributions: [id], ...answer })
  }
}
