import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { openQuestions, rulingOf, type ScoreRuling } from '#programme/scoring/rules/open-questions.ts'
import type { BranchScore } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { assessmentContract } from './contract.ts'
import { leadOf } from './opening.ts'
import { sayQuestion } from './question-views.ts'
import { frozenScores } from './reads.ts'
import { scoreOf, scoreRulingsOf } from './reads-scores.ts'
import { frozen, stageOf } from './rules/assessment.ts'
import { plain } from './rules/fits.ts'
import { mayRule } from './rules/permissions.ts'
import { keepScores, rulingInput, scoresNow } from './scored.ts'
import { scoreView } from './scores.ts'
import { sheetOf, standingOf } from './standing.ts'
import { loadAssessment } from './store.ts'
import { insertFrozen, insertScoreRuling } from './store-frozen.ts'

export const rulingActions: Pick<Actions<typeof assessmentContract>, 'ruleOnScore' | 'listQuestions'> = {
  async listQuestions(context, { assessment: id }) {
    const assessment = await leadOf(context, id)
    const sheet = await sheetOf(context, assessment)
    if (assessment.frozenAt === null) return { rows: [] }
    const rows = (await frozenScores(context, id)).flatMap(({ assessed, name, score }) => {
      const open = score ? openQuestions(sheet, score) : []
      return open.length === 0
        ? []
        : [{ assessed, branch: name, questions: open.map((each) => sayQuestion(context, each)) }]
    })
    return { rows }
  },

  async ruleOnScore(context, { assessed, ...typed }) {
    const { row, sheet } = await standingOf(context, assessed)
    const assessment = await loadAssessment(context, row.assessment)
    permit(mayRule(context.actor, assessment, row))
    accept(frozen(stageOf(assessment, context.now)))
    const ruling = accept(rulingOf(sheet, { ...typed, ground: plain(typed.ground) }))
    accept(await asked(context, sheet, assessed, ruling))
    const version = (assessment.version ?? 1) + 1
    await insertFrozen(context, assessment.id, version, [rulingInput(row, ruling)], [])
    const now = await scoresNow(context, sheet, assessment.id, row)
    const others = await keepScores(context, { id: assessment.id, version }, now, row.id)
    const line = { about: typed.about, code: typed.code, decided: decidedBy(ruling), ground: ruling.ground, version }
    await insertScoreRuling(context, { assessed, ...line })
    const subject = { kind: 'assessment', id: assessment.id, organisation: row.branch }
    await writeHistory(context, 'assessment.ruled', subject, { ...line, others })
    return scoreView(context, assessed)
  },
}

/** A ruling is taken on what is open, or to take the place of one that was given; it never overrules the sheet. */
async function asked(context: Context, sheet: Sheet, assessed: string, ruling: ScoreRuling) {
  const score: BranchScore | null = found(await scoreOf(context, assessed)).score
  const code = ruling.about === 'clause' ? ruling.clause : ''
  const same = (each: { about: string; code: string }) => each.about === ruling.about && each.code === code
  const open = score !== null && openQuestions(sheet, score).some(same)
  const before = (await scoreRulingsOf(context, assessed)).some(same)
  return open || before ? allow(true) : refuse('assessment.nothing-to-rule')
}

function decidedBy(ruling: ScoreRuling): string {
  if (ruling.about === 'clause') return ruling.points
  return ruling.about === 'kind' ? ruling.kind : ruling.level
}
