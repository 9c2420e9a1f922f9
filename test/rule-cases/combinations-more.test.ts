import { describe, expect, test } from 'vitest'
import type { FactValue, Honour } from '#programme/scoring/rules/facts.ts'
import { lint } from '#programme/scoring/rules/lint.ts'
import { ranking } from '#programme/scoring/rules/ranking.ts'
import { pointsOf, scoreBranch } from '#programme/scoring/rules/score.ts'
import { asGiven, count, factsWith, flag, item, marks, number, ratio, sheetWith } from './plain-sheet.ts'
import { level, scored, together, total } from './tried.ts'

// What breaks an engine that adds up points, clamps and compares with a number. The numbers are those of docs/rules-guide.md.

describe('12 steps: full, begun or in proportion is a setting', () => {
  const clause = {
    type: 'A9',
    measure: 'number',
    base: '3',
    threshold: '30',
    reached: '0',
    step: '10',
    above: '1',
    below: '-1',
    least: '0',
    most: null,
    exemptIf: null,
  } as const
  test.each([
    ['full', 52, '5'],
    ['begun', 52, '6'],
    ['fraction', 52, '5.2'],
    ['full', 18, '2'],
    ['begun', 18, '1'],
    ['fraction', 18, '1.8'],
  ] as const)('%s steps, %s: %s', (steps, x, points) => {
    expect(total(scored(sheetWith([{ ...clause, steps }], { x: 'number' }), { x: number(x) }))).toBe(points)
  })
})

describe('14 honours', () => {
  const honour = (level: string, matter: string, more: Partial<Honour> = {}): Honour => {
    return { level, matter, document: '1号', issuer: '上级', on: '2026-05-01', ...more }
  }
  const clause = (fold: string, more = {}) => {
    return {
      type: 'A12',
      fold,
      cap: null,
      levels: [
        { name: '国家级', points: '5' },
        { name: '省级', points: '3' },
      ],
      ...more,
    } as const
  }
  const two = { h: { shape: 'honours', honours: [honour('国家级', '甲'), honour('省级', '乙')] } as FactValue }

  test('sum 8, highest 5, and where the sheet does not say: a ruling with both', () => {
    expect(total(scored(sheetWith([clause('sum')], { h: 'honours' }), two))).toBe('8')
    expect(total(scored(sheetWith([clause('highest')], { h: 'honours' }), two))).toBe('5')
    const unsaid = sheetWith([clause('unsaid')], { h: 'honours' })
    expect(scored(unsaid, two).clauses[0]!.outcome).toMatchObject({
      state: 'needs-ruling',
      readings: [
        { word: 'all-count', points: '8' },
        { word: 'highest-counts', points: '5' },
      ],
    })
    expect(lint(unsaid).map(({ word }) => word)).toContain('fold-unsaid')
    const one = { h: { shape: 'honours', honours: [honour('省级', '乙')] } as FactValue }
    expect(total(scored(unsaid, one))).toBe('3')
  })

  test('what is not of the year, or was counted in another, counts nothing, and says so', () => {
    const evidence = { document: true, from: '2026-01-01', until: '2027-01-01' }
    const sheet = sheetWith([clause('sum', { evidence })], { h: 'honours' })
    const honours = [
      honour('省级', '甲', { on: '2025-12-31' }),
      honour('省级', '乙', { countedIn: 2025 }),
      honour('省级', '丙'),
    ]
    const score = scored(sheet, { h: { shape: 'honours', honours } })
    expect(total(score)).toBe('3')
    expect(score.clauses[0]!.notes.map(({ word }) => word)).toEqual([
      'honour-counted-before',
      'honour-outside-the-year',
    ])
  })
})

describe('15 a judged range that a band opens, by income or by growth', () => {
  const band = (atLeast: string | null, below: string | null, min: string, max: string) => ({
    atLeast,
    below,
    min,
    max,
  })
  const bands = [band('50', null, '15', '20'), band('10', '50', '8', '14'), band(null, '10', '0', '7')]
  const growth = [band('15', null, '15', '20'), band(null, '15', '0', '7')]
  const metrics = [
    { fact: 'income', measure: 'number', bands },
    { fact: 'growth', measure: 'percent', bands: growth },
  ]
  const sheet = sheetWith([{ type: 'A4B', metrics, comparison: false, spread: null }], {
    m: 'ratings',
    income: 'number',
    growth: 'ratio',
  })
  const outcome = (mark: number, income: number, grown: number) =>
    scored(sheet, { m: marks([mark]), income: number(income), growth: ratio(grown, 100) }).clauses[0]!.outcome

  test('the better metric opens the range, and a mark outside it is refused', () => {
    expect(outcome(18, 5, 16)).toEqual({ state: 'points', points: '18' })
    expect(outcome(18, 12, 3)).toMatchObject({
      state: 'unusable',
      problem: 'mark-out-of-range',
      details: { min: '8', max: '14' },
    })
    expect(outcome(14, 12, 3)).toEqual({ state: 'points', points: '14' })
  })
})

