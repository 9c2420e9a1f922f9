import type { Details } from '#basics/decision.ts'
import type { Facts, FactValue, Ruling, SingleValue } from './facts.ts'
import type { BranchFacts } from './facts-file.ts'
import { type ListFact, listValue } from './facts-lists.ts'
import {
  branchColumns,
  branchTable,
  type FactPlace,
  factPlaces,
  isList,
  type ListTable,
  listTables,
  listWords,
  paperTable,
  rulingTable,
  saysItself,
} from './facts-tables.ts'
import type { Sheet } from './sheet.ts'
import {
  asOneOf,
  asPoints,
  type CellError,
  type CellReason,
  type Column,
  type Row,
  readTable,
  type Workbook,
} from './workbook-cells.ts'

type Note = (sheet: string, row: number, column: string, reason: CellReason, details?: Details) => void
interface Reading {
  sheet: Sheet
  workbook: Workbook
  errors: CellError[]
  note: Note
}

/** The facts of every branch from the cells of a workbook, or every error by sheet, row and column. Nothing empty is guessed. */
export function factsFromCells(
  workbook: Workbook,
  sheet: Sheet,
): { ok: true; value: BranchFacts[] } | { ok: false; errors: CellError[] } {
  const errors: CellError[] = []
  const note: Note = (table, row, column, reason, details = {}) => {
    errors.push({ sheet: table, row, column, reason, details })
  }
  const reading: Reading = { sheet, workbook, errors, note }
  const places = factPlaces(sheet)
  const rows = readTable(workbook, branchTable, [...branchColumns, ...columnsOf(sheet, places)], errors)
  const lists = listsOf(reading, places, rows)
  const papers = tableRows(reading, paperTable, rows)
  const rulings = rulingsOf(reading, rows)
  const branches = rows.map(({ row, values }): BranchFacts => {
    const id = String(values[person] ?? '')
    const facts: Facts = {}
    for (const place of places) {
      const value = place.cell
        ? (values[place.heading] as FactValue | null | undefined)
        : valueOfList(reading, place, values[place.heading], lists.get(`${id}\n${place.need.key}`) ?? [], row)
      if (value === undefined || value === null) continue
      if (value.shape === 'series' && value.values.length !== place.periods)
        note(branchTable, row, place.heading, 'periods-differ', { given: value.values.length, due: place.periods ?? 0 })
      const sources = papers
        .filter((each) => each.values[person] === id && isOf(place, each.values.事实))
        .map((each) => ({ kind: place.need.from, id: '', text: String(each.values.材料) }))
      facts[place.need.key] = { value, sources }
    }
    const region = (values.片区 as string | null | undefined) ?? null
    return { id, name: String(values.支部名称 ?? ''), region, facts, rulings: rulings.get(id) ?? [] }
  })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: branches }
}

const person = '支部编号'
const isOf = ({ need, heading }: FactPlace, name: unknown) =>
  name === need.name || name === need.key || name === heading

/** A column for each fact; where there are kinds of branch, a fact that its kind does not need stays empty. */
function columnsOf(sheet: Sheet, places: readonly FactPlace[]): Column[] {
  const rest = sheet.variants ? ({ empty: null } as const) : {}
  return places.flatMap(({ heading, cell, shape }): Column[] => {
    if (cell) return [{ heading, codec: cell.codec, ...rest }]
    return saysItself.includes(shape) ? [{ heading, codec: asOneOf({ ...listWords }), ...rest }] : []
  })
}

/** The rows of a table, without those that name no branch of the workbook; these are errors. */
function tableRows({ workbook, errors, note }: Reading, table: ListTable, branches: readonly Row[]): Row[] {
  const known = new Set(branches.map(({ values }) => values[person]))
  return readTable(workbook, table.name, table.columns, errors, true).filter(({ row, values }) => {
    const id = values[person]
    if (id === undefined || known.has(id)) return true
    note(table.name, row, person, 'not-in-the-list', { value: String(id), allowed: '' })
    return false
  })
}

