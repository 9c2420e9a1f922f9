import { describe, expect, test } from 'vitest'
import { lint, mayBeIssued, sayLint } from '#programme/scoring/rules/lint.ts'
import { placeOfLint } from '#programme/scoring/rules/lint-places.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Clause } from '#programme/scoring/rules/sheet-clauses.ts'
import { sheetMisshapes } from '#programme/scoring/rules/sheet-shape.ts'
import { writeRuleSheet } from '#programme/scoring/workbook.ts'
import { asGiven, item, sheetWith } from './plain-sheet.ts'

const sheet = sampleSheet(2025)
const levels = [
  { name: '优秀', atLeast: '90', below: null },
  { name: '良好', atLeast: null, below: '90' },
]
const quota = (more: object) => {
  return {
    code: 'N',
    levels: ['优秀'],
    kind: 'most',
    percent: '30',
    count: null,
    rounding: 'down',
    within: 'all',
    cut: 'next-lower',
    ties: [],
    ...more,
  } as NonNullable<Sheet['quotas']>[number]
}
const withClause = (code: string, change: object): Sheet => ({
  ...sheet,
  clauses: sheet.clauses.map((clause) => (clause.code === code ? ({ ...clause, ...change } as Clause) : clause)),
})

describe('before a sheet is issued', () => {
  test.each<[string, Sheet, string]>([
    [
      'deductions from an item that starts at zero',
      sheetWith(
        [{ type: 'A3', points: '2', exemptIf: null }],
        { f: 'flag' },
        { indicators: [item('i1', { max: '5', floor: '0', cap: '5' })] },
      ),
      'never-felt',
    ],
    [
      'a clause for no kind of branch',
      sheetWith(
        [{ type: 'A1', points: '2', kinds: ['机关'] }],
        { f: 'flag', k: 'kinds' },
        { variants: { fact: 'k', kinds: ['机关', '学生'] }, indicators: [item('i1', { kinds: ['学生'] })] },
      ),
      'for-nobody',
    ],
    [
      'parts that do not add up for one kind',
      sheetWith(
        [
          { type: 'A1', points: '100', kinds: ['机关'] },
          { type: 'A1', points: '90' },
        ],
        { f: 'flag', g: 'flag', k: 'kinds' },
        {
          variants: { fact: 'k', kinds: ['机关', '学生'] },
          indicators: [item('i1', { max: '100', kinds: ['机关'] }), item('i2', { max: '90', kinds: ['学生'] })],
        },
      ),
      'parts-do-not-add-up-for',
    ],
    [
      'an exemption that does not say how',
      sheetWith([{ type: 'A16', as: 'unsaid' }], { f: 'flag' }),
      'exemption-unsaid',
    ],
    ['honours that add up, or not', withClause('B-1', { fold: 'unsaid' }), 'fold-unsaid'],
    [
      'a share of a survey as a number',
      {
        ...sheet,
        facts: sheet.facts.map((need) =>
          need.key === 'training.coverage' ? { ...need, from: 'survey' as const } : need,
        ),
      },
      'survey-without-rule',
    ],
    [
      'a band that nobody reaches',
      withClause('1.2-3', {
        bands: [
          { atLeast: '101', below: null, points: '1' },
          { atLeast: null, below: '101', points: '0' },
        ],
      }),
      'band-out-of-reach',
    ],
    [
      'a level above the most there is',
      sheetWith(
        [asGiven],
        { s: 'number' },
        { total: { basic: ['i1'], bonus: [], full: '100', floor: '0', cap: '89', places: 2 }, levels },
      ),
      'level-out-of-reach',
    ],
    [
      'places that do not ascend',
      sheetWith(
        [
          {
            type: 'A7',
            by: 'place',
            from: 'top',
            better: 'high',
            within: 'all',
            ties: 'best',
            places: [
              { upTo: '3', points: '1' },
              { upTo: '2', points: '2' },
            ],
            after: null,
          },
        ],
        { r: 'rank' },
      ),
      'rows-not-ascending',
    ],
    [
      'a quota with a share and a number',
      sheetWith([asGiven], { s: 'number' }, { levels, quotas: [quota({ count: 3 })] }),
      'percent-or-count',
    ],
    [
      'quotas that leave some without a level',
      sheetWith(
        [asGiven],
        { s: 'number' },
        { levels, quotas: [quota({}), quota({ code: 'M', levels: ['良好'], percent: '60' })] },
      ),
      'quotas-below-all',
    ],
    [
      'quotas that ask for more than there are',
      sheetWith(
        [asGiven],
        { s: 'number' },
        {
          levels,
          quotas: [
            quota({ kind: 'exact', percent: '60' }),
            quota({ code: 'M', kind: 'least', levels: ['良好'], percent: '50' }),
          ],
        },
      ),
      'quotas-above-all',
    ],
    [
      'an item named like its neighbour',
      {
        ...sheet,
        indicators: sheet.indicators.map((each) =>
          each.code === '2.2' ? { ...each, name: '中心任务中的作用' } : each,
        ),
      },
      'name-twice',
    ],
    ['neither levels nor a ladder nor stars', sheetWith([asGiven], { s: 'number' }, { levels: [] }), 'no-levels'],
    [
      'a hole in what money follows',
      sheetWith(
        [asGiven],
        { s: 'number' },
        {
          total: { basic: ['i1'], bonus: [], full: '100', floor: '0', cap: '100', places: 2 },
          links: [{ code: 'J', name: '系数', places: 2, bands: [{ atLeast: '60', below: null, formula: '1' }] }],
        },
      ),
      'band-hole',
    ],
    [
      'media coverage as a ground for promotion',
      {
        ...sheet,
        promotions: [
          { code: 'Z', text: '获中央媒体报道', when: { kind: 'holds', fact: 'veto.accident' }, level: '优秀' },
        ],
      },
      'barred',
    ],
  ])('%s is named, in words, and keeps it from being issued', (_, bad, word) => {
    expect(sheetMisshapes(bad)).toEqual([])
    const found = lint(bad).filter((each) => each.word === word)
    expect(found).not.toEqual([])
    expect(mayBeIssued(bad)).toBe(false)
    for (const each of found) expect(sayLint(each).zh + sayLint(each).en).not.toMatch(/\{\w+\}/)
  })

  test.each<[string, Sheet, string]>([
    [
      'a share of places that needs the number ranked',
      sheetWith(
        [
          {
            type: 'A7',
            by: 'percent',
            from: 'top',
            better: 'high',
            within: 'all',
            ties: 'best',
            places: [{ upTo: '100', points: '1' }],
            after: null,
          },
        ],
        { r: 'rank' },
      ),
      'number-ranked-needed',
    ],
    [
      'a number that must be met beside points',
      sheetWith([asGiven], { s: 'number' }, { levels, quotas: [quota({ kind: 'least', levels: ['良好'] })] }),
      'quota-against-cut-off',
    ],
    [
      'the same words twice in an item',
      {
        ...sheet,
        clauses: sheet.clauses.map((each) =>
          each.code === '1.2-2' ? { ...each, text: sheet.clauses.find(({ code }) => code === '1.2-1')!.text } : each,
        ),
      },
      'text-twice',
    ],
  ])('%s is only a remark', (_, odd, word) => {
    expect(sheetMisshapes(odd)).toEqual([])
    expect(lint(odd).filter((each) => each.word === word)).toMatchObject([{ severity: 'warning' }])
  })

  test('a veto may speak of what nobody may earn with', () => {
    const vetoes = [
      ...sheet.vetoes,
      {
        code: 'F9',
        text: '被媒体曝光造成恶劣影响',
        when: { kind: 'holds' as const, fact: 'veto.accident' },
        effect: { effect: 'not-named' as const },
      },
    ]
    expect(lint({ ...sheet, vetoes })).toEqual([])
  })
})

