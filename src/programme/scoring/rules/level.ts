import { compare, type ExactText, exact } from '#basics/exact.ts'
import type { Sheet } from './sheet.ts'

/** The level of a total, or why there is none: no level fits (a hole), several fit (an overlap), or no total yet. */
export type LevelFound =
  | { state: 'level'; name: string }
  | { state: 'needs-ruling'; readings: string[] }
  | { state: 'open' }

/** C1: the level whose half-open range holds the unrounded total: 89.999 is not 90. */
export function levelOf(sheet: Sheet, total: ExactText): LevelFound {
  const x = exact(total)
  const fitting = sheet.levels.filter(
    ({ atLeast, below }) =>
      (atLeast === null || compare(x, exact(atLeast)) >= 0) && (below === null || compare(x, exact(below)) < 0),
  )
  if (fitting.length === 1) return { state: 'level', name: fitting[0]!.name }
  return { state: 'needs-ruling', readings: fitting.map(({ name }) => name) }
}
