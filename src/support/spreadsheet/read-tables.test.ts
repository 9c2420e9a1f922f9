import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetXml, workbookOf } from './archive-maker.ts'
import type { Column } from './rules/column.ts'
import { readTable } from './rules/table.ts'
import { readTables, readWorkbook } from './spreadsheet.ts'
import type { TablesAsked, TablesLine } from './wire.ts'

const branches: Column[] = [
  { key: 'name', heading: '党支部名称', kind: 'text', required: true, most: 20 },
  { key: 'on', heading: '成立日期', kind: 'day' },
]
const people: Column[] = [
  { key: 'number', heading: '工号', kind: 'code' },
  { key: 'name', heading: '姓名', kind: 'text', required: true },
]
const asked: TablesAsked = {
  tables: [
    { names: ['表一'], title: '党支部', columns: branches },
    { names: ['人员'], title: '人员', columns: people },
  ],
}

async function told(bytes: Uint8Array, more: Partial<TablesAsked> = {}) {
  const lines: TablesLine[] = []
  const read = await readTables(bytes, { ...asked, ...more }, (line) => void lines.push(line))
  return {
    ended: read.ok ? 'read' : read.reason,
    text: lines.flatMap((line) => ('text' in line ? [line.text] : []))[0],
    heads: lines.flatMap((line) => ('head' in line ? [line.head] : [])),
    rows: lines.flatMap((line) => ('rows' in line ? line.rows : [])),
    problems: lines.flatMap((line) => ('rows' in line ? line.problems : [])),
  }
}

describe('tables of a workbook, row by row', () => {
  const inline = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
  const rowXml = (number: number, cells: string) => `<row r="${number}">${cells}</row>`
  const headings = rowXml(1, inline('A1', '党支部名称') + inline('B1', '成立日期'))

  test('are what reading it whole gives, merged cells, rows out of order and doubled cells among them', async () => {
    const sheet = fc.record({
      rows: fc.array(
        fc.record({
          row: fc.integer({ min: 2, max: 12 }),
          cells: fc.array(
            fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('海巡支部', '２０２６－３－１', '\u{20bb7}', ' ')),
            { maxLength: 4 },
          ),
        }),
        { minLength: 4, maxLength: 12 },
      ),
      merged: fc.array(fc.constantFrom('A2:A6', 'A3:B3', 'B2:C9', 'A1:B1'), { maxLength: 2 }),
    })
    let merges = 0
    await fc.assert(
      fc.asyncProperty(sheet, async ({ rows, merged }) => {
        const body = rows.map(({ row, cells }) =>
          rowXml(row, cells.map(([letter, text]) => inline(`${letter}${row}`, text)).join('')),
        )
        const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
        const bytes = workbookOf({
          sheet: sheetXml(headings + body.join(''), '', `<mergeCells>${ranges}</mergeCells>`),
        })
        const whole = await readWorkbook(bytes)
        if (!whole.ok) throw new Error(whole.reason)
        const { rows: all, problems, cutShort: _, ...head } = readTable(whole.value.sheets[0]!, branches)
        expect(await told(bytes)).toMatchObject({ ended: 'read', heads: [head], rows: all, problems })
        merges += all.length
      }),
      { numRuns: 8 },
    )
    expect(merges).toBeGreaterThan(10)
  })

  test('of any length pass by in pieces, and the reader waits for whoever takes them', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      rowXml(index + 2, inline(`A${index + 2}`, `第${index}支部`)),
    )
    const bytes = workbookOf({ sheet: sheetXml(headings + rows.join('')) })
    let atOnce = 0
    let pieces = 0
    let most = 0
    const read = await readTables(bytes, asked, async (line) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await new Promise((resolve) => setTimeout(resolve, 1))
      if ('rows' in line) pieces += 1
      atOnce -= 1
    })
    expect([read.ok, pieces, most]).toEqual([true, 11, 1])
  })
})

describe('a table written as text', () => {
  const csv = '工号,姓名\r\n0012,"王,芳"\r\n００１３,𠮷野㛃\r\n'
  // GB18030 by its own definition (the code of 𠮷 has four bytes); Node can read it and not write it.
  const gb18030 = Buffer.concat([
    Buffer.from([0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a]),
    Buffer.from('0012,'),
    Buffer.from([0xcd, 0xf5, 0xb7, 0xbc, 0x95, 0x34, 0xb2, 0x35, 0x0a]),
  ])

  test.each([
    ['UTF-8', Buffer.from(csv), 'utf-8'],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${csv}`), 'utf-8'],
    ['UTF-16 as spreadsheet programs save it', Buffer.from(`\ufeff${csv}`, 'utf16le'), 'utf-16le'],
  ])('in %s is read, and belongs to the table whose headings it has', async (_, bytes, encoding) => {
    const read = await told(bytes)
    expect(read).toMatchObject({ ended: 'read', text: { encoding }, heads: [{ sheet: '人员', headingRow: 1 }] })
    expect(read.rows.map(({ values }) => values)).toEqual([
      { number: '0012', name: '王,芳' },
      { number: '0013', name: '𠮷野㛃' },
    ])
    expect(read.text!.sample[1]).toEqual(['0012', '王,芳'])
  })

  test('in GB18030 is read as that, four-byte characters too', async () => {
    const { text, rows } = await told(gb18030)
    expect(text).toEqual({
      encoding: 'gb18030',
      sample: [
        ['工号', '姓名'],
        ['0012', '王芳𠮷'],
      ],
    })
    expect(rows[0]!.values.name).toBe('王芳𠮷')
  })

  test('in another encoding than the one a person names shows what comes of it', async () => {
    const { text, problems } = await told(Buffer.from(csv), { encoding: 'gb18030', anyText: true })
    expect(text!.sample[0]![0]).not.toBe('工号')
    expect(problems).toMatchObject([{ reason: 'spreadsheet.headings-missing' }])
  })

  test('is refused where no heading is found in it, unless any text is wanted', async () => {
    const letter = Buffer.from('各位同志：\n请于下周前报送名册。')
    expect((await told(letter)).ended).toBe('spreadsheet.not-a-workbook')
    expect(await told(letter, { anyText: true })).toMatchObject({
      ended: 'read',
      problems: [{ reason: 'spreadsheet.headings-missing' }],
    })
    expect((await told(Buffer.from('\x00\x01'), { anyText: true })).ended).toBe('spreadsheet.not-a-workbook')
    expect((await told(Buffer.from('工号,姓名\n"'), { anyText: true })).ended).toBe('spreadsheet.unreadable')
    expect((await told(Buffer.from(' \n'), { anyText: true })).ended).toBe('spreadsheet.empty-file')
  })
})
