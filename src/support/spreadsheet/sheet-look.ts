import { unreadable } from './refused-file.ts'
import { placeOf } from './rules/address.ts'
import type { Limits } from './rules/limits.ts'
import { attribute, type Listener } from './xml.ts'

/**
 * A first look at a sheet, which keeps nothing of its cells: which ranges are merged (files say so behind the cells), how
 * far to the right anything stands, and whether rows and cells follow one another in order, so that they can be told as
 * they come.
 */
export class SheetLook implements Listener {
  merged: string[] = []
  width = 0
  inOrder = true
  private limits: Limits
  private row = 0
  private column = 0

  constructor(limits: Limits) {
    this.limits = limits
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.place(attribute(attributes, 'r'))
    else if (name === 'v' || name === 'is' || name === 'f') this.width = Math.max(this.width, this.column)
    else if (name === 'row') this.begin(Number(attribute(attributes, 'r')))
    else if (name === 'mergeCell') {
      if (this.merged.length >= this.limits.rows) throw unreadable()
      this.merged.push(attribute(attributes, 'ref') ?? '')
    }
  }

  close(): void {}
  text(): void {}

  private begin(stated: number): void {
    const row = Number.isInteger(stated) && stated > 0 ? stated : this.row + 1
    if (row <= this.row) this.inOrder = false
    this.row = row
    this.column = 0
  }

  private place(address: string | undefined): void {
    const place = address === undefined ? undefined : placeOf(address)
    const column = place ? place.column : this.column + 1
    if (column <= this.column || (place && place.row !== this.row)) this.inOrder = false
    this.column = column
  }
}
