import { compare, type ExactText, exact } from '#basics/exact.ts'
import type { FactValue } from '../facts.ts'
import type { Figure } from '../figures.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { found, given, newWork, printed, type Term, take, type Work, written } from '../trace.ts'
import { asks, type Found, floored, reading, settled, unusable } from './answers.ts'

/**
 * A7: points by place, or by place ÷ number ranked in percent. The place is a fact, or what the population step found.
 * Equals that the sheet does not part, and a place beyond the list with nothing said, need a ruling.
 */
export function ranked(clause: ClauseOf<'A7'>, value: FactValue, figure: Figure | undefined, work: Work): Found {
  if (value.shape === 'rank') {
    if (clause.by === 'percent' && value.of === null) return unusable('number-ranked-missing')
    return placed(clause, given(value.rank), value.of === null ? null : given(value.of), work)
  }
  if (!figure) return unusable('needs-the-others')
  switch (figure.kind) {
    case 'rank':
      work.notes.push({ word: 'place-of', details: { rank: figure.rank, of: figure.of, equals: figure.equals } })
      return placed(clause, found('rank', figure.rank), found('ranked', figure.of), work)
    case 'tied': {
      const at = (rank: ExactText) =>
        settled(placed(clause, found('rank', rank), found('ranked', figure.of), newWork()))
      return asks(
        'equal-places',
        figure.ranks.flatMap((rank) => reading('this-place', at(rank))),
      )
    }
    case 'incomplete':
      return unusable('others-incomplete', { count: figure.missing })
    default:
      return asks('no-others')
  }
}

function placed(clause: ClauseOf<'A7'>, rank: Term, of: Term | null, work: Work): Found {
  const x =
    clause.by === 'place' || of === null
      ? rank
      : take(work, 'percent', 'product', [take(work, 'share', 'quotient', [rank, of]), printed('100')])
  const row = clause.places.find(({ upTo }) => compare(exact(x.value), exact(upTo)) <= 0)
  if (row) return written(work, { word: 'place', op: 'up-to', of: x, bound: row.upTo, gives: row.points })
  const last = clause.places.at(-1)!
  if (clause.after === null)
    return asks('no-place', [
      { word: 'counts-as-none', points: '0' },
      { word: 'this-place', points: last.points },
    ])
  if ('points' in clause.after) return take(work, 'beyond', 'sum', [printed(clause.after.points)])
  const further = take(work, 'distance', 'difference', [x, printed(last.upTo)])
  const more = take(work, 'step-points', 'product', [further, printed(clause.after.per)])
  return floored(take(work, 'beyond', 'sum', [printed(last.points), more]), clause.after.least, work)
}
