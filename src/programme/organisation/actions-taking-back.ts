import type { Actions, Context } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { takingBackContract } from './contract-taking-back.ts'
import { note, step, view } from './import-answers.ts'
import { toldProgress } from './import-bring.ts'
import { undo } from './import-taking-back.ts'
import { sayWhere } from './messages-taking-back.ts'
import { importById } from './reads-import.ts'
import { undoneCounts } from './reads-import-images.ts'
import { hindrancesOf, MOST_HINDRANCES } from './reads-taking-back.ts'
import { may, ready } from './rules/import.ts'
import { nothingInTheWay } from './rules/taking-back.ts'
import { lockStructure } from './store-structure.ts'
import { holdWhatItMade, saveTakenBack } from './store-taking-back.ts'

export const takingBackActions: Actions<typeof takingBackContract> = {
  async readTakingBack(context, { import: id }) {
    const file = found(await importById(context, id))
    permit(may(context.actor, 'take-back', file))
    accept(ready('take-back', file))
    const hindrances = await hindrancesOf(context, id)
    return {
      counts: await undoneCounts(context, id),
      hindrances: hindrances.slice(0, MOST_HINDRANCES).map(({ where, ...each }) => ({
        ...each,
        what: where && sayWhere(where, context.language),
      })),
      more: hindrances.length > MOST_HINDRANCES,
      allowed: hindrances.length === 0 ? ['take-back' as const] : [],
    }
  },

  async takeBackImport(context, { import: id, reason }) {
    const file = await step(context, 'take-back', id)
    await hold(context, id)
    accept(nothingInTheWay(await hindrancesOf(context, id)))
    const counts = await undoneCounts(context, id)
    await undo(context, file, reason, toldProgress(context, id).written)
    await saveTakenBack(context, id, reason)
    await note(context, 'organisation.import-taken-back', id, { reason, hash: file.fileHash, ...counts })
    return view(context, id)
  },
}

/** Nobody reorganises meanwhile, and nobody begins anything with what is about to cease. */
async function hold(context: Context, id: string): Promise<void> {
  await lockStructure(context)
  await holdWhatItMade(context, id)
}
