import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { assessmentContract } from './contract.ts'
import { honourViews } from './gathering.ts'
import { gathering } from './rules/assessment.ts'
import { listedIn, sourceOf } from './rules/fact-source.ts'
import { mayLead, mayScoreItself } from './rules/permissions.ts'
import { type Standing, standingOf } from './standing.ts'
import { insertHonour, loadHonour, saveHonourConfirmed, saveHonourWithdrawn } from './store-proofs.ts'

type Proofs = 'enterHonour' | 'confirmHonour' | 'withdrawHonour'

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
}

function listed({ sheet }: Standing, fact: string, level: string) {
  const need = sheet.facts.find(({ key }) => key === fact)
  if (!need || sourceOf(sheet, need) !== 'honours') return refuse('assessment.fact-unknown', { fact })
  const levels = listedIn(sheet, need, 'honours')
  return levels.length === 0 || levels.includes(level)
    ? allow(true)
    : refuse('assessment.level-unlisted', { levels: levels.join('、') })
}

export async function noted(
  context: Context,
  { row, assessment }: Standing,
  action: string,
  detail: Record<string, unknown>,
) {
  await writeHistory(context, action, { kind: 'assessment', id: assessment.id, organisation: row.branch }, detail)
}

async function honourView(context: Context, standing: Standing, id: string) {
  return found((await honourViews(context, standing)).find((each) => each.id === id))
}
