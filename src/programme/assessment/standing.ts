import { fill, type Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { sheetById } from '#programme/scoring/reads.ts'
import type { Facts } from '#programme/scoring/rules/facts.ts'
import { openQuestions } from '#programme/scoring/rules/open-questions.ts'
import { problems, questions } from '#programme/scoring/rules/sayings-open.ts'
import { type BranchScore, scoreBranch } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Problem } from '#programme/scoring/rules/trace-words.ts'
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

/** The facts held by now, everything that is wanted before they can be frozen, and what the sheet leaves to a ruling. */
export interface Tried {
  facts: Facts
  missing: Missing[]
  open: Missing[]
}

/** Gathers, and when nothing is missing scores the branch by itself: a fact that is wrong is wanted anew. */
export function tried(sheet: Sheet, material: Material): Tried {
  const { facts, missing } = gather(sheet, material)
  if (missing.length > 0) return { facts, missing, open: [] }
  const score = scoreBranch(sheet, facts)
  return { facts, missing: wrongIn(sheet, score), open: openIn(sheet, score) }
}

/** What stands in the other branches is looked at when all are scored together. */
const others: readonly Problem[] = ['needs-the-others', 'others-incomplete']

/** The clauses whose facts are there and wrong. */
export function wrongIn(sheet: Sheet, score: BranchScore): Missing[] {
  return score.clauses.flatMap(({ clause: code, outcome }): Missing[] => {
    if (outcome.state !== 'unusable' || others.includes(outcome.problem)) return []
    const clause = sheet.clauses.find((each) => each.code === code)!
    const said = problems[outcome.problem]
    const details = { zh: fill(said.zh, outcome.details), en: fill(said.en, outcome.details) }
    return [{ fact: clause.fact, name: code, reason: 'unsettled', details }]
  })
}

/** What needs a ruling. Only the question is told: marks are not shown before the freeze. */
export function openIn(sheet: Sheet, score: BranchScore): Missing[] {
  return openQuestions(sheet, score).map(({ about, code, text, question }): Missing => {
    const said = question === 'level-open' ? { zh: text, en: text } : questions[question]
    return {
      fact: '',
      name: about === 'clause' ? code : '',
      reason: 'unsettled',
      details: { zh: said.zh, en: said.en },
    }
  })
}

/** What is wanted, in words. */
export function sayMissing({ name, reason, details }: Missing, language: Language): string {
  const said = fill(assessmentMessages.labels[reason][language], { ...details, what: details[language] ?? '' })
  if (name === '') return said
  return language === 'zh' ? `${name}：${said}` : `${name}: ${said}`
}
