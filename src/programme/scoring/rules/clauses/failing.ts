import { compare, divide, exact, hundred, multiply, whole, writeExact } from '#basics/exact.ts'
import type { FactValue } from '../facts.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import type { Work } from '../trace.ts'
import { type Found, nothing, wrongShape } from './answers.ts'

/** A20: no points either way; whether the effect on the whole is triggered is read again by the verdict. */
export function failing(clause: ClauseOf<'A20'>, value: FactValue, work: Work): Found {
  const triggered = isTriggered(clause, value)
  if (triggered === null) return wrongShape()
  return nothing(work, triggered ? 'triggered' : 'not-triggered')
}

/** Whether the fault is there: a flag, so many of them, or a share below a bound. Null: the fact is of another kind. */
export function isTriggered({ when }: ClauseOf<'A20'>, value: FactValue): boolean | null {
  if (when.kind === 'holds') return value.shape === 'flag' ? value.holds : null
  const count = value.shape === 'count' ? value.count : value.shape === 'things' ? value.things.length : null
  if (when.kind === 'count-from') return count === null ? null : count >= when.count
  const share = shareOf(when.of, value, count)
  return share === null ? null : compare(exact(share), exact(when.percent)) < 0
}

/** In percent: of a ratio, or of a printed number. */
function shareOf(of: number | null, value: FactValue, count: number | null): string | null {
  const [part, all] = value.shape === 'ratio' ? [value.part, value.whole] : [count, of]
  if (part === null || all === null || all === 0) return null
  return writeExact(multiply(divide(whole(part), whole(all)), hundred))
}
