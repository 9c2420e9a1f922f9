import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, rebuild, same } from '../../../../test/calculator.ts'
import { changed, faultlessFacts, honour, marks } from './example-facts.ts'
import { type Explanation, explain } from './explain.ts'
import { type FactValue, surveyValue } from './facts.ts'
import { sampleSheet } from './sample-sheet.ts'
import { scoreBranch } from './score.ts'

const sheet = sampleSheet(2025)
const faultless = faultlessFacts(2025)

function explained(values: Record<string, FactValue>): Explanation {
  const facts = changed(faultless, values)
  return explain(sheet, facts, scoreBranch(sheet, facts))
}

const sayings = (explanation: Explanation, clause: string, language: 'zh' | 'en' = 'zh') =>
  explanation.indicators
    .flatMap(({ clauses }) => clauses)
    .find((each) => each.clause.code === clause)!
    .said.map((said) => said[language])

describe('an explanation', () => {
  test('says every step of a shortfall', () => {
    const made = explained({ 'meeting.members-held': { shape: 'periods', done: [1, 0, 0, 2] } })
    expect(sayings(made, '1.1-1')).toEqual([
      '所缺次数：每期应 1，各期实有 1、0、0、2，各期所缺相加 = 2',
      '次数 × 每次扣分：2 × 1.5 = 3',
      '本条得失：0 − 3 = -3',
      '本条计 -3 分。',
    ])
    expect(sayings(made, '1.1-1', 'en')[1]).toBe('Faults × points each: 2 × 1.5 = 3')
    expect(made.indicators.find(({ indicator }) => indicator.code === '1.1')?.said[0]?.zh).toBe(
      '本项合计：10 + (-3) + 0 + 0 = 7',
    )
  })

  test('says which marks were dropped and what the others make', () => {
    expect(sayings(explained({ 'rating.core-task': marks('7', '8', '9', '10', '11', '12') }), '2.1-1')).toEqual([
      '去掉一个最高分 12（考评人6）。',
      '去掉一个最低分 7（考评人1）。',
      '计入的评分之和：8 + 9 + 10 + 11 = 38',
      '平均分：38 ÷ 4 = 9.5',
      '本条计 9.5 分。',
    ])
  })

  test('shows a fraction as it is and its first decimals beside it', () => {
    expect(sayings(explained({ 'rating.core-task': marks('7', '7', '8') }), '2.1-1')[1]).toBe(
      '平均分：22 ÷ 3 = 22/3≈7.3333',
    )
  })

  test('says why an honour does not count', () => {
    const honours = [honour('省部级', '防抗台风'), honour('厅局级', '防抗台风'), honour('国家级', '春运保障', '')]
    const said = sayings(explained({ 'outcome.honours': { shape: 'honours', honours } }), 'B-1')
    expect(said.slice(0, 2)).toEqual([
      '“春运保障”没有文号，不计分。',
      '“防抗台风”（厅局级）已按更高级别计分，不重复计。',
    ])
    expect(said.at(-1)).toBe('本条计 3 分。')
  })

  test('says how the total was rescaled when too few voted', () => {
    const made = explained({ 'survey.satisfaction': surveyValue([{ name: '党员群众', valid: 3, satisfied: 3 }], 5) })
    expect(made.total.said.map(({ zh }) => zh)).toEqual([
      '基本分合计：25 + 20 + 25 + 15 = 85',
      '按可计分值折算：85 ÷ 85 = 1',
      '按可计分值折算：1 × 100 = 100',
      '总分：100 + 0 = 100',
    ])
    expect(sayings(made, '4-1')[0]).toBe('“党员群众”有效票不足 5 张，不计也不显示。')
  })

  test('asks for a ruling with the ways to read it, and for what is missing', () => {
    const made = explained({
      'training.coverage': { shape: 'ratio', part: 0, whole: 0 },
      'rating.core-task': marks('13', '9'),
    })
    expect(sayings(made, '1.2-3')).toEqual([
      '待裁定：总数为零，比例无从计算；视为全部达到，计 0 分；视为全未达到，计 -3 分。',
    ])
    expect(sayings(made, '2.1-1')).toEqual(['考评人1评分 13，超出 0 至 12 的范围，请退回改正。'])
    expect(made.total.said[0]?.en).toBe('The total is open; clauses to settle: 1.2-3、2.1-1.')
  })

  test('leads to the sources of each fact', () => {
    const clause = explained({})
      .indicators.flatMap(({ clauses }) => clauses)
      .find((each) => each.clause.code === '1.1-3')
    expect(clause?.facts.map(({ key, sources }) => [key, sources.length])).toEqual([
      ['branch.election-late', 1],
      ['branch.extension-approved', 1],
    ])
  })
})

const someValues: fc.Arbitrary<Record<string, FactValue>> = fc.record({
  'meeting.members-held': fc
    .array(fc.nat(2), { minLength: 4, maxLength: 4 })
    .map((done) => ({ shape: 'periods' as const, done })),
  'branch.election-late': fc.boolean().map((holds) => ({ shape: 'flag' as const, holds })),
  'training.coverage': fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([a, b]) => ({ shape: 'ratio' as const, part: Math.min(a, b), whole: Math.max(a, b, 1) })),
  'inspection.overdue': fc.nat(9).map((count) => ({ shape: 'count' as const, count })),
  'inspection.repeated': fc.nat(5).map((count) => ({ shape: 'count' as const, count })),
  'rating.core-task': fc
    .array(fc.nat(24), { minLength: 2, maxLength: 8 })
    .map((halves) => marks(...halves.map((half) => String(half / 2)))),
  'theme.in-force-since': fc
    .constantFrom(null, '2025-02-01', '2024-02-29', '2021-01-01')
    .map((day) => ({ shape: 'since' as const, day })),
  'survey.satisfaction': fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([a, b]) => surveyValue([{ name: '党员群众', valid: Math.max(a, b), satisfied: Math.min(a, b) }], 5)),
  'outcome.honours': fc
    .array(fc.constantFrom('国家级', '省部级', '厅局级'), { maxLength: 4 })
    .map((levels) => ({ shape: 'honours' as const, honours: levels.map((level, at) => honour(level, `事项${at}`)) })),
})

test('a pocket calculator gets every number again from the explanation alone', () => {
  fc.assert(
    fc.property(someValues, (values) => {
      const made = explained(values)
      expect(same(rebuild(made)!, read(made.total.points!))).toBe(true)
    }),
  )
})

test('an explanation with one number changed is caught by the calculator', () => {
  const made = explained({ 'rating.core-task': marks('7', '8') })
  const step = made.indicators.find(({ indicator }) => indicator.code === '2.1')!.clauses[0]!.steps[1]!
  step.gives = '7.51'
  expect(() => rebuild(made)).toThrow()
})
