import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { assessmentContract } from './contract.ts'
import { honourViews, surveyViews } from './gathering.ts'
import { gathering } from './rules/assessment.ts'
import { levelsOf, sourceOf, votersOf } from './rules/fact-source.ts'
import { mayLead, mayOversee, mayScoreItself } from './rules/permissions.ts'
import { counted, type Votes } from './rules/votes.ts'
import { type Standing, standingOf } from './standing.ts'
import {
  insertHonour,
  loadHonour,
  loadSurvey,
  saveHonourConfirmed,
  saveHonourWithdrawn,
  saveSurveyConfirmed,
  saveSurveyEntered,
} from './store-proofs.ts'

type Proofs = 'enterHonour' | 'confirmHonour' | 'withdrawHonour' | 'enterSurvey' | 'confirmSurvey'

export const proofActions: Pick<Actions<typeof assessmentContract>, Proofs> = {
  async enterHonour(context, { assessed, ...honour }) {
    const standing = await standingOf(context, assessed, true)
    const leads = mayLead(context.actor, standing.assessment).ok
    if (!leads) permit(mayScoreItself(context.actor, standing.row))
    accept(gathering(standing.stage))
    accept(listed(standing, honour.fact, honour.level))
    const id = await insertHonour(context, { assessed, ...honour, confirmed: leads })
    await noted(context, standing, 'assessment.honour-entered', { id, ...honour })
    return honourView(context, standing, id)
  },

  async confirmHonour(context, { honour: id }) {
    const honour = await loadHonour(context, id)
    const standing = await standingOf(context, honour.assessed_id, true)
    permit(mayLead(context.actor, standing.assessment))
    permit(honour.entered_by === context.actor.person ? refuse('assessment.not-ones-own') : allow(true))
    accept(gathering(standing.stage))
    accept(honour.confirmed_at || honour.withdrawn_at ? refuse('assessment.honour-settled') : allow(true))
    await saveHonourConfirmed(context, id)
    await noted(context, standing, 'assessment.honour-confirmed', { id })
    return honourView(context, standing, id)
  },

  async withdrawHonour(context, { honour: id, reason }) {
    const honour = await loadHonour(context, id)
    const standing = await standingOf(context, honour.assessed_id, true)
    if (honour.confirmed_at || !mayScoreItself(context.actor, standing.row).ok)
      permit(mayLead(context.actor, standing.assessment))
    accept(gathering(standing.stage))
    accept(honour.withdrawn_at ? refuse('assessment.honour-settled') : allow(true))
    await saveHonourWithdrawn(context, id, reason)
    await noted(context, standing, 'assessment.honour-withdrawn', { id, reason })
    return honourView(context, standing, id)
  },

  async enterSurvey(context, { assessed, fact, voters, heldOn, ...votes }) {
    const standing = await standingOf(context, assessed, true)
    permit(mayOversee(context.actor, standing.row))
    accept(gathering(standing.stage))
    accept(asked(standing, fact, voters))
    accept(counted(votes))
    const key = { assessed, fact, voters }
    const there = await loadSurvey(context, key)
    accept(there?.confirmed ? refuse('assessment.survey-confirmed') : allow(true))
    await saveSurveyEntered(context, key, votes, heldOn)
    await noted(context, standing, 'assessment.survey-entered', { fact, voters, heldOn })
    return surveyView(context, standing, fact, voters)
  },

  async confirmSurvey(context, { assessed, fact, voters, ...votes }) {
    const standing = await standingOf(context, assessed, true)
    permit(mayOversee(context.actor, standing.row))
    accept(gathering(standing.stage))
    const { least } = accept(asked(standing, fact, voters))
    const key = { assessed, fact, voters }
    const there = await loadSurvey(context, key)
    const first = accept(there ? allow(there) : refuse('assessment.survey-not-entered'))
    accept(first.confirmed || !first.votes ? refuse('assessment.survey-confirmed') : allow(true))
    permit(first.enteredBy === context.actor.person ? refuse('assessment.second-person') : allow(true))
    accept(same(first.votes!, votes) ? allow(true) : refuse('assessment.survey-differs'))
    await saveSurveyConfirmed(context, key, votes.valid < least ? 'too-few' : votes)
    await noted(context, standing, 'assessment.survey-confirmed', { fact, voters })
    return surveyView(context, standing, fact, voters)
  },
}

function listed({ sheet }: Standing, fact: string, level: string) {
  const need = sheet.facts.find(({ key }) => key === fact)
  if (!need || sourceOf(need) !== 'honours') return refuse('assessment.fact-unknown', { fact })
  const levels = levelsOf(sheet, fact)
  return levels.includes(level) ? allow(true) : refuse('assessment.level-unlisted', { levels: levels.join('、') })
}

function asked({ sheet }: Standing, fact: string, voters: string) {
  const need = sheet.facts.find(({ key }) => key === fact)
  if (!need || sourceOf(need) !== 'survey') return refuse('assessment.fact-unknown', { fact })
  const survey = votersOf(sheet, fact)
  return survey.names.includes(voters)
    ? allow(survey)
    : refuse('assessment.voters-unknown', { voters: survey.names.join('、') })
}

function same(a: Votes, b: Votes): boolean {
  return a.eligible === b.eligible && a.valid === b.valid && a.satisfied === b.satisfied
}

async function noted(context: Context, { row, assessment }: Standing, action: string, detail: Record<string, unknown>) {
  await writeHistory(context, action, { kind: 'assessment', id: assessment.id, organisation: row.branch }, detail)
}

async function honourView(context: Context, standing: Standing, id: string) {
  return found((await honourViews(context, standing)).find((each) => each.id === id))
}

async function surveyView(context: Context, standing: Standing, fact: string, voters: string) {
  const views = await surveyViews(context, standing)
  return found(views.find((each) => each.fact === fact && each.voters === voters))
}