describe('17 and 18 raters and electorates', () => {
  const judged = { type: 'A4', effect: 'add', min: '0', max: '100', comparison: false, spread: null } as const
  const group = (name: string, weight: string, more = {}) => ({ name, weight, least: 1, trimFrom: null, ...more })
  const by = (groups: ReturnType<typeof group>[]) =>
    sheetWith([judged], { m: 'ratings' }, { panel: { least: 1, trimFrom: null, groups } })
  const given = marks([90, 80, 60], { groups: ['党员', '党员', '群众'] })

  test('24 for members and 16 for the masses is not the other way round', () => {
    expect(total(scored(by([group('党员', '24'), group('群众', '16')]), { m: given }))).toBe('75')
    expect(total(scored(by([group('党员', '16'), group('群众', '24')]), { m: given }))).toBe('70')
  })

  test('a group in which nobody marked needs a ruling, and the other does not stand in for it', () => {
    const sheet = by([group('党员', '24'), group('上级', '16')])
    expect(scored(sheet, { m: given }).clauses[0]!.outcome).toMatchObject({ question: 'too-few-assessors' })
  })

  test('thirds are not rounded early', () => {
    const three = by([group('甲', '1'), group('乙', '1'), group('丙', '1')])
    expect(total(scored(three, { m: marks([80, 80, 81], { groups: ['甲', '乙', '丙'] }) }))).toBe('241/3')
  })

  test('a median, and a group trimmed from four on', () => {
    const sheet = by([group('党员', '1', { fold: 'median' }), group('群众', '1', { trimFrom: 4 })])
    const all = marks([50, 70, 90, 10, 60, 80, 100], {
      groups: ['党员', '党员', '党员', '群众', '群众', '群众', '群众'],
    })
    expect(total(scored(sheet, { m: all }))).toBe('70')
  })

  test('whoever marks every branch alike is left out of all of them, with the rule that says so', () => {
    const sheet = sheetWith(
      [judged],
      { m: 'ratings' },
      { panel: { least: 1, trimFrom: null, ballot: [{ kind: 'not-all-equal' }] } },
    )
    const { scores } = together(sheet, { a: { m: marks([90, 85]) }, b: { m: marks([70, 85]) } })
    expect(['a', 'b'].map((id) => total(scores.get(id)!))).toEqual(['90', '70'])
    expect(scores.get('a')!.clauses[0]!.notes).toContainEqual({
      word: 'marks-void',
      details: { assessor: '考评人2', rule: 'not-all-equal' },
    })
  })
})

describe('19 several clocks', () => {
  const perFault = { type: 'A2', per: '2', unit: '次', due: null, cap: '3', exemptIf: null } as const
  const series: FactValue = { shape: 'series', values: [count(1), count(0), count(2), count(1)] }
  test.each([
    ['sum', '-7'],
    ['mean', '-1.75'],
    ['least', '-3'],
    ['last', '-2'],
  ])('a clause looked at each quarter, folded by %s: %s', (fold, points) => {
    const sheet = sheetWith([{ ...perFault, periods: { count: 4, fold } }], { s: 'series' })
    expect(total(scored(sheet, { s: series }))).toBe(points)
  })

  test('three quarters of four are not a year', () => {
    const sheet = sheetWith([{ ...perFault, periods: { count: 4, fold: 'sum' } }], { s: 'series' })
    const three: FactValue = { shape: 'series', values: [count(1), count(0), count(2)] }
    expect(scored(sheet, { s: three }).clauses[0]!.outcome).toMatchObject({ problem: 'periods-incomplete' })
  })
})

test('20 a star that needs full marks in its item and 90 in all', () => {
  const star = { name: '清廉星', indicator: 'i1', atLeast: '20', total: '90' }
  const sheet = sheetWith([asGiven, asGiven], { a: 'number', b: 'number' }, { stars: [star], levels: [] })
  const won = (a: number, b: number) => scored(sheet, { a: number(a), b: number(b) }).stars[0]!.won
  expect([won(20, 70), won(20, 69.99), won(19.9, 80)]).toEqual([true, false, false])
  expect(level(scored(sheet, { a: number(1), b: number(1) }))).toBe('none')
})

