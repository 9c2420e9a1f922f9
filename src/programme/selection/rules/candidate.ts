import type { Day } from '#basics/calendar.ts'
import { stands } from '#programme/scoring/rules/conditions.ts'
import type { Facts, Ruling, SelfScore } from '#programme/scoring/rules/facts.ts'
import { type BranchScore, knownOf } from '#programme/scoring/rules/score.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Veto } from '#programme/scoring/rules/sheet-outcomes.ts'

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

/** What came of one gate. `needs-ruling` where too few voted to look, or the fact is missing. */
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

const states = { yes: 'passed', no: 'failed', open: 'needs-ruling' } as const

/** Every gate of the sheet for one branch, in the order of the sheet. */
export function gatesOf(sheet: Sheet, branch: BranchInput, score: BranchScore): GateFound[] {
  return sheet.gates.map((gate) => {
    const state = states[stands(gate, sheet, knownOf(branch.facts, score))]
    const ruling = branch.rulings.find((each) => each.about === 'gate' && each.gate === gate.code)
    if (state !== 'needs-ruling' || ruling?.about !== 'gate') return { gate: gate.code, state, ruled: false }
    return { gate: gate.code, state: ruling.passes ? 'passed' : 'failed', ruled: true }
  })
}

/**
 * C6 the vetoes and ceilings nobody can look at yet: while there is one its branch is not named, whatever it would do. One
 * that only sets the group over the level (C11) says nothing about naming and is left out.
 */
export function openVetoes(sheet: Sheet, { effects }: Pick<BranchScore, 'effects'>): Veto[] {
  return sheet.vetoes.filter(({ code, effect }) => effects.open.includes(code) && effect.effect !== 'group')
}

/** The facts that the sheet reads and the branch lacks, or has in another shape; nothing is frozen while there is one. */
export function missingFacts(sheet: Sheet, facts: Facts): string[] {
  return sheet.facts
    .filter(({ key, shape }) => !Object.hasOwn(facts, key) || facts[key]?.value.shape !== shape)
    .map(({ key }) => key)
}
