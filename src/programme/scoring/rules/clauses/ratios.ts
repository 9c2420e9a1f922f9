import type { Day } from '#basics/calendar.ts'
import { exact } from '#basics/exact.ts'
import type { FactValue } from '../facts.ts'
import type { Figure } from '../figures.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { found, printed, take, type Work } from '../trace.ts'
import { asks, capped, type Found, unusable } from './answers.ts'
import { byMeasure } from './measures.ts'

/** A8: points × value ÷ reference (or reference ÷ value, where low is better). A reference of zero needs a ruling. */
export function inProportion(
  clause: ClauseOf<'A8'>,
  value: FactValue,
  figure: Figure | undefined,
  asOf: Day,
  work: Work,
): Found {
  const reference = referenceOf(clause, figure)
  if ('state' in reference) return reference
  if (figure?.kind === 'best' || figure?.kind === 'mean')
    work.notes.push({ word: `${figure.kind}-of`, details: { value: figure.value, over: figure.over } })
  return byMeasure(clause.measure, value, asOf, work, (x, work) => {
    const [top, bottom] = clause.better === 'high' ? [x, reference] : [reference, x]
    if (exact(bottom.value).top === 0n)
      return asks('nothing-to-divide-by', [
        { word: 'counts-as-full', points: clause.points },
        { word: 'counts-as-none', points: '0' },
      ])
    const share = take(work, 'ratio', 'quotient', [top, bottom])
    return capped(take(work, 'effect', 'product', [printed(clause.points), share]), clause.cap, work)
  })
}

function referenceOf(clause: ClauseOf<'A8'>, figure: Figure | undefined): Found {
  if (clause.to === 'target') return printed(clause.target ?? '0')
  if (!figure) return unusable('needs-the-others')
  if (figure.kind === 'incomplete') return unusable('others-incomplete', { count: figure.missing })
  return figure.kind === clause.to ? found(clause.to, figure.value) : asks('no-others')
}
