import type { ExactText } from '#basics/exact.ts'
import { voidInBranch } from './ballots.ts'
import { applyClause, type Case, type ClauseLine, unapplied } from './clauses.ts'
import type { Known } from './conditions.ts'
import type { Facts, Ruling } from './facts.ts'
import type { Figures } from './figures.ts'
import { type IndicatorLine, scoreItems } from './items.ts'
import { applies, type KindFound, kindOf } from './kind.ts'
import { type HeldEffect, type LevelFound, type LevelStep, levelSteps } from './level.ts'
import type { Sheet } from './sheet.ts'
import type { Clause } from './sheet-clauses.ts'
import { type TotalLine, totalOf, zeroed } from './total.ts'
import { effectsOf, groupOf, type LinkLine, linksOf, type StarLine, starsOf } from './verdict.ts'

/** The score of one branch with everything it was made of. `open` names the clauses that still need a fact or a ruling. */
export interface BranchScore {
  sheet: string
  kind: KindFound
  clauses: ClauseLine[]
  /** Every indicator, in printed order. */
  indicators: IndicatorLine[]
  total: TotalLine
  /** The level at the end of the branch step; quotas may change it in the population step. */
  level: LevelFound
  levelSteps: LevelStep[]
  /** Vetoes, ceilings and fail triggers that hold, and those that cannot be looked at. */
  effects: { held: HeldEffect[]; open: string[] }
  stars: StarLine[]
  group: string | null
  links: LinkLine[]
}

/**
 * The branch step: scores one branch by a sheet. Clauses, then items (start, effects, rounding, floor, cap), sections, total
 * (rescaled where an item was left out, bonus added, clamped), effects and level. Exact throughout; no fact, and no order
 * of facts, is guessed. `figures` are what the population step found among the other branches, for clauses that look at them.
 */
export function scoreBranch(
  sheet: Sheet,
  facts: Facts,
  rulings: readonly Ruling[] = [],
  figures: Figures = {},
): BranchScore {
  const kind = kindOf(sheet, facts, rulings)
  const clauses = applyAll(sheet, kind, { facts, figures, rulings, voided: voidInBranch(sheet, facts) })
  const lines = scoreItems(sheet, clauses, kind)
  const first = totalOf(sheet, clauses, lines)
  const before = knownBy(facts, lines, first)
  const isApplied = (code: string) => clauses.find((line) => line.clause === code)?.outcome.state === 'points'
  const effects = effectsOf(sheet, facts, before, isApplied, rulings)
  const total = effects.held.some(({ effect }) => effect.effect === 'zero') ? zeroed(first) : first
  const known = { ...before, total: total.state === 'scored' ? total.points : null }
  const steps = levelSteps(sheet, total.state === 'scored' ? total.graded : null, known, effects.held, rulings)
  const level = steps.at(-1)?.level ?? { state: 'none' }
  return {
    sheet: sheet.code,
    kind,
    clauses,
    indicators: sheet.indicators.map(({ code }) => lines.get(code)!),
    total,
    level,
    levelSteps: steps,
    effects,
    stars: starsOf(sheet, known),
    group: groupOf(sheet, level, effects.held),
    links: linksOf(sheet, known),
  }
}

/** The points of an indicator in a score; null where it was left out, is not for this branch or is still open. */
export function pointsOf(score: Pick<BranchScore, 'indicators'>, indicator: string): ExactText | null {
  const outcome = score.indicators.find((line) => line.indicator === indicator)?.outcome
  return outcome?.state === 'points' ? outcome.points : null
}

/** What conditions may look at in a score that is done. */
export function knownOf(facts: Facts, score: BranchScore): Known {
  const total = score.total.state === 'scored' ? score.total.points : null
  return { facts, pointsOf: (code) => pointsOf(score, code), total }
}

function knownBy(facts: Facts, lines: Map<string, IndicatorLine>, total: TotalLine): Known {
  const points = (code: string) => {
    const outcome = lines.get(code)?.outcome
    return outcome?.state === 'points' ? outcome.points : null
  }
  return { facts, pointsOf: points, total: total.state === 'scored' ? total.points : null }
}

/** Every clause; one that answers for its whole item (A16) sets the others of the item aside. */
function applyAll(sheet: Sheet, kind: KindFound, known: Case): ClauseLine[] {
  const lines = sheet.clauses.map((clause) => {
    const own = applies(sheet, clause, kind)
    if (own === null) return unapplied(clause, { state: 'needs-ruling', question: 'kind-changed', readings: [] })
    return own ? applyClause(sheet, clause, known) : unapplied(clause, { state: 'not-applicable' })
  })
  const whole = new Map<string, string>()
  for (const [at, { indicator, outcome }] of lines.entries())
    if (sheet.clauses[at]!.type === 'A16' && outcome.state !== 'points' && outcome.state !== 'not-applicable')
      whole.set(indicator, sheet.clauses[at]!.code)
  const aside = ({ code, indicator }: Clause) => whole.has(indicator) && whole.get(indicator) !== code
  return whole.size > 0
    ? lines.map((line, at) =>
        aside(sheet.clauses[at]!) ? unapplied(sheet.clauses[at]!, { state: 'set-aside' }) : line,
      )
    : lines
}
