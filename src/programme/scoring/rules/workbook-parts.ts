import type { Details } from '#basics/decision.ts'
import type { CellReason } from './workbook-cells.ts'

/** The cells of one row, by column; null is an empty cell, and what could not be read is missing. */
export type Flat = Record<string, unknown>

/** What an empty cell, or a group of empty cells, stands for: an error, null, no field at all, an empty text, an empty list. */
export type Empty = 'needed' | 'null' | 'lacks' | 'blank' | 'list'

/**
 * How cells and fields belong together. A cell holds one field; a group is a thing of its own that is there when one of its
 * cells is filled; of several forms the first one with a filled cell counts; a chosen form goes by the word in a cell.
 */
export type Part =
  | { kind: 'cell'; column: string; field: string; empty: Empty; as?: 'fact' | 'whole' }
  | { kind: 'group'; field: string; empty: Empty; parts: Part[] }
  | { kind: 'forms'; field: string; empty: Empty; forms: Part[][] }
  | {
      kind: 'chosen'
      column: string
      tag: string
      field: string | null
      fallback?: string
      forms: Record<string, Part[]>
    }

export const need = (column: string, field = column): Part => ({ kind: 'cell', column, field, empty: 'needed' })
export const orNull = (column: string, field = column): Part => ({ kind: 'cell', column, field, empty: 'null' })
export const orLacks = (column: string, field = column): Part => ({ kind: 'cell', column, field, empty: 'lacks' })
export const orList = (column: string, field = column): Part => ({ kind: 'cell', column, field, empty: 'list' })
export const orBlank = (column: string, field = column): Part => ({ kind: 'cell', column, field, empty: 'blank' })
export const fact = (column = 'fact', field = column, empty: Empty = 'needed'): Part => {
  return { kind: 'cell', column, field, empty, as: 'fact' }
}
export const whole = (column: string, field = column, empty: Empty = 'needed'): Part => {
  return { kind: 'cell', column, field, empty, as: 'whole' }
}
export const group = (field: string, empty: Empty, parts: Part[]): Part => ({ kind: 'group', field, empty, parts })

/** What reading a row needs to know of the rest of the workbook, and where it tells what is wrong. */
export interface RowReader {
  keyOf: (column: string, name: unknown) => unknown
  note: (column: string, reason: CellReason, details?: Details) => void
}

/** The fields of a row; the columns it used are added to `used`. */
export function pack(parts: readonly Part[], flat: Flat, reader: RowReader, used: Set<string>): Flat {
  const thing: Flat = {}
  for (const part of parts) packPart(part, flat, reader, used, thing)
  return thing
}

function packPart(part: Part, flat: Flat, reader: RowReader, used: Set<string>, thing: Flat): void {
  if (part.kind === 'cell') packCell(part, flat, reader, used, thing)
  else if (part.kind === 'chosen') packChosen(part, flat, reader, used, thing)
  else packForms(part, flat, reader, used, thing)
}

function packForms(
  part: Extract<Part, { kind: 'group' | 'forms' }>,
  flat: Flat,
  reader: RowReader,
  used: Set<string>,
  thing: Flat,
): void {
  const forms = part.kind === 'group' ? [part.parts] : part.forms
  for (const column of columnsOf([part])) used.add(column)
  const filled = forms.find((parts) => columnsOf(parts).some((column) => isFilled(flat[column])))
  if (!filled && part.empty !== 'needed') {
    if (part.empty === 'null') thing[part.field] = null
    return
  }
  const chosen = filled ?? forms[0]!
  for (const other of forms)
    for (const column of other === chosen ? [] : columnsOf(other))
      if (isFilled(flat[column])) reader.note(column, 'cell-not-used')
  thing[part.field] = pack(chosen, flat, reader, used)
}

function packCell(
  { column, field, empty, as }: Extract<Part, { kind: 'cell' }>,
  flat: Flat,
  { keyOf, note }: RowReader,
  used: Set<string>,
  thing: Flat,
): void {
  used.add(column)
  const value = flat[column]
  if (value === undefined) return
  if (value === null || value === '') {
    if (empty === 'needed') note(column, 'cell-empty')
    else if (empty !== 'lacks') thing[field] = empty === 'null' ? null : empty === 'list' ? [] : ''
    return
  }
  if (as === 'fact') thing[field] = keyOf(column, value)
  else if (as !== 'whole') thing[field] = value
  else if (/^\d{1,6}$/.test(String(value))) thing[field] = Number(value)
  else note(column, 'not-a-whole-number', { value: String(value) })
}

function packChosen(
  { column, tag, field, fallback, forms }: Extract<Part, { kind: 'chosen' }>,
  flat: Flat,
  reader: RowReader,
  used: Set<string>,
  thing: Flat,
): void {
  used.add(column)
  const word = flat[column] ?? (flat[column] === null ? fallback : undefined)
  if (word === undefined) {
    if (flat[column] === null) reader.note(column, 'cell-empty')
    return
  }
  const chosen = { [tag]: word, ...pack(forms[String(word)] ?? [], flat, reader, used) }
  if (field === null) Object.assign(thing, chosen)
  else thing[field] = chosen
}

/** The cells of a thing. */
export function unpack(parts: readonly Part[], thing: Flat, nameOf: (key: unknown) => unknown): Flat {
  const flat: Flat = {}
  for (const part of parts) {
    const value = part.field === null ? thing : thing[part.field]
    if (value === undefined || value === null) continue
    switch (part.kind) {
      case 'cell':
        if (Array.isArray(value) && value.length === 0) continue
        flat[part.column] = part.as === 'fact' ? nameOf(value) : part.as === 'whole' ? String(value) : value
        break
      case 'group':
        Object.assign(flat, unpack(part.parts, value as Flat, nameOf))
        break
      case 'forms': {
        const form = part.forms.find((parts) => parts.every((each) => neededIn(each, value as Flat))) ?? []
        Object.assign(flat, unpack(form, value as Flat, nameOf))
        break
      }
      case 'chosen': {
        const word = (value as Flat)[part.tag]
        flat[part.column] = word
        Object.assign(flat, unpack(part.forms[String(word)] ?? [], value as Flat, nameOf))
      }
    }
  }
  return flat
}

function neededIn(part: Part, thing: Flat): boolean {
  return part.kind !== 'cell' || part.empty !== 'needed' || thing[part.field] !== undefined
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

function columnsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'cell') return [part.column]
    if (part.kind === 'group') return columnsOf(part.parts)
    return part.kind === 'forms'
      ? part.forms.flatMap(columnsOf)
      : [part.column, ...Object.values(part.forms).flatMap(columnsOf)]
  })
}

/** The parts of an indicator. */
export const indicatorParts: Part[] = [
  need('code'),
  orNull('parent'),
  need('name'),
  orBlank('aim'),
  need('max'),
  need('starts'),
  orNull('floor'),
  orNull('cap'),
  orLacks('weight'),
  orLacks('fold'),
  orLacks('formula'),
  group('rounding', 'lacks', [need('roundTo', 'places'), need('roundMode', 'mode')]),
  orLacks('kinds'),
]
