import { banded } from './clauses/bands.ts'
import { namedFault, perFault } from './clauses/deductions.ts'
import { graded, judged } from './clauses/judgements.ts'
import { honoured, perOccurrence } from './clauses/occurrences.ts'
import { satisfied } from './clauses/surveys.ts'
import type { Facts, FactValue, Ruling } from './facts.ts'
import { type Clause, factsOfClause, type Sheet } from './sheet.ts'
import { type Note, newWork, type Outcome, type Step, type Work } from './trace.ts'

/** One clause applied to one branch: the steps, what was set aside, and the outcome. */
export interface ClauseLine {
  clause: string
  indicator: string
  steps: Step[]
  notes: Note[]
  outcome: Outcome
}

/**
 * Applies one clause. A ruling answers it only where the sheet decides nothing; it never overrules what the sheet says,
 * nor stands in for a fact that is missing or wrong.
 */
export function applyClause(sheet: Sheet, clause: Clause, facts: Facts, rulings: readonly Ruling[]): ClauseLine {
  const work = newWork()
  const outcome = ruled(clause, outcomeOf(sheet, clause, facts, work), rulings, work)
  return { clause: clause.code, indicator: clause.indicator, steps: work.steps, notes: work.notes, outcome }
}

function outcomeOf(sheet: Sheet, clause: Clause, facts: Facts, work: Work): Outcome {
  for (const key of factsOfClause(clause))
    if (!Object.hasOwn(facts, key)) return { state: 'unusable', problem: 'fact-missing', details: { fact: key } }
  const value = facts[clause.fact]!.value
  switch (clause.type) {
    case 'A2':
      return perFault(clause, value, holds(facts, clause.exemptIf), work)
    case 'A3':
      return namedFault(clause, value, holds(facts, clause.exemptIf), work)
    case 'A4':
      return judged(clause, value, sheet.panel, work)
    case 'A5':
      return graded(clause, value, work)
    case 'A6':
      return banded(clause, value, sheet.asOf, work)
    case 'A10':
      return perOccurrence(clause, value, work)
    case 'A12':
      return honoured(clause, value, work)
    case 'B6':
      return satisfied(clause, value, work)
  }
}

function holds(facts: Facts, key: string | null): boolean {
  const value: FactValue | undefined = key === null ? undefined : facts[key]?.value
  return value?.shape === 'flag' && value.holds
}

function ruled(clause: Clause, outcome: Outcome, rulings: readonly Ruling[], work: Work): Outcome {
  if (outcome.state !== 'needs-ruling') return outcome
  const ruling = rulings.find((each) => each.about === 'clause' && each.clause === clause.code)
  if (ruling?.about !== 'clause') return outcome
  work.notes.push({ word: 'ruled', details: { points: ruling.points, ground: ruling.ground } })
  return { state: 'points', points: ruling.points }
}
