import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, exact } from '#basics/exact.ts'
import { addMonths, fullYears } from './age.ts'
import { changed, faultlessFacts, honour, marks } from './example-facts.ts'
import { type Facts, type FactValue, surveyValue } from './facts.ts'
import { byCutOff } from './level.ts'
import { sampleSheet } from './sample-sheet.ts'
import { type BranchScore, pointsOf, scoreBranch } from './score.ts'
import type { Sheet } from './sheet.ts'

const sheet = sampleSheet(2025)
const faultless = faultlessFacts(2025)
const count = (number: number): FactValue => ({ shape: 'count', count: number })
const flag = (holds: boolean): FactValue => ({ shape: 'flag', holds })
const survey = (valid: number, satisfied: number) => surveyValue([{ name: '党员群众', valid, satisfied }], 5)

function scoreWith(values: Record<string, FactValue>, by: Sheet = sheet): BranchScore {
  return scoreBranch(by, changed(faultless, values))
}

function total(score: BranchScore): string {
  if (score.total.state !== 'scored') throw new Error(`open: ${score.total.clauses.join(' ')}`)
  return score.total.points
}

describe('worked examples of the sample sheet', () => {
  test('a branch without a fault and without honours has 100 points and is 优秀', () => {
    const score = scoreBranch(sheet, faultless)
    expect(total(score)).toBe('100')
    expect(score.level).toEqual({ state: 'level', name: '优秀' })
    expect(['1', '2', '3', '4', '5', 'B'].map((code) => pointsOf(score, code))).toEqual([
      '25',
      '20',
      '25',
      '15',
      '15',
      '0',
    ])
  })

  test('an ordinary year, by hand: 7.5 + 7 + 4, 9.5 + 6, 12 + 8, 27/30 × 15, 3.5 + 4 + 2.5, + 3 = 80.5', () => {
    const score = scoreWith({
      'meeting.members-held': { shape: 'periods', done: [1, 0, 2, 1] }, // one quarter missing: −1.5
      'meeting.committee-held': { shape: 'periods', done: [1, 1, 1, 0, 2, 1, 1, 0, 1, 1, 1, 1] }, // two months: −1
      'training.coverage': { shape: 'ratio', part: 17, whole: 20 }, // 85 %: −1
      'inspection.overdue': count(1),
      'inspection.repeated': count(1), // 7 − 1 − 2
      'rating.core-task': marks('9', '10'),
      'building.problems-solved': count(2),
      'supplied.benchmark': { shape: 'grade', grade: '较好' },
      'building.activities': count(4),
      'survey.satisfaction': survey(30, 27),
      'rating.advanced': marks('3', '4'),
      'theme.in-force-since': { shape: 'since', day: '2023-05-20' }, // two full years
      'building.adopted': count(1),
      'outcome.honours': { shape: 'honours', honours: [honour('省部级', '防抗台风先进集体')] },
    })
    const codes = ['1.1', '1.2', '1.3', '2.1', '2.2', '3.1', '3.2', '4', '5.1', '5.2', '5.3', 'B']
    expect(codes.map((code) => pointsOf(score, code))).toEqual([
      '7.5',
      '7',
      '4',
      '9.5',
      '6',
      '12',
      '8',
      '13.5',
      '3.5',
      '4',
      '2.5',
      '3',
    ])
    expect(total(score)).toBe('80.5')
    expect(score.level).toEqual({ state: 'level', name: '良好' })
  })

  test('an item loses no more than it has: 4 general meetings and 12 committee meetings missing and a late election leave 0', () => {
    const score = scoreWith({
      'meeting.members-held': { shape: 'periods', done: [0, 0, 0, 0] },
      'meeting.committee-held': { shape: 'periods', done: Array.from({ length: 12 }, () => 0) },
      'branch.election-late': flag(true),
    })
    expect(pointsOf(score, '1.1')).toBe('0')
    expect(pointsOf(score, '1')).toBe('15')
  })

  test('too many meetings in one quarter make up for nothing in another', () => {
    expect(pointsOf(scoreWith({ 'meeting.members-held': { shape: 'periods', done: [4, 0, 0, 0] } }), '1.1')).toBe('5.5')
  })

  test('a late election costs four points, an approved extension costs none', () => {
    const late = { 'branch.election-late': flag(true) }
    expect(pointsOf(scoreWith(late), '1.1')).toBe('6')
    expect(pointsOf(scoreWith({ ...late, 'branch.extension-approved': flag(true) }), '1.1')).toBe('10')
  })

  test('overdue findings cost at most five points; repeated ones come on top and stop at zero', () => {
    expect(pointsOf(scoreWith({ 'inspection.overdue': count(9) }), '1.3')).toBe('2')
    expect(pointsOf(scoreWith({ 'inspection.overdue': count(9), 'inspection.repeated': count(2) }), '1.3')).toBe('0')
  })

  test.each([
    [95, 100, '8'],
    [94, 100, '7'],
    [80, 100, '7'],
    [79, 100, '5'],
    [949_999, 1_000_000, '7'],
    [799_999, 1_000_000, '5'],
  ])('training of %i of %i leaves %s of eight points', (part, whole, points) => {
    expect(pointsOf(scoreWith({ 'training.coverage': { shape: 'ratio', part, whole } }), '1.2')).toBe(points)
  })

  test.each([
    [0, '0'],
    [1, '4'],
    [2, '6'],
    [3, '8'],
    [40, '8'],
  ])('%i solved problems earn %s', (solved, points) => {
    expect(pointsOf(scoreWith({ 'building.problems-solved': count(solved) }), '2.2')).toBe(points)
  })

  test('activities and adoptions stop at their caps', () => {
    expect([4, 5, 6].map((n) => pointsOf(scoreWith({ 'building.activities': count(n) }), '3.2'))).toEqual([
      '8',
      '10',
      '10',
    ])
    expect([1, 2, 3].map((n) => pointsOf(scoreWith({ 'building.adopted': count(n) }), '5.3'))).toEqual([
      '2.5',
      '5',
      '5',
    ])
  })

  test.each([
    ['2025-01-01', '0'],
    ['2024-12-31', '2'],
    ['2024-01-01', '2'],
    ['2023-12-31', '4'],
    ['2022-12-31', '5'],
    [null, '0'],
  ])('a theme in force since %s earns %s for lasting', (day, points) => {
    expect(pointsOf(scoreWith({ 'theme.in-force-since': { shape: 'since', day } }), '5.2')).toBe(points)
  })

  test('two to five assessors count plainly, from six on the highest and the lowest drop', () => {
    const mean = (...points: string[]) => pointsOf(scoreWith({ 'rating.core-task': marks(...points) }), '2.1')
    expect(mean('6', '9')).toBe('7.5')
    expect(mean('0', '9', '9', '9', '12')).toBe('7.8')
    expect(mean('0', '9', '9', '9', '9', '12')).toBe('9')
    expect(mean('7', '7', '8')).toBe('22/3')
  })

  test('four valid votes leave the item out and the rest is rescaled: (25 + 20 + 25 + 12.5) ÷ 85 × 100 + 2', () => {
    const score = scoreWith({
      'survey.satisfaction': survey(4, 4),
      'building.adopted': count(1),
      'outcome.honours': { shape: 'honours', honours: [honour('厅局级', '海上搜救')] },
    })
    expect(pointsOf(score, '4')).toBeNull()
    expect(total(score)).toBe('1684/17') // 82.5 ÷ 85 × 100 + 2 = 99.0588…
  })

  test('five valid votes are enough', () => {
    expect(pointsOf(scoreWith({ 'survey.satisfaction': survey(5, 4) }), '4')).toBe('12')
  })

  test('of one matter the highest honour counts once; together they stop at five', () => {
    const bonus = (...honours: ReturnType<typeof honour>[]) =>
      pointsOf(scoreWith({ 'outcome.honours': { shape: 'honours', honours } }), 'B')
    expect(bonus(honour('厅局级', '海上搜救'), honour('省部级', '海上 搜救'))).toBe('3')
    expect(bonus(honour('厅局级', '海上搜救'), honour('省部级', '防抗台风'))).toBe('5')
    expect(bonus(honour('国家级', '海上搜救'), honour('省部级', '防抗台风'))).toBe('5')
    expect(bonus(honour('国家级', '海上搜救', ''))).toBe('0')
    expect(bonus(honour('县处级', '海上搜救'))).toBe('0')
  })

  test('a bonus rises above a hundred, never above 105', () => {
    expect(total(scoreWith({ 'outcome.honours': { shape: 'honours', honours: [honour('国家级', '海上搜救')] } }))).toBe(
      '105',
    )
  })
})

