import { describe, expect, test } from 'vitest'
import { differences } from '#programme/scoring/rules/difference.ts'
import { explain } from '#programme/scoring/rules/explain.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import { lint } from '#programme/scoring/rules/lint.ts'
import { pointsOf, scoreBranch } from '#programme/scoring/rules/score.ts'
import type { LevelQuota } from '#programme/scoring/rules/sheet-outcomes.ts'
import { asGiven, count, factsWith, flag, item, number, ratio, sheetWith } from './plain-sheet.ts'
import { level, scored, together, total } from './tried.ts'

// What breaks an engine that adds up points, clamps and compares with a number. The numbers are those of docs/rules-guide.md.

const levels = (names: [string, string | null, string | null][]) =>
  names.map(([name, atLeast, below]) => ({ name, atLeast, below }))
const stars = levels([
  ['优秀', '95', null],
  ['良好', '80', '95'],
  ['一般', '60', '80'],
  ['后进', null, '60'],
])

describe('2 caps come in the order clause, item, group of bonuses, total', () => {
  const clause = { type: 'A10', per: '6', unit: '项', cap: '12' } as const
  const own = (code: string, indicator: string) => ({ ...clause, code, indicator })
  const sheet = sheetWith(
    [own('c1', 'i1'), own('c2', 'i2'), own('c3', 'i3')],
    { a: 'count', b: 'count', c: 'count' },
    {
      indicators: [
        item('基本', { max: '90', starts: 'full' }),
        item('加分一', { cap: '5' }),
        item('i1', { parent: '加分一', cap: '10' }),
        item('加分二', { cap: '15' }),
        item('i2', { parent: '加分二' }),
        item('i3', { parent: '加分二', cap: '8' }),
      ],
      total: { basic: ['基本'], bonus: ['加分一', '加分二'], full: '90', floor: '0', cap: '105', places: 2 },
    },
  )
  const whole = {
    ...sheet,
    facts: [...sheet.facts, { key: 'd', name: '事实d', shape: 'flag' as const, from: 'supplied' as const }],
    clauses: [
      ...sheet.clauses,
      { code: 'c0', indicator: '基本', text: '基本', fact: 'd', type: 'A3' as const, points: '1', exemptIf: null },
    ],
  }

  test('five times 6 is 30, of which 12 count; the item holds 10, the group 5; the other group 15; the total 105', () => {
    const score = scored(whole, { a: count(5), b: count(5), c: count(5), d: flag(false) })
    const points = ['i1', '加分一', 'i2', 'i3', '加分二'].map((code) => pointsOf(score, code))
    expect(score.clauses[0]!.outcome).toEqual({ state: 'points', points: '12' })
    expect(points).toEqual(['10', '5', '12', '8', '15'])
    expect(total(score)).toBe('105')
  })
})

describe('5 a level is no function of the score alone', () => {
  const base = sheetWith(
    [asGiven, asGiven],
    { a: 'number', b: 'number', attendance: 'ratio' },
    {
      levels: stars,
      vetoes: [
        {
          code: 'V1',
          text: '任何一类为零',
          when: { kind: 'points-between', indicators: ['i1', 'i2'], of: 'any', atLeast: null, below: '0.01' },
          effect: { effect: 'at-most', level: '一般' },
        },
        {
          code: 'V2',
          text: '出勤不足八成',
          when: { kind: 'fact-between', fact: 'attendance', measure: 'percent', atLeast: null, below: '80' },
          effect: { effect: 'level', level: '后进' },
        },
      ],
    },
  )

  test.each([
    [50, 46, ratio(9, 10), '优秀'],
    [0, 96, ratio(9, 10), '一般'],
    [50, 46, ratio(79, 100), '后进'],
    [0, 50, ratio(9, 10), '后进'],
  ])('%s and %s, attendance %s: %s', (a, b, attendance, name) => {
    expect(level(scored(base, { a: number(a), b: number(b), attendance }))).toBe(name)
  })

  test('a condition that cannot be looked at holds nobody down, and stands as open', () => {
    const score = scored(base, { a: number(50), b: number(46), attendance: ratio(0, 0) })
    expect(score.effects.open).toEqual(['V2'])
  })
})

