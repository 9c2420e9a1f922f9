import { describe, expect, test } from 'vitest'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import type { FactNeed, Sheet } from '#programme/scoring/rules/sheet.ts'
import { item, sheetWith } from '../../../../test/rule-cases/plain-sheet.ts'
import { inOneCell, readFact, writeFact } from './fact-cells.ts'
import { formOf } from './fact-form.ts'
import { rowsOfValue, valueOfRows } from './fact-rows.ts'
import { singleShape, sourceOf, votersOf } from './fact-source.ts'
import { fits } from './fits.ts'

const marks = (group?: string): FactValue => ({
  shape: 'ratings',
  ratings: ['3', '4.5'].map((points, at) => ({
    assessor: `纸质评分${at + 1}号`,
    points,
    reason: '民主评议',
    comparedWith: '',
    ...(group && { group }),
  })),
})
const things: FactValue = {
  shape: 'things',
  things: [
    { item: '提案甲', names: ['采纳', '立项'], document: '示办〔2026〕3号', on: '2026-05-05' },
    { item: '提案乙', names: ['采纳'] },
  ],
}
const stages = {
  type: 'A14',
  stages: [
    { name: '采纳', points: '2' },
    { name: '立项', points: '5' },
  ],
  cap: null,
  evidence: { document: true, from: '2026-01-01', until: null },
} as const
const judged = { type: 'A4', effect: 'add', min: '0', max: '5', comparison: false, spread: null } as const
const given = { type: 'A18', effect: 'add', outOf: null, points: '9', least: null } as const

/** A sheet with one fact of the shape, read by this clause. */
function reading(shape: FactNeed['shape'], clause: Parameters<typeof sheetWith>[0][number], more: Partial<Sheet> = {}) {
  const sheet = sheetWith([clause], { f: shape }, more)
  return { sheet, need: sheet.facts[0]! }
}

const every: [string, ReturnType<typeof reading>, FactValue][] = [
  ['count', reading('count', { type: 'A10', per: '1', unit: '次', cap: null }), { shape: 'count', count: 3 }],
  ['flag', reading('flag', { type: 'A1', points: '2' }), { shape: 'flag', holds: false }],
  ['number', reading('number', given), { shape: 'number', number: '12.25' }],
  ['ratio', reading('ratio', { type: 'A6', measure: 'percent', bands: [] }), { shape: 'ratio', part: 19, whole: 20 }],
  ['grade', reading('grade', { type: 'A5', options: [{ name: '好', points: '3' }] }), { shape: 'grade', grade: '好' }],
  [
    'periods',
    reading('periods', {
      type: 'A2',
      per: '1',
      unit: '次',
      due: { every: 'quarter', times: 1 },
      cap: null,
      exemptIf: null,
    }),
    { shape: 'periods', done: [1, 0, 2, 1] },
  ],
  ['since', reading('since', { type: 'A6', measure: 'full-years', bands: [] }), { shape: 'since', day: '2024-02-29' }],
  [
    'moment',
    reading('moment', { type: 'A19', due: { at: '2026-12-11T00:00:00+08:00' }, tiers: [], unit: 'days', never: '0' }),
    { shape: 'moment', at: '2026-12-10T23:59:59.999+08:00' },
  ],
  ['rank', reading('rank', { type: 'A7' }), { shape: 'rank', rank: 3, of: 21 }],
  [
    'kinds',
    reading('kinds', given, { variants: { fact: 'f', kinds: ['机关', '船艇'] } }),
    { shape: 'kinds', kinds: ['机关', '船艇'] },
  ],
  ['things', reading('things', stages), things],
  ['ratings', reading('ratings', judged), marks()],
  [
    'ratings in groups',
    reading('ratings', judged, {
      panel: { least: 1, trimFrom: null, groups: [{ name: '党员', weight: '1', least: 1, trimFrom: null }] },
    }),
    marks('党员'),
  ],
  [
    'a series of numbers',
    reading('series', { ...given, periods: { count: 2, fold: 'mean' } }),
    {
      shape: 'series',
      values: [
        { shape: 'number', number: '88' },
        { shape: 'number', number: '92.5' },
      ],
    },
  ],
  [
    'a series of lists, one of them empty',
    reading('series', { ...stages, periods: { count: 2, fold: 'sum' } }),
    { shape: 'series', values: [things as never, { shape: 'things', things: [] }] },
  ],
  [
    'a series of marks',
    reading('series', { ...judged, periods: { count: 2, fold: 'mean' } }),
    { shape: 'series', values: [marks() as never, marks() as never] },
  ],
]