describe('what the sheet does not decide is asked, not guessed', () => {
  test('a forgotten fact leaves the score open and names the clause', () => {
    const { 'inspection.overdue': _, ...rest } = faultless
    const score = scoreBranch(sheet, rest)
    expect(score.total).toMatchObject({ state: 'open', clauses: ['1.3-1'] })
    expect(score.level).toEqual({ state: 'open' })
  })

  test.each<[string, Record<string, FactValue>, string]>([
    ['a mark above the range', { 'rating.core-task': marks('12.01', '9') }, 'mark-out-of-range'],
    ['a mark below the range', { 'rating.core-task': marks('-0.5', '9') }, 'mark-out-of-range'],
    ['a grade that is not in the sheet', { 'supplied.benchmark': { shape: 'grade', grade: '优' } }, 'grade-unlisted'],
    [
      'more trained than there are',
      { 'training.coverage': { shape: 'ratio', part: 21, whole: 20 } },
      'part-above-whole',
    ],
    [
      'three quarters of a year',
      { 'meeting.members-held': { shape: 'periods', done: [1, 1, 1] } },
      'periods-incomplete',
    ],
    ['a count where marks are read', { 'rating.core-task': count(9) }, 'fact-of-wrong-shape'],
    ['no marks', { 'rating.core-task': marks() }, 'no-marks'],
    [
      'the counts of four voters',
      {
        'survey.satisfaction': {
          shape: 'survey',
          groups: [{ name: '党员群众', state: 'counted', valid: 4, satisfied: 4 }],
        },
      },
      'survey-shows-too-few',
    ],
  ])('%s is unusable', (_, values, problem) => {
    const outcomes = scoreWith(values).clauses.map(({ outcome }) => outcome)
    expect(outcomes.filter(({ state }) => state !== 'points')).toMatchObject([{ state: 'unusable', problem }])
  })

  test('a mark needs a reason, and a comparison where the clause asks for one', () => {
    const without = (field: 'reason' | 'comparedWith', key: string) => {
      const value = marks('4', '4')
      if (value.shape === 'ratings') value.ratings[1]![field] = ' '
      return scoreWith({ [key]: value }).total.state
    }
    expect(without('reason', 'rating.core-task')).toBe('open')
    expect(without('comparedWith', 'rating.core-task')).toBe('scored')
    expect(without('comparedWith', 'rating.advanced')).toBe('open')
  })

  test('a single assessor needs a ruling, which then decides the clause and nothing else', () => {
    const facts = changed(faultless, { 'rating.core-task': marks('9') })
    const line = scoreBranch(sheet, facts).clauses.find(({ clause }) => clause === '2.1-1')
    expect(line?.outcome).toEqual({
      state: 'needs-ruling',
      question: 'too-few-assessors',
      readings: [{ word: 'counts-as-given', points: '9' }],
    })
    const ruling = { about: 'clause', clause: '2.1-1', points: '8', ground: '党委会2026年1月5日决定' } as const
    expect(pointsOf(scoreBranch(sheet, facts, [ruling]), '2.1')).toBe('8')
    expect(pointsOf(scoreBranch(sheet, faultless, [ruling]), '2.1')).toBe('12')
  })

  test('marks further apart than the sheet allows need a ruling; at the limit they count', () => {
    const strict: Sheet = {
      ...sheet,
      clauses: sheet.clauses.map((clause) =>
        clause.code === '2.1-1' && clause.type === 'A4' ? { ...clause, spread: '3' } : clause,
      ),
    }
    expect(scoreWith({ 'rating.core-task': marks('6', '10') }, strict).total).toMatchObject({
      state: 'open',
      clauses: ['2.1-1'],
    })
    expect(pointsOf(scoreWith({ 'rating.core-task': marks('6', '9') }, strict), '2.1')).toBe('7.5')
  })

  test('coverage of nobody needs a ruling between the two ways to read it', () => {
    const line = scoreWith({ 'training.coverage': { shape: 'ratio', part: 0, whole: 0 } }).clauses.find(
      ({ clause }) => clause === '1.2-3',
    )
    expect(line?.outcome).toMatchObject({
      readings: [
        { word: 'counts-as-full', points: '0' },
        { word: 'counts-as-none', points: '-3' },
      ],
    })
  })
})

