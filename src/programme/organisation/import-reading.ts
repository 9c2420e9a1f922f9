import { allow, type Decision } from '#basics/decision.ts'
import type { Language } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import type { Encoding } from '#support/spreadsheet/rules/encoding.ts'
import type { Limits, SpreadsheetRefusal } from '#support/spreadsheet/rules/limits.ts'
import { type Problem, problemAt } from '#support/spreadsheet/rules/problem.ts'
import type { TableRow } from '#support/spreadsheet/rules/table.ts'
import { lookForTables, readTables } from '#support/spreadsheet/spreadsheet.ts'
import type { TablesAsked, TablesLine } from '#support/spreadsheet/wire.ts'
import type { ReadTable, RemarkKind, TextRead } from './reads-import-parts.ts'
import { organisationColumns, personColumns, sheetNames } from './rules/import-columns.ts'
import type { ImportSheet, PersonLine, Remark } from './rules/import-lines.ts'
import { personKey } from './rules/import-people.ts'
import { secretaryOf } from './rules/import-posts.ts'
import {
  isExample,
  judgeOrganisation,
  judgePerson,
  placed,
  type ReadRow,
  type TablePlace,
} from './rules/import-read.ts'
import { insertRemarks, insertRows, type NewRow, saveRead } from './store-import-parts.ts'

/** The sheets in the order in which they are told. */
export const sheets: readonly ImportSheet[] = ['organisations', 'people']

/** Ample for a province: what holds it back is the size of the file. */
const limits: Partial<Limits> = {
  rows: 400_000,
  cells: 4_000_000,
  allCharacters: 80_000_000,
  milliseconds: 180_000,
}

export interface SentRows {
  language: Language
  /** How text is written, where a person says so. */
  encoding: Encoding | undefined
  /** It is called a text, so it is read as one although no heading of ours is in it. */
  anyText: boolean
}

/** What came of reading a file: where its tables stand, how many rows were read, how much there is to say about them. */
export interface ReadFile {
  tables: readonly ReadTable[]
  rows: number
  problems: number
  warnings: number
}

export function columnsOf(sheet: ImportSheet, language: Language): Column[] {
  return sheet === 'organisations' ? organisationColumns(language) : personColumns(language)
}

/** Whether a file could be read at all. */
export function lookFirst(bytes: Uint8Array, sent: SentRows): Promise<Decision<null, SpreadsheetRefusal>> {
  return lookForTables(bytes, askedOf(sent))
}

function askedOf({ language, encoding, anyText }: SentRows): TablesAsked {
  const tables = sheets.map((sheet) => ({
    names: [sheetNames[sheet].zh, sheetNames[sheet].en.toLowerCase()],
    title: sheetNames[sheet][language],
    columns: columnsOf(sheet, language),
  }))
  return { tables, limits, encoding, anyText }
}

/** Reads a file that came from outside into rows of its own, each judged by itself. Other sheets are passed over. */
export async function readRows(
  context: Context,
  id: string,
  bytes: Uint8Array,
  sent: SentRows,
  progress: (rows: number) => Promise<void>,
): Promise<Decision<ReadFile, SpreadsheetRefusal>> {
  const into = new Rows(context, id, sent.language)
  const read = await readTables(bytes, askedOf(sent), async (line) => {
    await into.take(line)
    await progress(into.rows)
  })
  return read.ok ? allow(await into.end()) : read
}

/** The rows of one file on their way into the database. */
class Rows {
  rows = 0
  private context: Context
  private id: string
  private language: Language
  private tables: ReadTable[] = []
  private text: TextRead | null = null
  private counts = { problems: 0, warnings: 0 }
  private people = new Map<string, number>()
  private columns: Record<ImportSheet, Column[]>

  constructor(context: Context, id: string, language: Language) {
    this.context = context
    this.id = id
    this.language = language
    this.columns = { organisations: columnsOf('organisations', language), people: columnsOf('people', language) }
  }

  async take(line: TablesLine): Promise<void> {
    if ('text' in line) this.text = line.text
    else if ('head' in line) this.tables.push({ of: sheets[line.table]!, ...line.head })
    else await this.takeRows(sheets[line.table]!, line)
  }

  /** What is wrong with the whole file comes last, when it is known. */
  async end(): Promise<ReadFile> {
    const missing = this.text ? [] : sheets.filter((sheet) => !this.tables.some(({ of }) => of === sheet))
    const whole = missing.map((sheet) => {
      const name = sheetNames[sheet][this.language]
      return { ...problemAt(wholeSheet(name), 'spreadsheet.sheet-missing', '', { sheet: name }), of: sheet }
    })
    const nothing = this.rows === 0 && this.counts.problems === 0 && whole.length === 0
    const empty = this.tables[0]?.sheet ?? sheetNames.organisations[this.language]
    await this.remark('problems', [
      ...whole.map(({ of, ...problem }) => ({ of, problem })),
      ...(nothing
        ? [{ of: 'organisations' as const, problem: problemAt(wholeSheet(empty), 'organisation.import-nothing-in-it') }]
        : []),
    ])
    await saveRead(this.context, this.id, this.tables, this.text)
    return { tables: this.tables, rows: this.rows, ...this.counts }
  }

  private async takeRows(sheet: ImportSheet, part: Extract<TablesLine, { rows: unknown }>): Promise<void> {
    const examples = new Set(part.rows.filter(isExample).map(({ row }) => row))
    const rows = part.rows.filter(({ row }) => !examples.has(row))
    const place = this.tables.find(({ of }) => of === sheet)!
    const kept: NewRow[] = []
    const problems: Problem<string>[] = part.problems.filter(({ row }) => !examples.has(row))
    const warnings: Problem<string>[] = []
    for (const row of rows) {
      const judged = sheet === 'organisations' ? judgeOrganisation(row) : judgePerson(row)
      const put = (remark: Remark) => this.put(remark, row, sheet, place)
      problems.push(...judged.problems.map(put))
      warnings.push(...judged.warnings.map(put))
      kept.push(this.newRow(sheet, row, judged.line))
    }
    this.rows += kept.length
    await insertRows(this.context, this.id, kept)
    await this.remark(
      'problems',
      problems.map((problem) => ({ of: sheet, problem })),
    )
    await this.remark(
      'warnings',
      warnings.map((problem) => ({ of: sheet, problem })),
    )
  }

  private put(remark: Remark, row: ReadRow, sheet: ImportSheet, place: TablePlace): Problem<string> {
    return placed(remark, { row, place, columns: this.columns[sheet] })
  }

  private newRow(sheet: ImportSheet, { row, values }: TableRow<string>, line: object | null): NewRow {
    const person = sheet === 'people' && line ? (line as PersonLine) : null
    const key = person ? personKey(person) : null
    if (key !== null && !this.people.has(key)) this.people.set(key, row)
    return {
      sheet,
      row,
      first: key === null ? row : this.people.get(key)!,
      cells: values,
      broken: line === null,
      secretary: person && secretaryOf(person),
    }
  }

  private async remark(kind: RemarkKind, remarks: { of: ImportSheet; problem: Problem<string> }[]): Promise<void> {
    await insertRemarks(this.context, this.id, kind, remarks, this.counts[kind])
    this.counts[kind] += remarks.length
  }
}

function wholeSheet(sheet: string) {
  return { sheet, row: 0, column: 0, heading: '' }
}
