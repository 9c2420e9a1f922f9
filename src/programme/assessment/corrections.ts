import { leads } from '#basics/actor.ts'
import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { assessmentContract } from './contract.ts'
import { leadOf } from './opening.ts'
import type { AssessmentRow } from './reads.ts'
import type { AssessedRow } from './reads-branches.ts'
import { type CorrectionRow, correctionById, correctionsOf, frozenFactsOf } from './reads-scores.ts'
import { frozen } from './rules/assessment.ts'
import { fits, plain } from './rules/fits.ts'
import { type AssessmentPermissionRefusal, mayLead } from './rules/permissions.ts'
import { sayValue } from './rules/value.ts'
import { factInput, keepScores, scoresNow } from './scored.ts'
import { sheetOf, standingOf, wrongIn } from './standing.ts'
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
    await insertFrozen(context, assessment.id, version, [correctedInput(row, correction)], [])
    const now = await scoresNow(context, sheet, assessment.id, row)
    const score = now.scores.get(row.branch)!
    accept(wrongIn(sheet, score).length > 0 ? refuse('assessment.correction-leaves-open') : allow(true))
    const others = await keepScores(context, { id: assessment.id, version }, now, row.id)
    await saveDecision(context, id, { version })
    const subject = { kind: 'assessment', id: assessment.id, organisation: row.branch }
    const to = score.total.state === 'scored' ? score.total.points : null
    await writeHistory(context, 'assessment.corrected', subject, { id, version, from: row.total, to, others })
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

/** The fact as the correction says it is, as an input of its own version. */
function correctedInput(
  row: AssessedRow,
  { id, fact, after, document, reason }: Awaited<ReturnType<typeof loadCorrection>>,
) {
  const text = plain(`更正依据：${document}。${reason}`)
  return factInput(row, fact, { value: after as FactValue, sources: [{ kind: 'supplied', id, text }] })
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
  if (!leads(actor, organisation)) return refuse('assessment.only-the-office' satisfies AssessmentPermissionRefusal)
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
