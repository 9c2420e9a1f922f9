import { availableParallelism, loadavg } from 'node:os'
import { describe, expect, test } from 'vitest'
import { sheetXml, stringsXml, workbookOf } from './archive-maker.ts'
import type { Column } from './rules/column.ts'
import { readTable } from './rules/table.ts'
import type { Cell, Workbook } from './rules/workbook.ts'
import { markErrors, readCsv, readWorkbook, writeCsv, writeWorkbook } from './spreadsheet.ts'

const columns: Column<'code' | 'name' | 'on' | 'region' | 'points'>[] = [
  { key: 'code', heading: '编号', kind: 'code', required: true, note: '与花名册一致' },
  { key: 'name', heading: '党支部名称', kind: 'text', required: true, width: 30 },
  { key: 'on', heading: '成立日期', kind: 'day' },
  {
    key: 'region',
    heading: '片区',
    kind: 'choice',
    choices: [
      { value: 'delta', words: ['珠三角'] },
      { value: 'west', words: ['粤西'] },
    ],
  },
  { key: 'points', heading: '分值', kind: 'decimal' },
]

async function reading(bytes: Uint8Array): Promise<Workbook> {
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.value
}

async function cellsOf(bytes: Uint8Array): Promise<Record<string, Omit<Cell, 'address' | 'row' | 'column'>>> {
  const workbook = await reading(bytes)
  const cells = workbook.sheets[0]!.rows.flat()
  return Object.fromEntries(cells.map(({ address, row, column, ...rest }) => [address, rest]))
}

const text = (value: string) => ({ value: { kind: 'text', text: value } })
const number = (decimal: string, exact = true) => ({ value: { kind: 'number', decimal, exact } })
const day = (value: string, time?: string) => ({ value: { kind: 'day', day: value, ...(time && { time }) } })

describe('a list of 3,300 rows', () => {
  const rows = Array.from({ length: 3300 }, (_, index) => [
    `00${index}`,
    `第${index}党支部`,
    '2026-03-01',
    '珠三角',
    `${index % 100}.${index % 10}`,
  ])
  const spec = {
    sheets: [{ name: '支部', title: '支部名册', notes: ['带 * 的必填。'], columns, rows, emptyRows: 200 }],
  }

  test('comes back as it was written, within three seconds', async () => {
    const bytes = await writeWorkbook(spec)
    const start = performance.now()
    const workbook = await reading(bytes)
    const table = readTable(workbook.sheets[0]!, columns)
    const busy = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
    expect((performance.now() - start) / busy).toBeLessThan(3000)
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['支部', false],
      ['字典', true],
    ])
    expect(table.problems).toEqual([])
    expect(table.headingRow).toBe(3)
    expect(table.rows).toHaveLength(3300)
    expect(table.rows[3299]!.values).toEqual({
      code: '003299',
      name: '第3299党支部',
      on: '2026-03-01',
      region: 'delta',
      points: '99.9',
    })
  })

  test('is the same file, byte for byte, whenever it is written', async () => {
    const [first, second] = [await writeWorkbook(spec), await writeWorkbook(spec)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})

test('sixty texts that start like formulas are written, read back and are text, in workbooks and in CSV', async () => {
  const starters = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', ' =', "'="]
  const bodies = ["cmd|' /C calc'!A0", 'HYPERLINK("http://x","点")', 'SUM(1,2)', '1+1', '_x0041_']
  const texts = starters.flatMap((start) => bodies.map((body) => `${start}${body}`))
  expect(texts).toHaveLength(60)
  const column: Column = { key: 'text', heading: '内容', kind: 'text' }
  const bytes = await writeWorkbook({ sheets: [{ name: '内容', columns: [column], rows: texts.map((one) => [one]) }] })
  const cells = (await reading(bytes)).sheets[0]!.rows.slice(1).map((row) => row[0]!.value)
  expect(cells).toEqual(texts.map((one) => ({ kind: 'text', text: one })))
  const lines = Buffer.from(writeCsv(texts.map((one) => [one, '尾']))).toString()
  for (const line of lines.slice(1).split(',尾\r\n').slice(0, 60)) expect(line).toMatch(/^"?'/)
})

describe('cells are read as what they are', () => {
  test('texts: shared, inline, rich, with codes for control characters, with a reading aid', async () => {
    const strings = stringsXml(
      '<si><t>甲</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 文本</t></r><rPh><t>fu</t></rPh></si><si><t>_x000D_&amp;&#x6D77;&#28023;</t></si>',
    )
    const sheet = sheetXml(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
       <c r="D1" t="inlineStr"><is><t>㐀𠮷</t></is></c><c r="E1" t="s"><v>9</v></c><c r="F1" t="s"/><c r="G1" s="1"/></row>`,
    )
    expect(await cellsOf(workbookOf({ sheet, strings }))).toEqual({
      A1: text('甲'),
      B1: text('富 文本'),
      C1: text('\r&海海'),
      D1: text('㐀𠮷'),
      E1: { value: { kind: 'error', code: '#BROKEN' } },
    })
  })

  test('numbers, long numbers, days, times of day, truth values, errors and formulas', async () => {
    const sheet = sheetXml(
      `<row r="2"><c r="A2"><v>1.1000000000000001</v></c><c r="B2"><v>440106199001011234</v></c><c r="C2" s="1"><v>46082</v></c>
       <c r="D2" s="1"><v>46082.354166666664</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#REF!</v></c>
       <c r="G2"><f>SUM(A1:A3)</f><v>6</v></c><c r="H2" t="str"><f t="shared" si="0"/><v>海</v></c><c r="I2" t="d"><v>2026-03-01</v></c>
       <c r="J2" s="1"><v>60</v></c><c r="K2"><v>很多</v></c></row>`,
    )
    expect(await cellsOf(workbookOf({ sheet }))).toEqual({
      A2: number('1.1'),
      B2: number('440106199001011234', false),
      C2: day('2026-03-01'),
      D2: day('2026-03-01', '08:30:00'),
      E2: { value: { kind: 'boolean', value: true } },
      F2: { value: { kind: 'error', code: '#REF!' } },
      G2: { value: { kind: 'formula', formula: 'SUM(A1:A3)', shown: '6' } },
      H2: { value: { kind: 'formula', formula: '', shown: '海' } },
      I2: day('2026-03-01'),
      J2: number('60'),
      K2: { value: { kind: 'error', code: '#BROKEN' } },
    })
  })

  test('days of workbooks that count from 1904', async () => {
    const workbook = `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`
    const sheet = sheetXml('<row r="1"><c r="A1" s="1"><v>44620</v></c><c r="B1"><v>44620</v></c></row>')
    const bytes = workbookOf({ workbook, sheet })
    expect(await cellsOf(bytes)).toEqual({ A1: day('2026-03-01'), B1: number('44620') })
    expect((await reading(bytes)).sheets[0]!.date1904).toBe(true)
  })

  test('rows and cells without addresses, other prefixes and single quotes', async () => {
    const sheet = `<x:worksheet xmlns:x='x'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>甲</x:t></x:is></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row><x:row><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await cellsOf(workbookOf({ sheet }))).toEqual({ A1: text('甲'), C1: number('3'), A2: number('4') })
  })

  test('merged cells are repeated and marked, hidden rows and columns marked', async () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="B2"><v>3</v></c></row>',
      '<cols><col min="3" max="3" hidden="1"/></cols>',
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B2:XFD1048576"/></mergeCells>',
    )
    const cells = await cellsOf(workbookOf({ sheet }))
    expect(cells).toMatchObject({
      A1: number('1'),
      C1: { ...number('2'), hidden: true },
      A2: { ...number('1'), mergedFrom: 'A1' },
      B2: { ...number('3'), hidden: true },
      C2: { ...number('3'), mergedFrom: 'B2' },
    })
  })
})

