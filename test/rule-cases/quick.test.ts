import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed, faultlessFacts } from '#programme/scoring/rules/example-facts.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import { quick } from '#programme/scoring/rules/quick.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { scoreBranch } from '#programme/scoring/rules/score.ts'
import { anySheet } from './any-sheet.ts'
import { count, factsWith, flag, number, ratio, sheetWith } from './plain-sheet.ts'

const plain = sheetWith(
  [
    { type: 'A2', per: '0.25', unit: '次', due: null, cap: '3', exemptIf: 'x' },
    { type: 'A3', points: '1.5', exemptIf: null },
    {
      type: 'A5',
      options: [
        { name: '好', points: '7.5' },
        { name: '差', points: '0' },
      ],
    },
    {
      type: 'A6',
      measure: 'percent',
      bands: [
        { atLeast: '66.6', below: null, points: '2' },
        { atLeast: null, below: '66.6', points: '-1' },
      ],
    },
    { type: 'A10', per: '0.05', unit: '名', cap: '0.5' },
    { type: 'A18', effect: 'add', outOf: null, points: '100', least: '0' },
    { type: 'A1', points: '3' },
    {
      type: 'A6',
      measure: 'number',
      bands: [
        { atLeast: '2', below: null, points: '4' },
        { atLeast: null, below: '2', points: '0' },
      ],
    },
  ],
  { a: 'count', b: 'flag', c: 'grade', d: 'ratio', e: 'count', f: 'number', g: 'flag', h: 'count', x: 'flag' },
)
const sheet = {
  ...plain,
  total: { ...plain.total, full: '1', cap: '90' },
  indicators: plain.indicators.map((each, at) => ({ ...each, max: at === 0 ? '1' : '0' })),
}

test('in whole numbers and in fractions the total is the same to the last digit, with the same level', () => {
  const score = quick(sheet)!
  const values = fc.record({
    a: fc.nat(20).map(count),
    b: fc.boolean().map(flag),
    c: fc.constantFrom<FactValue>({ shape: 'grade', grade: '好' }, { shape: 'grade', grade: '差' }),
    d: fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ratio(Math.min(a, b), Math.max(a, b, 1))),
    e: fc.nat(20).map(count),
    f: fc
      .tuple(fc.nat(90), fc.nat(99))
      .map(([a, b]) => number(b % 10 === 0 ? String(a) : `${a}.${String(b).padStart(2, '0')}`)),
    g: fc.boolean().map(flag),
    h: fc.nat(4).map(count),
    x: fc.boolean().map(flag),
  })
  fc.assert(
    fc.property(values, (given) => {
      const facts = factsWith(given)
      const slow = scoreBranch(sheet, facts)
      expect(score(facts)).toEqual({
        total: slow.total.state === 'scored' ? slow.total.points : null,
        level: slow.level.state === 'level' ? slow.level.name : null,
      })
    }),
    { numRuns: 1000 },
  )
})

test('whatever it answers for any sheet is what the engine says, and what it cannot settle it leaves to the engine', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet, facts }) => {
      const fast = quick(sheet)?.(facts)
      if (!fast) return
      const { total, level } = scoreBranch(sheet, facts)
      expect(fast).toEqual({
        total: total.state === 'scored' ? total.points : null,
        level: level.state === 'level' ? level.name : null,
      })
    }),
    { numRuns: 1000 },
  )
})

test('a missing fact, a fact of another kind and a number too great are left to the engine', () => {
  const score = quick(sheet)!
  const good = factsWith({
    a: count(1),
    b: flag(false),
    c: { shape: 'grade', grade: '好' },
    d: ratio(1, 1),
    e: count(1),
    f: number('1.25'),
    g: flag(true),
    h: count(1),
    x: flag(false),
  })
  expect(score(good)).not.toBeNull()
  const { a: _, ...missing } = good
  expect(score(missing)).toBeNull()
  expect(score(changed(good, { b: count(1) }))).toBeNull()
  expect(score(changed(good, { c: { shape: 'grade', grade: '优' } }))).toBeNull()
  expect(score(changed(good, { f: number('1.2345') }))).toBeNull()
  expect(score(changed(good, { d: ratio(0, 0) }))).toBeNull()
})

test('a sheet with means of marks is left to fractions', () => {
  expect(quick(sampleSheet(2025))).toBeNull()
  expect(scoreBranch(sampleSheet(2025), faultlessFacts(2025)).total.state).toBe('scored')
})
