import type { Details } from '#basics/decision.ts'
import { add, compare, divide, type ExactText, exact, floor, hundred, multiply, whole, zero } from '#basics/exact.ts'
import { listsBy } from '#basics/lists.ts'
import { isExempt } from '#programme/scoring/rules/age.ts'
import { type Population, scorePopulation } from '#programme/scoring/rules/population.ts'
import type { QuotaLine } from '#programme/scoring/rules/quotas.ts'
import { type BranchScore, pointsOf } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { type BranchInput, type GateFound, gatesOf, openVetoes, type Rated } from './candidate.ts'
import { type Ground, groundsOf } from './grounds.ts'
import { isShort, type Nomination, nominationOf, placesWhenShort } from './nomination.ts'
import { allocate, type Candidate, type Place, tiesBroken } from './places.ts'

/** The outcome of a selection, without any rank: branches by id, quotas by region, ties at the line. */
export interface SelectionResult {
  branches: BranchResult[]
  quotas: Quota[]
  ties: Tie[]
  /** C2, C3 the quotas on levels, where the sheet has any (from hangbiao-run/2). */
  levelQuotas?: QuotaLine[]
}

export interface BranchResult {
  branch: string
  /** Null where the total is open or the branch is not rated. */
  total: ExactText | null
  /** Points of every indicator and clause; null where left out or open; empty where the branch is not rated. */
  indicators: { code: string; points: ExactText | null }[]
  clauses: { code: string; points: ExactText | null }[]
  level: string | null
  gates: GateFound[]
  vetoes: string[]
  title: 'named' | 'not-named' | 'needs-ruling' | 'not-rated'
  grounds: Ground[]
}

/** How many may be named of the rated branches of a region (null: those without one, or all where the sheet says so). */
export interface Quota {
  region: string | null
  base: number
  percent: ExactText
  places: number
  named: number
  /** C14 where the sheet asks for more candidates than places (from hangbiao-run/2). */
  nomination?: Nomination
}

/** Equal totals at the line: parted by the sum of these indicators, or null where it needs a ruling. */
export interface Tie {
  region: string | null
  branches: string[]
  by: string[] | null
}

/** Scores every branch from its frozen facts, then selects. Ids must be unique; the order of branches changes nothing. */
export function select(sheet: Sheet, branches: readonly BranchInput[]): SelectionResult {
  const population = scorePopulation(
    sheet,
    branches.filter(({ setUpOn }) => !isExempt(sheet, setUpOn)),
  )
  const rated = branches.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((branch) => rate(sheet, branch, population))
  const places = new Map<string, Place>()
  const quotas: Quota[] = []
  const ties: Tie[] = []
  for (const [region, members] of byRegion(sheet, rated)) {
    const candidates = members.flatMap((each) => candidateOf(sheet, each))
    const quota = quotaOf(sheet, region, members.length)
    const nomination = nominationOf(sheet, candidates, quota.places)
    const given =
      nomination && isShort(nomination) ? placesWhenShort(candidates, quota.places) : allocate(candidates, quota.places)
    for (const [id, place] of given) places.set(id, place)
    const named = [...given.values()].filter((place) => place === 'named' || place === 'named-by-ruling').length
    quotas.push({ ...quota, named, ...(nomination && { nomination }) })
    for (const { ids, by } of tiesBroken(candidates, given))
      ties.push({ region, branches: ids, by: sheet.naming.ties[by]! })
    const tied = candidates.filter(({ id }) => given.get(id) === 'tied').map(({ id }) => id)
    if (tied.length > 0) ties.push({ region, branches: tied, by: null })
  }
  const result = { branches: rated.map((each) => resultOf(sheet, each, places, quotas, ties)), quotas, ties }
  return sheet.quotas ? { ...result, levelQuotas: population.quotas } : result
}

function rate(sheet: Sheet, branch: BranchInput, { scores }: Population): Rated {
  const score = scores.get(branch.id)
  if (!score) return { branch, score: null, gates: [], vetoes: [] }
  const vetoes = score.effects.held.map(({ code }) => code)
  return { branch, score, gates: gatesOf(sheet, branch, score), vetoes }
}

/** The rated branches of each region, regions by name; one group where the quota is over all. */
function byRegion(sheet: Sheet, rated: Rated[]): [string | null, Rated[]][] {
  const groups = listsBy(
    rated.filter(({ score }) => score),
    ({ branch }) => (sheet.naming.within === 'region' ? branch.region : null),
  )
  return [...groups].toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
}

