import type { Details } from '#basics/decision.ts'
import { compare, type ExactText, exact } from '#basics/exact.ts'
import { type Outcome, printed, type Reading, type Term, take, type Work } from '../trace.ts'
import type { NoteWord, Problem, Question } from '../trace-words.ts'

/** What a clause comes to: a number worked out, or an outcome that is no plain number. */
export type Found = Term | Outcome

/** What was found, as the outcome of a clause. */
export function settled(found: Found): Outcome {
  return 'state' in found ? found : { state: 'points', points: found.value }
}

/** The fact is missing or wrong: somebody has to mend it. */
export function unusable(problem: Problem, details: Details = {}): Outcome {
  return { state: 'unusable', problem, details }
}

/** The fact is there, but is not of the kind the clause reads. */
export function wrongShape(): Outcome {
  return unusable('fact-of-wrong-shape')
}

/** The sheet decides nothing: the question, and what it may come to. */
export function asks(question: Question, readings: Reading[] = []): Outcome {
  return { state: 'needs-ruling', question, readings }
}

/** A reading, where what was tried came to points. */
export function reading(word: Reading['word'], tried: Outcome): Reading[] {
  return tried.state === 'points' ? [{ word, points: tried.points }] : []
}

/** No points, and why. */
export function nothing(work: Work, word: NoteWord, details: Details = {}): Found {
  work.notes.push({ word, details })
  return { state: 'points', points: '0' }
}

/** At most `cap`, where there is one. */
export function capped(found: Term, cap: ExactText | null, work: Work): Term {
  return cap === null ? found : take(work, 'capped', 'least', [found, printed(cap)])
}

/** Not below `floor`, where there is one; written down only where it changes the number. */
export function floored(found: Term, floor: ExactText | null, work: Work): Term {
  if (floor === null || compare(exact(found.value), exact(floor)) >= 0) return found
  return take(work, 'raised-to-floor', 'greatest', [found, printed(floor)])
}

/** Points added as they are, or taken off. */
export function signed(effect: 'add' | 'deduct', found: Term, work: Work): Term {
  return effect === 'add' ? found : take(work, 'effect', 'difference', [printed('0'), found])
}
