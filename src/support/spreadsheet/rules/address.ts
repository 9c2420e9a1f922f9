/** `A` for 1, `Z` for 26, `AA` for 27, `XFD` for 16384. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** `B12` for row 12, column 2. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

export interface Place {
  row: number
  column: number
}

/** The row and column that `B12` or `$B$12` names; nothing when the text names no cell that a spreadsheet can have. */
export function placeOf(address: string): Place | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (!match) return undefined
  let column = 0
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column } : undefined
}

/** The two corners of `A1:C3`, upper left first; a single address is a range of one cell. */
export function rangeOf(reference: string): { from: Place; to: Place } | undefined {
  const [first = '', second = first] = reference.split(':')
  const a = placeOf(first)
  const b = placeOf(second)
  if (!a || !b) return undefined
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  }
}
