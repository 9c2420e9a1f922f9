import { type Decision, refuse } from '#basics/decision.ts'
import type { SentFile } from '#platform/capability.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, Problem, permit } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import { voidActivation } from '#support/account/actions.ts'
import type { SpreadsheetRefusal } from '#support/spreadsheet/rules/limits.ts'
import type { Mark } from '#support/spreadsheet/rules/spec.ts'
import { tidyText } from '#support/spreadsheet/rules/text.ts'
import { markErrors } from '#support/spreadsheet/spreadsheet.ts'
import type { importContract } from './contract-import.ts'
import { importTemplate, importWorkbook, type ReadFile, readImportFile, sayRemark } from './import-file.ts'
import { look, planAgain } from './import-rows.ts'
import { entryView, importViews, remarkView } from './import-views.ts'
import { importMessages } from './messages-import.ts'
import * as reads from './reads-import.ts'
import { presentState } from './reads-present.ts'
import { type ImportVerb, may, mayImport, maySeeImports, ready } from './rules/import.ts'
import { linesOf } from './rules/import-export.ts'
import { isAdministrator } from './rules/posts.ts'
import * as store from './store-import.ts'
import { writePlan } from './store-import-rows.ts'
import { lockStructure } from './store-structure.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More posts than any file gives. */
const ALL = 1_000_000

export const importActions: Actions<typeof importContract> = {
  async downloadImportTemplate({ actor, language }) {
    permit(mayImport(actor))
    return workbook(importMessages.labels.templateName[language], await importTemplate(language))
  },

  async exportOrganisations(context) {
    const { actor, language, today } = context
    permit(mayImport(actor))
    const lines = linesOf(await presentState(context))
    const counts = { organisations: lines.organisations.length, people: lines.people.length }
    await writeHistory(context, 'organisation.exported', topmost(context), counts)
    return workbook(`${importMessages.labels.exportName[language]} ${today}`, await importWorkbook(lines, language))
  },

  async listImports(context, paging) {
    permit(maySeeImports(context.actor))
    const { rows, next } = await reads.importsPage(context, paging)
    const allowed: ('bring' | 'export')[] = mayImport(context.actor).ok ? ['bring', 'export'] : []
    return { rows: await importViews(context, rows), next, total: null, allowed }
  },

  async uploadImport(context, { file }) {
    permit(mayImport(context.actor))
    const open = await reads.undecidedImport(context)
    if (open?.state === 'previewed') accept(refuse('organisation.import-one-at-a-time', { file: open.fileName }))
    const read = await readSent(context, file.bytes)
    // A file with errors is replaced by the one in which they were corrected.
    if (open) await store.saveDiscarded(context, open.id)
    const hash = sha256(file.bytes)
    const kept = { name: nameOf(file), hash, bytes: file.bytes, lines: read.lines }
    const looked = await look(context, read)
    const id = await store.insertImport(context, kept, looked)
    await note(context, 'organisation.import-brought', id, { name: kept.name, hash, ...looked.counts })
    return view(context, id)
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
    const { rows, next } = await reads.importedPosts(context, id, paging)
    return { rows: rows.map(({ personId: _, ...row }) => row), next, total: null }
  },

  async downloadMarkedImport(context, { import: id }) {
    permit(mayImport(context.actor))
    const file = found(await reads.importById(context, id))
    const kept = await reads.keptFile(context, id)
    if (!kept) return accept<never>(refuse('organisation.import-is-not-open'))
    const { problems, warnings } = await reads.allRemarks(context, id)
    const { language } = context
    const hint = importMessages.labels.warning[language]
    const marks: Mark[] = [
      ...problems.map((each) => ({ sheet: each.sheet, address: each.address, text: sayRemark(each, language) })),
      ...warnings.map((each) => ({ ...each, text: `${hint}${sayRemark(each, language)}` })),
    ]
    const bytes = readable(await markErrors(kept.bytes, marks))
    return workbook(`${importMessages.labels.marked[language]} ${file.fileName.replace(/\.xlsx$/i, '')}`, bytes)
  },

  async previewImport(context, { import: id }) {
    await step(context, 'preview', id)
    const { bytes } = found(await reads.keptFile(context, id))
    const looked = await look(context, await readSent(context, bytes))
    await store.saveLooked(context, id, looked)
    await note(context, 'organisation.import-previewed-again', id, { ...looked.counts })
    return view(context, id)
  },

  async applyImport(context, { import: id }) {
    const file = await step(context, 'apply', id)
    await lockStructure(context)
    const { lines } = found(await reads.keptFile(context, id))
    const { made, present, asShown } = await planAgain(context, lines, file)
    if (!asShown) accept(refuse('organisation.import-outdated'))
    await writePlan(context, made, present, { importId: id })
    await store.saveApplied(context, id)
    await note(context, 'organisation.import-applied', id, { hash: file.fileHash, ...file.counts })
    return view(context, id)
  },

  async discardImport(context, { import: id }) {
    await step(context, 'discard', id)
    await store.saveDiscarded(context, id)
    await note(context, 'organisation.import-discarded', id)
    return view(context, id)
  },

  async confirmImport(context, { import: id }) {
    await step(context, 'confirm', id)
    const { rows } = await reads.importedPosts(context, id, { limit: ALL })
    const waiting = rows.filter(({ state }) => state === 'waiting')
    for (const { replaces, fromOn } of waiting)
      if (replaces && replaces.fromOn >= fromOn)
        accept(refuse('organisation.import-secretary-before', { name: replaces.name, day: replaces.fromOn }))
    await store.saveConfirmed(context, id)
    // a code handed out before by somebody else must not open an administrator's account
    for (const { post, personId } of waiting) if (isAdministrator(post)) await voidActivation(context, personId)
    await note(context, 'organisation.import-confirmed', id, { posts: waiting.length })
    return view(context, id)
  },

  async refuseImport(context, { import: id, reason }) {
    const { waitingFor } = await step(context, 'refuse', id)
    await store.saveRefused(context, id, reason)
    await note(context, 'organisation.import-refused', id, { people: waitingFor.length, reason })
    return view(context, id)
  },
}

