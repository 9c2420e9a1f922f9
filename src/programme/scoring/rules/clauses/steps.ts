import type { Day } from '#basics/calendar.ts'
import { compare, exact } from '#basics/exact.ts'
import type { FactValue } from '../facts.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { printed, type Term, take, type Work, wholeSteps } from '../trace.ts'
import { capped, type Found, floored, nothing } from './answers.ts'
import { byMeasure } from './measures.ts'

/** A9: the base, what reaching the threshold adds, and so much for each step above or below it. */
export function stepped(clause: ClauseOf<'A9'>, value: FactValue, exempt: boolean, asOf: Day, work: Work): Found {
  if (exempt) return nothing(work, 'exempt')
  return byMeasure(clause.measure, value, asOf, work, (x, work) => {
    const reached = compare(exact(x.value), exact(clause.threshold)) >= 0
    const steps = stepsOf(clause, x, reached, work)
    const moved = take(work, 'step-points', 'product', [steps, printed(reached ? clause.above : clause.below)])
    const start = [printed(clause.base), ...(reached && clause.reached !== '0' ? [printed(clause.reached)] : [])]
    const all = take(work, 'effect', 'sum', [...start, moved])
    return capped(floored(all, clause.least, work), clause.most, work)
  })
}

function stepsOf(clause: ClauseOf<'A9'>, x: Term, reached: boolean, work: Work): Term {
  const threshold = printed(clause.threshold)
  const distance = take(work, 'distance', 'difference', reached ? [x, threshold] : [threshold, x])
  const steps = take(work, 'steps', 'quotient', [distance, printed(clause.step)])
  return clause.steps === 'fraction' ? steps : wholeSteps(work, steps, clause.steps)
}