/** The rows of every list, by branch and fact. */
function listsOf(reading: Reading, places: readonly FactPlace[], branches: readonly Row[]): Map<string, ListFact[]> {
  const found = new Map<string, ListFact[]>()
  for (const [shape, table] of Object.entries(listTables)) {
    const own = places.filter((place) => place.shape === shape)
    for (const { row, values } of tableRows(reading, table, branches)) {
      const place = own.find((each) => isOf(each, values.事实))
      if (values.事实 !== undefined && !place) {
        const allowed = own.map(({ need }) => need.name).join('、')
        reading.note(table.name, row, '事实', 'not-in-the-list', { value: String(values.事实), allowed })
      }
      if (!place) continue
      const period = values.期 as number | null | undefined
      const due = place.periods
      if (
        due === null
          ? period !== null && period !== undefined
          : typeof period !== 'number' || period < 1 || period > due
      )
        reading.note(table.name, row, '期', due === null ? 'cell-not-used' : 'not-in-the-list', {
          value: String(period ?? ''),
          allowed: due === null ? '' : `1—${due}`,
        })
      const key = `${String(values[person])}\n${place.need.key}`
      found.set(key, [...(found.get(key) ?? []), { row, period: period ?? null, values }])
    }
  }
  return found
}

function valueOfList(
  { note }: Reading,
  { shape, periods, heading, table }: FactPlace,
  said: unknown,
  rows: readonly ListFact[],
  row: number,
): FactValue | undefined {
  if (!isList(shape)) return undefined
  if (said === null && rows.length === 0) return undefined
  if (said === 'none' && rows.length > 0) note(branchTable, row, heading, 'none-but-rows', { table: table!.name })
  if (said === 'rows' && rows.length === 0) note(branchTable, row, heading, 'rows-but-none', { table: table!.name })
  const tell = (at: number, column: string, reason: CellReason) => note(table!.name, at, column, reason)
  if (periods === null) return listValue(shape, rows, tell)
  const each = Array.from({ length: periods }, (_, at) =>
    listValue(
      shape,
      rows.filter(({ period }) => period === at + 1),
      tell,
    ),
  )
  return { shape: 'series', values: each as SingleValue[] }
}

const verdicts = { 符合: true, 不成立: true, 不符合: false, 成立: false }
const named = { 命名: true, 不命名: false }

function rulingsOf(reading: Reading, branches: readonly Row[]): Map<string, Ruling[]> {
  const found = new Map<string, Ruling[]>()
  for (const { row, values } of tableRows(reading, rulingTable, branches)) {
    const [about, code, result] = [values.裁定什么, String(values.编号 ?? ''), String(values.结果 ?? '')]
    const ground = String(values.依据 ?? '')
    const wrong = (column: string, value: string, allowed: readonly string[]) => {
      reading.note(rulingTable.name, row, column, 'not-in-the-list', { value, allowed: allowed.join('、') })
      return undefined
    }
    const ruling = rulingOf(reading.sheet, String(about), code, result, ground, wrong)
    const id = String(values[person])
    if (ruling) found.set(id, [...(found.get(id) ?? []), ruling])
  }
  return found
}

function rulingOf(
  { clauses, gates, vetoes }: Sheet,
  about: string,
  code: string,
  result: string,
  ground: string,
  wrong: (column: string, value: string, allowed: readonly string[]) => undefined,
): Ruling | undefined {
  switch (about) {
    case 'clause': {
      const points = asPoints.read(result) as string | undefined
      if (!clauses.some((clause) => clause.code === code)) return wrong('编号', code, [])
      return points === undefined ? wrong('结果', result, ['分值']) : { about, clause: code, points, ground }
    }
    case 'gate': {
      const passes = verdicts[result as keyof typeof verdicts]
      const codes = [...gates, ...vetoes].map((each) => each.code)
      if (!codes.includes(code)) return wrong('编号', code, codes)
      return passes === undefined ? wrong('结果', result, Object.keys(verdicts)) : { about, gate: code, passes, ground }
    }
    case 'naming':
      return Object.hasOwn(named, result)
        ? { about, named: named[result as keyof typeof named], ground }
        : wrong('结果', result, Object.keys(named))
    case 'level':
      return { about, level: result, ground }
    case 'kind':
      return { about, kind: result, ground }
    default:
      return undefined
  }
}
