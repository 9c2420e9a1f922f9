import type { Sheet } from './sheet.ts'
import type { Cell, Grid, Workbook } from './workbook-cells.ts'
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
import { type Flat, indicatorParts, unpack } from './workbook-parts.ts'
import { rowsFrom } from './workbook-rows.ts'

/**
 * Writes a rule sheet as a workbook that a clerk can read and change; reading it again gives the same sheet. Tables and
 * columns that the sheet has no use for are left out; with `all` they stand there empty, for a template.
 */
export function cellsOfSheet(sheet: Sheet, all = false): Workbook {
  const nameOf = (key: unknown) => sheet.facts.find((need) => need.key === key)?.name ?? key
  const table = (name: string, columns: Field[], rows: Flat[], keep = false): Grid[] => {
    if (rows.length === 0 && !keep && !all) return []
    const used = columns.filter(
      ({ field, mayLack }) => all || !mayLack || rows.some((row) => cellOf(row[field]) !== null),
    )
    const cells = rows.map((row) => used.map((each) => written(each, row[each.field])))
    return [{ name, rows: [used.map(({ heading }) => heading), ...cells] }]
  }
  const things = ({ name, columns, parts }: Table, list: readonly object[], keep = false): Grid[] =>
    table(
      name,
      columns,
      list.map((each) => unpack(parts, each as Flat, nameOf)),
      keep,
    )
  const lines = ({ name, columns, parts }: Table, thing: object): Grid[] => {
    const flat = unpack(parts, thing as Flat, nameOf)
    const used = columns.filter(({ field, mayLack }) => all || !mayLack || cellOf(flat[field]) !== null)
    return [{ name, rows: [[...lineColumns], ...used.map((each) => [each.heading, written(each, flat[each.field])])] }]
  }
  const clauses = sheet.clauses.map((clause) => clause as unknown as Flat)
  const { panel, term, calendar } = sheet
  return {
    sheets: [
      ...lines(headLines, sheet),
      ...table('事实', factColumns, sheet.facts as unknown as Flat[], true),
      ...table(
        '指标',
        indicatorColumns,
        sheet.indicators.map((each) => unpack(indicatorParts, each as unknown as Flat, nameOf)),
        true,
      ),
      ...table(
        '条款',
        clauseColumns,
        sheet.clauses.map((each, at) => unpack([...everyClause, ...partsOf[each.type]], clauses[at]!, nameOf)),
        true,
      ),
      ...table(
        '档次',
        rowColumns,
        sheet.clauses.flatMap((each, at) => rowsFrom(each.type, clauses[at]!, nameOf)),
        true,
      ),
      ...things(levelTable, sheet.levels, true),
      ...things(
        requirementTable,
        sheet.levels.flatMap(({ name, requires = [] }) => requires.map((each) => ({ name, ...each }))),
      ),
      ...things(gateTable, sheet.gates, true),
      ...things(vetoTable, sheet.vetoes, true),
      ...things(promotionTable, sheet.promotions ?? []),
      ...things(quotaTable, sheet.quotas ?? []),
      ...things(rungTable, sheet.ladder?.rungs ?? []),
      ...things(starTable, sheet.stars ?? []),
      ...things(groupTable, sheet.groups ?? []),
      ...things(
        linkTable,
        (sheet.links ?? []).flatMap(({ bands, ...link }) => bands.map((band) => ({ ...link, ...band }))),
      ),
      ...lines(namingLines, sheet),
      ...things(raterTable, panel.groups ?? []),
      ...things(
        ballotTable,
        (['marks', 'ballot'] as const).flatMap((scope) => (panel[scope] ?? []).map((rule) => ({ scope, rule }))),
      ),
      ...(term || all ? lines(termLines, term ?? {}) : []),
      ...things(eventTable, term?.events ?? []),
      ...things(
        dayTable,
        (['off', 'on'] as const).flatMap((kind) => (calendar?.[kind] ?? []).map((day) => ({ day, kind }))),
      ),
    ],
  }
}

function cellOf(value: unknown): unknown {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value
}

function written({ codec }: Field, value: unknown): Cell {
  const cell = cellOf(value)
  return cell === null ? null : codec.write(cell)
}
