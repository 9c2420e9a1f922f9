import { compare, exact } from '#basics/exact.ts'
import type { FactValue, Honour } from '../facts.ts'
import type { ClauseOf } from '../sheet.ts'
import { given, type Outcome, printed, type Term, take, type Work, written } from '../trace.ts'
import { wrongShape } from './deductions.ts'

/** A10: `per` for each occurrence, together at most `cap`. */
export function perOccurrence(clause: ClauseOf<'A10'>, value: FactValue, work: Work): Outcome {
  if (value.shape !== 'count') return wrongShape()
  const earned = take(work, 'occurrences', 'product', [given(value.count), printed(clause.per)])
  return held(earned, clause.cap, work)
}

/**
 * A12 with A13, A22 and B10: points by level for every honour with a document number whose level the sheet lists; of one
 * matter the highest only, where the sheet says so. What is set aside is noted with the reason.
 */
export function honoured(clause: ClauseOf<'A12'>, value: FactValue, work: Work): Outcome {
  if (value.shape !== 'honours') return wrongShape()
  const counted: Term[] = []
  const seen = new Set<string>()
  for (const honour of value.honours.toSorted(byWorth(clause))) {
    const points = pointsOf(clause, honour)
    const details = { level: honour.level, matter: honour.matter, document: honour.document }
    if (honour.document.trim() === '') work.notes.push({ word: 'honour-without-document', details })
    else if (points === undefined) work.notes.push({ word: 'honour-level-unlisted', details })
    else if (clause.fold === 'highest-per-matter' && seen.has(sameMatter(honour)))
      work.notes.push({ word: 'honour-counted-higher', details })
    else {
      seen.add(sameMatter(honour))
      counted.push(written(work, { word: 'honour', op: 'named', name: honour.level, gives: points }))
    }
  }
  return held(take(work, 'honours', 'sum', counted), clause.cap, work)
}

/** One matter however it was typed: without blanks, wide and narrow signs alike. */
function sameMatter(honour: Honour): string {
  return honour.matter.normalize('NFKC').replace(/\s/g, '')
}

function pointsOf(clause: ClauseOf<'A12'>, honour: Honour): string | undefined {
  return clause.levels.find(({ name }) => name === honour.level)?.points
}

/** The highest first, then by the honour's own words, so that the order in which honours were entered changes nothing. */
function byWorth(clause: ClauseOf<'A12'>): (a: Honour, b: Honour) => number {
  const text = (honour: Honour) => [sameMatter(honour), honour.level, honour.document, honour.on].join('\n')
  return (a, b) =>
    compare(exact(pointsOf(clause, b) ?? '0'), exact(pointsOf(clause, a) ?? '0')) || (text(a) < text(b) ? -1 : 1)
}

function held(earned: Term, cap: string | null, work: Work): Outcome {
  if (cap === null) return { state: 'points', points: earned.value }
  return { state: 'points', points: take(work, 'capped', 'least', [earned, printed(cap)]).value }
}
