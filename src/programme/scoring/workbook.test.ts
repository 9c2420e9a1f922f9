import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleSheet } from './rules/sample-sheet.ts'
import type { Sheet } from './rules/sheet.ts'
import type { Clause } from './rules/sheet-clauses.ts'
import { sheetMisshapes } from './rules/sheet-shape.ts'
import type { Cell, Workbook } from './rules/workbook-cells.ts'
import { readRuleSheet, writeRuleSheet } from './workbook.ts'

const sheet = sampleSheet(2025)

/** The sample workbook with one cell changed, found by sheet, row (1 is the headings) and heading. */
function withCell(name: string, row: number, heading: string, value: Cell): Workbook {
  const workbook = writeRuleSheet(sheet)
  const { rows } = workbook.sheets.find((each) => each.name === name)!
  rows[row - 1]![rows[0]!.indexOf(heading)] = value
  return workbook
}

/** The same in 说明 and 评选, where each line is a heading and its value. */
function withLine(name: string, heading: string, value: Cell): Workbook {
  const workbook = writeRuleSheet(sheet)
  workbook.sheets.find((each) => each.name === name)!.rows.find((row) => row[0] === heading)![1] = value
  return workbook
}

function errorsOf(workbook: Workbook) {
  const read = readRuleSheet(workbook)
  return read.ok ? [] : read.errors
}
const places = (workbook: Workbook) =>
  errorsOf(workbook).map(({ sheet: name, row, column, reason }) => [name, row, column, reason])
const rowOf = (code: string) => sheet.clauses.findIndex((clause) => clause.code === code) + 2

