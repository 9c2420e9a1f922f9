import { isDay } from '#basics/calendar.ts'
import { readExact, writeExact } from '#basics/exact.ts'
import type { FactValue, SingleValue } from '#programme/scoring/rules/facts.ts'
import type { FactField, FactForm, FieldKind, FieldName } from './fact-form.ts'
import type { SingleShape } from './fact-source.ts'
import { readMoment } from './moment.ts'

/** A row of fields as it is typed; null or absent: left empty. */
export type FactRow = Partial<Record<FieldName, string | null>>
type Parsed = Partial<Record<FieldName, unknown>>

/** Where a row cannot be read: which row (from 0) and which field. */
export interface Unread {
  row: number
  field: FieldName
}

/** Marks on paper go by the number of the ballot. */
const BALLOT = '纸质评分'

/**
 * The value that these rows say, by the form of the fact; everything that cannot be read otherwise. No row at all is an
 * empty list, where the form takes any number of rows.
 */
export function valueOfRows(
  form: FactForm,
  shape: SingleShape,
  rows: readonly FactRow[],
  series: boolean,
): { ok: true; value: FactValue } | { ok: false; unread: Unread[] } {
  const read = rows.map((row, at) => parsed(form.fields, row, at))
  const unread = [
    ...read.flatMap((each) => each.unread),
    ...(form.periods === null ? [] : wrongPeriods(form, read)),
    ...(form.rows === 'one' && rows.length !== 1 ? [{ row: 0, field: form.fields[0]!.name }] : []),
  ]
  if (unread.length > 0) return { ok: false, unread }
  const all = read.map(({ values }) => values)
  if (form.periods === null) return { ok: true, value: single(shape, all) }
  const inPeriods = Array.from({ length: form.periods }, (_, at) =>
    all.filter(({ period }) => period === at + 1).map(({ period: _, ...rest }) => rest),
  )
  if (!series) return { ok: true, value: { shape: 'periods', done: inPeriods.map(([row]) => row!.count as number) } }
  return { ok: true, value: { shape: 'series', values: inPeriods.map((each) => single(shape, each)) } }
}

/** Each period once, or (of lists) at least within the year. */
function wrongPeriods(form: FactForm, read: { values: Parsed }[]): Unread[] {
  const seen = new Set<unknown>()
  const wrong = read.flatMap(({ values: { period } }, row): Unread[] => {
    const known = Number(period) >= 1 && Number(period) <= form.periods!
    const again = form.rows === 'periods' && seen.has(period)
    seen.add(period)
    return known && !again ? [] : [{ row, field: 'period' }]
  })
  const lacking = form.rows === 'periods' && seen.size < form.periods!
  return wrong.length === 0 && lacking ? [{ row: read.length, field: 'period' }] : wrong
}

function parsed(fields: readonly FactField[], row: FactRow, at: number): { values: Parsed; unread: Unread[] } {
  const values: Parsed = {}
  const unread: Unread[] = []
  for (const { name, kind, required } of fields) {
    const text = (row[name] ?? '').trim()
    const value = text === '' ? (required ? null : undefined) : readField(kind, text)
    if (value === null) unread.push({ row: at, field: name })
    else if (value !== undefined) values[name] = value
  }
  return { values, unread }
}

/** What one field says; null when it cannot be read. */
export function readField(kind: FieldKind, text: string): unknown {
  const plain = text.normalize('NFKC').trim()
  switch (kind) {
    case 'whole':
      return /^\d{1,9}$/.test(plain) ? Number(plain) : null
    case 'decimal': {
      const number = readExact(plain)
      return number && writeExact(number)
    }
    case 'day':
      return isDay(plain) ? plain : null
    case 'moment':
      return readMoment(plain)
    case 'yes-no':
      return ['yes', 'true', '是'].includes(plain) ? true : ['no', 'false', '否'].includes(plain) ? false : null
    case 'choices':
      return text
        .split(/[、,，;；]/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
    default:
      return text
  }
}

function single(shape: SingleShape, rows: readonly Parsed[]): SingleValue {
  const [row = {}] = rows
  switch (shape) {
    case 'things':
      return { shape, things: rows } as SingleValue
    case 'honours':
      return { shape, honours: rows.map((each) => ({ document: '', issuer: '', ...each })) } as SingleValue
    case 'ratings':
      return {
        shape,
        ratings: rows.map(({ ballot, ...rest }) => ({
          assessor: `${BALLOT}${ballot}号`,
          comparedWith: '',
          ...rest,
        })),
      } as SingleValue
    case 'since':
      return { shape, day: (row.day as string | undefined) ?? null }
    case 'moment':
      return { shape, at: (row.at as string | undefined) ?? null }
    case 'rank':
      return { shape, rank: row.rank as number, of: (row.of as number | undefined) ?? null }
    default:
      return { shape, ...row } as SingleValue
  }
}

/** A value as rows that read back as it. Ballots have no rows. */
export function rowsOfValue(value: FactValue): FactRow[] {
  if (value.shape === 'periods')
    return value.done.map((count, at) => ({ period: String(at + 1), count: String(count) }))
  if (value.shape === 'series')
    return value.values.flatMap((each, at) => rowsOfValue(each).map((row) => ({ period: String(at + 1), ...row })))
  switch (value.shape) {
    case 'things':
      return value.things.map(written)
    case 'honours':
      return value.honours.map(written)
    case 'ratings':
      return value.ratings.map(({ assessor, ...rest }) => ({
        ...written(rest),
        ballot: assessor.slice(BALLOT.length, -1),
      }))
    case 'survey':
    case 'votes':
      return []
    default:
      return [written(value)]
  }
}

function written({ shape: _, ...fields }: object & { shape?: string }): FactRow {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value === null || value === undefined ? null : Array.isArray(value) ? value.join('、') : writeField(value),
    ]),
  )
}

function writeField(value: unknown): string {
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}
