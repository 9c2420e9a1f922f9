import { type Part, partsOf } from './archive.ts'
import { MergedRanges } from './merged-ranges.ts'
import { RefusedFile, unreadable } from './refused-file.ts'
import type { Limits } from './rules/limits.ts'
import { Relations, SharedStrings, type SheetEntry, SheetList, Styles } from './shared-parts.ts'
import { SheetCells, type SheetContext } from './sheet-cells.ts'
import { SheetLook } from './sheet-look.ts'
import { measure, unpack } from './unpack.ts'
import type { WireCell, WireLine } from './wire.ts'
import { type Listener, XmlReader } from './xml.ts'

/** Reads a workbook and tells it line by line. Throws `RefusedFile`. Runs in the child only: the bytes are a stranger's. */
export async function readArchive(bytes: Uint8Array, limits: Limits, tell: (line: WireLine) => void): Promise<void> {
  const { parts, main } = await measuredParts(bytes, limits)
  const list = new SheetList()
  await readXml(main, limits, list)
  if (list.sheets.length > limits.sheets) throw new RefusedFile('spreadsheet.too-many-sheets', { most: limits.sheets })
  const relations = await relationsOf(parts, main, limits)
  const context = await contextOf(parts, relations, list.date1904, limits)
  for (const entry of list.sheets) await readSheet(parts, relations, entry, context, tell)
}

/** The parts of a workbook, each of which unpacks to no more than it may. */
export async function measuredParts(
  bytes: Uint8Array,
  limits: Limits,
): Promise<{ parts: Map<string, Part>; main: Part }> {
  const parts = partsOf(bytes, limits)
  const main = checkKind(parts)
  await measure(parts.values(), limits)
  return { parts, main }
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
  if (!part) throw unreadable()
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
  if (!part) throw unreadable()
  const look = new SheetLook(context.limits)
  await readXml(part, context.limits, look)
  const merged = new MergedRanges(look.merged, look.width, context)
  tell({ sheet: { name: entry.name, hidden: entry.hidden, date1904: context.date1904 } })
  const tellRow = (row: number, cells: WireCell[]) => tell({ row, cells: merged.fill(row, cells) })
  if (look.inOrder) await readCells(part, context, tellRow)
  else await readInOrder(part, context, tellRow)
}

type TellRow = (row: number, cells: WireCell[]) => void

async function readCells(part: Part, context: SheetContext, tell: TellRow): Promise<void> {
  const cells = new SheetCells(context, tell)
  await readXml(part, context.limits, cells)
  cells.end()
}

// Of two cells with one address, the later counts, as in spreadsheet programs.
async function readInOrder(part: Part, context: SheetContext, tell: TellRow): Promise<void> {
  const rows = new Map<number, Map<number, WireCell>>()
  await readCells(part, context, (row, cells) => {
    const there = rows.get(row) ?? new Map<number, WireCell>()
    rows.set(row, there)
    for (const cell of cells) there.set(cell[0], cell)
  })
  for (const row of [...rows.keys()].sort((a, b) => a - b))
    tell(
      row,
      [...rows.get(row)!.values()].sort((one, other) => one[0] - other[0]),
    )
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
    throw unreadable()
  }
  reader.end()
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8'
}
