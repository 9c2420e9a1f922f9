import type { FactValue, Ruling } from './facts.ts'
import type { BranchFacts } from './facts-file.ts'
import { rowsOfList } from './facts-lists.ts'
import {
  branchColumns,
  branchTable,
  type FactPlace,
  factPlaces,
  type ListTable,
  listTables,
  paperTable,
  rulingTable,
  saysItself,
} from './facts-tables.ts'
import type { Sheet } from './sheet.ts'
import type { Cell, Grid, Workbook } from './workbook-cells.ts'

/** How each fact is filled in: the first sheet of the workbook, which nobody reads back. */
export const guideTable = '填写说明'

/** The facts of branches as a workbook that a clerk can fill in; reading it again gives the same facts. Without branches: a template. */
export function cellsOfFacts(sheet: Sheet, branches: readonly BranchFacts[]): Workbook {
  const places = factPlaces(sheet)
  const used = Object.entries(listTables).filter(([shape]) => places.some((place) => place.shape === shape))
  return {
    sheets: [
      guide(places),
      branchGrid(places, branches),
      ...used.map(([shape, table]) =>
        listGrid(
          table,
          places.filter((place) => place.shape === shape),
          branches,
        ),
      ),
      grid(
        rulingTable,
        branches.flatMap(({ id, rulings }) => rulings.map((ruling) => ({ 支部编号: id, ...rulingRow(ruling) }))),
      ),
      grid(
        paperTable,
        branches.flatMap(({ id, facts }) =>
          places.flatMap(({ need }) =>
            (facts[need.key]?.sources ?? []).map(({ text }) => ({ 支部编号: id, 事实: need.name, 材料: text })),
          ),
        ),
      ),
    ],
  }
}

function guide(places: readonly FactPlace[]): Grid {
  const rows = places.map(({ need, how, table, shape }): Cell[] => {
    const where = table && !saysItself.includes(shape) ? table.name : branchTable
    return [need.name, where, how]
  })
  return { name: guideTable, rows: [['事实', '工作表', '怎样填'], ...rows] }
}

function branchGrid(places: readonly FactPlace[], branches: readonly BranchFacts[]): Grid {
  const own = places.filter(({ cell, shape }) => cell !== null || saysItself.includes(shape))
  const rows = branches.map(({ id, name, region, facts }): Cell[] => [
    id,
    name,
    region,
    ...own.map(({ need, cell }): Cell => {
      const value = facts[need.key]?.value
      if (value === undefined) return null
      return cell ? cell.codec.write(value) : listed(value).length > 0 ? '见表' : '无'
    }),
  ])
  return { name: branchTable, rows: [[...branchColumns, ...own].map(({ heading }) => heading), ...rows] }
}

/** The rows of a list, with the number of their period where it is a series. */
function listed(value: FactValue): Record<string, Cell>[] {
  if (value.shape !== 'series') return rowsOfList(value)
  return value.values.flatMap((each, at) => rowsOfList(each).map((row) => ({ 期: at + 1, ...row })))
}

function listGrid(table: ListTable, places: readonly FactPlace[], branches: readonly BranchFacts[]): Grid {
  return grid(
    table,
    branches.flatMap(({ id, facts }) =>
      places.flatMap(({ need }) => {
        const value = facts[need.key]?.value
        return value === undefined ? [] : listed(value).map((row) => ({ 支部编号: id, 事实: need.name, ...row }))
      }),
    ),
  )
}

function grid({ name, columns }: ListTable, rows: readonly Record<string, Cell>[]): Grid {
  const cells = rows.map((row) => columns.map(({ heading }) => row[heading] ?? null))
  return { name, rows: [columns.map(({ heading }) => heading), ...cells] }
}

function rulingRow(ruling: Ruling): Record<string, Cell> {
  const { ground } = ruling
  switch (ruling.about) {
    case 'clause':
      return { 裁定什么: '条款', 编号: ruling.clause, 结果: ruling.points, 依据: ground }
    case 'gate':
      return { 裁定什么: '前置条件或否决', 编号: ruling.gate, 结果: ruling.passes ? '符合' : '不符合', 依据: ground }
    case 'naming':
      return { 裁定什么: '命名', 结果: ruling.named ? '命名' : '不命名', 依据: ground }
    case 'level':
      return { 裁定什么: '等次', 结果: ruling.level, 依据: ground }
    case 'kind':
      return { 裁定什么: '类别', 结果: ruling.kind, 依据: ground }
  }
}
