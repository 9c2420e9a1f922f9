import type { Context } from '#platform/context.ts'
import { recordsCited } from './reads-citing.ts'
import { holdRecords } from './store.ts'

/** Records for a capability that is about to rest on them: until the end of its transaction they stay as they are. */
export async function citable(context: Context, ids: readonly string[]) {
  await holdRecords(context, ids)
  return recordsCited(context, ids)
}
