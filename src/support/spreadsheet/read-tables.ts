import { isArchive } from './kind.ts'
import { measuredParts, readArchive } from './read-archive.ts'
import { RefusedFile } from './refused-file.ts'
import { csvRows } from './rules/csv.ts'
import type { Encoding } from './rules/encoding.ts'
import { findHeadings, ROWS_LOOKED_AT } from './rules/headings.ts'
import type { Limits } from './rules/limits.ts'
import { type TablePart, type TableReader, tableReader } from './rules/table.ts'
import { type Cell, type Sheet, shownText } from './rules/workbook.ts'
import { decodeText } from './text-bytes.ts'
import { type TableAsked, unpackCell, type WireLine } from './wire.ts'

const ROWS_AT_ONCE = 500
const SAMPLE = { rows: 6, columns: 12, characters: 60 }

export interface TablesTask {
  /** `look` reads no table: it only refuses what can be refused before. */
  job: 'tables' | 'look'
  limits: Limits
  tables: readonly TableAsked[]
  encoding?: Encoding | undefined
  anyText?: boolean
}

type Tell = (line: WireLine) => void

/** Reads the tables asked for out of a workbook or a text, and tells their rows as they come. Throws `RefusedFile`. */
export async function readTables(bytes: Uint8Array, task: TablesTask, tell: Tell): Promise<void> {
  if (!isArchive(bytes)) return readText(bytes, task, tell)
  const found = new Set<number>()
  let open: OpenTable | undefined
  await readArchive(bytes, task.limits, (line) => {
    if ('sheet' in line) {
      open?.end()
      const place = task.tables.findIndex(({ names }) => names.includes(line.sheet.name.trim().toLowerCase()))
      open = place < 0 || found.has(place) ? undefined : new OpenTable(place, task.tables[place]!, line.sheet, tell)
      found.add(place)
    } else if ('cells' in line) open?.push(line.cells.map((cell) => unpackCell(line.row, cell)))
  })
  open?.end()
}

/** Refuses what is no file with these tables, or unpacks to too much, without reading it to its end. Throws `RefusedFile`. */
export async function lookAt(bytes: Uint8Array, task: TablesTask): Promise<void> {
  if (isArchive(bytes)) await measuredParts(bytes, task.limits)
  else openText(bytes, task)
}

/** One table of which rows are coming in; they are told many at a time. */
class OpenTable {
  private place: number
  private tell: Tell
  private reader: TableReader
  private told = false
  private part: TablePart = { rows: [], problems: [] }

  constructor(place: number, asked: TableAsked, sheet: Pick<Sheet, 'name' | 'date1904'>, tell: Tell) {
    this.place = place
    this.tell = tell
    this.reader = tableReader(sheet, asked.columns)
  }

  push(cells: Cell[]): void {
    this.add(this.reader.push(cells))
    if (this.part.rows.length + this.part.problems.length >= ROWS_AT_ONCE) this.flush()
  }

  end(): void {
    this.add(this.reader.end())
    this.flush()
  }

  private add({ rows, problems }: TablePart): void {
    this.part.rows.push(...rows)
    this.part.problems.push(...problems)
  }

  private flush(): void {
    if (!this.told && this.reader.head) this.tell({ table: this.place, head: this.reader.head })
    this.told = true
    this.tell({ table: this.place, ...this.part, cutShort: this.reader.cutShort })
    this.part = { rows: [], problems: [] }
  }
}

function readText(bytes: Uint8Array, task: TablesTask, tell: Tell): void {
  const { encoding, rows, first, place } = openText(bytes, task)
  tell({ text: { encoding, sample: first.slice(0, SAMPLE.rows).map(sampled) } })
  const asked = task.tables[place]!
  const open = new OpenTable(place, asked, { name: asked.title, date1904: false }, tell)
  for (const cells of first) open.push(cells)
  for (const cells of rows) open.push(cells)
  open.end()
}

/** The first rows of a text, and which table it is. */
function openText(bytes: Uint8Array, { tables, limits, encoding: named, anyText = false }: TablesTask) {
  const decoded = decodeText(bytes, named)
  if (!decoded) throw new RefusedFile('spreadsheet.not-a-workbook')
  if (decoded.text.trim() === '') throw new RefusedFile('spreadsheet.empty-file')
  const rows = rowsOf(decoded.text, limits)
  const first: Cell[][] = []
  for (let next = rows.next(); !next.done; next = rows.next()) {
    first.push(next.value)
    if (first.length === ROWS_LOOKED_AT) break
  }
  const place = tableWithMostHeadings(tables, first)
  if (place < 0 && !anyText) throw new RefusedFile('spreadsheet.not-a-workbook')
  return { encoding: decoded.encoding, rows, first, place: Math.max(0, place) }
}

function* rowsOf(text: string, limits: Limits): Generator<Cell[]> {
  const ended = yield* csvRows(text, limits)
  if (!ended.ok) throw new RefusedFile(ended.reason, ended.details)
}

/** -1 when none is found in any. */
function tableWithMostHeadings(tables: readonly TableAsked[], rows: Cell[][]): number {
  const found = tables.map(
    ({ title, columns }) => Object.keys(findHeadings({ name: title, rows }, columns, []).columns).length,
  )
  const most = Math.max(...found)
  return most === 0 ? -1 : found.indexOf(most)
}

function sampled(cells: Cell[]): string[] {
  const texts: string[] = []
  for (const { column, value } of cells)
    if (column <= SAMPLE.columns) texts[column - 1] = [...shownText(value)].slice(0, SAMPLE.characters).join('')
  return Array.from(texts, (text) => text ?? '')
}
