import { compare, exact } from '#basics/exact.ts'
import type { FactValue, Honour } from '../facts.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { newWork, type Reading, type Term, take, type Work, written } from '../trace.ts'
import type { NoteWord } from '../trace-words.ts'
import { asks, capped, type Found, wrongShape } from './answers.ts'
import { inTime, sameThing } from './things.ts'

/**
 * A12 with A13, A22 and B10: points by level for every honour with a document number whose level the sheet lists, within
 * the time it asks for and not counted in another year. Where the sheet does not say whether honours add up or the highest
 * counts, and that makes a difference, it needs a ruling. What is set aside is noted with the reason.
 */
export function honoured(clause: ClauseOf<'A12'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'honours') return wrongShape()
  const honours = value.honours.toSorted(byWorth(clause))
  const open = honours.find((honour) => lacks(clause, honour) === null && pointsOf(clause, honour) === undefined)
  if (clause.unlisted === 'ruling' && open) {
    const fold = clause.fold === 'unsaid' ? 'sum' : clause.fold
    return asks('honour-unlisted', [{ word: 'without-it', points: folded(clause, honours, fold, newWork()).value }])
  }
  if (clause.fold !== 'unsaid') return folded(clause, honours, clause.fold, work)
  const sum = folded(clause, honours, 'sum', newWork())
  const highest = folded(clause, honours, 'highest', newWork())
  if (sum.value === highest.value) return folded(clause, honours, 'sum', work)
  const readings: Reading[] = [
    { word: 'all-count', points: sum.value },
    { word: 'highest-counts', points: highest.value },
  ]
  return asks('sum-or-highest', readings)
}

type Fold = Exclude<ClauseOf<'A12'>['fold'], 'unsaid'>

function folded(clause: ClauseOf<'A12'>, honours: Honour[], fold: Fold, work: Work): Term {
  const counted: Term[] = []
  const seen = new Set<string>()
  for (const honour of honours) {
    const { level, matter, document } = honour
    const points = pointsOf(clause, honour)
    const why = lacks(clause, honour) ?? (points === undefined ? 'honour-level-unlisted' : repeats(honour, fold, seen))
    if (why !== null) work.notes.push({ word: why, details: { level, matter, document } })
    else {
      seen.add(sameThing(matter))
      counted.push(written(work, { word: 'honour', op: 'named', name: level, gives: points! }))
    }
  }
  return capped(take(work, 'honours', 'sum', counted), clause.cap, work)
}

function lacks(clause: ClauseOf<'A12'>, honour: Honour): NoteWord | null {
  if (honour.document.trim() === '') return 'honour-without-document'
  if (honour.countedIn !== undefined) return 'honour-counted-before'
  return clause.evidence && !inTime(honour.on, clause.evidence) ? 'honour-outside-the-year' : null
}

function repeats({ matter }: Honour, fold: Fold, seen: Set<string>): NoteWord | null {
  if (fold === 'highest' && seen.size > 0) return 'highest-only'
  return fold === 'highest-per-matter' && seen.has(sameThing(matter)) ? 'honour-counted-higher' : null
}

function pointsOf(clause: ClauseOf<'A12'>, honour: Honour): string | undefined {
  return clause.levels.find(({ name }) => name === honour.level)?.points
}

/** The highest first, then by the honour's own words, so that the order in which honours were entered changes nothing. */
function byWorth(clause: ClauseOf<'A12'>): (a: Honour, b: Honour) => number {
  const text = ({ matter, level, document, on, issuer, countedIn }: Honour) =>
    [sameThing(matter), level, document, on, matter, issuer, countedIn].join('\n')
  return (a, b) =>
    compare(exact(pointsOf(clause, b) ?? '0'), exact(pointsOf(clause, a) ?? '0')) || (text(a) < text(b) ? -1 : 1)
}
