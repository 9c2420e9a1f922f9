import type { Clause, Gate, Sheet } from './sheet.ts'
import type { Cell, Grid, Workbook } from './workbook-cells.ts'
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

/** Writes a rule sheet as a workbook that a clerk can read and change; reading it again gives the same sheet. */
export function cellsOfSheet(sheet: Sheet): Workbook {
  const nameOf = (key: unknown) => sheet.facts.find((need) => need.key === key)?.name ?? key
  const { code, title, year, asOf, note, total, panel, naming, exemption } = sheet
  return {
    sheets: [
      lines('说明', headFields, { code, title, year, asOf, note, ...total, ...panel, bonus: orNull(total.bonus) }),
      table('事实', factFields, sheet.facts),
      table('指标', indicatorFields, sheet.indicators),
      table(
        '条款',
        [...clauseFields, ...parameterFields],
        sheet.clauses.map((clause) => flatClause(clause, nameOf)),
      ),
      table('档次', bandFields, sheet.clauses.flatMap(rowsOf)),
      table('等次', levelFields, sheet.levels),
      table(
        '前置条件',
        gateFields,
        sheet.gates.map((gate) => flatGate(gate, nameOf)),
      ),
      table(
        '一票否决',
        vetoFields,
        sheet.vetoes.map((veto) => ({ ...veto, fact: nameOf(veto.fact) })),
      ),
      lines('评选', namingFields, { ...naming, ties: orNull(naming.ties), months: exemption?.months ?? null }),
    ],
  }
}

function table(name: string, fields: Field[], things: readonly object[]): Grid {
  const rows = things.map((thing) => fields.map((each) => written(each, (thing as Flat)[each.field])))
  return { name, rows: [fields.map(({ heading }) => heading), ...rows] }
}

function lines(name: string, fields: Field[], thing: Flat): Grid {
  return { name, rows: [[...lineColumns], ...fields.map((each) => [each.heading, written(each, thing[each.field])])] }
}

function written({ codec }: Field, value: unknown): Cell {
  return value === null || value === undefined || value === '' ? null : codec.write(value)
}

function orNull(list: unknown[]): unknown[] | null {
  return list.length === 0 ? null : list
}

function flatClause(clause: Clause, nameOf: (key: unknown) => unknown): Flat {
  const flat: Flat = { ...clause, fact: nameOf(clause.fact) }
  if (clause.type === 'A2' || clause.type === 'A10') flat.points = clause.per
  if (clause.type === 'A2') Object.assign(flat, clause.due ?? {})
  if (clause.type === 'A2' || clause.type === 'A3')
    flat.exemptIf = clause.exemptIf === null ? null : nameOf(clause.exemptIf)
  return flat
}

function rowsOf(clause: Clause): Flat[] {
  const { rows } = parametersOf[clause.type]
  if (rows === null) return []
  const each = (clause as unknown as Record<string, Flat[]>)[rows]!
  return each.map((row) => ({ ...row, clause: clause.code, points: row.points ?? row.weight }))
}

function flatGate(gate: Gate, nameOf: (key: unknown) => unknown): Flat {
  if (gate.kind === 'days-in-force') return { ...gate, fact: nameOf(gate.fact), value: String(gate.days) }
  if (gate.kind === 'indicator-above') return { ...gate, value: gate.above }
  return { ...gate, fact: nameOf(gate.fact), value: gate.percent }
}