export const importReach = {
  async import(context: Context, id: string): Promise<boolean> {
    return maySeeImports(context.actor).ok && (await reads.importById(context, id)) !== undefined
  },
}

/** The file, locked, if this person may take this step and the file can. */
async function step(context: Context, verb: ImportVerb, id: string): Promise<reads.ImportRow> {
  const file = found(await store.loadImport(context, id))
  permit(may(context.actor, verb, file))
  accept(ready(verb, file))
  return file
}

async function view(context: Context, id: string) {
  return (await importViews(context, [found(await reads.importById(context, id))]))[0]!
}

async function readSent({ language }: Context, bytes: Uint8Array): Promise<ReadFile> {
  return readable(await readImportFile(bytes, language))
}

const statuses: Partial<Record<SpreadsheetRefusal, number>> = {
  'spreadsheet.empty-file': 422,
  'spreadsheet.unreadable': 422,
  'spreadsheet.old-format': 415,
  'spreadsheet.encrypted': 415,
  'spreadsheet.macros': 415,
  'spreadsheet.not-a-workbook': 415,
  'spreadsheet.embedded': 415,
}

/** What was read, or the status of a file that cannot be: of another kind, damaged, or (all that is left) too much in it. */
function readable<Value>(decision: Decision<Value, SpreadsheetRefusal>): Value {
  if (decision.ok) return decision.value
  const { reason, details = {} } = decision
  throw new Problem(statuses[reason] ?? 413, reason, { details })
}

function nameOf({ name }: SentFile): string {
  return [...tidyText(name.split(/[\\/]/).at(-1) ?? '').replace(/\s+/g, ' ')].slice(0, 100).join('') || '—'
}

function workbook(name: string, bytes: Uint8Array) {
  return { name: `${name}.xlsx`, type: WORKBOOK, bytes: new Uint8Array(bytes) }
}

function note(context: Context, action: string, id: string, detail: Record<string, unknown> = {}): Promise<void> {
  return writeHistory(context, action, { ...topmost(context), kind: 'import', id }, detail)
}

function topmost({ actor }: Context) {
  const id = actor.posts[0]!.path.split('/')[0]!
  return { kind: 'organisation', id, organisation: id }
}
