import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { explain } from '#programme/scoring/rules/explain.ts'
import { lint, mayBeIssued } from '#programme/scoring/rules/lint.ts'
import type { Indicator, Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Veto } from '#programme/scoring/rules/sheet-outcomes.ts'
import { shownText } from '#support/spreadsheet/rules/workbook.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { scoreFile } from '../../src/main/cli-score.ts'
import { speaker } from '../../src/main/cli-words.ts'
import { asGiven, count, factsWith, flag, item, number, sheetWith } from './plain-sheet.ts'
import { level, scored, scoredFrom, total } from './tried.ts'

// What went wrong unseen once: an outcome that no line showed, a sign that was forgotten, a bound of another column.

const words = (sheet: Sheet) => lint(sheet).map(({ word }) => word)

describe('A7: what comes after the listed places', () => {
  const ranked = (points: string[], after: object | null, more: object = {}) =>
    sheetWith(
      [
        {
          type: 'A7',
          by: 'place',
          from: 'top',
          better: 'high',
          within: 'all',
          ties: 'best',
          places: points.map((each, at) => ({ upTo: String(at + 1), points: each })),
          after,
          ...more,
        },
      ],
      { f: 'number' },
    )

  test.each<[string, Sheet, string | null]>([
    ['falls on', ranked(['60', '57'], { per: '-3', least: '0' }), null],
    ['rises after places that fall', ranked(['60', '57'], { per: '3', least: '0' }), 'after-turns-round'],
    ['stays, which 之后一律 says', ranked(['60', '57'], { per: '0', least: null }), 'after-turns-round'],
    ['rises on, from the bottom', ranked(['-3', '-2'], { per: '1', least: null }, { from: 'bottom' }), null],
    ['falls after places that rise', ranked(['-3', '-2'], { per: '-1', least: null }), 'after-turns-round'],
    ['rises after one place', ranked(['60'], { per: '3', least: null }), 'after-looks-turned'],
    ['falls after one place', ranked(['60'], { per: '-3', least: null }), null],
    ['holds what rises above a least', ranked(['1', '2'], { per: '1', least: '0' }), 'least-never-felt'],
    [
      'is the same for all, against the words',
      ranked(['5', '4'], { points: '-1' }, { text: '以后每名减1分' }),
      'after-is-each',
    ],
    ['is the same for all, as the words say', ranked(['5', '4'], { points: '1' }, { text: '其余均得1分' }), null],
    [
      'comes after places that go up and down',
      ranked(['60', '75', '54'], { per: '-3', least: null }),
      'places-up-and-down',
    ],
  ])('%s', (_, sheet, word) => {
    const known = ['after-turns-round', 'after-looks-turned', 'least-never-felt', 'after-is-each', 'places-up-and-down']
    expect(words(sheet).filter((each) => known.includes(each))).toEqual(word === null ? [] : [word])
  })

  test('only a certain slip bars the sheet', () => {
    const turned = words(ranked(['60', '57'], { per: '3', least: '0' }))
    expect(turned).toContain('after-turns-round')
    expect(mayBeIssued({ ...ranked(['60', '57'], { per: '3', least: '0' }) })).toBe(false)
    expect(
      lint(ranked(['60'], { per: '3', least: null })).find(({ word }) => word === 'after-looks-turned')!.severity,
    ).toBe('warning')
  })
})

test.each([
  ['3', '-1', '高加低减', []],
  ['1', '1', '每差一岁', ['steps-look-unsigned']],
  ['0', '3', '每低一档扣3分', ['steps-look-unsigned']],
  ['0', '-3', '每低一档扣3分', []],
  ['0', '0', '不变', ['steps-change-nothing']],
])('A9: %s above and %s below, “%s”', (up, below, text, expected) => {
  const rule = { type: 'A9', measure: 'number', base: '3', threshold: '30', reached: '0', step: '10' } as const
  const rest = { above: up, below, steps: 'full', least: null, most: null, exemptIf: null, text }
  const found = words(sheetWith([{ ...rule, ...rest }], { f: 'number' }))
  expect(found.filter((each) => each.startsWith('steps-'))).toEqual(expected)
})

describe('how much a clause may take off an item', () => {
  const sheet = (more: Partial<Indicator>, cap = '2') =>
    sheetWith(
      [{ type: 'A2', per: '0.1', unit: '名', due: null, cap, exemptIf: null }],
      { f: 'count' },
      { indicators: [item('i1', { max: '1.5', starts: 'full', floor: '0', cap: '1.5', ...more })] },
    )

  test('is as much as it can hold: its cap, where that is above what is printed', () => {
    expect(words(sheet({}))).toContain('deduction-above-item')
    expect(words(sheet({ cap: '2' }))).not.toContain('deduction-above-item')
    expect(words(sheet({ cap: '1' }))).toContain('deduction-above-item')
    expect(words(sheet({ cap: null }))).toContain('deduction-above-item')
  })

  test('without a floor it may sink the item, which is only told', () => {
    const found = lint(sheet({ floor: null }, '15')).filter(({ word }) => word.startsWith('deduction-'))
    expect(found.map(({ word, severity }) => [word, severity])).toEqual([['deduction-below-nothing', 'warning']])
  })
})

