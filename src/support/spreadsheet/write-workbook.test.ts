import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { Column } from './rules/column.ts'
import { readWorkbook, writeWorkbook } from './spreadsheet.ts'

const columns: Column[] = [
  { key: 'name', heading: '名称', kind: 'text', required: true, note: '写全称' },
  { key: 'kind', heading: '类别', kind: 'choice', choices: [{ value: 'branch', words: ['党支部'] }] },
  { key: 'on', heading: '日期', kind: 'day' },
  { key: 'at', heading: '位置', kind: 'text' },
]
const place = { text: 'B7', sheet: "单位's 表", address: 'B7' }
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => [`<甲> & "${at}"\n𠮷`, '党支部', '2026-03-01', at === 0 ? place : null])

async function* parts() {
  for (const row of rowsOf(3)) yield [row]
}

test('rows that come a few at a time give the same bytes as rows that come at once', async () => {
  const sheet = {
    name: '清单',
    title: '标题',
    notes: ['说明'],
    columns,
    links: '名册 1.xlsx',
    linked: 'at',
    emptyRows: 2,
  }
  const atOnce = await writeWorkbook({ sheets: [{ ...sheet, rows: rowsOf(3) }] })
  const streamed = await writeWorkbook({ sheets: [{ ...sheet, rows: parts() }] })
  expect(Buffer.from(streamed).equals(Buffer.from(atOnce))).toBe(true)
})

test('another library finds in it what was meant: texts, days, lists, filters, notes, frozen headings and links', async () => {
  const sheet = {
    name: '清单',
    title: '标题',
    notes: ['说明'],
    columns,
    links: '名册 1.xlsx',
    linked: 'at',
    emptyRows: 2,
  }
  const second = { name: '第二张', columns, rows: [] }
  const bytes = await writeWorkbook({ sheets: [{ ...sheet, rows: parts() }, second] })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['清单', 6],
    ['第二张', 1],
    ['字典', 1],
  ])
  const first = workbook.worksheets[0]!
  expect(first.getCell('A4').value).toBe('<甲> & "0"\n𠮷')
  expect(first.getCell('C6').value).toEqual(new Date('2026-03-01T00:00:00Z'))
  expect(first.autoFilter).toBe('A3:D6')
  expect(first.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(JSON.stringify(first.getCell('A3').note)).toContain('写全称')
  expect(first.getCell('B8').dataValidation).toMatchObject({ type: 'list', formulae: ["'字典'!$A$1:$A$1"] })
  expect(first.getCell('B9').dataValidation).toBeUndefined()
  expect(workbook.worksheets[1]!.autoFilter).toBe('A1:D1')
  expect(workbook.worksheets[1]!.getCell('B2').dataValidation).toBeUndefined()
  const xml = Buffer.from(bytes)
  expect(xml.length).toBeLessThan(20_000)
  const read = await readWorkbook(bytes)
  expect(read.ok && read.value.sheets[0]!.rows.length).toBe(6)
})

test('a link leads to a cell of the file that lies beside it', async () => {
  const { filesIn } = await import('./write-archive.ts')
  const sheet = { name: '清单', columns, links: '名册 1.xlsx', linked: 'at' }
  const files = filesIn(await writeWorkbook({ sheets: [{ ...sheet, rows: parts() }] }))
  const xml = files.get('xl/worksheets/sheet1.xml')!
  expect(xml).toContain(`<hyperlink ref="D2" r:id="rIdFile" location="'单位''s 表'!B7"/>`)
  // what a reader of the format expects in this order
  const order = ['<sheetData>', '<autoFilter', '<dataValidations', '<hyperlinks>', '<pageSetup', '<legacyDrawing']
  const places = order.map((tag) => xml.indexOf(tag))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places[0]).toBeGreaterThan(0)
  expect(files.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain(
    `Target="${encodeURIComponent('名册 1.xlsx')}" TargetMode="External"`,
  )
})

test('when the rows fail to come, nothing is written and the reason is told', async () => {
  async function* broken() {
    yield rowsOf(1)
    throw new Error('the database went away')
  }
  await expect(writeWorkbook({ sheets: [{ name: '清单', columns, rows: broken() }] })).rejects.toThrow(
    'the database went away',
  )
})
