import type { Decision } from '#basics/decision.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { accept, found, Problem, permit } from '#platform/errors.ts'
import type { SpreadsheetRefusal } from '#support/spreadsheet/rules/limits.ts'
import { importViews } from './import-views.ts'
import { type ImportRow, importById } from './reads-import.ts'
import { type ImportVerb, may, ready } from './rules/import.ts'
import { loadImport } from './store-import.ts'

/** What the actions on files of organisations and people share. */

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The file, locked, if this person may take this step and the file can. */
export async function step(context: Context, verb: ImportVerb, id: string): Promise<ImportRow> {
  const file = found(await loadImport(context, id))
  permit(may(context.actor, verb, file))
  accept(ready(verb, file))
  return file
}

export async function view(context: Context, id: string) {
  return (await importViews(context, [found(await importById(context, id))]))[0]!
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
export function readable<Value>(decision: Decision<Value, SpreadsheetRefusal>): Value {
  if (decision.ok) return decision.value
  const { reason, details = {} } = decision
  throw new Problem(statuses[reason] ?? 413, reason, { details })
}

export function workbook(name: string, bytes: Uint8Array) {
  return { name: `${name}.xlsx`, type: WORKBOOK, bytes: new Uint8Array(bytes) }
}

export function text(name: string, bytes: Uint8Array) {
  return { name: `${name}.csv`, type: 'text/csv', bytes: new Uint8Array(bytes) }
}

export function note(
  context: Context,
  action: string,
  id: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return writeHistory(context, action, { ...topmost(context), kind: 'import', id }, detail)
}

export function topmost({ actor }: Pick<Context, 'actor'>) {
  const id = actor.posts[0]!.path.split('/')[0]!
  return { kind: 'organisation', id, organisation: id }
}
