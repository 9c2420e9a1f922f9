import { describe, expect, test } from 'vitest'
import { exact, showDecimal } from '#basics/exact.ts'
import { explain } from '#programme/scoring/rules/explain.ts'
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { pointsOf, scoreBranch } from '#programme/scoring/rules/score.ts'
import { nominees } from '#programme/scoring/rules/shares.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { select } from '#programme/selection/rules/select.ts'
import { read, rebuild, same } from '../calculator.ts'
import { asGiven, factsWith, flag, item, marks, moment, number, sheetWith } from './plain-sheet.ts'
import { graded, level, scored, total } from './tried.ts'

/** How the selection ends for one branch alone. */
function title(sheet: Sheet, facts: Facts) {
  const branch = {
    id: 'b',
    name: '支部',
    region: null,
    kind: '',
    setUpOn: '2001-07-01',
    facts,
    selfScore: {},
    rulings: [],
  }
  return select(sheet, [branch]).branches[0]!
}

describe('1 each proposal climbs its own ladder and keeps what its lower stages earned', () => {
  const stages = [
    { name: '采纳', points: '2' },
    { name: '转办', points: '3' },
    { name: '立项', points: '5' },
  ]
  const sheet = sheetWith([{ type: 'A14', stages, cap: null }], { proposals: 'things' })

  test('采纳 2, 再转办 3, 再立项 5: 2 + 10 + 0 = 12', () => {
    const things = [
      { item: 'P1', names: ['采纳'] },
      { item: 'P2', names: ['采纳', '转办', '立项'] },
      { item: 'P3', names: [] },
    ]
    expect(total(scored(sheet, { proposals: { shape: 'things', things } }))).toBe('12')
  })

  test('a proposal entered in two lines climbs one ladder', () => {
    const things = [
      { item: 'P2', names: ['采纳', '转办'] },
      { item: 'P 2', names: ['转办', '立项'] },
    ]
    expect(total(scored(sheet, { proposals: { shape: 'things', things } }))).toBe('10')
  })
})

describe('2 either the growth or the sum: the better counts', () => {
  const growth = [
    { atLeast: '8', below: null, points: '6' },
    { atLeast: null, below: '8', points: '0' },
  ]
  const sum = [
    { atLeast: '500', below: null, points: '5' },
    { atLeast: null, below: '500', points: '0' },
  ]
  const or = [{ fact: 'sum', measure: 'number', bands: sum }]
  const sheet = sheetWith([{ type: 'A15', measure: 'number', bands: growth, or }], { growth: 'number', sum: 'number' })
  test.each([
    [9, 300, '6'],
    [3, 500, '5'],
    [3, 300, '0'],
    [9, 500, '6'],
  ])('growth %s, sum %s: %s', (first, second, points) => {
    expect(total(scored(sheet, { growth: number(first), sum: number(second) }))).toBe(points)
  })
})

describe('3 due on 10 December, 24:00: on time 2, up to three working days late 1, later or never 0', () => {
  const tiers = [
    { upTo: 0, points: '2' },
    { upTo: 3, points: '1' },
  ]
  const due = { at: '2026-12-11T00:00:00.000000+08:00' }
  const clause = { type: 'A19', due, tiers, unit: 'working-days', never: '0' } as const
  const sheet = sheetWith([clause], { report: 'moment' })
  test.each([
    ['2026-12-10T23:59:59.999+08:00', '2'],
    ['2026-12-11T00:00:00+08:00', '1'],
    ['2026-12-12T10:00:00+08:00', '1'],
    ['2026-12-15T23:59:00+08:00', '1'],
    ['2026-12-16T00:00:00+08:00', '0'],
    [null, '0'],
  ])('%s: %s', (at, points) => {
    expect(total(scored(sheet, { report: moment(at) }))).toBe(points)
  })

  test('a day off of the sheet’s own calendar is no working day', () => {
    const off = { ...sheet, calendar: { off: ['2026-12-14'], on: ['2026-12-12'] } }
    expect(total(scored(off, { report: moment('2026-12-15T23:59:00+08:00') }))).toBe('1')
    const busy = { ...sheet, calendar: { off: [], on: ['2026-12-12'] } }
    expect(total(scored(busy, { report: moment('2026-12-15T23:59:00+08:00') }))).toBe('0')
  })
})