describe('every shape of fact is typed in by the form its sheet asks for', () => {
  test.each(every)('%s goes into rows and comes back', (_, { sheet, need }, value) => {
    const form = formOf(sheet, need)
    const back = valueOfRows(form, singleShape(sheet, need), rowsOfValue(value), need.shape === 'series')
    expect(back).toEqual({ ok: true, value })
    expect(fits(sheet, need, value)).toEqual({ ok: true, value })
  })

  test.each(every.filter(([, { sheet, need }]) => inOneCell(sheet, need)))(
    '%s goes into one cell and comes back',
    (_, { sheet, need }, value) => expect(readFact(sheet, need, writeFact(value))).toEqual(value),
  )

  test.each<[string, ReturnType<typeof reading>, FactValue, string]>([
    ['another shape', reading('count', given), { shape: 'flag', holds: true }, 'assessment.fact-of-another-shape'],
    [
      'a stage the sheet has not',
      reading('things', stages),
      { shape: 'things', things: [{ item: '甲', names: ['表扬'] }] },
      'assessment.name-unlisted',
    ],
    ['a mark out of its range', reading('ratings', { ...judged, max: '4' }), marks(), 'assessment.mark-out-of-range'],
    [
      'a thing without its reason',
      reading('things', { type: 'A4E', effect: 'add', min: '1', max: '3', cap: null }),
      { shape: 'things', things: [{ item: '甲', points: '2' }] },
      'assessment.thing-incomplete',
    ],
    [
      'a thing out of its range',
      reading('things', { type: 'A4E', effect: 'add', min: '1', max: '3', cap: null }),
      { shape: 'things', things: [{ item: '甲', points: '3.5', reason: '属实' }] },
      'assessment.thing-out-of-range',
    ],
    [
      'a kind the sheet has not',
      reading('kinds', given, { variants: { fact: 'f', kinds: ['机关'] } }),
      { shape: 'kinds', kinds: ['学校'] },
      'assessment.grade-unlisted',
    ],
    [
      'a place beyond those ranked',
      reading('rank', { type: 'A7' }),
      { shape: 'rank', rank: 9, of: 5 },
      'assessment.rank-above-ranked',
    ],
    [
      'a period too few',
      reading('series', { ...given, periods: { count: 3, fold: 'mean' } }),
      { shape: 'series', values: [{ shape: 'number', number: '1' }] },
      'assessment.periods-differ',
    ],
    [
      'one ballot twice',
      reading('ratings', judged),
      {
        shape: 'ratings',
        ratings: [...(marks() as never as { ratings: [] }).ratings, ...(marks() as never as { ratings: [] }).ratings],
      },
      'assessment.ballot-twice',
    ],
  ])('%s is refused', (_, { sheet, need }, value, reason) => {
    expect(fits(sheet, need, value)).toMatchObject({ ok: false, reason })
  })

  test('rows that cannot be read are told by row and field', () => {
    const { sheet, need } = reading('things', { type: 'A17', per: '0.5', unit: '篇', cap: null })
    const rows = [{ item: '甲', people: '2' }, { item: '乙', people: '两人' }, { people: '1' }]
    expect(valueOfRows(formOf(sheet, need), 'things', rows, false)).toEqual({
      ok: false,
      unread: [
        { row: 1, field: 'people' },
        { row: 2, field: 'item' },
      ],
    })
  })

  test('a ballot in two half-years has a count for each group in each', () => {
    const clause = {
      type: 'B6',
      points: '10',
      least: 5,
      groups: [
        { name: '党员', weight: '7' },
        { name: '群众', weight: '3' },
      ],
      periods: { count: 2, fold: 'mean' },
    } as const
    const { sheet, need } = reading('series', clause as never, { indicators: [item('i1')] })
    expect(sourceOf(sheet, need)).toBe('survey')
    expect(votersOf(sheet, need).slots.map(({ voters }) => voters)).toEqual([
      '第1期·党员',
      '第1期·群众',
      '第2期·党员',
      '第2期·群众',
    ])
  })
})
