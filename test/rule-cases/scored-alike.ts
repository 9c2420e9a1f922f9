import { explain } from '#programme/scoring/rules/explain.ts'
import { type BranchFacts, memberOf } from '#programme/scoring/rules/facts-file.ts'
import { lint, sayLint } from '#programme/scoring/rules/lint.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { quick } from '#programme/scoring/rules/quick.ts'
import { ranking } from '#programme/scoring/rules/ranking.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { sheetMisshapes } from '#programme/scoring/rules/sheet-shape.ts'
import { readRuleSheet, writeRuleSheet } from '#programme/scoring/workbook.ts'

/** Everything the rules say of sheets and branches, as one text: what Node and a browser must say alike to the byte. */
export function everythingSaid(given: string): string {
  const cases = JSON.parse(given) as { sheet: Sheet; branches: BranchFacts[] }[]
  return JSON.stringify(
    cases.map(({ sheet, branches }) => {
      const members = branches.map(memberOf)
      const { figures, scores, quotas } = scorePopulation(sheet, members)
      const fast = quick(sheet)
      return {
        wrong: sheetMisshapes(sheet),
        lint: lint(sheet).map((each) => [each, sayLint(each)]),
        workbook: writeRuleSheet(sheet),
        back: readRuleSheet(writeRuleSheet(sheet)),
        figures: [...figures],
        scores: [...scores],
        quotas,
        ranking: ranking(sheet, members, scores),
        explained: branches.map(({ id, facts }) => explain(sheet, facts, scores.get(id)!)),
        quick: branches.map(({ facts }) => fast?.(facts) ?? null),
      }
    }),
  )
}
