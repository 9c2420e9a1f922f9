import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, exact } from '#basics/exact.ts'
import { explain } from '#programme/scoring/rules/explain.ts'
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import { factsShape } from '#programme/scoring/rules/facts-shape.ts'
import { lint, sayLint } from '#programme/scoring/rules/lint.ts'
import { eachAlone, scorePopulation } from '#programme/scoring/rules/population.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { pointsOf, scoreBranch } from '#programme/scoring/rules/score.ts'
import { misshapes } from '#programme/scoring/rules/shape.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { ClauseType } from '#programme/scoring/rules/sheet-clauses.ts'
import { sheetMisshapes } from '#programme/scoring/rules/sheet-shape.ts'
import { readRuleSheet, writeRuleSheet } from '#programme/scoring/workbook.ts'
import { read, rebuild, same } from '../calculator.ts'
import { anySheet } from './any-sheet.ts'

const runs = { numRuns: 300 }

test('any sheet of any clauses is well formed, goes through a workbook unchanged, and its faults can be said', () => {
  const types = new Set<ClauseType>()
  fc.assert(
    fc.property(anySheet, ({ sheet, facts }) => {
      expect(sheetMisshapes(sheet)).toEqual([])
      expect(misshapes(factsShape, facts)).toEqual([])
      const back = readRuleSheet(writeRuleSheet(sheet))
      expect(back.ok ? back.value.sheet : back.errors).toEqual(sheet)
      for (const each of lint(sheet)) expect(sayLint(each).zh + sayLint(each).en).not.toMatch(/\{\w+\}/)
      for (const { type } of sheet.clauses) types.add(type)
    }),
    runs,
  )
  expect(types.size).toBe(23)
})

test('a pocket calculator gets every number of any sheet again, and no sentence has a gap', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet, facts }) => {
      const score = scoreBranch(sheet, facts)
      const explanation = explain(sheet, facts, score)
      const total = rebuild(explanation)
      if (score.total.state === 'scored') expect(same(total!, read(score.total.points))).toBe(true)
      const said = [
        ...explanation.indicators.flatMap(({ clauses, said }) => [...clauses.flatMap((each) => each.said), ...said]),
        ...explanation.total.said,
        ...explanation.level,
      ]
      for (const { zh, en } of said) expect(zh + en).not.toMatch(/\{\w+\}|undefined|NaN/)
    }),
    runs,
  )
})

/** The same facts, entered in another order: keys, marks, things, honours, groups. */
function shuffled(facts: Facts): Facts {
  const turned = (value: FactValue): FactValue => {
    switch (value.shape) {
      case 'ratings':
        return { ...value, ratings: value.ratings.toReversed() }
      case 'things':
        return {
          ...value,
          things: value.things
            .toReversed()
            .map((thing) => ({ ...thing, ...(thing.names && { names: thing.names.toReversed() }) })),
        }
      case 'honours':
        return { ...value, honours: value.honours.toReversed() }
      case 'survey':
        return { ...value, groups: value.groups.toReversed() }
      case 'votes':
        return { ...value, groups: value.groups.toReversed() }
      default:
        return value
    }
  }
  return Object.fromEntries(
    Object.entries(facts)
      .toReversed()
      .map(([key, fact]) => [key, { ...fact, value: turned(fact.value) }]),
  )
}

test('the order in which facts were entered changes neither a number nor a step', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet, facts }) => {
      expect(scoreBranch(sheet, shuffled(facts))).toEqual(scoreBranch(sheet, facts))
    }),
    runs,
  )
})