describe('levels', () => {
  test.each([
    ['59.999', '未达标'],
    ['60', '达标'],
    ['79.9999999', '达标'],
    ['80', '良好'],
    ['89.999', '良好'],
    ['90', '优秀'],
    ['1529/17', '良好'], // 89.94
    ['105', '优秀'],
    ['0', '未达标'],
  ])('%s points are %s', (points, name) => {
    expect(byCutOff(sheet, points).level).toEqual({ state: 'level', name })
  })

  test('a hole or an overlap between levels needs a ruling', () => {
    const levels = [
      { name: '优秀', atLeast: '90', below: null },
      { name: '良好', atLeast: '80', below: '89' },
    ]
    expect(byCutOff({ ...sheet, levels }, '89.6').level).toEqual({ state: 'needs-ruling', readings: ['优秀', '良好'] })
    const doubled = [
      { name: '优秀', atLeast: '90', below: null },
      { name: '良好', atLeast: '80', below: '91' },
    ]
    expect(byCutOff({ ...sheet, levels: doubled }, '90').level).toEqual({
      state: 'needs-ruling',
      readings: ['优秀', '良好'],
    })
  })
})

describe('full years', () => {
  test('a year is full on the same date a year later, or on the last day of a shorter month', () => {
    expect(fullYears('2024-02-29', '2025-02-27')).toBe(0)
    expect(fullYears('2024-02-29', '2025-02-28')).toBe(1)
    expect(fullYears('2025-06-01', '2025-01-01')).toBe(0)
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28')
    expect(addMonths('2025-12-01', 1)).toBe('2026-01-01')
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15')
  })
})

