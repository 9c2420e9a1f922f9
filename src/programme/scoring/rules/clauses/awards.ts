import { compare, exact } from '#basics/exact.ts'
import type { FactValue } from '../facts.ts'
import type { Figure } from '../figures.ts'
import type { Indicator } from '../sheet.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { found, given, printed, type Reading, take, type Work } from '../trace.ts'
import { asks, type Found, nothing, signed, unusable, wrongShape } from './answers.ts'

/** A1: `points` if it holds. */
export function awarded(clause: ClauseOf<'A1'>, value: FactValue, work: Work): Found {
  if (value.shape !== 'flag') return wrongShape()
  return value.holds ? take(work, 'effect', 'sum', [printed(clause.points)]) : nothing(work, 'did-not-happen')
}

/** A18: another body's number, converted by points ÷ outOf. Refuses a number outside the range the sheet prints. */
export function supplied(clause: ClauseOf<'A18'>, value: FactValue, work: Work): Found {
  const number = value.shape === 'count' ? String(value.count) : value.shape === 'number' ? value.number : null
  if (number === null) return wrongShape()
  const { outOf, least, points, effect } = clause
  const above = outOf !== null && compare(exact(number), exact(outOf)) > 0
  if (above || (least !== null && compare(exact(number), exact(least)) < 0))
    return unusable('value-out-of-range', { value: number, min: least ?? '', max: outOf ?? '' })
  const whole = take(work, 'given', 'sum', [given(number)])
  if (outOf === null || outOf === points) return signed(effect, whole, work)
  const share = take(work, 'share', 'quotient', [whole, printed(outOf)])
  return signed(effect, take(work, 'converted', 'product', [share, printed(points)]), work)
}

/** A16: if the flag holds, what the whole item counts. Where the sheet does not say how, it needs a ruling. */
export function exempted(
  clause: ClauseOf<'A16'>,
  value: FactValue,
  indicator: Indicator,
  figure: Figure | undefined,
  work: Work,
): Found {
  if (value.shape !== 'flag') return wrongShape()
  if (!value.holds) return nothing(work, 'does-not-apply')
  work.notes.push({ word: 'applies-instead', details: {} })
  switch (clause.as) {
    case 'full':
      return { state: 'instead', points: take(work, 'given', 'sum', [printed(indicator.max)]).value }
    case 'zero':
      return { state: 'instead', points: take(work, 'given', 'sum', [printed('0')]).value }
    case 'left-out':
      return { state: 'left-out' }
    case 'mean-of-others': {
      if (!figure) return unusable('needs-the-others')
      if (figure.kind === 'incomplete') return unusable('others-incomplete', { count: figure.missing })
      if (figure.kind !== 'mean') return asks('no-others', fullOrNone(indicator))
      work.notes.push({ word: 'mean-of', details: { value: figure.value, over: figure.over } })
      return { state: 'instead', points: take(work, 'given', 'sum', [found('mean', figure.value)]).value }
    }
    case 'unsaid':
      return asks('exempt-but-how', fullOrNone(indicator))
  }
}

function fullOrNone({ max }: Indicator): Reading[] {
  return [
    { word: 'counts-as-full', points: max },
    { word: 'counts-as-none', points: '0' },
  ]
}
