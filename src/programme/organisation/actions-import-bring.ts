import { createHash } from 'node:crypto'
import { refuse } from '#basics/decision.ts'
import type { SentFile } from '#platform/capability.ts'
import type { Actions, Context } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { tidyText } from '#support/spreadsheet/rules/text.ts'
import type { importContract } from './contract-import.ts'
import { note, readable, step, view } from './import-answers.ts'
import { type BroughtFile, couldBeRead, readAndLook, untold } from './import-bring.ts'
import type { Looked } from './import-check.ts'
import { keptFile, undecidedImport } from './reads-import.ts'
import { mayImport } from './rules/import.ts'
import * as store from './store-import.ts'

/** A file that is larger is read after the answer, while its progress is shown. */
const WAITED_FOR = 400_000

type Bringing = 'uploadImport' | 'previewImport' | 'discardImport'

export const bringActions: Pick<Actions<typeof importContract>, Bringing> = {
  async uploadImport(context, { file }) {
    permit(mayImport(context.actor))
    const open = await undecidedImport(context)
    if (open && open.state !== 'faulty') accept(refuse('organisation.import-one-at-a-time', { file: open.fileName }))
    // A file with errors is replaced by the one in which they were corrected.
    if (open) await store.saveDiscarded(context, open.id)
    const { bytes } = file
    const brought = { name: nameOf(file), hash: createHash('sha256').update(bytes).digest('hex'), bytes }
    const id = await store.insertImport(context, brought)
    const { language, actor } = context
    const looked = await readNowOrLater(context, { id, name: brought.name, bytes, language, uploadedBy: actor.person })
    await note(context, 'organisation.import-brought', id, {
      name: brought.name,
      hash: brought.hash,
      ...looked?.counts,
    })
    return view(context, id)
  },

  async previewImport(context, { import: id, encoding }) {
    const { fileName: name, uploadedBy } = await step(context, 'preview', id)
    const kept = found(await keptFile(context, id))
    await store.saveReading(context, id, encoding)
    const looked = await readNowOrLater(context, { id, name, uploadedBy, ...kept, encoding: encoding ?? kept.encoding })
    await note(context, 'organisation.import-previewed-again', id, { ...looked?.counts })
    return view(context, id)
  },

  async discardImport(context, { import: id }) {
    await step(context, 'discard', id)
    await store.saveDiscarded(context, id)
    await note(context, 'organisation.import-discarded', id)
    return view(context, id)
  },
}

/** A short file is read at once, and refused if it cannot be; a long one when this has been answered. */
async function readNowOrLater(context: Context, file: BroughtFile): Promise<Looked | undefined> {
  if (file.bytes.length > WAITED_FOR) {
    readable(await couldBeRead(file))
    await context.enqueue('organisation.read-import', { import: file.id })
    return undefined
  }
  const looked = readable(await readAndLook(context, file, untold))
  await store.saveLooked(context, file.id, looked)
  return looked
}

function nameOf({ name }: SentFile): string {
  return [...tidyText(name.split(/[\\/]/).at(-1) ?? '').replace(/\s+/g, ' ')].slice(0, 100).join('') || '—'
}
