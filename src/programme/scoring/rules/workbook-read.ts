import { allow, type Details } from '#basics/decision.ts'
import type { Sheet } from './sheet.ts'
import type { ClauseType } from './sheet-clauses.ts'
import { sheetMisshapes } from './sheet-shape.ts'
import { type CellError, type CellReason, headingOf, readCell, readTable, type Workbook } from './workbook-cells.ts'
import { everyClause, partsOf } from './workbook-clauses.ts'
import { clauseColumns, type Field, factColumns, indicatorColumns, rowColumns } from './workbook-columns.ts'
import { headLines, lineColumns, namingLines, termLines } from './workbook-lines.ts'
import {
  ballotTable,
  dayTable,
  eventTable,
  gateTable,
  groupTable,
  levelTable,
  linkTable,
  promotionTable,
  quotaTable,
  raterTable,
  requirementTable,
  rungTable,
  starTable,
  type Table,
  vetoTable,
} from './workbook-outcomes.ts'
import { type Flat, indicatorParts, type Part, pack, type RowReader } from './workbook-parts.ts'
import { placeOf } from './workbook-places.ts'
import { type Placed, rowsInto } from './workbook-rows.ts'

type Note = (sheet: string, row: number, column: string, reason: CellReason, details?: Details) => void

/** The rule sheet of a workbook, or every error by sheet, row and column. */
export function sheetFromCells(workbook: Workbook): { ok: true; value: Sheet } | { ok: false; errors: CellError[] } {
  const errors: CellError[] = []
  const note: Note = (sheet, row, column, reason, details = {}) => {
    errors.push({ sheet, row, column, reason, details })
  }
  const read = (name: string, columns: Field[], mayLack = false): Placed[] =>
    readTable(workbook, name, columns, errors, mayLack).map(({ row, values }) => ({
      row,
      flat: byField(columns, values),
    }))
  const facts = read('事实', factColumns)
  const indicators = read('指标', indicatorColumns)
  const levels = read(levelTable.name, levelTable.columns)
  const clauses = read('条款', clauseColumns)
  const rows = read('档次', rowColumns)

  const keyOf = factKeys(facts)
  const readerAt = (sheet: string, row: number, columns: Field[]): RowReader => {
    const heading = (column: string) => columns.find(({ field }) => field === column)?.heading ?? column
    return {
      note: (column, reason, details) => note(sheet, row, heading(column), reason, details),
      keyOf: (column, name) => {
        const key = keyOf(name)
        if (key === undefined)
          note(sheet, row, heading(column), 'not-in-the-list', { value: String(name), allowed: '' })
        return key
      },
    }
  }
  const packed = (sheet: string, columns: Field[], parts: Part[], { row, flat }: Placed): Flat => {
    const reader = readerAt(sheet, row, columns)
    const used = new Set<string>()
    const thing = pack(parts, flat, reader, used)
    for (const { field } of columns)
      if (!used.has(field) && flat[field] !== null && flat[field] !== undefined && flat[field] !== '')
        reader.note(field, 'cell-not-used')
    return thing
  }
  const table = ({ name, columns, parts }: Table, mayLack = true) =>
    read(name, columns, mayLack).map((placed) => packed(name, columns, parts, placed))
  const lines = ({ name, columns, parts }: Table, mayLack = false): Flat | null => {
    const flat = readLines(workbook, name, columns, errors, mayLack)
    return flat && packed(name, columns, parts, { row: 0, flat })
  }
  const gates = table(gateTable, false)
  const vetoes = table(vetoTable, false)
  const head = lines(headLines)!
  const naming = lines(namingLines)!

  references({ indicators, clauses, rows }, note)
  const sheet = {
    format: 'hangbiao-sheet/1',
    ...head,
    facts: facts.map(({ flat }) => flat),
    indicators: indicators.map((placed) => packed('指标', indicatorColumns, indicatorParts, placed)),
    clauses: clauses.map((placed) => {
      const type = placed.flat.type as ClauseType
      const own = packed('条款', clauseColumns, [...everyClause, ...(partsOf[type] ?? [])], placed)
      if (partsOf[type] === undefined) return own
      const code = placed.flat.code
      const mine = rows.filter(({ flat }) => flat.clause === code)
      const unplaced = (reason: CellReason) => note('条款', placed.row, '类型', reason)
      return { ...own, ...rowsInto(type, mine, (row) => readerAt('档次', row, rowColumns), unplaced) }
    }),
    panel: withPanel(head.panel as Flat, table(raterTable), table(ballotTable)),
    levels: levels.map((placed) => packed(levelTable.name, levelTable.columns, levelTable.parts, placed)),
    gates,
    vetoes,
    ...naming,
    ...outcomes(table, naming),
    ...term(lines(termLines, true), table(eventTable)),
    ...calendar(table(dayTable)),
  } as Flat
  withRequirements(sheet.levels as Flat[], table(requirementTable))
  if (errors.length === 0)
    for (const { path, reason } of sheetMisshapes(sheet)) note(placeOf(path), 0, path, 'not-a-sheet', { path, reason })
  return errors.length > 0 ? { ok: false, errors } : allow(sheet as unknown as Sheet)
}