describe('21 variants by kind of branch', () => {
  const own = (code: string, kind: string, points: string) => ({
    type: 'A1' as const,
    code,
    indicator: 'i1',
    fact: 'f',
    points,
    kinds: [kind],
  })
  const sheet = sheetWith(
    [own('c1', '机关', '5'), own('c2', '学生', '7')],
    { f: 'flag', kind: 'kinds' },
    { variants: { fact: 'kind', kinds: ['机关', '学生'] } },
  )
  const kinds = (...names: string[]): FactValue => ({ shape: 'kinds', kinds: names })

  test('each kind has its own clause', () => {
    expect(total(scored(sheet, { f: flag(true), kind: kinds('机关') }))).toBe('5')
    expect(total(scored(sheet, { f: flag(true), kind: kinds('学生') }))).toBe('7')
  })

  test('a branch that changed in the year needs a ruling, and then goes by it', () => {
    const facts = factsWith({ f: flag(true), kind: kinds('机关', '学生') })
    const open = scoreBranch(sheet, facts)
    expect(open.kind).toEqual({ state: 'needs-ruling', readings: ['学生', '机关'] })
    expect(open.total.state).toBe('open')
    const ruled = scoreBranch(sheet, facts, [{ about: 'kind', kind: '学生', ground: '自9月起' }])
    expect([total(ruled), ruled.kind]).toEqual(['7', { state: 'kind', kind: '学生', ruled: '自9月起' }])
  })
})

describe('22 exempt is neither full marks nor zero', () => {
  const other = { type: 'A10', code: 'c1', indicator: 'i1', fact: 'n', per: '2', unit: '次', cap: '10' } as const
  const base = {
    type: 'A18' as const,
    code: 'c3',
    indicator: 'i2',
    fact: 'm',
    effect: 'add',
    outOf: null,
    points: '90',
    least: null,
  }
  const sheet = (as: string) =>
    sheetWith(
      [other, { type: 'A16', code: 'c2', indicator: 'i1', fact: 'x', as }, base],
      { n: 'count', x: 'flag', m: 'number' },
      {
        indicators: [item('i1', { max: '10', cap: '10', floor: '0' }), item('i2', { max: '90' })],
      },
    )
  const facts = { n: count(0), x: flag(true), m: number(45) }
  test.each([
    ['full', '55'],
    ['zero', '45'],
    ['left-out', '50'],
  ])('%s: %s in all', (as, points) => {
    expect(total(scored(sheet(as), facts))).toBe(points)
  })

  test('where the sheet does not say, it needs a ruling, and the ruling answers for the item', () => {
    const open = scored(sheet('unsaid'), facts)
    expect(open.total).toMatchObject({ state: 'open', clauses: ['c2'] })
    const ruled = scoreBranch(sheet('unsaid'), factsWith(facts), [
      { about: 'clause', clause: 'c2', points: '6', ground: '纪要' },
    ])
    expect(total(ruled)).toBe('51')
    expect(lint(sheet('unsaid')).map(({ word }) => word)).toContain('exemption-unsaid')
  })

  test('the others’ mean stands in, and a branch that is exempt is not part of it', () => {
    const values = (n: number, x: boolean) => ({ n: count(n), x: flag(x), m: number(0) })
    const { scores } = together(sheet('mean-of-others'), {
      a: values(2, false),
      b: values(5, false),
      c: values(0, true),
    })
    expect(['a', 'b', 'c'].map((id) => pointsOf(scores.get(id)!, 'i1'))).toEqual(['4', '10', '7'])
  })
})

test('places in a category: equals share one, too small a category is not ranked, the last are told as many as the sheet says', () => {
  const sheet = sheetWith(
    [asGiven],
    { score: 'number' },
    { ranking: { within: 'region', ties: 'shared', least: 3, top: 1, bottom: 1 } },
  )
  const all = Object.fromEntries([95, 90, 90, 80, 99].map((points, at) => [`b${at}`, { score: number(points) }]))
  const { members, scores } = together(sheet, all, { b0: '粤东', b1: '粤东', b2: '粤东', b3: '粤东', b4: '粤西' })
  expect(ranking(sheet, members, scores)).toMatchObject([
    {
      group: '粤东',
      state: 'ranked',
      top: ['b0'],
      bottom: ['b3'],
      places: [{ place: 1 }, { place: 2 }, { place: 2 }, { place: 4 }],
    },
    { group: '粤西', state: 'too-few', places: [], notRanked: ['b4'] },
  ])
})