test('every item stays between its floor and its cap, and the total between 0 and 105', () => {
  fc.assert(
    fc.property(anySheet, ({ sheet, facts }) => {
      const score = scoreBranch(sheet, facts)
      for (const { code, floor, cap } of sheet.indicators) {
        const points = pointsOf(score, code)
        if (points === null) continue
        if (floor !== null) expect(compare(exact(points), exact(floor))).toBeGreaterThanOrEqual(0)
        if (cap !== null) expect(compare(exact(points), exact(cap))).toBeLessThanOrEqual(0)
      }
      if (score.total.state !== 'scored') return
      expect(compare(exact(score.total.points), exact('0'))).toBeGreaterThanOrEqual(0)
      expect(compare(exact(score.total.points), exact('105'))).toBeLessThanOrEqual(0)
    }),
    runs,
  )
})

test('one more fault never scores more', () => {
  const worse = (value: FactValue): FactValue => {
    if (value.shape === 'count') return { ...value, count: value.count + 1 }
    if (value.shape === 'flag') return { ...value, holds: true }
    return value.shape === 'periods' ? { ...value, done: value.done.map((done) => Math.max(0, done - 1)) } : value
  }
  fc.assert(
    fc.property(anySheet, fc.nat(50), ({ sheet, facts }, pick) => {
      // what is counted below a share are not faults but what was done
      const faults = sheet.clauses.filter(
        (each) => each.type === 'A2' || each.type === 'A3' || (each.type === 'A20' && each.when.kind === 'count-from'),
      )
      const clause = faults[pick % Math.max(1, faults.length)]
      if (!clause) return
      const fact = facts[clause.fact]!
      const after = scoreBranch(sheet, { ...facts, [clause.fact]: { ...fact, value: worse(fact.value) } })
      const before = scoreBranch(sheet, facts)
      const [was, is] = [pointsOf(before, clause.indicator), pointsOf(after, clause.indicator)]
      if (was !== null && is !== null) expect(compare(exact(is), exact(was))).toBeLessThanOrEqual(0)
      if (before.total.state === 'scored' && after.total.state === 'scored')
        expect(compare(exact(after.total.points), exact(before.total.points))).toBeLessThanOrEqual(0)
    }),
    runs,
  )
})

test('without clauses that compare, the population step gives each branch what it has alone, whoever else is there', () => {
  fc.assert(
    fc.property(anySheet, anySheet, ({ sheet, facts }, other) => {
      const member = (id: string, own: Facts) => ({ id, region: null, facts: own, rulings: [] })
      const { scores } = scorePopulation(sheet, [member('b', facts), member('a', { ...facts, ...other.facts })])
      expect(scores.get('b')).toEqual(scoreBranch(sheet, facts))
      expect(eachAlone(sheet)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('whatever lets one branch move another is known beforehand, so that a correction rescores everybody', () => {
  const base = sampleSheet(2025)
  const clause = (rule: object): Sheet => ({
    ...base,
    facts: [...base.facts, { key: 'number', name: '数', shape: 'number', from: 'supplied' }],
    clauses: [...base.clauses, { code: 'x', indicator: '3.2', text: 'x', fact: 'number', ...rule } as never],
  })
  const quota = {
    code: 'M',
    levels: ['优秀'],
    kind: 'most',
    percent: '10',
    count: null,
    rounding: 'down',
    within: 'all',
  }
  const sheets: Record<string, Sheet> = {
    ranked: clause({ type: 'A7', by: 'place', from: 'top', better: 'high', within: 'all', ties: 'best', places: [] }),
    best: clause({ type: 'A8', to: 'best', better: 'high', within: 'all', measure: 'number', points: '1' }),
    others: clause({ type: 'A16', as: 'mean-of-others', fact: 'branch.election-late' }),
    quota: { ...base, quotas: [{ ...quota, cut: 'next-lower', ties: [] } as never] },
    ballot: { ...base, panel: { ...base.panel, ballot: [{ kind: 'not-all-equal' }] } },
    shown: { ...base, panel: { ...base.panel, severity: 'shown' } },
    corrected: { ...base, panel: { ...base.panel, severity: 'corrected' } },
  }
  expect(eachAlone(base)).toBe(true)
  expect(Object.keys(sheets).filter((name) => eachAlone(sheets[name]!))).toEqual([])
})
