import type { Day } from '#basics/calendar.ts'
import { allow, refuse } from '#basics/decision.ts'
import type { Actions, Context } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { assessmentContract } from './contract.ts'
import { surveyViews } from './gathering.ts'
import { noted } from './proofs.ts'
import { gathering } from './rules/assessment.ts'
import { invalidIn, listedIn, singleShape, votersOf } from './rules/fact-source.ts'
import { mayOversee } from './rules/permissions.ts'
import { counted, countedByOption, type OptionVotes, sameCount, type Votes, validOf } from './rules/votes.ts'
import { type Standing, standingOf } from './standing.ts'
import { loadSurvey, type SurveyKey, saveSurveyConfirmed, saveSurveyEntered } from './store-proofs.ts'

type Counting = 'enterSurvey' | 'confirmSurvey' | 'enterVotes' | 'confirmVotes'

export const countingActions: Pick<Actions<typeof assessmentContract>, Counting> = {
  async enterSurvey(context, { assessed, fact, voters, heldOn, ...votes }) {
    const standing = await overseen(context, assessed)
    const key = { assessed, fact, voters }
    accept(asked(standing, key, 'survey'))
    await enterCount(context, standing, key, accept(counted(votes)), heldOn)
    return surveyView(context, standing, fact, voters)
  },

  async confirmSurvey(context, { assessed, fact, voters, ...votes }) {
    const standing = await overseen(context, assessed)
    const key = { assessed, fact, voters }
    accept(asked(standing, key, 'survey'))
    await confirmCount(context, standing, key, votes)
    return surveyView(context, standing, fact, voters)
  },

  async enterVotes(context, { assessed, fact, voters, heldOn, ...votes }) {
    const standing = await overseen(context, assessed)
    const key = { assessed, fact, voters }
    const need = accept(asked(standing, key, 'votes'))
    const sound = accept(countedByOption(listedIn(standing.sheet, need, 'votes'), votes))
    await enterCount(context, standing, key, sound, heldOn)
    return surveyView(context, standing, fact, voters)
  },

  async confirmVotes(context, { assessed, fact, voters, ...votes }) {
    const standing = await overseen(context, assessed)
    const key = { assessed, fact, voters }
    const need = accept(asked(standing, key, 'votes'))
    const sound = accept(countedByOption(listedIn(standing.sheet, need, 'votes'), votes))
    await confirmCount(context, standing, key, sound)
    return surveyView(context, standing, fact, voters)
  },
}

async function overseen(context: Context, assessed: string): Promise<Standing> {
  const standing = await standingOf(context, assessed, true)
  permit(mayOversee(context.actor, standing.row))
  accept(gathering(standing.stage))
  return standing
}

/** The first of two people types a count in; it may be typed again until the second confirms it. */
export async function enterCount(
  context: Context,
  standing: Standing,
  key: SurveyKey,
  votes: Votes | OptionVotes,
  heldOn: Day,
): Promise<void> {
  const there = await loadSurvey(context, key)
  accept(there?.confirmed ? refuse('assessment.survey-confirmed') : allow(true))
  await saveSurveyEntered(context, key, votes, heldOn)
  await noted(context, standing, 'assessment.survey-entered', { fact: key.fact, voters: key.voters, heldOn })
}

/** The second types the same count in; where there were too few valid votes, only that is kept. */
export async function confirmCount(
  context: Context,
  standing: Standing,
  key: SurveyKey,
  votes: Votes | OptionVotes,
): Promise<void> {
  const there = await loadSurvey(context, key)
  const first = accept(there ? allow(there) : refuse('assessment.survey-not-entered'))
  accept(first.confirmed || !first.votes ? refuse('assessment.survey-confirmed') : allow(true))
  permit(first.enteredBy === context.actor.person ? refuse('assessment.second-person') : allow(true))
  accept(sameCount(first.votes!, votes) ? allow(true) : refuse('assessment.survey-differs'))
  const need = standing.sheet.facts.find((each) => each.key === key.fact)!
  const valid = validOf(votes, invalidIn(standing.sheet, key.fact))
  await saveSurveyConfirmed(context, key, votes, { valid, least: votersOf(standing.sheet, need).least })
  await noted(context, standing, 'assessment.survey-confirmed', { fact: key.fact, voters: key.voters })
}

/** The fact, if the sheet counts ballots of this kind for it among these voters. */
function asked({ sheet }: Standing, { fact, voters }: SurveyKey, shape: 'survey' | 'votes') {
  const need = sheet.facts.find(({ key }) => key === fact)
  if (!need || singleShape(sheet, need) !== shape) return refuse('assessment.fact-unknown', { fact })
  const names = votersOf(sheet, need).slots.map((slot) => slot.voters)
  return names.includes(voters) ? allow(need) : refuse('assessment.voters-unknown', { voters: names.join('、') })
}

async function surveyView(context: Context, standing: Standing, fact: string, voters: string) {
  const views = await surveyViews(context, standing)
  return found(views.find((each) => each.fact === fact && each.voters === voters))
}