describe('4 the bonus stays out of the grade and counts for the title', () => {
  const sheet = sheetWith(
    [asGiven, asGiven],
    { base: 'number', bonus: 'number' },
    {
      total: { basic: ['i1'], bonus: ['i2'], full: '100', floor: '0', cap: null, places: 2, grade: 'without-bonus' },
      levels: [
        { name: '优秀', atLeast: '90', below: null },
        { name: '良好', atLeast: '80', below: '90' },
        { name: '一般', atLeast: null, below: '80' },
      ],
      naming: { level: null, atLeast: '90', percent: '100', within: 'all', ties: [] },
    },
  )

  test('86 and 6: 良好 by 86, the title by 92, both totals kept', () => {
    const values = { base: number(86), bonus: number(6) }
    const score = scored(sheet, values)
    expect([graded(score), total(score), level(score)]).toEqual(['86', '92', '良好'])
    expect(title(sheet, factsWith(values))).toMatchObject({ level: '良好', title: 'named' })
  })

  test('86 and 3: 良好 again, and no title', () => {
    const values = { base: number(86), bonus: number(3) }
    expect(title(sheet, factsWith(values))).toMatchObject({ level: '良好', title: 'not-named' })
  })
})

describe('5 at least 5 % must be 后进, rounded up', () => {
  const sheet = sheetWith(
    [asGiven],
    { score: 'number' },
    {
      levels: [
        { name: '合格', atLeast: '60', below: null },
        { name: '后进', atLeast: null, below: '60' },
      ],
      quotas: [
        {
          code: 'N1',
          levels: ['后进'],
          kind: 'least',
          percent: '5',
          count: null,
          rounding: 'up',
          within: 'all',
          cut: 'ruling',
          ties: [],
        },
      ],
    },
  )
  const members = (...lowest: number[]) =>
    [...Array.from({ length: 30 - lowest.length }, () => 85), ...lowest].map((points, at) => ({
      id: `b${String(at).padStart(2, '0')}`,
      region: null,
      facts: factsWith({ score: number(points) }),
      rulings: [],
    }))

  test('of 30 the two lowest, 68 and 70, are named by quota and not by cut-off', () => {
    const { scores, quotas } = scorePopulation(sheet, members(71, 70, 68))
    expect(quotas).toMatchObject([{ base: 30, places: 2, holders: 0, state: 'named', moved: ['b28', 'b29'] }])
    expect([...scores].filter(([, score]) => level(score) === '后进').map(([id]) => id)).toEqual(['b28', 'b29'])
    const facts = members(71, 70, 68)[29]!.facts
    const said = explain(sheet, facts, scores.get('b29')!).level
    expect(said.at(-1)?.zh).toBe('按名额确定（须有 2 个），并非分数所致：后进。')
  })

  test('with 70, 70, 68 the lowest is named and the two equals need a ruling', () => {
    const { scores, quotas } = scorePopulation(sheet, members(70, 70, 68))
    expect(quotas).toMatchObject([{ state: 'tied', moved: ['b29'], tied: ['b27', 'b28'] }])
    expect(level(scores.get('b29')!)).toBe('后进')
    expect(scores.get('b27')!.level).toEqual({ state: 'needs-ruling', readings: ['合格', '后进'] })
  })

  test('a ruling on both equals settles it, and is shown', () => {
    const ground = '党委会议纪要〔2027〕3号'
    const ruled = members(70, 70, 68).map((member) => {
      const named = { b27: '后进', b28: '合格' }[member.id]
      return named ? { ...member, rulings: [{ about: 'level' as const, level: named, ground }] } : member
    })
    const { scores, quotas } = scorePopulation(sheet, ruled)
    expect(quotas[0]?.state).toBe('named')
    expect(['b27', 'b28'].map((id) => level(scores.get(id)!))).toEqual(['后进', '合格'])
    const said = explain(sheet, ruled[27]!.facts, scores.get('b27')!).level
    expect(said.at(-1)?.zh).toBe(`按裁定，依据：${ground}：后进。`)
  })
})

