import type { FactValue, ValueOf } from '../facts.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { given, printed, type Term, take, type Work, written } from '../trace.ts'
import { capped, type Found, nothing, signed, unusable, wrongShape } from './answers.ts'
import { counting } from './things.ts'

/** A2: `per` for each fault or for each time lacking in a period, together at most `cap`. */
export function perFault(clause: ClauseOf<'A2'>, value: FactValue, exempt: boolean, work: Work): Found {
  if (clause.due ? value.shape !== 'periods' : value.shape !== 'count' && value.shape !== 'things') return wrongShape()
  if (value.shape === 'periods' && value.done.length !== (clause.due?.every === 'month' ? 12 : 4))
    return unusable('periods-incomplete', { given: value.done.length })
  if (exempt) return nothing(work, 'exempt')
  const lost = take(work, 'deduction', 'product', [faultsOf(clause, value as Counted, work), printed(clause.per)])
  return signed('deduct', capped(lost, clause.cap, work), work)
}

/** A3: `points` off, once, if it happened. */
export function namedFault(clause: ClauseOf<'A3'>, value: FactValue, exempt: boolean, work: Work): Found {
  if (value.shape !== 'flag') return wrongShape()
  if (!value.holds) return nothing(work, 'did-not-happen')
  return exempt ? nothing(work, 'exempt') : signed('deduct', printed(clause.points), work)
}

type Counted = ValueOf<'count'> | ValueOf<'periods'> | ValueOf<'things'>

function faultsOf(clause: ClauseOf<'A2'>, value: Counted, work: Work): Term {
  if (value.shape === 'count') return given(value.count)
  if (value.shape === 'things') return given(counting(value.things, clause.evidence, true, work).length)
  const due = clause.due?.times ?? 0
  const lacking = value.done.reduce((all, done) => all + Math.max(0, due - done), 0)
  const done = value.done.map(String)
  return written(work, { word: 'faults', op: 'shortfall', due: String(due), done, gives: String(lacking) })
}
