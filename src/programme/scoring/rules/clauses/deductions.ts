import type { FactValue, ValueOf } from '../facts.ts'
import type { ClauseOf } from '../sheet.ts'
import { given, type Outcome, printed, type Term, take, type Work, written } from '../trace.ts'

/** A2: `per` for each fault or for each time lacking in a period, together at most `cap`. */
export function perFault(clause: ClauseOf<'A2'>, value: FactValue, exempt: boolean, work: Work): Outcome {
  if (value.shape !== (clause.due ? 'periods' : 'count')) return wrongShape()
  if (value.shape === 'periods' && value.done.length !== (clause.due?.every === 'month' ? 12 : 4))
    return { state: 'unusable', problem: 'periods-incomplete', details: { given: value.done.length } }
  if (exempt) return lifted(work)
  const lost = take(work, 'deduction', 'product', [faultsOf(clause, value as Counted, work), printed(clause.per)])
  return takenOff(clause.cap === null ? lost : take(work, 'capped', 'least', [lost, printed(clause.cap)]), work)
}

/** A3: `points` off, once, if it happened. */
export function namedFault(clause: ClauseOf<'A3'>, value: FactValue, exempt: boolean, work: Work): Outcome {
  if (value.shape !== 'flag') return wrongShape()
  if (!value.holds) {
    work.notes.push({ word: 'did-not-happen', details: {} })
    return { state: 'points', points: '0' }
  }
  return exempt ? lifted(work) : takenOff(printed(clause.points), work)
}

/** The fact is there, but is not of the kind the clause reads. */
export function wrongShape(): Outcome {
  return { state: 'unusable', problem: 'fact-of-wrong-shape', details: {} }
}

type Counted = ValueOf<'count'> | ValueOf<'periods'>

function faultsOf(clause: ClauseOf<'A2'>, value: Counted, work: Work): Term {
  if (value.shape === 'count') return given(value.count)
  const due = clause.due?.times ?? 0
  const lacking = value.done.reduce((all, done) => all + Math.max(0, due - done), 0)
  const done = value.done.map(String)
  return written(work, { word: 'faults', op: 'shortfall', due: String(due), done, gives: String(lacking) })
}

function lifted(work: Work): Outcome {
  work.notes.push({ word: 'exempt', details: {} })
  return { state: 'points', points: '0' }
}

function takenOff(lost: Term, work: Work): Outcome {
  return { state: 'points', points: take(work, 'effect', 'difference', [printed('0'), lost]).value }
}
