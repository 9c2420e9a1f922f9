import { expect, test } from 'vitest'
import type { TitleTerm } from '#programme/scoring/rules/sheet-term.ts'
import { holdsOn, runsOutOn, type Title } from './title.ts'

const named = { branch: 'b', selection: 's', namedOn: '2024-03-01', state: 'named' } as const

test('a title is held from the day of naming until its term or its removal, and without a term until it is removed', () => {
  const four: Title = { ...named, runsUntil: '2028-03-01' }
  expect(['2024-02-29', '2024-03-01', '2028-02-29', '2028-03-01'].map((day) => holdsOn(four, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(holdsOn({ ...named, runsUntil: null }, '2099-12-31')).toBe(true)
  expect(holdsOn({ ...four, state: 'removed', endedOn: '2025-01-01' }, '2025-01-01')).toBe(false)
})

test('the term is counted by the calendar from the day of naming, and a sheet without one gives none', () => {
  const term = { years: 4 } as TitleTerm
  expect(runsOutOn(term, '2024-02-29')).toBe('2028-02-29')
  expect(runsOutOn({ ...term, years: 2 }, '2024-02-29')).toBe('2026-02-28')
  expect(runsOutOn({ ...term, years: null }, '2024-02-29')).toBeNull()
  expect(runsOutOn(undefined, '2024-02-29')).toBeNull()
})
