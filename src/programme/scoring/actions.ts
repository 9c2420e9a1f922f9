import { canonical } from '#basics/canonical.ts'
import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import { namesOf, organisation as readOrganisation } from '#programme/organisation/reads.ts'
import { emptyFile, opened, plainCells, sheetFile } from './cells.ts'
import type { scoringContract } from './contract.ts'
import { type KeptSheet, liftsOf, type SheetRow, sheetById, sheetsSeen, stateOf, versionsOf } from './reads.ts'
import { barring, liftable } from './rules/lifting.ts'
import { lint, sayLint } from './rules/lint.ts'
import type { Lint } from './rules/lint-found.ts'
import { mayKeepSheets, mayRecordLift, seesSheet } from './rules/permissions.ts'
import { sampleSheet } from './rules/sample-sheet.ts'
import type { Sheet } from './rules/sheet.ts'
import { insertIssue, insertLift, insertSheet } from './store.ts'
import { readRuleSheet } from './workbook.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const scoringActions: Actions<typeof scoringContract> = {
  async listSheets(context, filter) {
    const { rows, next } = await sheetsSeen(context, filter)
    return { rows: rows.map((row) => rowView(context, row)), next, total: null }
  },

  async readSheet(context, { sheet }) {
    return view(context, sheet)
  },

  async importSheet(context, { organisation: id, file }) {
    const organisation = found(await readOrganisation(context, id))
    permit(mayKeepSheets(context.actor, id as OrganisationId))
    accept(organisation.kind === 'branch' ? refuse('scoring.not-of-a-branch') : allow(true))
    const { workbook, errors } = plainCells(await opened(file.bytes), context.language)
    if (errors.length > 0) return { sheet: null, errors }
    const read = readRuleSheet(workbook)
    if (!read.ok) {
      const said = read.errors.map(({ sheet, row, column, said }) => {
        return { sheet, row, column, message: said[context.language] }
      })
      return { sheet: null, errors: said }
    }
    const kept = await keepSheet(context, id, read.value.sheet, { name: file.name, hash: sha256(file.bytes) })
    return { sheet: await view(context, kept), errors: [] }
  },

  async issueSheet(context, { sheet: id }) {
    const row = found(await sheetById(context, id))
    permit(mayKeepSheets(context.actor, row.organisationId as OrganisationId))
    accept(row.issuedAt === null ? allow(true) : refuse('scoring.issued-already'))
    accept(row.superseded ? refuse('scoring.later-version-issued') : allow(true))
    const bars = barring(row.data, await liftsOf(context, id))
    const rows = bars.map((each) => `${each.table} ${each.code}: ${sayLint(each)[context.language]}`).join('\n')
    accept(bars.length > 0 ? refuse('scoring.barred', { count: bars.length, rows }) : allow(true))
    await insertIssue(context, id)
    const subject = { kind: 'sheet', id, organisation: row.organisationId }
    await writeHistory(context, 'scoring.sheet-issued', subject, { code: row.code, number: row.number, hash: row.hash })
    return view(context, id)
  },

  async liftBar(context, { sheet: id, ...row }) {
    const sheet = found(await sheetById(context, id))
    permit(mayRecordLift(context.actor, sheet.organisationId as OrganisationId))
    accept(sheet.issuedAt === null ? allow(true) : refuse('scoring.issued-already'))
    accept(liftable(sheet.data, await liftsOf(context, id), row, context.today))
    accept((await insertLift(context, id, row)) ? allow(true) : refuse('scoring.lifted-already'))
    const subject = { kind: 'sheet', id, organisation: sheet.organisationId }
    await writeHistory(context, 'scoring.bar-lifted', subject, { ...row, number: sheet.number })
    return view(context, id)
  },

  async downloadSheet(context, { sheet }) {
    const { data, code, number } = found(await sheetById(context, sheet))
    return { name: `${code}-${number}.xlsx`, type: xlsx, bytes: new Uint8Array(await sheetFile(data)) }
  },

  async downloadSheetTemplate(context, { filled, year }) {
    const example = sampleSheet(year ?? Number(context.today.slice(0, 4)))
    if (filled === 'true')
      return { name: 'sample-sheet.xlsx', type: xlsx, bytes: new Uint8Array(await sheetFile(example)) }
    return { name: 'sheet-template.xlsx', type: xlsx, bytes: new Uint8Array(await emptyFile(example)) }
  },
}

export const scoringReach = {
  async sheet(context: Context, id: string): Promise<boolean> {
    const row = await sheetById(context, id)
    if (!row) return false
    const { organisationId, path } = row
    return seesSheet(context.actor, { organisation: organisationId as OrganisationId, path, state: stateOf(row) })
  },
}

/**
 * Keeps a rule sheet as the next version of its code and answers its id; the latest version, read again unchanged, stays
 * as it is. Whoever calls this has asked whether the person may.
 */
export async function keepSheet(
  context: Context,
  organisation: string,
  sheet: Sheet,
  from: { name: string; hash: string },
): Promise<string> {
  const hash = sha256(canonical(sheet))
  const [latest] = await versionsOf(context, organisation, sheet.code)
  if (latest?.hash === hash) return latest.id
  const number = (latest?.number ?? 0) + 1
  const id = await insertSheet(context, { organisation, number, sheet, hash, fileName: from.name, fileHash: from.hash })
  const detail = { code: sheet.code, number, hash, file: from.name }
  await writeHistory(context, 'scoring.sheet-imported', { kind: 'sheet', id, organisation }, detail)
  return id
}

function rowView(context: Context, row: SheetRow) {
  const state = stateOf(row)
  const own = mayKeepSheets(context.actor, row.organisationId as OrganisationId).ok
  return {
    id: row.id,
    organisation: { id: row.organisationId, name: row.organisationName },
    code: row.code,
    title: row.title,
    year: row.year,
    number: row.number,
    state,
    importedAt: row.importedAt,
    issuedAt: row.issuedAt,
    allowed: own && state === 'draft' && !row.superseded ? (['issue'] as const).slice() : [],
  }
}

async function view(context: Context, id: string) {
  const row: KeptSheet = found(await sheetById(context, id))
  const lifts = await liftsOf(context, id)
  const barred = barring(row.data, lifts).length > 0
  const records = mayRecordLift(context.actor, row.organisationId as OrganisationId).ok && row.issuedAt === null
  const { allowed, ...rest } = rowView(context, row)
  return {
    ...rest,
    allowed: barred ? [] : allowed,
    asOf: row.asOf,
    hash: row.hash,
    fileName: row.fileName,
    importedBy: (await namesOf(context, [row.importedBy])).get(row.importedBy) ?? '',
    lints: lint(row.data).map((each) => lintView(context, each, lifts, records)),
    data: row.data as unknown as Record<string, unknown>,
  }
}

function lintView({ language }: Context, each: Lint, lifts: Awaited<ReturnType<typeof liftsOf>>, records: boolean) {
  const { severity, table, code, word } = each
  const given = lifts.find((row) => word === 'barred' && row.table === table && row.code === code)
  const allowed = records && word === 'barred' && !given ? (['lift'] as 'lift'[]) : []
  if (!given) return { severity, table, code, said: sayLint(each)[language], lifted: null, allowed }
  const { table: _, code: __, ...lifted } = given
  return { severity, table, code, said: sayLint(each)[language], lifted, allowed }
}