describe('9 and 10 quotas against cut-offs: the level first, then the quota', () => {
  const quota = (more: Partial<LevelQuota>): LevelQuota => {
    return {
      code: 'N',
      levels: ['优秀'],
      kind: 'most',
      percent: '10',
      count: null,
      rounding: 'down',
      within: 'all',
      cut: 'next-lower',
      ties: [],
      ...more,
    }
  }
  const sheet = (...quotas: LevelQuota[]) => sheetWith([asGiven], { score: 'number' }, { levels: stars, quotas })
  const ten = (...points: number[]) =>
    Object.fromEntries(
      [...points, ...Array.from({ length: 10 - points.length }, () => 82)].map((score, at) => [
        `b${at}`,
        { score: number(score) },
      ]),
    )

  test('three reach 95, one may: the others are cut to the next level; one must be 后进 though none is below 60', () => {
    const { scores, quotas } = together(
      sheet(quota({}), quota({ code: 'L', levels: ['后进'], kind: 'least', rounding: 'up' })),
      ten(99, 97, 96, 70),
    )
    expect(['b0', 'b1', 'b2', 'b3'].map((id) => level(scores.get(id)!))).toEqual(['优秀', '良好', '良好', '后进'])
    expect(quotas.map(({ quota, state, moved }) => [quota, state, moved])).toEqual([
      ['N', 'cut', ['b1', 'b2']],
      ['L', 'named', ['b3']],
    ])
    const steps = scores.get('b1')!.levelSteps.map(({ word }) => word)
    expect(steps).toEqual(['cut-off', 'quota-cut'])
  })

  test('where the sheet does not say what becomes of those cut, they wait for a ruling', () => {
    const { scores } = together(sheet(quota({ cut: 'ruling' })), ten(99, 97))
    expect(scores.get('b1')!.level).toEqual({ state: 'needs-ruling', readings: ['优秀', '良好'] })
  })

  test('equals at the line are not parted by chance', () => {
    const { scores, quotas } = together(sheet(quota({})), ten(97, 97))
    expect(quotas[0]).toMatchObject({ state: 'tied', tied: ['b0', 'b1'] })
    expect(level(scores.get('b0')!)).toBe('needs-ruling')
  })

  test('“about” is told and moves nobody; “exact” that cannot be met is told', () => {
    const about = together(sheet(quota({ kind: 'about' })), ten(99, 97))
    expect(about.quotas[0]).toMatchObject({ places: 1, holders: 2, state: 'off', moved: [] })
    const exactly = together(sheet(quota({ kind: 'exact', percent: '30' })), ten(99, 97))
    expect(exactly.quotas[0]).toMatchObject({ places: 3, holders: 2, state: 'short' })
  })

  test('a branch without a total keeps the quota from being settled', () => {
    const { quotas } = together(sheet(quota({})), { ...ten(99, 97), b9: { score: flag(true) } })
    expect(quotas[0]!.state).toBe('waits')
  })

  test('ties at the line are parted by the sums the sheet names', () => {
    const parted = sheetWith(
      [asGiven, asGiven],
      { a: 'number', b: 'number' },
      { levels: stars, quotas: [quota({ count: 1, percent: null, ties: [['i2']] })] },
    )
    const { scores } = together(parted, { x: { a: number(60), b: number(36) }, y: { a: number(50), b: number(46) } })
    expect(['x', 'y'].map((id) => level(scores.get(id)!))).toEqual(['良好', '优秀'])
  })

  test('quotas by region count each region by itself', () => {
    const regional = sheet(quota({ within: 'region', percent: '50' }))
    const all = {
      a: { score: number(99) },
      b: { score: number(98) },
      c: { score: number(97) },
      d: { score: number(61) },
    }
    const { scores, quotas } = together(regional, all, { a: '粤东', b: '粤东', c: '粤西', d: '粤西' })
    expect([...scores].map(([id, score]) => [id, level(score)])).toEqual([
      ['a', '优秀'],
      ['b', '良好'],
      ['c', '优秀'],
      ['d', '一般'],
    ])
    expect(quotas.map(({ group, places }) => [group, places])).toEqual([
      ['粤东', 1],
      ['粤西', 1],
    ])
  })
})

