import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import type { Problem } from '#support/spreadsheet/rules/problem.ts'
import { columnsOf } from './import-reading.ts'
import {
  organisationRows,
  organisationRowsAt,
  personRows,
  presentFor,
  type ReadTable,
  type RemarkKind,
  secretariesNamed,
} from './reads-import-parts.ts'
import { formerNames, presentOrganisations } from './reads-present.ts'
import { type ImportSheet, nameKey, type PersonLine, type Remark, tidyName } from './rules/import-lines.ts'
import {
  type Counts,
  countsOf,
  entriesInFile,
  noCounts,
  type OpenPlan,
  openPlan,
  type Plan,
  type PlanEntry,
  type Present,
  planSome,
} from './rules/import-plan.ts'
import { organisationLine, personLine, placed, type ReadRow } from './rules/import-read.ts'
import { deleteEntries, insertAbsent, insertEntries, insertRemarks } from './store-import-parts.ts'

/** Rows of people that are dealt with at once: between them others are served. */
const PEOPLE_AT_ONCE = 500
/** Entries that are written at once. */
const ENTRIES_AT_ONCE = 1000

/** Some of a file: first all its organisations, then its people in parts. */
export interface Part {
  sheet: ImportSheet
  made: Pick<Plan, 'organisations' | 'people'>
  entries: PlanEntry[]
  /** How many rows this part was made of. */
  rows: number
  remarks: Record<RemarkKind, Problem<string>[]>
}

export interface Planned {
  open: OpenPlan
  present: Present['organisations']
}

/** Judges the rows of a file against what is on record, part by part, and says what they would do. */
export async function* parts(
  context: Context,
  { id, tables, language }: { id: string; tables: readonly ReadTable[]; language: Language },
  by: readonly string[],
): AsyncGenerator<Part & Planned> {
  const put = (remarks: readonly Remark[], rows: readonly ReadRow[]) => {
    const byRow = new Map(rows.map((row) => [row.row, row]))
    return remarks.map((remark) => {
      const place = tables.find(({ of }) => of === remark.sheet)!
      return placed(remark, { row: byRow.get(remark.row), place, columns: columnsOf(remark.sheet, language) })
    })
  }
  const planned = await openFile(context, id, by)
  const { open } = planned
  const { targets: organisations, problems, warnings } = open.organisations
  const spoken = await organisationRowsAt(context, id, [...new Set([...problems, ...warnings].map(({ row }) => row))])
  yield {
    ...planned,
    sheet: 'organisations',
    made: { organisations, people: [] },
    entries: entriesInFile({ organisations, people: [] }),
    rows: planned.rows,
    remarks: { problems: put(problems, spoken), warnings: put(warnings, spoken) },
  }
  const ids = new Map(planned.present.map((each) => [nameKey(each.name), each.id]))
  for (let last = 0; ; ) {
    const next = await personRows(context, id, last, PEOPLE_AT_ONCE)
    if (next.rows.length === 0) return
    last = next.last
    const lines = next.rows.map((row) => personLine(row, [])!) as PersonLine[]
    const part = planSome(open, lines, await presentFor(context, lines, { ids }))
    yield {
      ...planned,
      sheet: 'people',
      made: { organisations: [], people: part.people },
      entries: entriesInFile({ organisations: [], people: part.people }),
      rows: next.rows.length,
      remarks: { problems: put(part.problems, next.rows), warnings: put(part.warnings, next.rows) },
    }
    await breathe()
  }
}

async function openFile(context: Context, id: string, by: readonly string[]): Promise<Planned & { rows: number }> {
  const rows = await organisationRows(context, id, { broken: false })
  const wrong = await organisationRows(context, id, { broken: true })
  const organisations = rows.map((row) => organisationLine(row, [])!)
  const broken = wrong.flatMap(({ values }) => (values.name ? [tidyName(values.name)] : []))
  const present = await presentOrganisations(context)
  const secretaries = await secretariesNamed(context, id)
  const open = openPlan(
    { organisations, broken },
    { organisations: present, formerNames: await formerNames(context) },
    { secretaries, today: context.today, by },
  )
  return { open, present, rows: rows.length }
}

export interface Looked {
  counts: Counts & { rows: number; problems: number; warnings: number }
  planHash: string
}

/** Looks through the rows that were read: keeps what is wrong, or else what the file would do. */
export async function look(
  context: Context,
  file: { id: string; tables: readonly ReadTable[]; language: Language; uploadedBy: string },
  read: { rows: number; problems: number; warnings: number },
  progress: (rows: number) => Promise<void>,
): Promise<Looked> {
  const found = { problems: read.problems, warnings: read.warnings }
  const counts = noCounts()
  const plan = planHash()
  let entries = 0
  let rows = 0
  for await (const part of parts(context, file, [file.uploadedBy])) {
    for (const kind of ['problems', 'warnings'] as const) {
      const remarks = part.remarks[kind].map((problem) => ({ of: part.sheet, problem }))
      await insertRemarks(context, file.id, kind, remarks, found[kind])
      found[kind] += remarks.length
    }
    plan.add(part.entries)
    countsOf(part.entries, counts)
    if (found.problems === 0) await keepEntries(context, file.id, part, entries)
    entries += part.entries.length
    rows += part.rows
    await progress(rows)
  }
  if (found.problems > 0) {
    await deleteEntries(context, file.id)
    return { counts: { ...noCounts(), rows: read.rows, ...found }, planHash: '' }
  }
  const absent = await insertAbsent(context, file.id, entries)
  counts.organisations.absent = absent.organisations
  counts.people.absent = absent.people
  return { counts: { ...counts, rows: read.rows, ...found }, planHash: plan.end() }
}

async function keepEntries(context: Context, id: string, { made, entries }: Part, before: number): Promise<void> {
  const targets = [...made.organisations, ...made.people]
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
    const some = entries.slice(from, from + ENTRIES_AT_ONCE)
    const rows = some.map((entry, index) => ({
      no: before + from + index + 1,
      subject: targets[from + index]!.before?.id ?? context.newId(),
      entry,
    }))
    await insertEntries(context, id, rows)
  }
}

/** By what a plan is known again: the entries in their order, without what the file leaves out. */
export function planHash() {
  const hash = createHash('sha256')
  return {
    add: (entries: readonly PlanEntry[]) => {
      for (const entry of entries) hash.update(`${JSON.stringify(entry)}\n`)
    },
    end: () => hash.digest('hex'),
  }
}
