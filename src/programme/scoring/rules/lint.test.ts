import { describe, expect, test } from 'vitest'
import { uncovered } from './coverage.ts'
import { lint, mayBeIssued, sayLint } from './lint.ts'
import { sampleSheet } from './sample-sheet.ts'
import type { Sheet } from './sheet.ts'
import type { Clause } from './sheet-clauses.ts'
import { isSheet, sheetMisshapes } from './sheet-shape.ts'

const sheet = sampleSheet(2025)

function withClause(code: string, change: Partial<Clause>): Sheet {
  return {
    ...sheet,
    clauses: sheet.clauses.map((clause) => (clause.code === code ? ({ ...clause, ...change } as Clause) : clause)),
  }
}
const words = (of: Sheet) => lint(of).map(({ code, word }) => [code, word])

test('the sample sheet is well formed and may be issued', () => {
  expect(sheetMisshapes(sheet)).toEqual([])
  expect(lint(sheet)).toEqual([])
  expect(mayBeIssued(sheet)).toBe(true)
})

describe('what is barred as an input of a score', () => {
  test.each([
    ['主题推文点赞每100个加1分', '点赞'],
    ['主题推文点 赞每100个加1分', '点赞'],
    ['网络投票排名前十加2分', '网络投票'],
    ['学习强国积分达标', '积分'],
    ['党员人均学习时长每10小时加1分', '学习时长'],
    ['在省级媒体报道每篇加1分', '媒体'],
    ['获领导批示每次加1分', '批示'],
    ['活动照片齐全得2分', '照片'],
    ['每日打卡', '打卡'],
  ])('%s', (text, found) => {
    const bad = withClause('3.2-1', { text })
    expect(mayBeIssued(bad)).toBe(false)
    const barred = lint(bad).filter(({ word }) => word === 'barred')
    expect(barred[0]).toMatchObject({ table: 'clauses', code: '3.2-1' })
    expect(barred.some(({ details }) => details.words === found)).toBe(true)
    expect(sayLint(barred[0]!).zh).toMatch(/国办函〔2026〕12号|整治形式主义/)
  })

  test('the bar also looks at the name of the fact', () => {
    const facts = sheet.facts.map((need) =>
      need.key === 'building.activities' ? { ...need, name: '活动报道篇数' } : need,
    )
    expect(words({ ...sheet, facts })).toContainEqual(['3.2-1', 'barred'])
  })

  test('a formal honour with a document number is not barred', () => {
    expect(words(withClause('B-1', { text: '受到表彰（有文号）的，按级别加分' }))).toEqual([])
  })
})