function quotaOf(sheet: Sheet, region: string | null, base: number): Omit<Quota, 'named'> {
  const places = Number(floor(divide(multiply(whole(base), exact(sheet.naming.percent)), hundred)))
  return { region, base, percent: sheet.naming.percent, places }
}

/** Those who may be named: the level reached, no veto, no gate failed; unsettled where one of these, a veto too, is open. */
function candidateOf(sheet: Sheet, { branch, score, gates }: Rated): Candidate[] {
  if (!score || barred(score) || gates.some(({ state }) => state === 'failed')) return []
  const level = levelStands(sheet, score)
  if (level === 'missed') return []
  const ruling = branch.rulings.find(({ about }) => about === 'naming')
  const settled =
    level === 'reached' && gates.every(({ state }) => state === 'passed') && openVetoes(sheet, score).length === 0
  return [
    { id: branch.id, keys: keysOf(sheet, score), settled, ruling: ruling?.about === 'naming' ? ruling.named : null },
  ]
}

/** Whether an effect keeps the branch from being named whatever its level. */
function barred({ effects }: BranchScore): boolean {
  return effects.held.some(({ effect: { effect } }) => effect === 'not-named' || effect === 'not-rated')
}

function levelStands(sheet: Sheet, score: BranchScore): 'reached' | 'missed' | 'open' {
  const points = pointsStand(sheet, score)
  if (points === 'missed' || sheet.naming.level === null) return points
  const level = levelOf(sheet, score)
  return level === 'reached' ? points : level
}

/** Whether the total with the bonus is enough, where the sheet asks for so much. */
function pointsStand({ naming }: Sheet, { total }: BranchScore): 'reached' | 'missed' | 'open' {
  if (naming.atLeast === undefined) return 'reached'
  if (total.state !== 'scored') return 'open'
  return compare(exact(total.points), exact(naming.atLeast)) >= 0 ? 'reached' : 'missed'
}

function levelOf(sheet: Sheet, { level }: BranchScore): 'reached' | 'missed' | 'open' {
  if (level.state === 'open') return 'open'
  if (level.state === 'none' || sheet.naming.level === null) return 'missed'
  if (level.state === 'level') return level.name === sheet.naming.level ? 'reached' : 'missed'
  return level.readings.length === 0 || level.readings.includes(sheet.naming.level) ? 'open' : 'missed'
}

function keysOf(sheet: Sheet, score: BranchScore): Candidate['keys'] {
  if (score.total.state !== 'scored') return null
  const sums = sheet.naming.ties.map((codes) =>
    codes.map((code) => exact(pointsOf(score, code) ?? '0')).reduce(add, zero),
  )
  return [exact(score.total.points), ...sums]
}

function resultOf(sheet: Sheet, rated: Rated, places: Map<string, Place>, quotas: Quota[], ties: Tie[]): BranchResult {
  const { branch, score, gates, vetoes } = rated
  const place = places.get(branch.id)
  const region = sheet.naming.within === 'region' ? branch.region : null
  const quota = quotas.find((each) => each.region === region)
  const tie = ties.find(({ branches }) => branches.includes(branch.id))
  return {
    branch: branch.id,
    total: score?.total.state === 'scored' ? score.total.points : null,
    indicators: score?.indicators.map(({ indicator: code }) => ({ code, points: pointsOf(score, code) })) ?? [],
    clauses:
      score?.clauses.map(({ clause: code, outcome }) => ({
        code,
        points: outcome.state === 'points' ? outcome.points : null,
      })) ?? [],
    level: score?.level.state === 'level' ? score.level.name : null,
    gates,
    vetoes,
    title: score ? titleOf(place) : 'not-rated',
    grounds: groundsOf(sheet, rated, place, quota && quotaDetails(sheet, quota), tie?.by ?? null),
  }
}

function titleOf(place: Place | undefined): BranchResult['title'] {
  if (place === 'named' || place === 'named-by-ruling') return 'named'
  const open: (Place | undefined)[] = ['tied', 'waits', 'unsettled', 'short']
  return open.includes(place) ? 'needs-ruling' : 'not-named'
}

function quotaDetails(sheet: Sheet, { region, base, percent, places, nomination }: Quota): Details {
  return { region: sheet.naming.within === 'all' ? '*' : (region ?? ''), base, percent, places, ...nomination }
}
