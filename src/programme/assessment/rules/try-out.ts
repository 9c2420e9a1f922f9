import { add, compare, divide, type Exact, type ExactText, exact, subtract, whole, writeExact } from '#basics/exact.ts'
import { isExempt } from '#programme/scoring/rules/age.ts'
import type { Facts, Ruling } from '#programme/scoring/rules/facts.ts'
import type { Member } from '#programme/scoring/rules/figures.ts'
import { levelNames } from '#programme/scoring/rules/level.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { type BranchScore, pointsOf } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { leavesOf } from './self-score.ts'
import { withKind } from './try-out-kinds.ts'
import { inTheYearOf, type LackingFact, rulingsFor, withItemAt } from './try-out-sheet.ts'

/** A branch of the earlier year, as it was frozen. */
export interface TriedBranch {
  id: string
  name: string
  region: string | null
  /** What kind of unit it worked in; null where it has none. */
  kind: string | null
  setUpOn: string
  facts: Facts
  rulings: readonly Ruling[]
  /** The kind of the draft that stands for it, where the year does not hold its kind. */
  draftKind?: string | undefined
}

/** What a branch came to by one sheet. The rank is for those who weigh the draft; it is published nowhere. */
export interface Standing {
  total: ExactText | null
  level: string | null
  rank: number | null
}

export interface Move {
  branch: string
  name: string
  region: string | null
  kind: string | null
  before: Standing
  after: Standing
  change: 'up' | 'down' | 'same' | 'open'
  /** Whether it stands within a hair of a line of the draft. */
  near: boolean
}

/** An item of the draft: whether it separates anyone, and for how many it decides the level. */
export interface TriedItem {
  code: string
  name: string
  /** How many different results there are. */
  results: number
  /** Everybody who has points in it has the same. */
  separates: boolean
  /** So many branches would have another level if everybody had its median. */
  decides: number
  /** Its points alone part the levels exactly as the whole sheet does. */
  alone: boolean
}

/** How many stand at most a hair above, or less than a hair below, the line of a level. */
export interface NearLine {
  level: string
  atLeast: ExactText
  above: number
  below: number
}

export interface TriedGroup {
  by: 'region' | 'kind'
  name: string | null
  base: number
  up: number
  down: number
  same: number
  near: number
}

export interface TryOut {
  hair: ExactText
  lacking: LackingFact[]
  moves: Move[]
  levels: { level: string; before: number; after: number }[]
  /** How many scores the draft leaves open. */
  open: number
  items: TriedItem[]
  lines: NearLine[]
  groups: TriedGroup[]
}

type Scores = Map<string, BranchScore>

/**
 * A draft tried on the frozen facts of an earlier year: who moves, which item separates nobody, which alone decides, how many
 * stand within a hair of a line; as a whole, by region and by kind. Branches that either sheet does not rate are left out.
 */
export function tryOut(draft: Sheet, before: Sheet, branches: readonly TriedBranch[], hair: ExactText): TryOut {
  const { sheet, lacking } = inTheYearOf(draft, before)
  const rated = branches.filter(({ setUpOn }) => !isExempt(sheet, setUpOn) && !isExempt(before, setUpOn))
  const was = scorePopulation(before, rated).scores
  const trial = rated.map(({ id, region, facts, rulings, draftKind }): Member => {
    return { id, region, facts: withKind(draft, facts, draftKind), rulings: rulingsFor(draft, before, rulings) }
  })
  const is = scorePopulation(sheet, trial).scores
  const [ranksBefore, ranksAfter] = [ranksOf(was), ranksOf(is)]
  const moves = rated.map((each): Move => {
    const { id, name, region, kind } = each
    const [from, to] = [standing(was, ranksBefore, id), standing(is, ranksAfter, id)]
    const near = linesOf(sheet).some(({ atLeast }) => gap(is.get(id)!, atLeast, hair) !== null)
    return { branch: id, name, region, kind, before: from, after: to, change: changeOf(sheet, from, to), near }
  })
  const names = [...new Set([...levelNames(sheet), ...levelNames(before)])]
  return {
    hair,
    lacking,
    moves,
    levels: names.map((level) => ({
      level,
      before: moves.filter((each) => each.before.level === level).length,
      after: moves.filter((each) => each.after.level === level).length,
    })),
    open: moves.filter(({ after }) => after.total === null || after.level === null).length,
    items: leavesOf(sheet).map(({ code, name }) => ({ code, name, ...weighed(sheet, trial, is, code) })),
    lines: linesOf(sheet).map((line) => ({ ...line, ...standNear(is, line.atLeast, hair) })),
    groups: [...grouped('region', moves), ...grouped('kind', moves)],
  }
}

