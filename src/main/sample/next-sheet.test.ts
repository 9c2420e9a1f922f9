import { expect, test } from 'vitest'
import { faultlessFacts } from '#programme/scoring/rules/example-facts.ts'
import type { Facts } from '#programme/scoring/rules/facts.ts'
import { lint, mayBeIssued } from '#programme/scoring/rules/lint.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { readRuleSheet, writeRuleSheet } from '#programme/scoring/workbook.ts'
import { draftSheet, nextSheet } from './next-sheet.ts'

const sheet = nextSheet(2026)

test('the sheet of the running year has nothing unwise in it, and is the same after its own Excel layout', () => {
  expect(lint(sheet)).toEqual([])
  for (const each of [sheet, draftSheet(2026)]) {
    const read = readRuleSheet({ sheets: writeRuleSheet(each).sheets })
    expect(read).toMatchObject({ ok: true, value: { sheet: each } })
  }
})

test('the draft cannot be issued for two of its rows', () => {
  const found = lint(draftSheet(2026)).map(({ severity, code, word }) => `${severity} ${code} ${word}`)
  expect(mayBeIssued(draftSheet(2026))).toBe(false)
  expect(found).toEqual(['error 1.2-1 deduction-above-item', 'error B-3 barred'])
})

test('each kind has its own clauses, and a quota in its own kind', () => {
  const count = (key: string, number: number): Facts => ({
    [key]: { value: { shape: 'count', count: number }, sources: [] },
  })
  const member = (id: string, kind: string, activities: number) => ({
    id,
    region: '粤西',
    rulings: [],
    facts: {
      ...faultlessFacts(2026),
      'branch.kind': { value: { shape: 'kinds' as const, kinds: [kind] }, sources: [] },
      ...count('building.passed-on', 0),
      ...count('building.activities', activities),
    },
  })
  const offices = [4, 4, 3, 2].map((activities, at) => member(`a${at}`, '机关支部', activities))
  const branches = [5, 4, 3, 2].map((activities, at) => member(`b${at}`, '基层支部', activities))
  const { scores, quotas } = scorePopulation(sheet, [...offices, ...branches])
  const points = (id: string) => scores.get(id)!.indicators.find(({ indicator }) => indicator === '3.2')!.outcome
  expect([points('a0'), points('b0'), points('b1')]).toMatchObject([
    { points: '10' },
    { points: '10' },
    { points: '8' },
  ])
  expect(quotas.map(({ quota, group, places, state }) => `${quota} ${group || '全部'} ${places} ${state}`)).toEqual([
    'M1 基层支部 1 cut',
    'M1 机关支部 1 tied',
    'M2 全部 6 waits',
  ])
})
