import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { pointsOf, scoreBranch } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { factsOfClause } from '#programme/scoring/rules/sheet-clauses.ts'
import type { assessmentContract } from './contract.ts'
import { followSelfScore } from './duties.ts'
import { assessedById } from './reads-branches.ts'
import { materialOf } from './reads-material.ts'
import { selfScoring } from './rules/assessment.ts'
import { isMarks } from './rules/fact-source.ts'
import { gather } from './rules/material.ts'
import { mayInspect, mayScoreItself } from './rules/permissions.ts'
import { leavesOf, ownPoints, ownTotal } from './rules/self-score.ts'
import { type Standing, standingOf } from './standing.ts'
import { saveSelfScore } from './store.ts'

export const selfScoringActions: Pick<Actions<typeof assessmentContract>, 'readSelfScore' | 'selfScore'> = {
  async readSelfScore(context, { assessed }) {
    const standing = await standingOf(context, assessed)
    permit(mayInspect(context.actor, standing.row))
    return view(context, standing)
  },

  async selfScore(context, { assessed, scores }) {
    const standing = await standingOf(context, assessed, true)
    const { row, assessment, sheet, stage } = standing
    permit(mayScoreItself(context.actor, row))
    accept(selfScoring(assessment, stage))
    const kept = accept(ownPoints(sheet, scores))
    await saveSelfScore(context, assessed, kept)
    const subject = { kind: 'assessment', id: assessment.id, organisation: row.branch }
    await writeHistory(context, 'assessment.self-scored', subject, { total: ownTotal(kept) })
    await followSelfScore(context, assessment.id, row.branch)
    return view(context, { ...standing, row: found(await assessedById(context, assessed)) })
  },
}

async function view(context: Context, { row, assessment, sheet, stage }: Standing) {
  const known = await knownPoints(context, sheet, row)
  const own = mayScoreItself(context.actor, row).ok && selfScoring(assessment, stage).ok
  return {
    assessed: row.id,
    title: assessment.sheetTitle,
    branch: { id: row.branch, name: row.name },
    stage,
    selfScoreFrom: assessment.selfScoreFrom,
    selfScoreTo: assessment.selfScoreTo,
    lines: leavesOf(sheet).map((indicator) => {
      const given = row.scores?.find((each) => each.indicator === indicator.code)
      return {
        indicator: indicator.code,
        name: indicator.name,
        section: sheet.indicators.find(({ code }) => code === indicator.parent)?.name ?? '',
        least: indicator.floor ?? '0',
        most: indicator.cap ?? indicator.max,
        points: given?.points ?? null,
        note: given?.note ?? '',
        known: known.get(indicator.code) ?? null,
      }
    }),
    total: row.scores && ownTotal(row.scores),
    scoredAt: row.scoredAt,
    allowed: own ? (['self-score'] as 'self-score'[]) : [],
  }
}

/** What the facts held already give, so that nobody counts by hand what is on record; marks and votes are left out. */
async function knownPoints(
  context: Context,
  sheet: Sheet,
  row: { id: string; branch: string },
): Promise<Map<string, string>> {
  const material = (await materialOf(context, sheet, [row])).get(row.id)!
  const marks = sheet.facts.filter((need) => isMarks(sheet, need)).map(({ key }) => key)
  const supplied = Object.fromEntries(Object.entries(material.supplied).filter(([key]) => !marks.includes(key)))
  const { facts } = gather(sheet, { ...material, supplied, assessors: [], ratings: [], surveys: [] })
  const score = scoreBranch(sheet, facts)
  const known = new Map<string, string>()
  for (const { code } of leavesOf(sheet)) {
    const clauses = sheet.clauses.filter(({ indicator }) => indicator === code)
    const points = pointsOf(score, code)
    if (points !== null && clauses.every((clause) => factsOfClause(clause).every((key) => key in facts)))
      known.set(code, points)
  }
  return known
}
