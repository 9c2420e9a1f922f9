import type { ClauseType } from './sheet-clauses.ts'
import type { CellReason } from './workbook-cells.ts'
import { type Rows, rowsOf } from './workbook-clauses.ts'
import { type Flat, fact, need, pack, type RowReader, unpack } from './workbook-parts.ts'

/** A row with its place in the table. */
export interface Placed {
  row: number
  flat: Flat
}

const metric = [fact(), need('measure')]

/** The lists that a clause has from its rows in 档次; rows it has no use for, and lists it lacks, are told. */
export function rowsInto(
  type: ClauseType,
  rows: readonly Placed[],
  readerAt: (row: number) => RowReader,
  unplaced: (reason: CellReason) => void,
): Flat {
  const specs = rowsOf[type]
  if (!specs) {
    for (const { row } of rows) readerAt(row).note('clause', 'cell-not-used')
    return {}
  }
  const lists: Flat = {}
  for (const spec of specs) {
    const mine = rows.filter(({ flat }) => belongs(spec, flat))
    if (mine.length < spec.least) unplaced('rows-missing')
    lists[spec.list] = listOf(spec, mine, readerAt)
  }
  for (const { row, flat } of rows)
    if (!specs.some((spec) => belongs(spec, flat)))
      readerAt(row).note('role', flat.role === null ? 'cell-empty' : 'cell-not-used')
  return lists
}

/** The rows of a clause for 档次. */
export function rowsFrom(type: ClauseType, clause: Flat, nameOf: (key: unknown) => unknown): Flat[] {
  return (rowsOf[type] ?? []).flatMap((spec) => {
    const list = clause[spec.list] as Flat[]
    const base = { clause: clause.code, role: spec.role }
    if (spec.form === 'names') return list.map((name) => ({ ...base, name }))
    if (spec.form === 'things') return list.map((each) => ({ ...base, ...unpack(spec.parts, each, nameOf) }))
    return list.flatMap((each) =>
      (each.bands as Flat[]).map((band) => ({
        ...base,
        ...unpack(metric, each, nameOf),
        ...unpack(spec.parts, band, nameOf),
      })),
    )
  })
}

function belongs({ role, own }: Rows, flat: Flat): boolean {
  return (flat.role ?? null) === role && (own === undefined || own === isFilled(flat.fact))
}

function listOf(spec: Rows, rows: readonly Placed[], readerAt: (row: number) => RowReader): unknown[] {
  const read = ({ row, flat }: Placed, parts: Rows['parts']): Flat => {
    const used = new Set(['clause', 'role'])
    const reader = readerAt(row)
    const thing = pack(parts, flat, reader, used)
    for (const [column, value] of Object.entries(flat))
      if (!used.has(column) && isFilled(value)) reader.note(column, 'cell-not-used')
    return thing
  }
  if (spec.form === 'names') return rows.map((placed) => read(placed, spec.parts).name)
  if (spec.form === 'things') return rows.map((placed) => read(placed, spec.parts))
  const metrics: { fact: unknown; measure: unknown; bands: Flat[] }[] = []
  for (const placed of rows) {
    const { fact, measure, ...band } = read(placed, [...metric, ...spec.parts])
    const last = metrics.at(-1)
    if (last && last.fact === fact && last.measure === measure) last.bands.push(band)
    else metrics.push({ fact, measure, bands: [band] })
  }
  return metrics
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}
