import { exact, writeExact } from '#basics/exact.ts'
import type { Facts } from './facts.ts'
import { type Figure, type Figures, figuresOf, type Member, meanOf } from './figures.ts'
import { type QuotaLine, withQuotas } from './quotas.ts'
import { type BranchScore, pointsOf, scoreBranch } from './score.ts'
import type { Sheet } from './sheet.ts'
import { type ClauseOf, isRelative } from './sheet-clauses.ts'

/** A whole population scored: what each was compared with, its score with the level after the quotas, and the quotas. */
export interface Population {
  figures: Map<string, Figures>
  scores: Map<string, BranchScore>
  quotas: QuotaLine[]
}

/**
 * The population step, on frozen inputs: first what is found among all branches (best, mean, places, void ballots), then the
 * branch step for each, then quotas on levels. Only rated branches belong in it; their order changes nothing, and without
 * clauses or quotas that look at others every branch gets what the branch step gives it alone.
 */
export function scorePopulation(sheet: Sheet, members: readonly Member[]): Population {
  const sorted = members.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const figures = figuresOf(sheet, sorted)
  const score = () =>
    new Map(sorted.map(({ id, facts, rulings }) => [id, scoreBranch(sheet, facts, rulings, figures.get(id))]))
  let scores = score()
  const substituting = sheet.clauses.filter(
    (clause): clause is ClauseOf<'A16'> => clause.type === 'A16' && clause.as === 'mean-of-others',
  )
  if (substituting.length > 0) {
    for (const clause of substituting) addMeans(clause, sorted, scores, figures)
    scores = score()
  }
  return { figures, ...withQuotas(sheet, sorted, scores) }
}

/**
 * Whether every branch is scored by itself: no clause, quota or rule about marks looks at others. What changes in one branch
 * then moves no other.
 */
export function eachAlone(sheet: Sheet): boolean {
  const shapeOf = (fact: string) => sheet.facts.find(({ key }) => key === fact)?.shape
  const { ballot = [], severity } = sheet.panel
  const relative = sheet.clauses.some((clause) => isRelative(clause, shapeOf))
  return !relative && ballot.length === 0 && severity === undefined && (sheet.quotas ?? []).length === 0
}

/** A16: the mean of the item's points over those who have some of their own; open while one of them is open. */
function addMeans(
  clause: ClauseOf<'A16'>,
  members: readonly Member[],
  scores: Map<string, BranchScore>,
  figures: Map<string, Figures>,
): void {
  const others = members.filter(({ facts }) => !flagHolds(facts, clause.fact))
  const outcomes = others.map(
    ({ id }) => scores.get(id)!.indicators.find(({ indicator }) => indicator === clause.indicator)!.outcome,
  )
  const missing = outcomes.filter(({ state }) => state === 'open').length
  const points = others.flatMap(({ id }) => pointsOf(scores.get(id)!, clause.indicator) ?? [])
  const figure: Figure =
    missing > 0
      ? { kind: 'incomplete', missing }
      : points.length === 0
        ? { kind: 'nobody' }
        : { kind: 'mean', value: writeExact(meanOf(points.map(exact))), over: points.length }
  for (const { id } of members) figures.get(id)![clause.code] = figure
}

function flagHolds(facts: Facts, key: string): boolean {
  const value = facts[key]?.value
  return value?.shape === 'flag' && value.holds
}