function outcomes(table: (of: Table) => Flat[], naming: Flat): Flat {
  const rungs = table(rungTable)
  const ladder = naming.ladder as Flat | undefined
  const lists: Flat = {
    promotions: table(promotionTable),
    quotas: table(quotaTable),
    stars: table(starTable),
    groups: table(groupTable),
    links: linksOf(table(linkTable)),
  }
  const filled = Object.entries(lists).filter(([, list]) => (list as Flat[]).length > 0)
  return {
    ...Object.fromEntries(filled),
    ...(ladder || rungs.length > 0 ? { ladder: { rungs, ...ladder } } : {}),
  }
}

/** Rows with the same code are the bands of one link. */
function linksOf(rows: Flat[]): Flat[] {
  return [...new Set(rows.map(({ code }) => code))].map((code) => {
    const own = rows.filter((row) => row.code === code)
    const { name, places } = own[0]!
    return { code, name, places, bands: own.map(({ atLeast, below, formula }) => ({ atLeast, below, formula })) }
  })
}

function withPanel(panel: Flat, groups: Flat[], rules: Flat[]): Flat {
  const of = (scope: string) => rules.filter((each) => each.scope === scope).map(({ rule }) => rule)
  return {
    ...panel,
    ...(groups.length > 0 ? { groups } : {}),
    ...(of('marks').length > 0 ? { marks: of('marks') } : {}),
    ...(of('ballot').length > 0 ? { ballot: of('ballot') } : {}),
  }
}

function withRequirements(levels: Flat[], requirements: Flat[]): void {
  for (const level of levels) {
    const own = requirements.filter(({ name }) => name === level.name)
    if (own.length > 0) level.requires = own.map(({ name: _, ...rest }) => rest)
  }
}

function term(lines: Flat | null, events: Flat[]): Flat {
  return lines || events.length > 0 ? { term: { ...lines, events } } : {}
}

function calendar(days: Flat[]): Flat {
  if (days.length === 0) return {}
  const of = (kind: string) => days.filter((each) => each.kind === kind).map(({ day }) => day)
  return { calendar: { off: of('off'), on: of('on') } }
}

function byField(columns: Field[], values: Record<string, unknown>): Flat {
  return Object.fromEntries(
    columns.flatMap(({ field, heading }) => (Object.hasOwn(values, heading) ? [[field, values[heading]]] : [])),
  )
}

/** A heading in the first cell of each line, its value in the second. */
function readLines(
  workbook: Workbook,
  name: string,
  fields: Field[],
  errors: CellError[],
  mayLack: boolean,
): Flat | null {
  const grid = workbook.sheets.find((each) => each.name.trim() === name)
  if (!grid && mayLack) return null
  const note = (row: number, column: string, reason: CellReason, details: Details = {}) => {
    errors.push({ sheet: name, row, column, reason, details })
  }
  if (!grid) note(0, '', 'sheet-missing')
  const flat: Flat = {}
  const seen = new Set<string>()
  for (const [at, cells] of (grid?.rows ?? []).entries()) {
    const heading = headingOf(cells[0], [...fields, { heading: lineColumns[0] }])
    if (heading === '' || (at === 0 && heading === lineColumns[0])) continue
    const found = fields.find((each) => each.heading === heading)
    if (!found || seen.has(heading)) {
      note(at + 1, heading, found ? 'heading-twice' : 'heading-unknown')
      continue
    }
    seen.add(heading)
    flat[found.field] = readCell(found, cells[1], (reason, details) => note(at + 1, heading, reason, details))
  }
  for (const { field, heading, mayLack } of fields) {
    if (seen.has(heading)) continue
    if (mayLack) flat[field] = null
    else if (grid) note(0, heading, 'heading-missing')
  }
  return flat
}

/** A fact is chosen by its name, or by its code; the sheet keeps the code. */
function factKeys(facts: Placed[]): (name: unknown) => unknown {
  return (name) =>
    (facts.find(({ flat }) => flat.name === name) ?? facts.find(({ flat }) => flat.key === name))?.flat.key
}

/** Codes that name a row of another table. */
function references(
  { indicators, clauses, rows }: Record<'indicators' | 'clauses' | 'rows', Placed[]>,
  note: Note,
): void {
  const unknown = (sheet: string, row: number, column: string, value: string) =>
    note(sheet, row, column, 'not-in-the-list', { value, allowed: '' })
  indicators.forEach(({ row, flat }, at) => {
    const before = indicators.slice(0, at).map((each) => each.flat.code)
    if (typeof flat.parent === 'string' && !before.includes(flat.parent)) unknown('指标', row, '上级编号', flat.parent)
  })
  const codes = new Set(indicators.map(({ flat }) => flat.code))
  for (const { row, flat } of clauses)
    if (typeof flat.indicator === 'string' && !codes.has(flat.indicator))
      unknown('条款', row, '指标编号', flat.indicator)
  const clauseCodes = new Set(clauses.map(({ flat }) => flat.code))
  for (const { row, flat } of rows)
    if (typeof flat.clause === 'string' && !clauseCodes.has(flat.clause)) unknown('档次', row, '条款编号', flat.clause)
}
