import type { Context } from '#platform/context.ts'
import { saveOrganisation } from './store.ts'

/**
 * What a reorganisation does to the problems of an organisation that ends, in its transaction: what is not confirmed as
 * solved goes on with the one that takes over, as its open duties do; what was solved stays as a fact of history. Answers
 * how many went over.
 */
export function handOverProblems(context: Context, from: string, to: string): Promise<number> {
  return saveOrganisation(context, from, to)
}