describe('6 a 市级 honour with a document number makes 优秀 whatever the score', () => {
  const sheet = sheetWith(
    [asGiven],
    { score: 'number', honours: 'honours', accident: 'flag', weak: 'flag' },
    {
      levels: [
        { name: '优秀', atLeast: '90', below: null },
        { name: '良好', atLeast: '70', below: '90' },
        { name: '一般', atLeast: null, below: '70' },
      ],
      promotions: [
        {
          code: 'Z1',
          text: '获市级表彰',
          when: { kind: 'honoured', fact: 'honours', levels: ['市级'] },
          level: '优秀',
        },
      ],
      vetoes: [
        { code: 'F1', text: '责任事故', when: { kind: 'holds', fact: 'accident' }, effect: { effect: 'not-named' } },
        {
          code: 'F2',
          text: '软弱涣散',
          when: { kind: 'holds', fact: 'weak' },
          effect: { effect: 'at-most', level: '一般' },
        },
      ],
      naming: { level: '优秀', percent: '100', within: 'all', ties: [] },
    },
  )
  const honour = (document: string): FactValue => ({
    shape: 'honours',
    honours: [{ level: '市级', matter: '先进', document, issuer: '市委', on: '2026-06-28' }],
  })
  const base = { score: number(78), honours: honour('市委〔2026〕8号'), accident: flag(false), weak: flag(false) }

  test('78 and the honour: 优秀, by direct promotion', () => {
    const score = scored(sheet, base)
    expect(level(score)).toBe('优秀')
    expect(score.levelSteps.map(({ word }) => word)).toEqual(['cut-off', 'promoted'])
  })

  test('without a document number it is 良好', () => {
    expect(level(scored(sheet, { ...base, honours: honour('') }))).toBe('良好')
  })

  test('with a veto the level stays 优秀 and the branch is not named', () => {
    const values = { ...base, accident: flag(true) }
    expect(level(scored(sheet, values))).toBe('优秀')
    expect(title(sheet, factsWith(values))).toMatchObject({ level: '优秀', title: 'not-named', vetoes: ['F1'] })
  })

  test('a ceiling comes after a promotion', () => {
    expect(level(scored(sheet, { ...base, weak: flag(true) }))).toBe('一般')
  })
})

describe('7 groups over stars', () => {
  const sheet = sheetWith(
    [asGiven],
    { score: 'number', weak: 'flag' },
    {
      levels: [
        { name: '五星', atLeast: '90', below: null },
        { name: '四星', atLeast: '80', below: '90' },
        { name: '三星', atLeast: '70', below: '80' },
        { name: '二星', atLeast: '60', below: '70' },
        { name: '一星', atLeast: null, below: '60' },
      ],
      groups: [
        { name: '健康', levels: ['五星', '四星'] },
        { name: '亚健康', levels: ['三星'] },
        { name: '不健康', levels: ['二星', '一星'] },
      ],
      vetoes: [
        {
          code: 'R',
          text: '软弱涣散',
          when: { kind: 'holds', fact: 'weak' },
          effect: { effect: 'group', group: '不健康' },
        },
      ],
    },
  )

  test.each([
    [85, false, '四星', '健康'],
    [72, false, '三星', '亚健康'],
    [60, false, '二星', '不健康'],
    [85, true, '四星', '不健康'],
  ])('%s points, weak %s: %s, %s', (points, weak, star, group) => {
    const score = scored(sheet, { score: number(points), weak: flag(weak) })
    expect([level(score), score.group]).toEqual([star, group])
  })
})

describe('8 money follows the score', () => {
  const sheet = sheetWith(
    [asGiven],
    { score: 'number' },
    {
      links: [
        {
          code: 'J',
          name: '奖金系数',
          places: 2,
          bands: [
            { atLeast: '95', below: null, formula: '1.2' },
            { atLeast: '85', below: '95', formula: '1.0' },
            { atLeast: null, below: '85', formula: '[total] ÷ 85' },
          ],
        },
      ],
    },
  )

  test.each([
    [80, '16/17', '0.94'],
    [85, '1', '1.00'],
    [95, '1.2', '1.20'],
  ])('%s: %s, shown as %s', (points, exactly, shown) => {
    const [link] = scored(sheet, { score: number(points) }).links
    expect(link!.value).toBe(exactly)
    expect(showDecimal(exact(link!.value!), sheet.links![0]!.places)).toBe(shown)
  })

  test('1.3 × (1 − score ÷ 90) × 50 % of a real sheet is a formula too', () => {
    const formula = '1.3×（1－〔total〕÷90）×50％'
    const bands = [{ atLeast: null, below: null, formula }]
    const other = { ...sheet, links: [{ code: 'K', name: '扣减', places: 4, bands }] }
    expect(scored(other, { score: number(81) }).links[0]!.value).toBe('0.065')
  })
})

