import { clauseColumns, type Field, factColumns, indicatorColumns, rowColumns } from './workbook-columns.ts'
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
  vetoTable,
} from './workbook-outcomes.ts'

const tables = [
  { name: '事实', columns: factColumns },
  { name: '指标', columns: indicatorColumns },
  { name: '条款', columns: clauseColumns },
  { name: '档次', columns: rowColumns },
  levelTable,
  requirementTable,
  gateTable,
  vetoTable,
  promotionTable,
  quotaTable,
  rungTable,
  starTable,
  groupTable,
  linkTable,
  raterTable,
  ballotTable,
  eventTable,
  dayTable,
]

/** The columns of a table with one row for each thing; nothing for a table of lines (说明, 评选, 届期). */
export function columnsOfTable(name: string): Field[] | undefined {
  return tables.find((table) => table.name === name)?.columns
}
