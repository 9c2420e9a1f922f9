import { expect } from 'vitest'
import { explain } from '#programme/scoring/rules/explain.ts'
import type { Facts, FactValue, Ruling } from '#programme/scoring/rules/facts.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { type BranchScore, scoreBranch } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { sheetMisshapes } from '#programme/scoring/rules/sheet-shape.ts'
import { readRuleSheet, writeRuleSheet } from '#programme/scoring/workbook.ts'
import { read, rebuild, same } from '../calculator.ts'
import { factsWith } from './plain-sheet.ts'

/** The sheet itself, once it is well formed and comes back from a workbook as it was. */
export function sound(sheet: Sheet): Sheet {
  expect(sheetMisshapes(sheet)).toEqual([])
  const back = readRuleSheet(writeRuleSheet(sheet))
  expect(back.ok ? back.value.sheet : back.errors).toEqual(sheet)
  return sheet
}

/** Scores one branch by a sound sheet; the explanation alone rebuilds the score. */
export function scoredFrom(sheet: Sheet, facts: Facts, rulings: readonly Ruling[] = []): BranchScore {
  const score = scoreBranch(sound(sheet), facts, rulings)
  const total = rebuild(explain(sheet, facts, score))
  if (score.total.state === 'scored') expect(same(total!, read(score.total.points))).toBe(true)
  return score
}

/** The same from values alone. */
export const scored = (sheet: Sheet, values: Record<string, FactValue>) => scoredFrom(sheet, factsWith(values))

/** Branches that differ in their facts alone, scored together. */
export function together(
  sheet: Sheet,
  all: Record<string, Record<string, FactValue>>,
  regions: Record<string, string> = {},
) {
  const members = Object.entries(all).map(([id, values]) => {
    return { id, region: regions[id] ?? null, facts: factsWith(values), rulings: [] }
  })
  return { members, ...scorePopulation(sound(sheet), members) }
}

export const total = ({ total }: BranchScore) => (total.state === 'scored' ? total.points : null)
export const graded = ({ total }: BranchScore) => (total.state === 'scored' ? total.graded : null)
/** The name of the level, or the word for why there is none. */
export const level = ({ level }: BranchScore) => (level.state === 'level' ? level.name : level.state)
