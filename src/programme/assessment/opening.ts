import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { cycleWithOrganisation } from '#programme/cycle/reads.ts'
import { isExpired } from '#programme/cycle/rules/cycle.ts'
import { sheetById, stateOf as sheetState } from '#programme/scoring/reads.ts'
import { isExempt } from '#programme/scoring/rules/age.ts'
import type { assessmentContract } from './contract.ts'
import { openSelfScoring } from './duties.ts'
import { assessmentById, assessmentsSeen, openedFor } from './reads.ts'
import { assessedOfActor, assessedPage, branchesBelow } from './reads-branches.ts'
import { latestRatings, materialOf } from './reads-material.ts'
import { dated, stageOf } from './rules/assessment.ts'
import { mayLead } from './rules/permissions.ts'
import { sayMissing, sheetOf, tried } from './standing.ts'
import { insertAssessment, insertRoster } from './store.ts'
import { assessedRowView, assessmentView, ownView } from './views.ts'

type Opening = 'listAssessments' | 'readAssessment' | 'openAssessment' | 'listAssessed' | 'listMyAssessed'

export const openingActions: Pick<Actions<typeof assessmentContract>, Opening> = {
  async listAssessments(context, filter) {
    const { rows, next } = await assessmentsSeen(context, filter)
    const views = []
    for (const row of rows) views.push(await assessmentView(context, row))
    return { rows: views, next, total: null }
  },

  async readAssessment(context, { assessment }) {
    return assessmentView(context, found(await assessmentById(context, assessment)))
  },

  async openAssessment(context, { cycle: id, sheet: sheetId, selfScoreFrom, selfScoreTo }) {
    const { cycle, path } = found(await cycleWithOrganisation(context, id))
    const { organisation } = cycle
    permit(mayLead(context.actor, { organisation }))
    accept(
      cycle.state === 'open' && !isExpired(cycle.plan, context.today)
        ? allow(true)
        : refuse('assessment.cycle-not-open'),
    )
    accept(dated(selfScoreFrom, selfScoreTo))
    const sheet = await sheetById(context, sheetId)
    const usable = sheet && sheetState(sheet) === 'issued' && path.startsWith(sheet.path)
    accept(usable ? allow(true) : refuse('assessment.sheet-not-issued'))
    const { data, hash } = found(sheet)
    accept(data.year === cycle.plan.year ? allow(true) : refuse('assessment.sheet-of-another-year'))
    accept((await openedFor(context, id, sheetId)) ? refuse('assessment.opened-already') : allow(true))
    const branches = await branchesBelow(context, path, context.today)
    const row = { cycle: id, organisation, sheet: sheetId, selfScoreFrom, selfScoreTo }
    const assessment = await insertAssessment(context, row)
    const roster = branches.map((branch) => ({ ...branch, rated: !isExempt(data, branch.setUpOn) }))
    await insertRoster(context, assessment, roster)
    const rated = roster.filter((branch) => branch.rated).map((branch) => branch.id)
    await openSelfScoring(context, { id: assessment, cycle: id, until: selfScoreTo }, rated)
    const detail = { sheet: sheetId, hash, branches: roster.length, selfScoreFrom, selfScoreTo }
    await writeHistory(context, 'assessment.opened', { kind: 'assessment', id: assessment, organisation }, detail)
    return assessmentView(context, found(await assessmentById(context, assessment)))
  },

  async listAssessed(context, { assessment: id, ...filter }) {
    const assessment = found(await assessmentById(context, id))
    const sheet = await sheetOf(context, assessment)
    const { rows, next } = await assessedPage(context, id, filter)
    const waits = stageOf(assessment, context.now) !== 'frozen'
    const open = waits ? rows.filter(({ rated }) => rated) : []
    const material = await materialOf(context, sheet, open)
    const marks = await latestRatings(
      context,
      rows.map((row) => row.id),
    )
    const views = rows.map((row) => {
      const gathered = material.get(row.id)
      const missing = gathered ? tried(sheet, gathered).missing.map((each) => sayMissing(each, context.language)) : []
      return assessedRowView(sheet, row, {
        missing,
        marksGiven: marks.filter((each) => each.assessed === row.id).length,
      })
    })
    return { rows: views, next, total: null }
  },

  async listMyAssessed(context) {
    const rows = []
    for (const row of await assessedOfActor(context))
      rows.push(ownView(context, row, found(await assessmentById(context, row.assessment))))
    return { rows }
  },
}

/** Everybody's branches, for actions that need no page. */
export async function leadOf(context: Context, id: string) {
  const assessment = found(await assessmentById(context, id))
  permit(mayLead(context.actor, assessment))
  return assessment
}