function standing(scores: Scores, ranks: Map<string, number>, id: string): Standing {
  const { total, level } = scores.get(id)!
  return {
    total: total.state === 'scored' ? total.points : null,
    level: level.state === 'level' ? level.name : null,
    rank: ranks.get(id) ?? null,
  }
}

/** Places by what the level is taken from; equals share one. */
function ranksOf(scores: Scores): Map<string, number> {
  const sorted = [...scores]
    .flatMap(([id, { total }]) => (total.state === 'scored' ? [{ id, graded: exact(total.graded) }] : []))
    .toSorted((a, b) => compare(b.graded, a.graded))
  const ranks = new Map<string, number>()
  sorted.forEach(({ id, graded }, at) => {
    const before = sorted[at - 1]
    ranks.set(id, before && compare(before.graded, graded) === 0 ? ranks.get(before.id)! : at + 1)
  })
  return ranks
}

function changeOf(sheet: Sheet, before: Standing, after: Standing): Move['change'] {
  const names = levelNames(sheet)
  const [from, to] = [names.indexOf(before.level ?? ''), names.indexOf(after.level ?? '')]
  if (from < 0 || to < 0) return 'open'
  return from === to ? 'same' : from > to ? 'up' : 'down'
}

function linesOf({ levels }: Sheet): { level: string; atLeast: ExactText }[] {
  return levels.flatMap(({ name, atLeast, byEffect }) =>
    atLeast === null || byEffect ? [] : [{ level: name, atLeast }],
  )
}

/** On which side of a line a score stands, if it is within a hair of it. */
function gap({ total }: BranchScore, atLeast: ExactText, hair: ExactText): 'above' | 'below' | null {
  if (total.state !== 'scored') return null
  const apart = subtract(exact(total.graded), exact(atLeast))
  const over = compare(apart, exact('0')) >= 0
  const size = over ? apart : subtract(exact('0'), apart)
  return compare(size, exact(hair)) > 0 ? null : over ? 'above' : 'below'
}

function standNear(scores: Scores, atLeast: ExactText, hair: ExactText): { above: number; below: number } {
  const sides = [...scores.values()].map((score) => gap(score, atLeast, hair))
  return {
    above: sides.filter((side) => side === 'above').length,
    below: sides.filter((side) => side === 'below').length,
  }
}

function weighed(
  sheet: Sheet,
  trial: readonly Member[],
  scores: Scores,
  code: string,
): Omit<TriedItem, 'code' | 'name'> {
  const points = [...scores.values()].flatMap((score) => pointsOf(score, code) ?? [])
  const results = new Set(points).size
  if (results < 2) return { results, separates: false, decides: 0, alone: false }
  const median = medianOf(points)
  const fixed = withItemAt(sheet, code, median)
  const fact = { value: { shape: 'number' as const, number: median }, sources: [] }
  const others = trial.map((each) => ({ ...each, facts: { ...each.facts, [fixed.fact]: fact } }))
  const without = scorePopulation(fixed.sheet, others).scores
  const level = ({ level: found }: BranchScore) => (found.state === 'level' ? found.name : found.state)
  const decides = [...scores].filter(([id, score]) => level(score) !== level(without.get(id)!)).length
  return { results, separates: true, decides, alone: partsAlone(sheet, scores, code) }
}

function medianOf(points: readonly ExactText[]): ExactText {
  const sorted = points.map(exact).toSorted(compare)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return writeExact(sorted[middle]!)
  return writeExact(divide(add(sorted[middle - 1]!, sorted[middle]!), whole(2)))
}

/** Whether every branch of a higher level has more points in the item than any of a lower one. */
function partsAlone(sheet: Sheet, scores: Scores, code: string): boolean {
  const inLevel = levelNames(sheet).map((name) =>
    [...scores.values()].flatMap((score): Exact[] => {
      const points = pointsOf(score, code)
      return score.level.state === 'level' && score.level.name === name && points !== null ? [exact(points)] : []
    }),
  )
  const filled = inLevel.filter((points) => points.length > 0).map((points) => points.toSorted(compare))
  return filled.length > 1 && filled.slice(1).every((lower, at) => compare(filled[at]![0]!, lower.at(-1)!) > 0)
}

/** By region or by kind; nothing where none of the branches has one. */
function grouped(by: TriedGroup['by'], moves: readonly Move[]): TriedGroup[] {
  if (moves.every((each) => each[by] === null)) return []
  const names = [...new Set(moves.map((each) => each[by]))].toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
  return names.map((name) => {
    const own = moves.filter((each) => each[by] === name)
    const count = (change: Move['change']) => own.filter((each) => each.change === change).length
    const near = own.filter((each) => each.near).length
    return { by, name, base: own.length, up: count('up'), down: count('down'), same: count('same'), near }
  })
}
