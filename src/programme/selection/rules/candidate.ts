import { type Day, daysBetween } from '#basics/calendar.ts'
import { compare, divide, type Exact, exact, hundred, multiply, whole } from '#basics/exact.ts'
import type { Facts, Ruling, SelfScore, ValueOf } from '#programme/scoring/rules/facts.ts'
import { type BranchScore, pointsOf } from '#programme/scoring/rules/score.ts'
import type { Gate, Sheet, Veto } from '#programme/scoring/rules/sheet.ts'

/** One branch as the selection sees it: who it is, the frozen facts, what it gave itself, and what was ruled about it. */
export interface BranchInput {
  id: string
  name: string
  /** Null where the organisation has no region; such branches share one quota of their own. */
  region: string | null
  /** What kind of unit it works in; kept for people, no rule of the sheet reads it. */
  kind: string
  setUpOn: Day
  facts: Facts
  selfScore: SelfScore
  rulings: Ruling[]
}

/** What came of one gate. `needs-ruling` where too few voted to look; `failed` also where the fact is missing. */
export interface GateFound {
  gate: string
  state: 'passed' | 'failed' | 'needs-ruling'
  /** Whether a recorded ruling answered it. */
  ruled: boolean
}

/** A branch with its score; the score is null for those too young to be rated. */
export interface Rated {
  branch: BranchInput
  score: BranchScore | null
  gates: GateFound[]
  vetoes: string[]
}

/** Every gate of the sheet for one branch, in the order of the sheet. */
export function gatesOf(sheet: Sheet, branch: BranchInput, score: BranchScore): GateFound[] {
  return sheet.gates.map((gate) => {
    const state = stateOf(sheet, gate, branch.facts, score)
    const ruling = branch.rulings.find((each) => each.about === 'gate' && each.gate === gate.code)
    if (state !== 'needs-ruling' || ruling?.about !== 'gate') return { gate: gate.code, state, ruled: false }
    return { gate: gate.code, state: ruling.passes ? 'passed' : 'failed', ruled: true }
  })
}

/** The vetoes that hold. A missing veto fact is no veto here: `missingFacts` finds it before anything is frozen. */
export function vetoesOf(sheet: Sheet, facts: Facts): Veto[] {
  return sheet.vetoes.filter(({ fact }) => {
    const value = facts[fact]?.value
    return value?.shape === 'flag' && value.holds
  })
}

/** The facts that the sheet reads and the branch lacks, or has in another shape; nothing is frozen while there is one. */
export function missingFacts(sheet: Sheet, facts: Facts): string[] {
  return sheet.facts
    .filter(({ key, shape }) => !Object.hasOwn(facts, key) || facts[key]?.value.shape !== shape)
    .map(({ key }) => key)
}

function stateOf(sheet: Sheet, gate: Gate, facts: Facts, score: BranchScore): GateFound['state'] {
  switch (gate.kind) {
    case 'days-in-force': {
      const value = facts[gate.fact]?.value
      const day = value?.shape === 'since' ? value.day : null
      return day !== null && daysBetween(day, sheet.asOf) >= gate.days ? 'passed' : 'failed'
    }
    case 'indicator-above':
      return everyIndicatorAbove(gate.indicators, exact(gate.above), score)
    case 'satisfied-share': {
      const value = facts[gate.fact]?.value
      return value?.shape === 'survey' ? shareState(value, exact(gate.percent), gate.least) : 'failed'
    }
  }
}

function everyIndicatorAbove(codes: string[], above: Exact, score: BranchScore): GateFound['state'] {
  const points = codes.map((code) => pointsOf(score, code))
  if (points.some((each) => each !== null && compare(exact(each), above) <= 0)) return 'failed'
  return points.includes(null) ? 'needs-ruling' : 'passed'
}

/** All counted votes together; a group too small to show has no counts, and is not looked at. */
function shareState(survey: ValueOf<'survey'>, percent: Exact, least: number): GateFound['state'] {
  const counted = survey.groups.flatMap((group) => (group.state === 'counted' ? [group] : []))
  const valid = counted.reduce((all, group) => all + group.valid, 0)
  if (valid === 0 || valid < least) return 'needs-ruling'
  const satisfied = counted.reduce((all, group) => all + group.satisfied, 0)
  return compare(multiply(divide(whole(satisfied), whole(valid)), hundred), percent) >= 0 ? 'passed' : 'failed'
}
