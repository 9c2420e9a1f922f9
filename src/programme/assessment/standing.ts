import { fill, type Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { sheetById } from '#programme/scoring/reads.ts'
import type { Facts } from '#programme/scoring/rules/facts.ts'
import { problems, questions } from '#programme/scoring/rules/sayings-open.ts'
import { type BranchScore, scoreBranch } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { assessmentMessages } from './messages.ts'
import { type AssessmentRow, assessmentById } from './reads.ts'
import { type AssessedRow, assessedById } from './reads-branches.ts'
import { type Stage, stageOf } from './rules/assessment.ts'
import { gather, type Material, type Missing } from './rules/material.ts'
import { holdAssessment } from './store.ts'

/** A branch on a roster with everything around it. */
export interface Standing {
  row: AssessedRow
  assessment: AssessmentRow
  sheet: Sheet
  stage: Stage
}

/** The branch as it stands; `hold` keeps the assessment from being frozen until the change is done. */
export async function standingOf(context: Context, assessed: string, hold = false): Promise<Standing> {
  const row = found(await assessedById(context, assessed))
  const assessment = hold
    ? await holdAssessment(context, row.assessment)
    : found(await assessmentById(context, row.assessment))
  return { row, assessment, sheet: await sheetOf(context, assessment), stage: stageOf(assessment, context.now) }
}

export async function sheetOf(context: Pick<Context, 'tx'>, { sheet }: Pick<AssessmentRow, 'sheet'>): Promise<Sheet> {
  return found(await sheetById(context, sheet)).data
}

/** The facts held by now with the score they give, and everything that is wanted before it counts. */
export interface Tried {
  facts: Facts
  missing: Missing[]
  score: BranchScore | null
}

/** Gathers and, when nothing is missing, scores; what the engine leaves open is wanted as well. */
export function tried(sheet: Sheet, material: Material): Tried {
  const { facts, missing } = gather(sheet, material)
  if (missing.length > 0) return { facts, missing, score: null }
  const score = scoreBranch(sheet, facts)
  return score.total.state === 'scored'
    ? { facts, missing, score }
    : { facts, missing: openIn(sheet, score), score: null }
}

/** The clauses that the engine leaves open. Only the question is told: marks are not shown before the freeze. */
function openIn(sheet: Sheet, score: BranchScore): Missing[] {
  const open = score.clauses.flatMap(({ clause: code, outcome }): Missing[] => {
    if (outcome.state !== 'needs-ruling' && outcome.state !== 'unusable') return []
    const clause = sheet.clauses.find((each) => each.code === code)!
    const said = outcome.state === 'needs-ruling' ? questions[outcome.question] : problems[outcome.problem]
    return [{ fact: clause.fact, name: code, reason: 'unsettled', details: { zh: said.zh, en: said.en } }]
  })
  return open.length > 0 ? open : [{ fact: '', name: '', reason: 'unsettled', details: { zh: '', en: '' } }]
}

/** What is wanted, in words. */
export function sayMissing({ name, reason, details }: Missing, language: Language): string {
  const said = fill(assessmentMessages.labels[reason][language], { ...details, what: details[language] ?? '' })
  return language === 'zh' ? `${name}：${said}` : `${name}: ${said}`
}