describe('a rule sheet as a workbook', () => {
  test('the sample sheet comes back as it was, without anything unwise', () => {
    expect(readRuleSheet(writeRuleSheet(sheet))).toEqual({ ok: true, value: { sheet, lints: [] } })
  })

  test('sheets, columns and rows may stand in another order, with blank rows and stars behind headings', () => {
    const workbook = writeRuleSheet(sheet)
    for (const grid of workbook.sheets) {
      grid.rows = grid.rows.flatMap((row) => [row, [null, '　', '']])
      if (grid.name !== '说明' && grid.name !== '评选') grid.rows = grid.rows.map((row) => [...row, null].toReversed())
      grid.rows[0] = grid.rows[0]!.map((cell) => (cell === null ? null : ` ${cell} *`))
    }
    workbook.sheets.reverse()
    expect(readRuleSheet(workbook)).toMatchObject({ ok: true, value: { sheet } })
  })

  test('points, dates and headings may be typed wide, and a clause over two lines', () => {
    expect(errorsOf(withCell('条款', rowOf('1.2-1'), '分值', '４'))).toEqual([])
    expect(errorsOf(withLine('说明', '认定日', '2025年12月31日'))).toEqual([])
    const read = readRuleSheet(withCell('条款', 2, '条款原文', '支部党员大会每季度应开1次，\r\n每少1次扣1.5分'))
    expect(read.ok && read.value.sheet.clauses[0]?.text).toBe('支部党员大会每季度应开1次， 每少1次扣1.5分')
  })

  test.each<[string, Workbook, [string, number, string, string]]>([
    [
      'points that are no number',
      withCell('条款', rowOf('1.2-1'), '分值', '四分'),
      ['条款', rowOf('1.2-1'), '分值', 'not-a-number'],
    ],
    [
      'five decimals',
      withCell('条款', rowOf('1.2-1'), '分值', 0.30000000000000004),
      ['条款', rowOf('1.2-1'), '分值', 'not-a-number'],
    ],
    ['no points', withCell('条款', rowOf('1.2-1'), '分值', null), ['条款', rowOf('1.2-1'), '分值', 'cell-empty']],
    [
      'an unknown type',
      withCell('条款', rowOf('1.2-1'), '类型', 'A99 其他'),
      ['条款', rowOf('1.2-1'), '类型', 'not-in-the-list'],
    ],
    [
      'an unknown fact',
      withCell('条款', rowOf('1.2-1'), '事实', '班子不全'),
      ['条款', rowOf('1.2-1'), '事实', 'not-in-the-list'],
    ],
    [
      'an unknown item',
      withCell('条款', rowOf('1.2-1'), '指标编号', '9.9'),
      ['条款', rowOf('1.2-1'), '指标编号', 'not-in-the-list'],
    ],
    [
      'a cell the type has no use for',
      withCell('条款', rowOf('1.2-1'), '最多', 3),
      ['条款', rowOf('1.2-1'), '最多', 'cell-not-used'],
    ],
    [
      'a period without a number',
      withCell('条款', rowOf('1.1-1'), '每期应做次数', null),
      ['条款', rowOf('1.1-1'), '每期应做次数', 'cell-empty'],
    ],
    ['a code twice', withCell('指标', 4, '编号', '1.1'), ['指标', 4, '编号', 'twice']],
    ['a parent that comes later', withCell('指标', 2, '上级编号', '1.1'), ['指标', 2, '上级编号', 'not-in-the-list']],
    ['a band of no clause', withCell('档次', 2, '条款编号', '7-7'), ['档次', 2, '条款编号', 'not-in-the-list']],
    ['a date that is none', withLine('说明', '认定日', '2025-02-30'), ['说明', 5, '认定日', 'not-a-day']],
    ['a heading nobody knows', withCell('等次', 1, '名称', '名字'), ['等次', 1, '名字', 'heading-unknown']],
    ['days that are half', withCell('前置条件', 2, '数值', 365.5), ['前置条件', 2, '数值', 'not-a-whole-number']],
    ['a gate without its fact', withCell('前置条件', 2, '事实', null), ['前置条件', 2, '事实', 'cell-empty']],
    ['a control character', withCell('条款', 2, '条款原文', '每少\u00071次'), ['条款', 2, '条款原文', 'not-a-text']],
    ['an unknown level to name', withLine('评选', '命名等次', '卓越'), ['评选', 0, 'naming.level', 'not-a-sheet']],
  ])('%s is named by sheet, row and column', (_, workbook, place) => {
    expect(places(workbook)).toContainEqual(place)
    for (const { said } of errorsOf(workbook)) expect(said.zh + said.en).not.toMatch(/\{\w+\}/)
  })

  test('all errors come at once, in words', () => {
    const workbook = withCell('条款', rowOf('1.2-1'), '分值', '四分')
    workbook.sheets.find(({ name }) => name === '等次')!.rows[1]![1] = 'x'
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== '一票否决')
    expect(errorsOf(workbook).map(({ said }) => said.zh)).toEqual([
      '工作表“等次”第2行：“x”不是分值：请填数字，最多四位小数。',
      `工作表“条款”第${rowOf('1.2-1')}行：“四分”不是分值：请填数字，最多四位小数。`,
      '工作表“一票否决”：缺少工作表“一票否决”，请用模板。',
    ])
  })

  test('a barred clause is read, and named as the reason why the sheet cannot be issued', () => {
    const read = readRuleSheet(withCell('条款', rowOf('3.2-1'), '条款原文', '主题推文点赞每100个加2分，最多10分'))
    expect(read.ok && read.value.lints).toMatchObject([
      { severity: 'error', table: 'clauses', code: '3.2-1', word: 'barred' },
    ])
  })
})

const points = fc.tuple(fc.nat(99_999), fc.constantFrom('', '.5', '.25', '.0625')).map(([n, rest]) => `${n}${rest}`)
const words = fc.stringMatching(/^[一-龥A-Za-z0-9,，;；+%()（）]{1,12}$/)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const options = fc.uniqueArray(fc.record({ name: words, points }), {
  minLength: 1,
  maxLength: 4,
  selector: ({ name }) => name,
})