test('the file with its mistakes marked has a remark and a fill on each wrong cell, and still its contents', async () => {
  const rows = [['1', '甲', '2026-03-01', '珠三角', '1.5']]
  const bytes = await writeWorkbook({ sheets: [{ name: '支部', columns, rows }] })
  const marks = [
    { sheet: '支部', address: 'B2', text: '名称重复' },
    { sheet: '支部', address: 'B2', text: '名称过短' },
    { sheet: '不存在', address: '', text: '缺少工作表' },
  ]
  const marked = await markErrors(bytes, marks)
  if (!marked.ok) throw new Error(marked.reason)
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(marked.value.slice().buffer as ArrayBuffer)
  const sheet = workbook.getWorksheet('支部')!
  expect(JSON.stringify(sheet.getCell('B2').note)).toContain('名称重复\\n名称过短')
  expect(sheet.getCell('B2').fill).toMatchObject({ fgColor: { argb: 'FFFFE08A' } })
  expect(sheet.getCell('C2').fill).not.toMatchObject({ fgColor: { argb: 'FFFFE08A' } })
  expect(JSON.stringify(sheet.getCell('A1').note)).toContain('缺少工作表')
  expect(readTable((await reading(marked.value)).sheets[0]!, columns).rows).toHaveLength(1)
})

const prefixed = `<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
const hugelyMerged = sheetXml(
  '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>',
  '',
  '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
)
test.each([
  ['that exceljs reads as empty', prefixed],
  ['on which exceljs hangs', hugelyMerged],
])('a file %s is written anew, with its contents and remarks', async (_, sheet) => {
  const marks = [{ sheet: '表一', address: 'A1', text: '请改正' }]
  const marked = await markErrors(workbookOf({ sheet }), marks, { milliseconds: 8000 })
  if (!marked.ok) throw new Error(marked.reason)
  expect(await cellsOf(marked.value)).toEqual({ A1: text('甲') })
})

describe('CSV in the encodings in use', () => {
  const content = '编号,名称\r\n007,王𬭎㐀\r\n'
  const expected = [
    ['编号', '名称'],
    ['007', '王𬭎㐀'],
  ]
  const texts = (bytes: Uint8Array) => {
    const read = readCsv(bytes)
    if (!read.ok) throw new Error(read.reason)
    return read.value.sheets[0]!.rows.map((cells) => cells.map((cell) => (cell.value as { text: string }).text))
  }
  test('UTF-8 with and without a mark, UTF-16 in both orders', () => {
    expect(texts(Buffer.from(content))).toEqual(expected)
    expect(texts(Buffer.from(`\ufeff${content}`))).toEqual(expected)
    expect(texts(Buffer.from(`\ufeff${content}`, 'utf16le'))).toEqual(expected)
    expect(texts(Buffer.from(`\ufeff${content}`, 'utf16le').swap16())).toEqual(expected)
  })
  test('GB18030, four-byte characters too', () => {
    // 编号, then 㐀 (8139EE39) and 𠮷 (9534B235)
    expect(texts(Buffer.from('b1e0bac50d0a8139ee399534b235', 'hex'))).toEqual([['编号'], ['㐀𠮷']])
  })
  test('what is no text is refused', () => {
    expect(readCsv(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]))).toMatchObject({ ok: false })
    expect(readCsv(Buffer.from(' \r\n'))).toEqual({ ok: false, reason: 'spreadsheet.empty-file' })
  })
})
