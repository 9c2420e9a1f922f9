import { labelsIn } from '#basics/messages.ts'
import type { Jobs } from '#platform/capability.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { problemAt } from '#support/spreadsheet/rules/problem.ts'
import { GivenUp, readAndLook, toldProgress } from './import-bring.ts'
import { importMessages } from './messages-import.ts'
import { importById, keptFile, stalledImports, topmostOrganisation } from './reads-import.ts'
import { claimReading, loadImport, saveLooked, saveReading, saveUnreadable } from './store-import.ts'

export const organisationJobs: Jobs = {
  /** Reads a long file and looks through it. All of it is kept, or nothing. */
  async 'organisation.read-import'(context, { import: id }) {
    await readImport(context, String(id))
  },

  /** Reads on where whoever read was cut off. */
  async 'organisation.resume-imports'(context) {
    for (const id of await stalledImports(context)) await readImport(context, id)
  },
}

async function readImport(context: Context, id: string): Promise<void> {
  const file = (await claimReading(context, id)) ? await importById(context, id) : undefined
  const kept = await keptFile(context, id)
  if (file?.state !== 'reading' || !kept) return
  await saveReading(context, id)
  const { fileName: name, uploadedBy } = file
  const looked = await readAndLook(context, { id, name, uploadedBy, ...kept }, toldProgress(context, id))
  const locked = await loadImport(context, id)
  if (locked?.state !== 'reading') throw new GivenUp(id)
  if (looked.ok) await saveLooked(context, id, looked.value)
  else {
    const whole = { sheet: labelsIn(importMessages, kept.language).wholeFile, row: 0, column: 0, heading: '' }
    await saveUnreadable(context, id, problemAt(whole, looked.reason, '', looked.details))
  }
  const organisation = await topmostOrganisation(context)
  const detail = looked.ok ? { ...looked.value.counts } : { reason: looked.reason }
  await writeHistory(context, 'organisation.import-read', { kind: 'import', id, organisation }, detail)
}
