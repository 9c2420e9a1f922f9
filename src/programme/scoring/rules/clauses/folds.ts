import { compare, exact } from '#basics/exact.ts'
import type { Fold } from '../sheet.ts'
import { given, printed, type Term, take, type Work } from '../trace.ts'
import type { StepWord } from '../trace-words.ts'

/** Several numbers as one. At least one number must be there; the order matters for `last` only. */
export function foldOf(fold: Fold | 'sum', word: StepWord, terms: Term[], work: Work): Term {
  switch (fold) {
    case 'sum':
      return take(work, word, 'sum', terms)
    case 'mean':
      return take(work, 'mean', 'quotient', [take(work, word, 'sum', terms), given(terms.length)])
    case 'median':
      return medianOf(terms, work)
    case 'least':
    case 'greatest':
      return take(work, word, fold, terms)
    case 'last':
      return take(work, word, 'sum', terms.slice(-1))
  }
}

/** The middle one, or the mean of the middle two. */
export function medianOf(terms: Term[], work: Work): Term {
  const sorted = terms.toSorted((a, b) => compare(exact(a.value), exact(b.value)))
  const half = sorted.length / 2
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1)
  return take(work, 'median', 'quotient', [take(work, 'marks', 'sum', middle), printed(String(middle.length))])
}
