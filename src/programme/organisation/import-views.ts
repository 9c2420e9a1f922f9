import type { OutputOf } from '#basics/contract.ts'
import type { Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import type { importContract } from './contract-import.ts'
import { sayRemark } from './import-file.ts'
import { namesOf } from './reads.ts'
import type { ImportRow } from './reads-import.ts'
import { allowedVerbs } from './rules/import.ts'
import { kindWords, organisationColumns, personColumns, personKindWords } from './rules/import-columns.ts'
import type { PlanEntry } from './rules/import-plan.ts'

export async function importViews(
  context: Context,
  rows: ImportRow[],
): Promise<OutputOf<typeof importContract.readImport>[]> {
  const names = await namesOf(
    context,
    rows.flatMap(({ uploadedBy, decidedBy, takenBack }) => [uploadedBy, decidedBy, takenBack?.by ?? null]),
  )
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    fileName: row.fileName,
    uploadedBy: names.get(row.uploadedBy)!,
    uploadedAt: row.uploadedAt,
    appliedAt: row.appliedAt,
    decidedBy: row.decidedBy && names.get(row.decidedBy)!,
    decidedAt: row.decidedAt,
    reason: row.reason,
    takenBack: row.takenBack && { ...row.takenBack, by: names.get(row.takenBack.by)! },
    counts: row.counts,
    progress: row.progress && { read: row.progress.read, checked: row.progress.checked, written: row.progress.written },
    text: row.text,
    waiting: row.waiting,
    allowed: allowedVerbs(context.actor, row),
  }))
}

export function remarkView({ no, ...remark }: Problem<string> & { no: number }, language: Language) {
  const { sheet, row, column, address, value, reason } = remark
  return { no, sheet, row, column, address, value, reason, message: sayRemark(remark, language) }
}

export function entryView(entry: PlanEntry & { no: number; subject: string | null }, language: Language) {
  const columns = entry.sheet === 'organisations' ? organisationColumns(language) : personColumns(language)
  const fields = entry.fields.map(({ field, before, after }) => ({
    label: columns.find(({ key }) => key === field)!.heading,
    before: field === 'kind' ? kindWord(before, language) : before,
    after: field === 'kind' ? kindWord(after, language) : after,
  }))
  const { no, sheet, row, change, name, staffNo, organisation, posts, returns } = entry
  const subject = change === 'new' ? null : entry.subject
  return { no, sheet, row, change, name, staffNo, organisation, subject, fields, posts, returns }
}

function kindWord(kind: string | null, language: Language): string | null {
  const words = { ...kindWords, ...personKindWords } as Record<string, { zh: string[]; en: string[] }>
  return kind === null ? null : (words[kind]?.[language][0] ?? kind)
}