test('a sheet of bonuses alone needs no basic section', () => {
  const sheet = sheetWith(
    [{ type: 'A10', per: '2', unit: '项', cap: '6' }],
    { f: 'count' },
    { total: { basic: [], bonus: ['i1'], full: '0', floor: null, cap: null, places: 2 } },
  )
  expect(words(sheet)).toEqual([])
  expect(total(scored(sheet, { f: count(2) }))).toBe('4')
})

test('a formula is one step, with the numbers in the places of its codes', () => {
  const sheet = sheetWith(
    [asGiven, asGiven, asGiven],
    { J: 'number', K: 'number', P: 'number' },
    {
      indicators: ['i1', 'i2', 'i3'].map((code) => item(code, { max: '100' })),
      total: {
        basic: ['i1', 'i2', 'i3'],
        bonus: [],
        full: '100',
        floor: null,
        cap: null,
        places: 2,
        formula: '([i1]-[i2])*70%＋min([i3], 90)/3 - -1',
      },
    },
  )
  const facts = factsWith({ J: number(95), K: number('-5.5'), P: number(92) })
  const said = explain(sheet, facts, scoredFrom(sheet, facts)).total.said.map(({ zh }) => zh)
  expect(said[0]).toBe(
    '基本分合计：([i1] − [i2]) × 70% + min([i3], 90) ÷ 3 − −1 = (95 − (-5.5)) × 70% + min(92, 90) ÷ 3 − −1 = 101.35',
  )
})

describe('an effect that leaves score and level as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hangbiao-score-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const veto = (code: string, fact: string, effect: Veto['effect']): Veto => {
    return { code, text: `情形${code}`, when: { kind: 'holds', fact }, effect }
  }
  const sheet = sheetWith(
    [asGiven],
    { score: 'number', accident: 'flag', reverse: 'flag' },
    {
      levels: [
        { name: '优秀', atLeast: '90', below: null },
        { name: '一般', atLeast: null, below: '90' },
      ],
      vetoes: [
        veto('V1', 'accident', { effect: 'not-named' }),
        veto('V2', 'reverse', { effect: 'at-most', level: '一般' }),
      ],
    },
  )
  const branch = (id: string, accident: boolean | null, reverse: boolean, rulings: object[] = []) => {
    const values = { score: number(95), ...(accident !== null && { accident: flag(accident) }), reverse: flag(reverse) }
    const facts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
    return { id, name: `支部${id}`, region: null, facts, rulings }
  }
  const file = (...branches: object[]) => Buffer.from(JSON.stringify({ format: 'hangbiao-facts/1', branches }))
  const run = (facts: Buffer, more: object = {}) => {
    const options = { population: false, json: false, xlsx: false, out: undefined, explain: undefined, ...more }
    return scoreFile(Buffer.from(JSON.stringify(sheet)), facts, options, 'zh', speaker('zh'))
  }

  test('stands in the line, in the workbook and in the explanation', async () => {
    const facts = file(branch('a', true, false), branch('b', true, true), branch('c', false, false))
    expect((await run(facts)).lines).toEqual([
      'a\t支部a\t95.00\t优秀\t\t\tV1 不予命名',
      'b\t支部b\t95.00\t一般\t\t\tV1 不予命名；V2 最高为一般',
      'c\t支部c\t95.00\t优秀',
    ])
    const out = join(folder, '得分.xlsx')
    await run(facts, { xlsx: true, out })
    const read = await readWorkbook(new Uint8Array(readFileSync(out)))
    const rows = read.ok ? read.value.sheets[0]!.rows.map((row) => row.map(({ value }) => shownText(value))) : []
    expect(rows[0]![4]).toBe('后果')
    expect(rows[2]![4]).toBe('V1 不予命名；V2 最高为一般')
    const explained = await run(facts, { explain: '支部a' })
    expect(explained.lines.at(-1)).toBe('V1 情形V1：不予命名（得分、等次不变）。')
  })

  test('is told as open where its fact is missing, and answered by a ruling', async () => {
    const open = await run(file(branch('a', null, false)))
    expect(open.code).toBe(1)
    expect(open.lines[0]).toContain('V1 的情形尚不能认定')
    const ruled = { about: 'gate', gate: 'V1', passes: false, ground: '党委会认定' }
    expect((await run(file(branch('a', null, false, [ruled])))).lines[0]).toBe('a\t支部a\t95.00\t优秀\t\t\tV1 不予命名')
    const passed = await run(file(branch('a', null, false, [{ ...ruled, passes: true }])))
    expect(passed).toEqual({ code: 0, lines: ['a\t支部a\t95.00\t优秀'] })
    // a ruling overrules no fact
    expect(scored(sheet, { score: number(95), accident: flag(false), reverse: flag(false) }).effects.held).toEqual([])
    expect(level(scored(sheet, { score: number(95), accident: flag(true), reverse: flag(true) }))).toBe('一般')
  })
})
