import { refuse } from '#basics/decision.ts'
import type { Context } from '#platform/context.ts'
import { accept, found } from '#platform/errors.ts'
import { measuresSet } from './reads-measure.ts'
import type { Measure } from './rules/measure.ts'

/**
 * The measures that somebody chose, each set on the path and in use. What was said or asked for before a measure was
 * retired (`kept`) may still be said: a correction keeps its figures, an answer gives what its task wants.
 */
export async function measuresChosen(
  context: Context,
  path: string,
  ids: readonly string[],
  kept: readonly (string | null)[] = [],
): Promise<Map<string, Measure>> {
  const there = await measuresSet(context, path, ids)
  return new Map(
    ids.map((id) => {
      const { measure, retired } = found(there.get(id))
      if (retired && !kept.includes(id)) accept(refuse('building.measure-retired', { name: measure.name }))
      return [id, measure]
    }),
  )
}
