import type { ExactText } from '#basics/exact.ts'
import type { Population } from './population.ts'
import type { BranchScore } from './score.ts'

/** One thing that differs between two computations: of which branch, what, and before and after; null where it was not there. */
export interface Difference {
  branch: string
  what: 'clause' | 'indicator' | 'total' | 'graded' | 'level' | 'effect' | 'star' | 'group' | 'link'
  code: string
  before: ExactText | null
  after: ExactText | null
}

/**
 * What a correction of facts, or a change of the sheet tried on the same facts, moves: every number, level and effect of
 * every branch that is not as before, by branch. A score that looks at others moves when they do, so all are compared.
 */
export function differences(before: Population, after: Population): Difference[] {
  const branches = [...new Set([...before.scores.keys(), ...after.scores.keys()])].toSorted()
  return branches.flatMap((branch) => {
    const [was, is] = [valuesOf(before.scores.get(branch)), valuesOf(after.scores.get(branch))]
    const keys = [...new Set([...was.keys(), ...is.keys()])]
    return keys.flatMap((key): Difference[] => {
      const [from, to] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null]
      const { what, code } = (was.get(key) ?? is.get(key))!
      return from === to ? [] : [{ branch, what, code, before: from, after: to }]
    })
  })
}

type Value = Pick<Difference, 'what' | 'code'> & { value: string | null }

/** Everything that can be compared of one score, in the order in which it is made. */
function valuesOf(score: BranchScore | undefined): Map<string, Value> {
  const values = new Map<string, Value>()
  if (!score) return values
  const put = (what: Value['what'], code: string, value: string | null) =>
    values.set(`${what} ${code}`, { what, code, value })
  for (const { clause, outcome } of score.clauses)
    put('clause', clause, 'points' in outcome ? outcome.points : outcome.state)
  for (const { indicator, outcome } of score.indicators)
    put('indicator', indicator, outcome.state === 'points' ? outcome.points : outcome.state)
  const { total, level } = score
  put('total', '', total.state === 'scored' ? total.points : total.state)
  put('graded', '', total.state === 'scored' ? total.graded : total.state)
  put('level', '', level.state === 'level' ? level.name : level.state)
  for (const { code, effect } of score.effects.held) put('effect', code, effect.effect)
  for (const { name, won } of score.stars) put('star', name, won === null ? 'open' : won ? 'won' : 'not-won')
  if (score.group !== null) put('group', '', score.group)
  for (const { code, value } of score.links) put('link', code, value)
  return values
}
