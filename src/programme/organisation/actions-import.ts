import { refuse } from '#basics/decision.ts'
import type { Actions, Context } from '#platform/context.ts'
import { writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { isArchive } from '#support/spreadsheet/kind.ts'
import { bringActions } from './actions-import-bring.ts'
import { effectActions } from './actions-import-effect.ts'
import type { importContract } from './contract-import.ts'
import { readable, text, topmost, view, workbook } from './import-answers.ts'
import { importTemplate } from './import-file.ts'
import { listOfRemarks, markedCopy } from './import-marked.ts'
import { registerOut } from './import-out.ts'
import { entryView, importViews, remarkView } from './import-views.ts'
import { importMessages } from './messages-import.ts'
import * as reads from './reads-import.ts'
import { importedPosts } from './reads-import-posts.ts'
import { mayImport, maySeeImports } from './rules/import.ts'
import { sheetNames } from './rules/import-columns.ts'

/** A longer file is not carried over with its looks: what is wrong in it is listed. */
const MARKED = 20_000

export const importActions: Actions<typeof importContract> = {
  ...bringActions,
  ...effectActions,

  async downloadImportTemplate({ actor, language }) {
    permit(mayImport(actor))
    return workbook(importMessages.labels.templateName[language], await importTemplate(language))
  },

  async exportOrganisations(context, { as, encoding }) {
    const { actor, language, today } = context
    permit(mayImport(actor))
    const { bytes, ...counts } = await registerOut(context, { as, encoding, language })
    await writeHistory(context, 'organisation.exported', topmost(context), counts)
    const name = `${importMessages.labels.exportName[language]} ${today}`
    return as === 'workbook' ? workbook(name, bytes) : text(`${name} ${sheetNames[as][language]}`, bytes)
  },

  async listImports(context, paging) {
    permit(maySeeImports(context.actor))
    const { rows, next } = await reads.importsPage(context, paging)
    const allowed: ('bring' | 'export')[] = mayImport(context.actor).ok ? ['bring', 'export'] : []
    return { rows: await importViews(context, rows), next, total: null, allowed }
  },

  async readImport(context, { import: id }) {
    return view(context, id)
  },

  async listImportProblems(context, { import: id, kind, ...paging }) {
    const { rows, next } = await reads.remarksPage(context, id, kind, paging)
    return { rows: rows.map((row) => remarkView(row, context.language)), next, total: null }
  },

  async listImportPlan(context, { import: id, ...filter }) {
    const { rows, next } = await reads.planPage(context, id, filter)
    return { rows: rows.map((row) => entryView(row, context.language)), next, total: null }
  },

  async listImportPosts(context, { import: id, ...paging }) {
    const { rows, next } = await importedPosts(context, id, paging)
    return { rows: rows.map(({ personId: _, ...row }) => row), next, total: null }
  },

  async downloadMarkedImport(context, { import: id }) {
    permit(mayImport(context.actor))
    const file = found(await reads.importById(context, id))
    const kept = await reads.keptFile(context, id)
    if (!kept) return accept<never>(refuse('organisation.import-is-not-open'))
    const remarks = {
      problems: await reads.allRemarks(context, id, 'problems'),
      warnings: await reads.allRemarks(context, id, 'warnings'),
    }
    const isShort = file.counts.rows <= MARKED && file.text === null && isArchive(kept.bytes)
    const { language } = context
    const marked = isShort
      ? await markedCopy(kept.bytes, remarks, language)
      : await listOfRemarks(remarks, { name: file.fileName, isText: !isArchive(kept.bytes) }, language)
    const name = importMessages.labels[isShort ? 'marked' : 'listed'][language]
    return workbook(`${name} ${file.fileName.replace(/\.(xlsx|csv|txt)$/i, '')}`, readable(marked))
  },
}

export const importReach = {
  async import(context: Context, id: string): Promise<boolean> {
    return maySeeImports(context.actor).ok && (await reads.importById(context, id)) !== undefined
  },
}
