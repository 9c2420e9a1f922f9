import { type Part, partsOf } from './archive.ts'
import { RefusedFile } from './refused-file.ts'
import { addressOf, rangeOf } from './rules/address.ts'
import type { Limits } from './rules/limits.ts'
import { Relations, SharedStrings, type SheetEntry, SheetList, Styles } from './shared-parts.ts'
import { SheetCells, type SheetContext, spend } from './sheet-cells.ts'
import { measure, unpack } from './unpack.ts'
import type { WireCell, WireLine } from './wire.ts'
import { type Listener, XmlReader } from './xml.ts'

/** Reads a workbook and tells it line by line. Throws `RefusedFile`. Runs in the child only: the bytes are a stranger's. */
export async function readArchive(bytes: Uint8Array, limits: Limits, tell: (line: WireLine) => void): Promise<void> {
  const parts = partsOf(bytes, limits)
  const main = checkKind(parts)
  await measure(parts.values(), limits)
  const list = new SheetList()
  await readXml(main, limits, list)
  if (list.sheets.length > limits.sheets) throw new RefusedFile('spreadsheet.too-many-sheets', { most: limits.sheets })
  const relations = await relationsOf(parts, main, limits)
  const context = await contextOf(parts, relations, list.date1904, limits)
  for (const entry of list.sheets) await readSheet(parts, relations, entry, context, tell)
}

/** Refuses what is an archive but no workbook without macros; answers the workbook's main part. */
export function checkKind(parts: Map<string, Part>): Part {
  const names = [...parts.keys()]
  if (names.some((name) => /(^|\/)vbaproject\.bin$|\/macrosheets\//.test(name)))
    throw new RefusedFile('spreadsheet.macros')
  if (parts.has('xl/workbook.bin')) throw new RefusedFile('spreadsheet.old-format')
  const main = parts.get('xl/workbook.xml') ?? parts.get('workbook.xml')
  if (!main) throw new RefusedFile('spreadsheet.not-a-workbook')
  return main
}

async function relationsOf(parts: Map<string, Part>, main: Part, limits: Limits): Promise<Relations['all']> {
  const slash = main.name.lastIndexOf('/') + 1
  const folder = main.name.slice(0, slash)
  const part = parts.get(`${folder}_rels/${main.name.slice(slash)}.rels`)
  if (!part) throw new RefusedFile('spreadsheet.unreadable')
  const relations = new Relations(folder)
  await readXml(part, limits, relations)
  return relations.all
}

async function contextOf(
  parts: Map<string, Part>,
  relations: Relations['all'],
  date1904: boolean,
  limits: Limits,
): Promise<SheetContext> {
  const strings = new SharedStrings(limits)
  const styles = new Styles()
  for (const [kind, listener] of [
    ['sharedStrings', strings],
    ['styles', styles],
  ] as const) {
    const part = parts.get(relations.find((relation) => relation.kind === kind)?.path ?? '')
    if (part) await readXml(part, limits, listener)
  }
  const spent = { cells: 0, characters: 0, steps: 0 }
  return { strings: strings.strings, formats: styles.formats, date1904, limits, spent }
}

async function readSheet(
  parts: Map<string, Part>,
  relations: Relations['all'],
  entry: SheetEntry,
  context: SheetContext,
  tell: (line: WireLine) => void,
): Promise<void> {
  const relation = relations.find((one) => one.id === entry.relation)
  if (relation && relation.kind !== 'worksheet') return
  const part = parts.get(relation?.path ?? '')
  if (!part) throw new RefusedFile('spreadsheet.unreadable')
  const cells = new SheetCells(context)
  await readXml(part, context.limits, cells)
  const width = lastColumn(cells.rows)
  for (const reference of cells.merged) repeatMerged(cells.rows, reference, width, context)
  tell({ sheet: { name: entry.name, hidden: entry.hidden, date1904: context.date1904 } })
  for (const row of [...cells.rows.keys()].sort((a, b) => a - b)) tell({ row, cells: inOrder(cells.rows.get(row)!) })
}

// A merged range may claim the whole sheet: it is followed only as far as anything stands in the sheet.
function repeatMerged(rows: Map<number, WireCell[]>, reference: string, width: number, context: SheetContext): void {
  const range = rangeOf(reference)
  const origin = range && rows.get(range.from.row)?.find((cell) => cell[0] === range.from.column)
  if (!range || !origin) return
  // Ranges may also lie over each other ten thousand times.
  if (context.spent.steps > context.limits.cells) throw new RefusedFile('spreadsheet.bomb')
  const from = addressOf(range.from.row, range.from.column)
  for (let row = range.from.row; row <= Math.min(range.to.row, context.limits.rows); row += 1) {
    context.spent.steps += 1
    const cells = rows.get(row)
    if (!cells) continue
    const filled = new Set(cells.map((cell) => cell[0]))
    for (let column = range.from.column; column <= Math.min(range.to.column, width); column += 1) {
      context.spent.steps += 1
      if (filled.has(column)) continue
      spend(context.spent, context.limits, origin[1])
      cells.push([column, origin[1], from])
    }
  }
}

function lastColumn(rows: Map<number, WireCell[]>): number {
  let last = 0
  for (const cells of rows.values()) for (const cell of cells) last = Math.max(last, cell[0])
  return last
}

// Of two cells with one address, the later counts, as in spreadsheet programs.
function inOrder(cells: WireCell[]): WireCell[] {
  if (cells.every((cell, index) => index === 0 || cell[0] > cells[index - 1]![0])) return cells
  return [...new Map(cells.map((cell) => [cell[0], cell])).values()].sort((a, b) => a[0] - b[0])
}

async function readXml(part: Part, limits: Limits, listener: Listener): Promise<void> {
  const reader = new XmlReader(listener)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const piece of unpack(part, limits)) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
      reader.push(decoder.decode(piece, { stream: true }))
    }
    reader.push(decoder?.decode() ?? '')
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw new RefusedFile('spreadsheet.unreadable')
  }
  reader.end()
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8'
}
