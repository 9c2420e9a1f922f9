import { allow, type Details } from '#basics/decision.ts'
import type { ClauseType, Sheet } from './sheet.ts'
import { sheetMisshapes } from './sheet-shape.ts'
import {
  type CellError,
  type CellReason,
  headingOf,
  type Row,
  readCell,
  readTable,
  type Workbook,
} from './workbook-cells.ts'
import {
  bandFields,
  clauseFields,
  type Field,
  factFields,
  gateFields,
  headFields,
  indicatorFields,
  levelFields,
  lineColumns,
  namingFields,
  parameterFields,
  parametersOf,
  vetoFields,
} from './workbook-layout.ts'

type Flat = Record<string, unknown>
type Placed = { row: number; flat: Flat }
type Note = (sheet: string, row: number, column: string, reason: CellReason, details?: Details) => void

/** The rule sheet of a workbook, or every error by sheet, row and column. */
export function sheetFromCells(workbook: Workbook): { ok: true; value: Sheet } | { ok: false; errors: CellError[] } {
  const errors: CellError[] = []
  const note: Note = (sheet, row, column, reason, details = {}) => {
    errors.push({ sheet, row, column, reason, details })
  }
  const read = (name: string, fields: Field[]) => flattened(readTable(workbook, name, fields, errors), fields)
  const facts = read('事实', factFields)
  const indicators = read('指标', indicatorFields)
  const levels = read('等次', levelFields)
  const clauses = read('条款', [...clauseFields, ...parameterFields])
  const bands = read('档次', bandFields)
  const gates = read('前置条件', gateFields)
  const vetoes = read('一票否决', vetoFields)
  const head = readLines(workbook, '说明', headFields, errors)
  const naming = readLines(workbook, '评选', namingFields, errors)

  const codes = new Set(indicators.map(({ flat }) => flat.code))
  const keyOf = factKeys(facts, note)
  indicators.forEach(({ row, flat }, at) => {
    const before = indicators.slice(0, at).map((each) => each.flat.code)
    if (typeof flat.parent === 'string' && !before.includes(flat.parent))
      unknown(note, '指标', row, '上级编号', flat.parent)
  })
  for (const { row, flat } of clauses)
    if (typeof flat.indicator === 'string' && !codes.has(flat.indicator))
      unknown(note, '条款', row, '指标编号', flat.indicator)
  const clauseCodes = new Set(clauses.map(({ flat }) => flat.code))
  for (const { row, flat } of bands)
    if (typeof flat.clause === 'string' && !clauseCodes.has(flat.clause))
      unknown(note, '档次', row, '条款编号', flat.clause)

  const sheet = {
    format: 'hangbiao-sheet/1',
    ...only(head, ['code', 'title', 'year', 'asOf', 'note']),
    facts: facts.map(({ flat }) => flat),
    indicators: indicators.map(({ flat }) => flat),
    clauses: clauses.map((clause) => readClause(clause, bands, keyOf, note)),
    panel: only(head, ['least', 'trimFrom']),
    total: { ...only(head, ['basic', 'full', 'floor', 'cap', 'places']), bonus: head.bonus ?? [] },
    levels: levels.map(({ flat }) => flat),
    gates: gates.map((gate) => readGate(gate, keyOf, note)),
    vetoes: vetoes.map(({ row, flat }) => ({ ...flat, fact: keyOf('一票否决', row, '事实', flat.fact) })),
    naming: { ...only(naming, ['level', 'percent', 'within']), ties: naming.ties ?? [] },
    exemption: typeof naming.months === 'number' ? { months: naming.months } : null,
  }
  if (errors.length === 0)
    for (const { path, reason } of sheetMisshapes(sheet)) note(placeOf(path), 0, path, 'not-a-sheet', { path, reason })
  return errors.length > 0 ? { ok: false, errors } : allow(sheet as unknown as Sheet)
}

function flattened(rows: Row[], fields: Field[]): Placed[] {
  return rows.map(({ row, values }) => ({
    row,
    flat: Object.fromEntries(
      fields.flatMap(({ field, heading }) => (Object.hasOwn(values, heading) ? [[field, values[heading]]] : [])),
    ),
  }))
}

/** 说明 and 评选: a heading in the first cell of each line, its value in the second. */
function readLines(workbook: Workbook, name: string, fields: Field[], errors: CellError[]): Flat {
  const grid = workbook.sheets.find((each) => each.name.trim() === name)
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
  if (grid) for (const { heading } of fields) if (!seen.has(heading)) note(0, heading, 'heading-missing')
  return flat
}

type KeyOf = (sheet: string, row: number, column: string, name: unknown) => unknown

/** A fact is chosen by its name, or by its code; the sheet keeps the code. */
function factKeys(facts: Placed[], note: Note): KeyOf {
  return (sheet, row, column, name) => {
    if (typeof name !== 'string') return name
    const fact = facts.find(({ flat }) => flat.name === name) ?? facts.find(({ flat }) => flat.key === name)
    if (!fact) unknown(note, sheet, row, column, name)
    return fact?.flat.key
  }
}

