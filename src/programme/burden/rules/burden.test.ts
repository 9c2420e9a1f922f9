import { expect, test } from 'vitest'
import type { PersonId } from '#basics/id.ts'
import { bookable, costOf, sayMinutes } from './burden.ts'

const clerk = 'clerk' as PersonId
const secretary = 'secretary' as PersonId
const ask = { minutes: 40, branches: 267, booked: 100, above: 0, budget: 240 }

test('a form of 40 minutes to 267 branches costs 178 hours, and says so', () => {
  expect(costOf(ask)).toBe(10_680)
  expect(sayMinutes(costOf(ask), 'zh')).toBe('178 小时')
  expect(sayMinutes(costOf(ask), 'en')).toBe('178 h')
})

test.each([
  [0, '0 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [90, '1.5 小时'],
  [63, '1.1 小时'],
])('%i minutes read %s', (minutes, said) => {
  expect(sayMinutes(minutes, 'zh')).toBe(said)
})

test('within the budget nobody has to agree', () => {
  expect(bookable(ask, { by: clerk, approvedBy: null })).toEqual({ ok: true, value: true })
})

test('above it somebody else has to, by name', () => {
  const heavy = { ...ask, booked: 230, above: 12 }
  expect(bookable(heavy, { by: clerk, approvedBy: null })).toEqual({
    ok: false,
    reason: 'burden.above-budget',
    details: { above: 12, budget: 240, most: 270 },
  })
  expect(bookable(heavy, { by: clerk, approvedBy: clerk }).ok).toBe(false)
  expect(bookable(heavy, { by: clerk, approvedBy: secretary }).ok).toBe(true)
})

test('a request to nobody is none', () => {
  expect(bookable({ ...ask, branches: 0 }, { by: clerk, approvedBy: secretary }).ok).toBe(false)
})
