import { describe, expect, test } from 'vitest'
import { addressOf } from './address.ts'
import type { Column } from './column.ts'
import { problemIn, readTable } from './table.ts'
import type { Cell, CellValue, Sheet } from './workbook.ts'

const columns: Column<'code' | 'name' | 'on' | 'region' | 'points' | 'joint'>[] = [
  { key: 'code', heading: '编号', aliases: ['Code'], kind: 'code', required: true, most: 6 },
  { key: 'name', heading: '党支部名称', aliases: ['Branch'], kind: 'text', required: true, most: 10 },
  { key: 'on', heading: '成立日期', kind: 'day' },
  {
    key: 'region',
    heading: '片区',
    kind: 'choice',
    choices: [
      { value: 'delta', words: ['珠三角', 'Delta'] },
      { value: 'west', words: ['粤西', 'West'] },
    ],
  },
  { key: 'points', heading: '分值', kind: 'decimal' },
  { key: 'joint', heading: '是否联合支部', kind: 'yes-no' },
]
const HEADINGS = ['编号*', '党支部名称 *', '成立日期', '片区', '分值', '是否联合支部']

type Content = string | number | CellValue | Partial<Cell> | null

function sheetOf(rows: (Content[] | null)[], name = '支部'): Sheet {
  const cells = rows.map((row, r) => (row ?? []).flatMap((content, c) => cellsOf(content, r + 1, c + 1)))
  return { name, hidden: false, date1904: false, rows: cells.filter((row) => row.length > 0) }
}

function cellsOf(content: Content, row: number, column: number): Cell[] {
  if (content === null) return []
  const place = { address: addressOf(row, column), row, column }
  if (typeof content === 'string') return [{ ...place, value: { kind: 'text', text: content } }]
  if (typeof content === 'number')
    return [{ ...place, value: { kind: 'number', decimal: String(content), exact: true } }]
  return 'kind' in content
    ? [{ ...place, value: content }]
    : [{ ...place, value: { kind: 'text', text: '' }, ...content }]
}

const told = (sheet: Sheet) =>
  readTable(sheet, columns).problems.map((one) => `${one.address} ${one.column} ${one.reason}`)

test('rows are read under headings in any order, below titles and notes, in either language', () => {
  const title = { value: { kind: 'text', text: '党支部名册' } } as const
  const sheet = sheetOf([
    [title, { ...title, mergedFrom: 'A1' }],
    ['带 * 的必填'],
    ['序号', 'Branch', '片区（下拉选择）', '  编 号 ＊', '分值', '成立日期', '是否联合支部'],
    [1, ' 海巡执法\u200b党支部　', 'west', '００７', '1,234.50', '2026年3月1日', '是'],
    null,
    [
      2,
      '船舶党支部',
      '珠三角',
      { kind: 'number', decimal: '12', exact: true },
      3,
      46082,
      { kind: 'boolean', value: false },
    ],
  ])
  const table = readTable(sheet, columns)
  expect(table.problems).toEqual([])
  expect(table.headingRow).toBe(3)
  expect(table.rows).toEqual([
    {
      row: 4,
      hidden: false,
      wrong: [],
      values: { code: '007', name: '海巡执法党支部', on: '2026-03-01', region: 'west', points: '1234.5', joint: 'yes' },
    },
    {
      row: 6,
      hidden: false,
      wrong: [],
      values: { code: '12', name: '船舶党支部', on: '2026-03-01', region: 'delta', points: '3', joint: 'no' },
    },
  ])
})