test('9 three titles, 差额 1:1.2: four are nominated; with 1:1.5 five; of three eligible it needs a ruling', () => {
  expect(nominees('1.2', 3, 10)).toEqual({ needed: 4, state: 'enough' })
  expect(nominees('1.5', 3, 5)).toEqual({ needed: 5, state: 'enough' })
  expect(nominees('1.2', 3, 3)).toEqual({ needed: 4, state: 'needs-ruling' })
})

test('10 quarters 88, 92, 79, 95 make 88.5 良好; with bonuses 2, 0, 4, 0 the title takes 94.5', () => {
  const quarters = ['q1', 'q2', 'q3', 'q4']
  const shapes = Object.fromEntries(
    [...quarters, ...quarters.map((each) => `b-${each}`)].map((key) => [key, 'number' as const]),
  )
  const sheet = sheetWith(
    Array.from({ length: 8 }, () => asGiven),
    shapes,
    {
      indicators: [
        item('季度', { max: '100', fold: 'mean' }),
        ...[1, 2, 3, 4].map((at) => item(`i${at}`, { parent: '季度', max: '100', cap: '100', floor: '0' })),
        item('加分'),
        ...[5, 6, 7, 8].map((at) => item(`i${at}`, { parent: '加分' })),
      ],
      total: {
        basic: ['季度'],
        bonus: ['加分'],
        full: '100',
        floor: '0',
        cap: null,
        places: 2,
        grade: 'without-bonus',
      },
      levels: [
        { name: '优秀', atLeast: '90', below: null },
        { name: '良好', atLeast: '80', below: '90' },
        { name: '一般', atLeast: null, below: '80' },
      ],
      naming: { level: null, atLeast: '90', percent: '100', within: 'all', ties: [] },
    },
  )
  const values = Object.fromEntries(
    [88, 92, 79, 95, 2, 0, 4, 0].map((points, at) => [Object.keys(shapes)[at]!, number(points)]),
  )
  const score = scored(sheet, values)
  expect([graded(score), level(score), total(score)]).toEqual(['88.5', '良好', '94.5'])
  expect(title(sheet, factsWith(values)).title).toBe('named')
})

describe('11 a range of 5 to 10', () => {
  const clause = { type: 'A4', effect: 'add', min: '5', max: '10', comparison: false, spread: '3' } as const
  const sheet = sheetWith([clause], { marks: 'ratings' })
  const outcome = (value: FactValue) => scored(sheet, { marks: value }).clauses[0]!.outcome

  test('4 is refused, 7 without a reason is refused, 7 with one is accepted', () => {
    expect(outcome(marks([4]))).toMatchObject({ state: 'unusable', problem: 'mark-out-of-range' })
    expect(outcome(marks([7], { reason: '' }))).toMatchObject({ state: 'unusable', problem: 'mark-without-reason' })
    expect(outcome(marks([7]))).toEqual({ state: 'points', points: '7' })
  })

  test('6 and 10 are 4 apart: the mean of 8 waits for a ruling', () => {
    expect(outcome(marks([6, 10]))).toEqual({
      state: 'needs-ruling',
      question: 'marks-far-apart',
      readings: [{ word: 'counts-as-given', points: '8' }],
    })
    const facts = factsWith({ marks: marks([6, 10]) })
    const ruled = scoreBranch(sheet, facts, [{ about: 'clause', clause: 'c1', points: '8', ground: '考核组会议' }])
    expect(pointsOf(ruled, 'i1')).toBe('8')
    expect(same(rebuild(explain(sheet, facts, ruled))!, read('8'))).toBe(true)
  })
})