describe('11 scores that depend on other branches', () => {
  const rank = { type: 'A7', by: 'place', from: 'top', better: 'high', within: 'all', ties: 'mean' } as const
  const places = [
    { upTo: '1', points: '10' },
    { upTo: '2', points: '8' },
    { upTo: '3', points: '6' },
  ]
  const after = { per: '-1', least: '0' }
  const best = {
    type: 'A8',
    points: '6',
    to: 'best',
    target: null,
    better: 'high',
    within: 'all',
    measure: 'number',
    cap: null,
  } as const
  const sheet = sheetWith([{ ...rank, places, after }, best], { a: 'number', b: 'number' })
  const all = {
    x: { a: number(90), b: number(4) },
    y: { a: number(80), b: number(3) },
    z: { a: number(80), b: number(2) },
    w: { a: number(10), b: number(1) },
  }

  test('places: 10, equals share the mean of 2 and 3, the fourth one less than the third', () => {
    const { scores } = together(sheet, all)
    expect(['x', 'y', 'z', 'w'].map((id) => pointsOf(scores.get(id)!, 'i1'))).toEqual(['10', '6', '6', '5'])
    expect(['x', 'y', 'z', 'w'].map((id) => pointsOf(scores.get(id)!, 'i2'))).toEqual(['6', '4.5', '3', '1.5'])
  })

  test('one branch can be scored again alone from its facts and its frozen figures', () => {
    const { scores, figures } = together(sheet, all)
    expect(scoreBranch(sheet, factsWith(all.z), [], figures.get('z'))).toEqual(scores.get('z'))
    expect(figures.get('z')).toEqual({
      c1: { kind: 'rank', rank: '2.5', of: 4, equals: 2 },
      c2: { kind: 'best', value: '4', over: 4 },
    })
  })

  test('the explanation says with whom it was compared', () => {
    const { scores } = together(sheet, all)
    const { indicators } = explain(sheet, factsWith(all.z), scores.get('z')!)
    expect(indicators.flatMap(({ clauses }) => clauses.map(({ said }) => said[0]!.zh))).toEqual([
      '在 4 个支部中列第 2.5（相同的有 2 个）。',
      '全部 4 个支部中最优为 4。',
    ])
  })

  test('alone, without them, nothing is guessed', () => {
    const { outcome } = scoreBranch(sheet, factsWith(all.z)).clauses[0]!
    expect(outcome).toMatchObject({ state: 'unusable', problem: 'needs-the-others' })
  })

  test('one correction moves others too, and the difference says whom and by how much', () => {
    const before = together(sheet, all)
    const corrected = together(sheet, { ...all, x: { a: number(90), b: number(5) } })
    expect(differences(before, corrected).filter(({ what }) => what === 'total')).toEqual([
      { branch: 'w', what: 'total', code: '', before: '6.5', after: '6.2' },
      { branch: 'y', what: 'total', code: '', before: '10.5', after: '9.6' },
      { branch: 'z', what: 'total', code: '', before: '9', after: '8.4' },
    ])
    expect(differences(before, together(sheet, all))).toEqual([])
  })

  test('equals that the sheet does not part need a ruling, with what each place would give', () => {
    const open = sheetWith([{ ...rank, ties: 'ruling', places, after }], { a: 'number' })
    const { scores } = together(open, { x: { a: number(1) }, y: { a: number(1) } })
    expect(scores.get('x')!.clauses[0]!.outcome).toEqual({
      state: 'needs-ruling',
      question: 'equal-places',
      readings: [
        { word: 'this-place', points: '10' },
        { word: 'this-place', points: '8' },
      ],
    })
  })

  test('the last places from the bottom, where low is good', () => {
    const bottom = sheetWith([{ ...rank, from: 'bottom', ties: 'best', places, after }], { a: 'number' })
    const { scores } = together(bottom, all)
    expect(['w', 'y', 'z', 'x'].map((id) => pointsOf(scores.get(id)!, 'i1'))).toEqual(['10', '6', '6', '5'])
  })

  test('the first 5 % need the number ranked', () => {
    const percent = {
      ...rank,
      by: 'percent',
      ties: 'best',
      places: [
        { upTo: '5', points: '8' },
        { upTo: '100', points: '0' },
      ],
      after: null,
    }
    const given = sheetWith([percent], { r: 'rank' })
    const at = (rank: number, of: number | null): FactValue => ({ shape: 'rank', rank, of })
    expect(total(scored(given, { r: at(2, 40) }))).toBe('8')
    expect(total(scored(given, { r: at(3, 40) }))).toBe('0')
    expect(scored(given, { r: at(2, null) }).clauses[0]!.outcome).toMatchObject({ problem: 'number-ranked-missing' })
    expect(lint(given).map(({ word }) => word)).toContain('number-ranked-needed')
  })

  test('a branch that lacks the number leaves the comparison open for all', () => {
    const { scores } = together(sheet, { ...all, w: { a: flag(true), b: number(1) } })
    expect(scores.get('x')!.clauses[0]!.outcome).toMatchObject({ problem: 'others-incomplete', details: { count: 1 } })
  })
})