test('every mistake is told at once, each at its cell', () => {
  const sheet = sheetOf([
    HEADINGS,
    ['1', null, '昨天', '粤东', '三分', '也许'],
    ['1234567', '一二三四五六七八九十百', '2026年3月', '粤西', '1', '否'],
    [
      { kind: 'number', decimal: '440106199001011200', exact: false },
      { kind: 'formula', formula: 'A1', shown: '甲' },
      { kind: 'error', code: '#REF!' },
      null,
      { kind: 'number', decimal: '9999999999999999', exact: false },
    ],
    ['4.40E+17', '甲', null, null, null, null, '谁写的'],
  ])
  expect(told(sheet)).toEqual([
    'B2 党支部名称 spreadsheet.required',
    'C2 成立日期 spreadsheet.not-a-day',
    'D2 片区 spreadsheet.not-in-list',
    'E2 分值 spreadsheet.not-a-number',
    'F2 是否联合支部 spreadsheet.not-yes-or-no',
    'A3 编号 spreadsheet.too-long',
    'B3 党支部名称 spreadsheet.too-long',
    'C3 成立日期 spreadsheet.day-missing',
    'A4 编号 spreadsheet.digits-lost',
    'B4 党支部名称 spreadsheet.formula',
    'C4 成立日期 spreadsheet.error-value',
    'E4 分值 spreadsheet.digits-lost',
    'G5 G spreadsheet.value-without-heading',
    'A5 编号 spreadsheet.digits-lost',
  ])
  const table = readTable(sheet, columns)
  expect(table.rows[0]).toMatchObject({ row: 2, wrong: ['name', 'on', 'region', 'points', 'joint'] })
  expect(table.problems[2]).toMatchObject({
    sheet: '支部',
    row: 2,
    value: '粤东',
    details: { choices: '珠三角、粤西' },
  })
})

describe('headings that are not as they should be', () => {
  test('none at all', () => {
    const table = readTable(
      sheetOf([
        ['甲', '乙'],
        ['1', '2'],
      ]),
      columns,
    )
    expect(table).toMatchObject({ headingRow: 0, rows: [] })
    expect(table.problems).toMatchObject([{ reason: 'spreadsheet.headings-missing', row: 0, address: '' }])
  })
  test('an empty sheet', () => {
    expect(told(sheetOf([]))).toEqual(['  spreadsheet.headings-missing'])
  })
  test('missing, unknown and doubled ones', () => {
    expect(
      told(
        sheetOf([
          ['编号', '编号', '成立日期', '人气'],
          ['1', null, null, '5'],
        ]),
      ),
    ).toEqual([
      'B1 B spreadsheet.heading-doubled',
      'D1 D spreadsheet.heading-unknown',
      'A1 党支部名称 spreadsheet.heading-missing',
    ])
  })
  test('merged ones', () => {
    const merged = { value: { kind: 'text', text: '编号' }, mergedFrom: 'A1' } as const
    expect(
      told(
        sheetOf([
          ['编号', merged, '党支部名称'],
          ['1', 'x', '甲'],
        ]),
      ),
    ).toEqual(['B1 B spreadsheet.merged-across'])
  })
})

test('a cell merged downwards counts for each row, one merged across is told', () => {
  const down = { value: { kind: 'text', text: '珠三角' }, mergedFrom: 'D2' } as const
  const across = { value: { kind: 'text', text: '1' }, mergedFrom: 'A3' } as const
  const table = readTable(sheetOf([HEADINGS, ['1', '甲', null, '珠三角'], ['2', across, null, down]]), columns)
  expect(table.rows.map((row) => row.values.region)).toEqual(['delta', 'delta'])
  expect(table.problems).toMatchObject([
    { address: 'B3', reason: 'spreadsheet.merged-across', details: { from: 'A3' } },
  ])
})

test('hidden rows are read and marked', () => {
  const hidden = (text: string) => ({ value: { kind: 'text', text } as const, hidden: true as const })
  const table = readTable(sheetOf([HEADINGS, [hidden('1'), hidden('甲')], ['2', '乙']]), columns)
  expect(table.rows.map((row) => row.hidden)).toEqual([true, false])
})

test('a row of blanks is no row', () => {
  expect(readTable(sheetOf([HEADINGS, ['  ', '　', '\u200b']]), columns)).toMatchObject({ rows: [], problems: [] })
})

test('what the importing capability finds is told at the cell it means', () => {
  const table = readTable(
    sheetOf([
      ['党支部名称', '编号'],
      ['甲', '1'],
    ]),
    columns,
  )
  expect(problemIn(table, table.rows[0]!, columns[0]!, 'organisation.unknown', { code: '1' })).toEqual({
    sheet: '支部',
    row: 2,
    column: '编号',
    address: 'B2',
    reason: 'organisation.unknown',
    value: '1',
    details: { code: '1' },
  })
})

test('reading stops after twenty thousand problems and says so', () => {
  const rows = Array.from({ length: 11_000 }, () => [null, null, '昨天'])
  const table = readTable(sheetOf([HEADINGS, ...rows]), columns)
  expect(table.cutShort).toBe(true)
  expect(table.problems.length).toBeLessThan(20_010)
})
