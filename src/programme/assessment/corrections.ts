import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { Fact, Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { assessmentContract } from './contract.ts'
import { factInput } from './freezing.ts'
import { leadOf } from './opening.ts'
import type { AssessmentRow } from './reads.ts'
import { type CorrectionRow, correctionById, correctionsOf, frozenFactsOf } from './reads-scores.ts'
import { frozen } from './rules/assessment.ts'
import { plain } from './rules/material.ts'
import { type AssessmentPermissionRefusal, mayLead } from './rules/permissions.ts'
import { fits, sayValue } from './rules/value.ts'
import { sheetOf, standingOf } from './standing.ts'
import { loadAssessment } from './store.ts'
import { insertCorrection, insertFrozen, loadCorrection, saveDecision } from './store-frozen.ts'

type Correcting = 'proposeCorrection' | 'listCorrections' | 'approveCorrection' | 'refuseCorrection'

export const correctingActions: Pick<Actions<typeof assessmentContract>, Correcting> = {
  async proposeCorrection(context, { assessed, fact, value, document, reason }) {
    const { row, assessment, sheet, stage } = await standingOf(context, assessed, true)
    permit(mayLead(context.actor, assessment))
    accept(frozen(stage))
    const need = sheet.facts.find(({ key }) => key === fact)
    const wanted = accept(need ? allow(need) : refuse('assessment.fact-unknown', { fact }))
    const after = accept(fits(sheet, wanted, value as FactValue))
    const before = (await frozenFactsOf(context, assessed)).find((each) => each.fact === fact)
    const frozenFact = accept(before ? allow(before) : refuse('assessment.not-rated'))
    const open = (await correctionsOf(context, { assessed })).some((each) => each.fact === fact && !each.decided_by)
    accept(open ? refuse('assessment.correction-open') : allow(true))
    const line = { assessed, fact, before: frozenFact.value.value, after, document, reason }
    const id = await insertCorrection(context, line)
    const subject = { kind: 'assessment', id: assessment.id, organisation: row.branch }
    await writeHistory(context, 'assessment.correction-proposed', subject, { id, ...line })
    return correctionView(context, found(await correctionById(context, id)), assessment, sheet)
  },

  async listCorrections(context, { assessment: id }) {
    const assessment = await leadOf(context, id)
    const sheet = await sheetOf(context, assessment)
    const rows = await correctionsOf(context, { assessment: id })
    return { rows: rows.map((row) => correctionView(context, row, assessment, sheet)) }
  },

  async approveCorrection(context, { correction: id }) {
    const { assessment, sheet, correction } = await deciding(context, id)
    const { row } = await standingOf(context, correction.assessed_id)
    const version = (assessment.version ?? 1) + 1
    const held = await frozenFactsOf(context, row.id)
    const fact: Fact = {
      value: correction.after as FactValue,
      sources: [{ kind: 'supplied', id, text: plain(`更正依据：${correction.document}。${correction.reason}`) }],
    }
    const facts: Facts = Object.fromEntries(held.map((each) => [each.fact, each.value]))
    const score = scoreBranch(sheet, { ...facts, [correction.fact]: fact })
    const { total } = score
    const points = accept(total.state === 'scored' ? allow(total.points) : refuse('assessment.correction-leaves-open'))
    const level = score.level.state === 'level' ? score.level.name : null
    const result = { assessed: row.id, score, total: points, level }
    await insertFrozen(context, assessment.id, version, [factInput(row, correction.fact, fact)], [result])
    await saveDecision(context, id, { version })
    const subject = { kind: 'assessment', id: assessment.id, organisation: row.branch }
    await writeHistory(context, 'assessment.corrected', subject, { id, version, from: row.total, to: points })
    return correctionView(context, found(await correctionById(context, id)), assessment, sheet)
  },

  async refuseCorrection(context, { correction: id, reason }) {
    const { assessment, sheet } = await deciding(context, id)
    await saveDecision(context, id, { refusal: reason })
    const { organisation } = assessment
    const subject = { kind: 'assessment', id: assessment.id, organisation }
    await writeHistory(context, 'assessment.correction-refused', subject, { id, reason })
    return correctionView(context, found(await correctionById(context, id)), assessment, sheet)
  },
}

/** The correction and its assessment, both locked, for a second person of the office who decides. */
async function deciding(context: Context, id: string) {
  const known = found(await correctionById(context, id))
  const assessment = await loadAssessment(context, known.assessment_id)
  const correction = await loadCorrection(context, id)
  permit(mayDecide(context, correction, assessment))
  accept(correction.decided_by ? refuse('assessment.correction-decided') : allow(true))
  return { assessment, sheet: await sheetOf(context, assessment), correction }
}

/** The office or the secretary of the organisation decides, and never whoever proposed it. */
function mayDecide(
  { actor }: Pick<Context, 'actor'>,
  { proposed_by }: { proposed_by: string },
  { organisation }: Pick<AssessmentRow, 'organisation'>,
) {
  const leads = actor.posts.some(
    (held) => held.organisation === organisation && (held.post === 'office' || held.post === 'secretary'),
  )
  if (!leads) return refuse('assessment.only-the-office' satisfies AssessmentPermissionRefusal)
  return proposed_by === actor.person ? refuse('assessment.second-person') : allow(true)
}

export function correctionView(
  context: Pick<Context, 'actor' | 'language'>,
  row: CorrectionRow,
  assessment: AssessmentRow,
  sheet: Sheet,
) {
  const decides = !row.decided_by && mayDecide(context, row, assessment).ok
  return {
    id: row.id,
    branch: { id: row.branch_id, name: row.branchName },
    assessed: row.assessed_id,
    fact: row.fact,
    name: sheet.facts.find(({ key }) => key === row.fact)?.name ?? row.fact,
    before: sayValue(row.before, context.language),
    after: sayValue(row.after, context.language),
    document: row.document,
    reason: row.reason,
    proposedBy: row.proposer,
    proposedAt: row.proposed_at,
    state: !row.decided_by ? ('open' as const) : row.version === null ? ('refused' as const) : ('approved' as const),
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    version: row.version,
    refusal: row.refusal,
    allowed: decides ? (['approve', 'refuse'] as ('approve' | 'refuse')[]) : [],
  }
}
