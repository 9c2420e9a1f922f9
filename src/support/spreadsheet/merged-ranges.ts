import { RefusedFile } from './refused-file.ts'
import { addressOf, rangeOf } from './rules/address.ts'
import { type SheetContext, spend } from './sheet-cells.ts'
import type { WireCell } from './wire.ts'

interface Merged {
  fromRow: number
  toRow: number
  fromColumn: number
  toColumn: number
  place: number
  origin?: WireCell | undefined
}

/** Repeats the value of a merged range in each cell that it covers, row by row from the top. */
export class MergedRanges {
  private waiting: Merged[]
  private open: Merged[] = []
  private width: number
  private context: SheetContext

  constructor(references: readonly string[], width: number, context: SheetContext) {
    this.width = width
    this.context = context
    this.waiting = references
      .flatMap((reference, place) => {
        const range = rangeOf(reference)
        if (!range) return []
        const { from, to } = range
        return [{ fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column, place }]
      })
      .sort((one, other) => other.fromRow - one.fromRow || other.place - one.place)
  }

  /** The cells of the next row that has any, in order of their columns, those covered by merged ranges among them. */
  fill(row: number, cells: WireCell[]): WireCell[] {
    this.openThoseUpTo(row, cells)
    this.open = this.open.filter(({ toRow }) => toRow >= row)
    if (this.open.length === 0) return cells
    const filled = new Set(cells.map(([column]) => column))
    for (const merged of this.open) this.repeat(merged, cells, filled)
    return cells.sort((one, other) => one[0] - other[0])
  }

  // A range whose first cell is empty repeats nothing.
  private openThoseUpTo(row: number, cells: WireCell[]): void {
    for (let next = this.waiting.at(-1); next && next.fromRow <= row; next = this.waiting.at(-1)) {
      this.waiting.pop()
      next.origin = next.fromRow === row ? cells.find(([column]) => column === next!.fromColumn) : undefined
      if (next.origin) this.open.push(next)
    }
  }

  // A range may claim the whole sheet: it is followed only as far as anything stands in the sheet. Ranges may also lie
  // over each other ten thousand times.
  private repeat({ fromRow, fromColumn, toColumn, origin }: Merged, cells: WireCell[], filled: Set<number>): void {
    const { spent, limits } = this.context
    const from = addressOf(fromRow, fromColumn)
    spent.steps += 1
    for (let column = fromColumn; column <= Math.min(toColumn, this.width); column += 1) {
      spent.steps += 1
      if (filled.has(column)) continue
      spend(spent, limits, origin![1])
      filled.add(column)
      cells.push([column, origin![1], from])
    }
    if (spent.steps > limits.cells * 2) throw new RefusedFile('spreadsheet.bomb')
  }
}