function readClause({ row, flat }: Placed, bands: Placed[], keyOf: KeyOf, note: Note): Flat {
  const base = {
    ...only(
      flat,
      clauseFields.map(({ field }) => field),
    ),
    fact: keyOf('条款', row, '事实', flat.fact),
  }
  const parameters = parametersOf[flat.type as ClauseType]
  if (!parameters) return base
  for (const { field, heading } of parameterFields) {
    const filled = flat[field] !== null && flat[field] !== undefined
    if (filled && ![...parameters.needs, ...parameters.may].includes(field)) note('条款', row, heading, 'cell-not-used')
    if (flat[field] === null && parameters.needs.includes(field)) note('条款', row, heading, 'cell-empty')
  }
  const own = only(flat, [...parameters.needs, ...parameters.may])
  if (typeof own.exemptIf === 'string') own.exemptIf = keyOf('条款', row, '免扣事实', own.exemptIf)
  const rows = bands.filter((band) => band.flat.clause === flat.code)
  if (parameters.rows === null) for (const band of rows) note('档次', band.row, '条款编号', 'cell-not-used')
  else if (rows.length === 0) note('条款', row, '类型', 'rows-missing')
  return { ...base, ...shaped(flat.type as ClauseType, row, own, note), ...readRows(parameters.rows, rows, note) }
}

function shaped(type: ClauseType, row: number, own: Flat, note: Note): Flat {
  if (type !== 'A2' && type !== 'A10') return own
  const { points, every, times, ...rest } = own
  if (type === 'A10') return { ...rest, per: points }
  if ((every === null) !== (times === null)) note('条款', row, every === null ? '周期' : '每期应做次数', 'cell-empty')
  return { ...rest, per: points, due: every === null ? null : { every, times } }
}

function readRows(rows: (typeof parametersOf)[ClauseType]['rows'], bands: Placed[], note: Note): Flat {
  if (rows === null) return {}
  const ranges = rows === 'bands'
  for (const { row, flat } of bands) {
    if (!ranges && flat.name === null) note('档次', row, '名称', 'cell-empty')
    if (ranges && flat.name !== null) note('档次', row, '名称', 'cell-not-used')
    if (!ranges && flat.atLeast !== null) note('档次', row, '起（含）', 'cell-not-used')
    if (!ranges && flat.below !== null) note('档次', row, '止（不含）', 'cell-not-used')
  }
  if (ranges) return { bands: bands.map(({ flat }) => only(flat, ['atLeast', 'below', 'points'])) }
  if (rows === 'groups') return { groups: bands.map(({ flat }) => ({ name: flat.name, weight: flat.points })) }
  return { [rows]: bands.map(({ flat }) => only(flat, ['name', 'points'])) }
}

function readGate({ row, flat }: Placed, keyOf: KeyOf, note: Note): Flat {
  const { code, text, kind, value } = flat
  const used = { 'days-in-force': ['fact'], 'indicator-above': ['indicators'], 'satisfied-share': ['fact', 'least'] }[
    String(kind)
  ]
  for (const { field, heading } of gateFields.filter((each) => ['fact', 'indicators', 'least'].includes(each.field))) {
    if (flat[field] === null && used?.includes(field)) note('前置条件', row, heading, 'cell-empty')
    if (used && flat[field] !== null && flat[field] !== undefined && !used.includes(field))
      note('前置条件', row, heading, 'cell-not-used')
  }
  if (kind === 'indicator-above') return { code, text, kind, indicators: flat.indicators, above: value }
  const fact = keyOf('前置条件', row, '事实', flat.fact)
  if (kind === 'satisfied-share') return { code, text, kind, fact, percent: value, least: flat.least }
  if (typeof value === 'string' && !/^\d{1,6}$/.test(value))
    note('前置条件', row, '数值', 'not-a-whole-number', { value })
  return { code, text, kind, fact, days: Number(value) }
}

function unknown(note: Note, sheet: string, row: number, column: string, value: string): void {
  note(sheet, row, column, 'not-in-the-list', { value, allowed: '' })
}

function only(flat: Flat, fields: string[]): Flat {
  return Object.fromEntries(fields.flatMap((field) => (Object.hasOwn(flat, field) ? [[field, flat[field]]] : [])))
}

/** The sheet of the workbook to which a place of the rule sheet belongs. */
function placeOf(path: string): string {
  const tables = {
    facts: '事实',
    indicators: '指标',
    clauses: '条款',
    levels: '等次',
    gates: '前置条件',
    vetoes: '一票否决',
    naming: '评选',
    exemption: '评选',
  }
  return Object.entries(tables).find(([table]) => path.startsWith(table))?.[1] ?? '说明'
}