describe('a sheet that cannot be issued', () => {
  test.each<[string, Sheet, [string, string]]>([
    [
      'a hole between levels',
      { ...sheet, levels: sheet.levels.map((level) => (level.name === '良好' ? { ...level, below: '89' } : level)) },
      ['', 'level-hole'],
    ],
    [
      'overlapping levels',
      { ...sheet, levels: sheet.levels.map((level) => (level.name === '良好' ? { ...level, below: '91' } : level)) },
      ['', 'level-overlap'],
    ],
    [
      'fifteen points off an item of ten',
      withClause('1.1-3', { points: '15' } as Partial<Clause>),
      ['1.1-3', 'deduction-above-item'],
    ],
    [
      'a deduction written with a minus',
      withClause('1.2-1', { points: '-4' } as Partial<Clause>),
      ['1.2-1', 'points-not-above-zero'],
    ],
    ['four votes shown', withClause('4-1', { least: 4 } as Partial<Clause>), ['4-1', 'too-few-votes-shown']],
    ['a fact of another kind', withClause('2.2-1', { fact: 'rating.advanced' }), ['2.2-1', 'fact-of-another-kind']],
    [
      'full marks out of reach',
      withClause('3.2-1', { cap: '8' } as Partial<Clause>),
      ['3.2', 'full-marks-out-of-reach'],
    ],
    [
      'items that do not add up',
      { ...sheet, indicators: sheet.indicators.map((each) => (each.code === '2.1' ? { ...each, max: '11' } : each)) },
      ['2', 'parts-do-not-add-up'],
    ],
    [
      'an item without a clause',
      { ...sheet, clauses: sheet.clauses.filter(({ code }) => code !== '2.2-1') },
      ['2.2', 'indicator-without-clause'],
    ],
    ['a section outside the total', { ...sheet, total: { ...sheet.total, bonus: [] } }, ['B', 'section-not-counted']],
    ['a range turned round', withClause('2.1-1', { min: '13' } as Partial<Clause>), ['2.1-1', 'range-turned-round']],
  ])('%s', (_, bad, finding) => {
    expect(isSheet(bad)).toBe(true)
    expect(words(bad)).toContainEqual(finding)
    expect(mayBeIssued(bad)).toBe(false)
    for (const each of lint(bad)) expect(sayLint(each).zh + sayLint(each).en).not.toMatch(/\{\w+\}/)
  })

  test('bands with a hole or an overlap', () => {
    const bands = [
      { atLeast: '95', below: '100', points: '0' },
      { atLeast: '80', below: '94', points: '-1' },
      { atLeast: null, below: '80.5', points: '-3' },
    ]
    const found = lint(withClause('1.2-3', { bands } as Partial<Clause>)).map(({ word, details }) => [word, details.at])
    expect(found).toEqual([
      ['band-overlap', '80'],
      ['band-overlap', '80.25'],
      ['band-hole', '94'],
      ['band-hole', '94.5'],
      ['band-hole', '100'],
    ])
  })

  test('a fact that nothing reads is only a warning', () => {
    const facts = [...sheet.facts, { key: 'spare', name: '备用', shape: 'count' as const, from: 'record' as const }]
    expect(words({ ...sheet, facts })).toEqual([['spare', 'fact-unread']])
    expect(mayBeIssued({ ...sheet, facts })).toBe(true)
  })
})

test('ranges that meet leave neither hole nor overlap', () => {
  expect(
    uncovered(
      [
        { atLeast: null, below: '1' },
        { atLeast: '1', below: null },
      ],
      null,
      null,
    ),
  ).toEqual([])
  expect(uncovered([], '0', '10').every(({ kind }) => kind === 'hole')).toBe(true)
})

describe('a value that is no sheet', () => {
  test.each<[string, unknown, string]>([
    ['another format', { ...sheet, format: 'hangbiao-sheet/2' }, 'format'],
    ['an unknown field', { ...sheet, extra: 1 }, 'extra'],
    ['points that are a number', { ...sheet, total: { ...sheet.total, full: 100 } }, 'total.full'],
    [
      'a clause of an unknown type',
      withClause('1.2-1', { type: 'Z9' } as unknown as Partial<Clause>),
      'clauses[3].type',
    ],
    ['a clause in an unknown item', withClause('1.2-1', { indicator: '9' }), 'clauses[3].indicator'],
    ['a clause in a section that has items', withClause('1.2-1', { indicator: '1' }), 'clauses[3].indicator'],
    [
      'a tree that turns in a circle',
      { ...sheet, indicators: sheet.indicators.map((each) => (each.code === '1' ? { ...each, parent: '1.1' } : each)) },
      'indicators[0].parent',
    ],
    ['a code twice', { ...sheet, indicators: [...sheet.indicators, sheet.indicators[3]] }, 'indicators[16]'],
    ['an unknown level to name', { ...sheet, naming: { ...sheet.naming, level: '卓越' } }, 'naming.level'],
    ['a quota above all', { ...sheet, naming: { ...sheet.naming, percent: '101' } }, 'naming.percent'],
    ['nothing at all', null, ''],
  ])('%s is named by its place', (_, value, path) => {
    expect(sheetMisshapes(value).map((each) => each.path)).toContain(path)
  })
})
