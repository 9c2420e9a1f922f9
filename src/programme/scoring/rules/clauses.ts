import type { Void } from './ballots.ts'
import { type Found, settled, unusable, wrongShape } from './clauses/answers.ts'
import { awarded, exempted, supplied } from './clauses/awards.ts'
import { banded, eitherOr } from './clauses/bands.ts'
import { namedFault, perFault } from './clauses/deductions.ts'
import { failing } from './clauses/failing.ts'
import { foldOf } from './clauses/folds.ts'
import { honoured } from './clauses/honours.ts'
import { graded, judged, judgedInBand } from './clauses/judgements.ts'
import { handedIn } from './clauses/lateness.ts'
import { climbed, listed } from './clauses/names.ts'
import { judgedEach, perOccurrence, shared } from './clauses/occurrences.ts'
import type { PanelHere } from './clauses/panel.ts'
import { ranked } from './clauses/ranks.ts'
import { inProportion } from './clauses/ratios.ts'
import { stepped } from './clauses/steps.ts'
import { satisfied, voted } from './clauses/surveys.ts'
import type { Facts, FactValue, Ruling } from './facts.ts'
import { type Figures, severityKey } from './figures.ts'
import type { Sheet } from './sheet.ts'
import { type Clause, factsOfClause } from './sheet-clauses.ts'
import { type Note, newWork, type Outcome, rounded, type Step, type Term, type Work, written } from './trace.ts'

/** One clause applied to one branch: the steps, what was set aside, and the outcome. */
export interface ClauseLine {
  clause: string
  indicator: string
  steps: Step[]
  notes: Note[]
  outcome: Outcome
}

/** What is known about one branch: its facts, what was found among the others, and what was ruled. */
export interface Case {
  facts: Facts
  figures: Figures
  rulings: readonly Ruling[]
  /** B7 whose marks for this branch are void by a rule over all its items. */
  voided: readonly Void[]
}

/**
 * Applies one clause. A ruling answers it only where the sheet decides nothing; it never overrules what the sheet says,
 * nor stands in for a fact that is missing or wrong.
 */
export function applyClause(sheet: Sheet, clause: Clause, known: Case): ClauseLine {
  const work = newWork()
  const outcome = ruled(clause, outcomeOf(sheet, clause, known, work), known.rulings, work)
  return { clause: clause.code, indicator: clause.indicator, steps: work.steps, notes: work.notes, outcome }
}

/** A clause that was not applied, and why. */
export function unapplied(clause: Clause, outcome: Outcome): ClauseLine {
  return { clause: clause.code, indicator: clause.indicator, steps: [], notes: [], outcome }
}

function outcomeOf(sheet: Sheet, clause: Clause, known: Case, work: Work): Outcome {
  for (const key of factsOfClause(clause))
    if (!Object.hasOwn(known.facts, key)) return unusable('fact-missing', { fact: key })
  const { value } = known.facts[clause.fact]!
  const found = clause.periods
    ? periodic(sheet, clause, clause.periods, value, known, work)
    : foundBy(sheet, clause, value, known, work)
  return settled('state' in found ? found : rounded(work, found, clause.rounding))
}

/** B8: the clause for each period by itself, then folded. One period that needs a ruling leaves the whole open. */
function periodic(
  sheet: Sheet,
  clause: Clause,
  { count, fold }: NonNullable<Clause['periods']>,
  value: FactValue,
  known: Case,
  work: Work,
): Found {
  if (value.shape !== 'series') return wrongShape()
  if (value.values.length !== count) return unusable('periods-incomplete', { given: value.values.length })
  const terms: Term[] = []
  for (const [at, each] of value.values.entries()) {
    work.notes.push({ word: 'period', details: { number: at + 1 } })
    const found = foundBy(sheet, clause, each, known, work)
    if ('state' in found && found.state !== 'points') return found
    terms.push('state' in found ? { of: 'sheet', value: found.points } : found)
  }
  return foldOf(fold, 'periods', terms, work)
}

function foundBy(sheet: Sheet, clause: Clause, value: FactValue, known: Case, work: Work): Found {
  const { facts, figures } = known
  switch (clause.type) {
    case 'A1':
      return awarded(clause, value, work)
    case 'A2':
      return perFault(clause, value, holds(facts, clause.exemptIf), work)
    case 'A3':
      return namedFault(clause, value, holds(facts, clause.exemptIf), work)
    case 'A4':
      return judged(clause, valid(clause, value, known, work), panelOf(sheet, clause, known), work)
    case 'A4E':
      return judgedEach(clause, value, work)
    case 'A4B':
      return judgedInBand(
        clause,
        valid(clause, value, known, work),
        facts,
        panelOf(sheet, clause, known),
        sheet.asOf,
        work,
      )
    case 'A5':
      return graded(clause, value, work)
    case 'A6':
      return banded(clause, value, sheet.asOf, work)
    case 'A7':
      return ranked(clause, value, figures[clause.code], work)
    case 'A8':
      return inProportion(clause, value, figures[clause.code], sheet.asOf, work)
    case 'A9':
      return stepped(clause, value, holds(facts, clause.exemptIf), sheet.asOf, work)
    case 'A10':
      return perOccurrence(clause, value, work)
    case 'A12':
      return honoured(clause, value, work)
    case 'A14':
      return climbed(clause, value, work)
    case 'A15':
      return eitherOr(clause, facts, sheet.asOf, work)
    case 'A16': {
      const indicator = sheet.indicators.find(({ code }) => code === clause.indicator)!
      return exempted(clause, value, indicator, figures[clause.code], work)
    }
    case 'A17':
      return shared(clause, value, work)
    case 'A18':
      return supplied(clause, value, work)
    case 'A19':
      return handedIn(clause, value, facts, sheet, work)
    case 'A20':
      return failing(clause, value, work)
    case 'A21':
      return listed(clause, value, work)
    case 'B6':
      return satisfied(clause, value, work)
    case 'B7':
      return voted(clause, value, work)
  }
}

/** The marks without those of assessors whose ballot is void; each is noted with the rule it broke. */
function valid({ code }: Clause, value: FactValue, { figures, voided }: Case, work: Work): FactValue {
  const figure = figures[code]
  const all = [...voided, ...(figure?.kind === 'void' ? figure.marks : [])]
  if (value.shape !== 'ratings' || all.length === 0) return value
  for (const { assessor, rule } of all)
    if (value.ratings.some((rating) => rating.assessor === assessor))
      work.notes.push({ word: 'marks-void', details: { assessor, rule } })
  const ratings = value.ratings.filter(({ assessor }) => all.every((each) => each.assessor !== assessor))
  return { shape: 'ratings', ratings }
}

/** The panel, with how lenient its assessors were found to be. */
function panelOf({ panel }: Sheet, { code }: Clause, { figures }: Case): PanelHere {
  const figure = figures[severityKey(code)]
  return { ...panel, raters: figure?.kind === 'severity' ? figure.raters : null }
}

function holds(facts: Facts, key: string | null): boolean {
  const value: FactValue | undefined = key === null ? undefined : facts[key]?.value
  return value?.shape === 'flag' && value.holds
}

function ruled(clause: Clause, outcome: Outcome, rulings: readonly Ruling[], work: Work): Outcome {
  if (outcome.state !== 'needs-ruling') return outcome
  const ruling = rulings.find((each) => each.about === 'clause' && each.clause === clause.code)
  if (ruling?.about !== 'clause') return outcome
  written(work, { word: 'ruled', op: 'named', name: ruling.ground, gives: ruling.points })
  return { state: clause.type === 'A16' ? 'instead' : 'points', points: ruling.points }
}
