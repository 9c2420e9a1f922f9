/** What may stand in a column. `code` is an identifier: its digits, letters and leading zeros count, its width does not. */
export type ColumnKind = 'text' | 'code' | 'day' | 'decimal' | 'whole' | 'yes-no' | 'choice'

/** One column of a table, the same for the template we hand out, for reading what comes back and for lists we export. */
export interface Column<Key extends string = string> {
  key: Key
  /** As people read it, without the star. */
  heading: string
  /** Other headings by which it is known, the English one among them. */
  aliases?: readonly string[]
  kind: ColumnKind
  /** Every row needs a value; the template marks the heading with a star. */
  required?: boolean
  /** What a `choice` may be: what is read, and the words people may write for it (the first is offered in the drop-down list). */
  choices?: readonly Choice[]
  /** Most characters; 500 when not given. */
  most?: number
  /** Width in the template, in characters. */
  width?: number
  /** How to fill it in, shown in the template's heading when the cell is chosen. */
  note?: string
}

export interface Choice {
  value: string
  words: readonly string[]
}

export const yes: Choice = { value: 'yes', words: ['是', 'yes', 'y', 'true', '1', '√', '有'] }
export const no: Choice = { value: 'no', words: ['否', 'no', 'n', 'false', '0', '×', '无'] }

/** What may be chosen in the column; nothing when anything may be written. */
export function choicesOf(column: Column): readonly Choice[] | undefined {
  return column.kind === 'yes-no' ? [yes, no] : column.kind === 'choice' ? (column.choices ?? []) : undefined
}
