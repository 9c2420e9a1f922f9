import { refuse } from '#basics/decision.ts'
import type { Actions } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { voidActivation } from '#support/account/actions.ts'
import type { importContract } from './contract-import.ts'
import { note, step, view } from './import-answers.ts'
import { toldProgress } from './import-bring.ts'
import { putIntoEffect } from './import-effect.ts'
import { administratorsWaiting, secretaryFromLater } from './reads-import-posts.ts'
import * as store from './store-import.ts'
import { lockStructure } from './store-structure.ts'

type Effects = 'applyImport' | 'confirmImport' | 'refuseImport'

export const effectActions: Pick<Actions<typeof importContract>, Effects> = {
  async applyImport(context, { import: id }) {
    const file = await step(context, 'apply', id)
    await lockStructure(context)
    const asShown = await putIntoEffect(context, file, toldProgress(context, id).written)
    if (!asShown) accept(refuse('organisation.import-outdated'))
    await store.saveApplied(context, id)
    await note(context, 'organisation.import-applied', id, { hash: file.fileHash, ...file.counts })
    return view(context, id)
  },

  async confirmImport(context, { import: id }) {
    await step(context, 'confirm', id)
    const earlier = await secretaryFromLater(context, id)
    if (earlier) accept(refuse('organisation.import-secretary-before', earlier))
    const administrators = await administratorsWaiting(context, id)
    const posts = await store.saveConfirmed(context, id)
    // a code handed out before by somebody else must not open an administrator's account
    for (const person of administrators) await voidActivation(context, person)
    await note(context, 'organisation.import-confirmed', id, { posts })
    return view(context, id)
  },

  async refuseImport(context, { import: id, reason }) {
    const { waiting } = await step(context, 'refuse', id)
    await store.saveRefused(context, id, reason)
    await note(context, 'organisation.import-refused', id, { people: waiting, reason })
    return view(context, id)
  },
}
