import { exact, showDecimal } from '#basics/exact.ts'
import type { Context } from '#platform/context.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { AssessmentRow } from './reads.ts'
import type { AssessedRow } from './reads-branches.ts'
import { progressOf } from './reads-material.ts'
import { freezing, gathering, stageOf } from './rules/assessment.ts'
import { sourceOf } from './rules/fact-source.ts'
import { mayLead, mayScoreItself } from './rules/permissions.ts'
import { ownTotal } from './rules/self-score.ts'
import { sheetOf } from './standing.ts'

type Verb = 'supply' | 'assign' | 'freeze' | 'self-score'

export async function assessmentView(context: Context, row: AssessmentRow) {
  const stage = stageOf(row, context.now)
  const leads = mayLead(context.actor, row).ok
  const allowed: Verb[] = []
  if (leads && gathering(stage).ok) allowed.push('supply', 'assign')
  if (leads && freezing(row, stage, context.today, row.asOf).ok) allowed.push('freeze')
  const { panel } = await sheetOf(context, row)
  return {
    id: row.id,
    cycle: { id: row.cycle, title: row.cycleTitle, year: row.cycleYear },
    organisation: { id: row.organisation, name: row.organisationName },
    sheet: {
      id: row.sheet,
      code: row.sheetCode,
      title: row.sheetTitle,
      number: row.sheetNumber,
      hash: row.sheetHash,
      asOf: row.asOf,
      groups: (panel.groups ?? []).map(({ name }) => name),
    },
    stage,
    selfScoreFrom: row.selfScoreFrom,
    selfScoreTo: row.selfScoreTo,
    openedAt: row.openedAt,
    frozenAt: row.frozenAt,
    version: row.version,
    progress: leads ? await progressView(context, row) : null,
    allowed,
  }
}

async function progressView(context: Context, row: AssessmentRow) {
  const { assignments, ...counts } = await progressOf(context, row.id)
  return { ...counts, marksDue: assignments * ratedFacts(await sheetOf(context, row)).length }
}

/** The facts that assessors give marks for. */
export function ratedFacts(sheet: Sheet) {
  return sheet.facts.filter((need) => sourceOf(sheet, need) === 'rating')
}

export function assessedRowView(
  sheet: Sheet,
  row: AssessedRow,
  { missing, marksGiven }: { missing: string[]; marksGiven: number },
) {
  return {
    id: row.id,
    branch: { id: row.branch, name: row.name },
    region: row.region,
    rated: row.rated,
    ended: row.ended,
    selfTotal: row.scores && ownTotal(row.scores),
    selfScoredAt: row.scoredAt,
    assessors: row.assessors,
    marksDue: row.rated ? row.assessors * ratedFacts(sheet).length : 0,
    marksGiven,
    missing,
    total: row.total,
    shown: shownTotal(sheet, row.total),
    level: row.level,
  }
}

/** The total with the decimals the sheet shows. */
export function shownTotal(sheet: Sheet, total: string | null): string | null {
  return total === null ? null : showDecimal(exact(total), sheet.total.places)
}

export function ownView(context: Context, row: AssessedRow, assessment: AssessmentRow) {
  const stage = stageOf(assessment, context.now)
  const allowed: ('self-score' | 'read-score')[] = []
  if (stage === 'self-scoring' && mayScoreItself(context.actor, row).ok) allowed.push('self-score')
  if (stage === 'frozen') allowed.push('read-score')
  return {
    id: row.id,
    assessment: row.assessment,
    title: assessment.sheetTitle,
    branch: { id: row.branch, name: row.name },
    stage,
    selfScoreFrom: assessment.selfScoreFrom,
    selfScoreTo: assessment.selfScoreTo,
    selfScoredAt: row.scoredAt,
    total: row.total,
    allowed,
  }
}
