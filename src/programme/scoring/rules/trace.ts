import type { Day, Instant } from '#basics/calendar.ts'
import type { Details } from '#basics/decision.ts'
import {
  add,
  ceiling,
  divide,
  type Exact,
  type ExactText,
  exact,
  floor,
  greatest,
  least,
  multiply,
  round,
  subtract,
  writeExact,
} from '#basics/exact.ts'
import type { Rounding } from './sheet.ts'
import type { NoteWord, Problem, Question, StepWord } from './trace-words.ts'

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
  /** The whole number not above it, or (`begun`) not below it. */
  | { op: 'whole'; of: Term; steps: 'full' | 'begun' }
  /** The points printed for the first bound that is not exceeded. */
  | { op: 'up-to'; of: Term; bound: ExactText }
  /** How many days, or working days, after the deadline; 0 in time. */
  | { op: 'days-late'; due: Instant; at: Instant; unit: 'working-days' | 'days' }
  | { op: 'rounded'; of: Term; rounding: Rounding }
  /** A printed formula, with what stood for each code in it. */
  | { op: 'formula'; formula: string; terms: { code: string; term: Term }[] }
)
export type Arithmetic = 'sum' | 'difference' | 'product' | 'quotient' | 'least' | 'greatest'

/** A number that goes into a step: printed in the sheet, given by the fact, or worked out before. */
export type Term = { value: ExactText } & (
  | { of: 'sheet' }
  | { of: 'fact' }
  | { of: 'step'; step: number }
  | { of: 'clause'; code: string }
  | { of: 'indicator'; code: string }
  /** What the population step found among the other branches, frozen with the run. */
  | { of: 'others'; what: 'best' | 'mean' | 'rank' | 'ranked' | 'lenience' }
  | { of: 'total' }
)

/** A remark beside the arithmetic: what was set aside and why. */
export interface Note {
  word: NoteWord
  details: Details
}
/** What a clause answers. `needs-ruling`: the sheet decides nothing; `unusable`: the fact is missing or wrong, mend it. */
export type Outcome =
  | { state: 'points'; points: ExactText }
  /** A16 the whole item counts so many points, whatever its other clauses say. */
  | { state: 'instead'; points: ExactText }
  /** Another clause answers for the whole item. */
  | { state: 'set-aside' }
  /** B11 not for this kind of branch. */
  | { state: 'not-applicable' }
  | { state: 'left-out' }
  | { state: 'needs-ruling'; question: Question; readings: Reading[] }
  | { state: 'unusable'; problem: Problem; details: Details }

/** A possible answer to a question that the sheet leaves open, and the points it would give. */
export interface Reading {
  word:
    | 'counts-as-given'
    | 'counts-as-full'
    | 'counts-as-none'
    | 'this-band'
    | 'all-count'
    | 'highest-counts'
    | 'this-place'
    | 'without-it'
  points: ExactText
}
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

/** A number found among the other branches. */
export const found = (what: 'best' | 'mean' | 'rank' | 'ranked', value: ExactText | number): Term => {
  return { of: 'others', what, value: String(value) }
}

/** Works out one step and writes it down; answers the result as a term for the next. */
export function take(work: Work, word: StepWord, op: Arithmetic, terms: Term[]): Term {
  const gives = calculate(op, terms)
  return written(work, { word, op, terms, gives })
}

/** Rounds as the sheet says, and writes it down where that changes the number. */
export function rounded(work: Work, of: Term, rounding: Rounding | undefined): Term {
  if (!rounding) return of
  const gives = writeExact(round(exact(of.value), rounding.places, rounding.mode))
  return gives === of.value ? of : written(work, { word: 'rounded', op: 'rounded', of, rounding, gives })
}

/** Full steps, or steps begun. */
export function wholeSteps(work: Work, of: Term, steps: 'full' | 'begun'): Term {
  const gives = String((steps === 'full' ? floor : ceiling)(exact(of.value)))
  return written(work, { word: 'steps', op: 'whole', of, steps, gives })
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
