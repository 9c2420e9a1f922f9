import type { Context } from '#platform/context.ts'
import { saveAsker } from './store.ts'

/**
 * What a reorganisation does to the questionnaires of an organisation that ends, in its transaction: drafts and open ones
 * go on with the one that takes over; whoever was asked keeps their slip. Answers how many went over.
 */
export function handOverQuestionnaires(context: Context, from: string, to: string): Promise<number> {
  return saveAsker(context, from, to)
}