const someFacts: fc.Arbitrary<Record<string, FactValue>> = fc.record({
  'meeting.members-held': fc
    .array(fc.nat(2), { minLength: 4, maxLength: 4 })
    .map((done) => ({ shape: 'periods' as const, done })),
  'branch.election-late': fc.boolean().map(flag),
  'branch.team-incomplete': fc.boolean().map(flag),
  'training.coverage': fc
    .tuple(fc.nat(20), fc.nat(20))
    .map(([a, b]) => ({ shape: 'ratio' as const, part: Math.min(a, b), whole: Math.max(a, b, 1) })),
  'inspection.overdue': fc.nat(9).map(count),
  'inspection.repeated': fc.nat(5).map(count),
  'rating.core-task': fc
    .array(fc.nat(24), { minLength: 2, maxLength: 8 })
    .map((halves) => marks(...halves.map((half) => String(half / 2)))),
  'building.activities': fc.nat(9).map(count),
  'survey.satisfaction': fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => survey(Math.max(a, b), Math.min(a, b))),
  'outcome.honours': fc
    .array(
      fc.tuple(
        fc.constantFrom('国家级', '省部级', '厅局级', '县处级'),
        fc.constantFrom('甲', '乙', '丙'),
        fc.constantFrom('', '1号', '2号'),
      ),
      { maxLength: 6 },
    )
    .map((list) => ({
      shape: 'honours' as const,
      honours: list.map(([level, matter, document]) => honour(level, matter, document)),
    })),
})

describe('for any facts', () => {
  test('the order in which facts, marks and honours came in changes nothing, not even the trace', () => {
    fc.assert(
      fc.property(someFacts, (values) => {
        const turned = Object.fromEntries(
          Object.entries(changed(faultless, values))
            .reverse()
            .map(([key, fact]) => [key, { ...fact, value: reversed(fact.value) }]),
        )
        const relabelled = scoreBranch(sheet, turned as Facts)
        expect(relabelled).toEqual(scoreWith(values))
      }),
    )
  })

  test('every item stays between its floor and its cap, and the total between 0 and 105', () => {
    fc.assert(
      fc.property(someFacts, (values) => {
        const score = scoreWith(values)
        for (const { code, max } of sheet.indicators) {
          const points = pointsOf(score, code)
          if (points !== null)
            expect(compare(exact(points), exact('0')) >= 0 && compare(exact(points), exact(max)) <= 0).toBe(true)
        }
        expect(compare(exact(total(score)), exact('105'))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('one more fault never scores more', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom('inspection.overdue', 'inspection.repeated'), (values, key) => {
        const before = values[key]!
        const more = { ...values, [key]: count(before.shape === 'count' ? before.count + 1 : 1) }
        expect(compare(exact(total(scoreWith(more))), exact(total(scoreWith(values))))).toBeLessThanOrEqual(0)
      }),
    )
  })
})

function reversed(value: FactValue): FactValue {
  if (value.shape === 'ratings') return { ...value, ratings: value.ratings.toReversed() }
  return value.shape === 'honours' ? { ...value, honours: value.honours.toReversed() } : value
}