/** Any clause in the item 2.2; whether it is wise is another question. */
const clauses: fc.Arbitrary<Clause> = fc
  .tuple(
    words,
    fc.oneof(
      fc.record({
        type: fc.constant('A2' as const),
        per: points,
        unit: words,
        due: maybe(
          fc.record({
            every: fc.constantFrom('quarter' as const, 'month' as const),
            times: fc.integer({ min: 1, max: 300 }),
          }),
        ),
        cap: maybe(points),
        exemptIf: maybe(fc.constantFrom('branch.extension-approved')),
      }),
      fc.record({ type: fc.constant('A3' as const), points, exemptIf: maybe(fc.constantFrom('veto.accident')) }),
      fc.record({
        type: fc.constant('A4' as const),
        effect: fc.constantFrom('add' as const, 'deduct' as const),
        min: points,
        max: points,
        comparison: fc.boolean(),
        spread: maybe(points),
      }),
      fc.record({ type: fc.constant('A5' as const), options }),
      fc.record({
        type: fc.constant('A6' as const),
        measure: fc.constantFrom('number' as const, 'percent' as const, 'full-years' as const),
        bands: fc.array(
          fc.record({
            atLeast: maybe(points),
            below: maybe(points),
            points: points.map((each) => (each === '0' ? each : `-${each}`)),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      fc.record({ type: fc.constant('A10' as const), per: points, unit: words, cap: maybe(points) }),
      fc.record({
        type: fc.constant('A12' as const),
        levels: options,
        fold: fc.constantFrom('highest-per-matter' as const, 'sum' as const),
        cap: maybe(points),
      }),
      fc.record({
        type: fc.constant('B6' as const),
        points,
        least: fc.integer({ min: 1, max: 50 }),
        groups: options.map((list) =>
          list.map(({ name, points: weight }) => ({ name, weight: weight === '0' ? '1' : weight })),
        ),
      }),
    ),
  )
  .map(([text, rule]) => ({ code: '', indicator: '2.2', text, fact: 'building.activities', ...rule }))

const sheets: fc.Arbitrary<Sheet> = fc
  .record({
    added: fc.array(clauses, { maxLength: 6 }),
    title: words,
    note: fc.oneof(words, fc.constant('')),
    trimFrom: maybe(fc.integer({ min: 3, max: 9 })),
    floor: maybe(points),
    cap: maybe(points),
    percent: fc.constantFrom('0', '12.5', '100'),
    within: fc.constantFrom('region' as const, 'all' as const),
    ties: fc.array(fc.subarray(['1', '2', '5.1', 'B'], { minLength: 1 }), { maxLength: 3 }),
    exemption: maybe(fc.record({ months: fc.integer({ min: 1, max: 24 }) })),
    bonus: fc.subarray(['B']),
  })
  .map(({ added, title, note, trimFrom, floor, cap, percent, within, ties, exemption, bonus }) => ({
    ...sheet,
    title,
    note,
    clauses: [...sheet.clauses, ...added.map((clause, at) => ({ ...clause, code: `x-${at}` }))],
    panel: { least: 2, trimFrom },
    total: { ...sheet.total, floor, cap, bonus },
    naming: { ...sheet.naming, percent, within, ties },
    exemption,
  }))

test('any rule sheet that is written is read as the same sheet', () => {
  fc.assert(
    fc.property(sheets, (any) => {
      expect(sheetMisshapes(any)).toEqual([])
      const read = readRuleSheet(writeRuleSheet(any))
      expect(read.ok ? read.value.sheet : read.errors).toEqual(any)
    }),
  )
})

test('no workbook, however wrong, is more than a list of errors', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom('A2', '1.1', '2.2-1', '班子不健全'),
  )
  const place = fc.tuple(fc.nat(8), fc.nat(30), fc.nat(19))
  fc.assert(
    fc.property(fc.array(fc.tuple(place, cell), { maxLength: 8 }), (changes) => {
      const workbook = writeRuleSheet(sheet)
      for (const [[at, row, column], value] of changes) {
        const rows = workbook.sheets[at]!.rows
        const cells = rows[row % rows.length]!
        cells[column % cells.length] = value
      }
      const read = readRuleSheet(workbook)
      if (read.ok) expect(sheetMisshapes(read.value.sheet)).toEqual([])
      else expect(read.errors.length).toBeGreaterThan(0)
    }),
    { numRuns: 150 },
  )
})