describe('a formula', () => {
  test.each([
    ['([1] - [2])×70%+[3]*0.3', 0],
    ['max(1-[1]÷90, 0)', 0],
    ['[9]', 1],
    ['[1] +', 1],
    ['alert(1)', 1],
    ['[1] ** 2', 1],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 1],
  ])('%s has %s faults', (formula, faults) => {
    const codes = ['1', '2', '3']
    const sheet = sheetWith(
      [asGiven, asGiven, asGiven],
      { a: 'number', b: 'number', c: 'number' },
      {
        indicators: codes.map((code) => item(code)),
        total: { basic: codes, bonus: [], full: '100', floor: null, cap: null, places: 2, formula },
      },
    )
    const clauses = sheet.clauses.map((clause, at) => ({ ...clause, indicator: codes[at]! }))
    expect(sheetMisshapes({ ...sheet, clauses })).toHaveLength(faults)
  })
})

test('what is unwise is found by sheet, row and column of the workbook', () => {
  const bad = withClause('1.1-3', { points: '15' })
  const found = lint(bad).find(({ word }) => word === 'deduction-above-item')!
  const row = bad.clauses.findIndex(({ code }) => code === '1.1-3') + 2
  expect(placeOfLint(found, writeRuleSheet(bad))).toEqual({ sheet: '条款', row, column: '分值' })
})
