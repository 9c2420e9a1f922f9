import type { Day } from '#basics/calendar.ts'
import type { Details } from '#basics/decision.ts'
import {
  add,
  divide,
  type Exact,
  type ExactText,
  exact,
  greatest,
  least,
  multiply,
  subtract,
  writeExact,
} from '#basics/exact.ts'

/**
 * How a number came about, as data: each step names what it worked out, from which terms, by which operation. Whoever
 * repeats the steps with a pocket calculator gets the same number; explain.ts says them in words.
 */
export type Step = { word: StepWord; gives: ExactText } & (
  | { op: Arithmetic; terms: Term[] }
  /** For each period what is lacking of `due`, added up. */
  | { op: 'shortfall'; due: ExactText; done: ExactText[] }
  | { op: 'full-years'; from: Day; to: Day }
  /** The points printed for the band in which the term lies. */
  | { op: 'band'; of: Term; atLeast: ExactText | null; below: ExactText | null }
  /** The points printed for a name: a grade, the level of an honour. */
  | { op: 'named'; name: string }
)
export type Arithmetic = 'sum' | 'difference' | 'product' | 'quotient' | 'least' | 'greatest'

/** A number that goes into a step: printed in the sheet, given by the fact, or worked out before. */
export type Term = { value: ExactText } & (
  | { of: 'sheet' }
  | { of: 'fact' }
  | { of: 'step'; step: number }
  | { of: 'clause'; code: string }
  | { of: 'indicator'; code: string }
)

export type StepWord =
  | 'faults'
  | 'deduction'
  | 'capped'
  | 'effect'
  | 'marks'
  | 'mean'
  | 'grade'
  | 'percent'
  | 'share'
  | 'weighted'
  | 'weights'
  | 'full-years'
  | 'band'
  | 'occurrences'
  | 'honour'
  | 'honours'
  | 'item'
  | 'raised-to-floor'
  | 'held-to-cap'
  | 'basic'
  | 'rescaled'
  | 'total'

/** A remark beside the arithmetic: what was set aside and why. */
export interface Note {
  word: NoteWord
  details: Details
}
export type NoteWord =
  | 'exempt'
  | 'did-not-happen'
  | 'highest-dropped'
  | 'lowest-dropped'
  | 'honour-without-document'
  | 'honour-level-unlisted'
  | 'honour-counted-higher'
  | 'group-too-few'
  | 'ruled'

/** What a clause answers. `needs-ruling`: the sheet decides nothing; `unusable`: the fact is missing or wrong, mend it. */
export type Outcome =
  | { state: 'points'; points: ExactText }
  | { state: 'left-out' }
  | { state: 'needs-ruling'; question: Question; readings: Reading[] }
  | { state: 'unusable'; problem: Problem; details: Details }

/** A possible answer to a question that the sheet leaves open, and the points it would give. */
export interface Reading {
  word: 'counts-as-given' | 'counts-as-full' | 'counts-as-none' | 'this-band'
  points: ExactText
}
export type Question = 'too-few-assessors' | 'marks-far-apart' | 'nothing-to-divide-by' | 'no-band' | 'several-bands'
export type Problem =
  | 'fact-missing'
  | 'fact-of-wrong-shape'
  | 'no-marks'
  | 'mark-out-of-range'
  | 'mark-without-reason'
  | 'mark-without-comparison'
  | 'marked-twice'
  | 'grade-unlisted'
  | 'part-above-whole'
  | 'periods-incomplete'
  | 'survey-group-missing'
  | 'survey-shows-too-few'

/** Where a clause or an indicator writes its steps down while it works them out. */
export interface Work {
  steps: Step[]
  notes: Note[]
}

export function newWork(): Work {
  return { steps: [], notes: [] }
}

export const printed = (value: ExactText): Term => ({ of: 'sheet', value })
export const given = (value: ExactText | number): Term => ({ of: 'fact', value: String(value) })

/** Works out one step and writes it down; answers the result as a term for the next. */
export function take(work: Work, word: StepWord, op: Arithmetic, terms: Term[]): Term {
  const gives = calculate(op, terms)
  return written(work, { word, op, terms, gives })
}

/** Writes down a step whose result is already known. */
export function written(work: Work, step: Step): Term {
  work.steps.push(step)
  return { of: 'step', step: work.steps.length - 1, value: step.gives }
}

const operations: Record<Arithmetic, (a: Exact, b: Exact) => Exact> = {
  sum: add,
  difference: subtract,
  product: multiply,
  quotient: divide,
  least,
  greatest,
}

function calculate(op: Arithmetic, terms: Term[]): ExactText {
  if (terms.length === 0) return '0'
  const numbers = terms.map((term) => exact(term.value))
  return writeExact(numbers.slice(1).reduce(operations[op], numbers[0]!))
}
