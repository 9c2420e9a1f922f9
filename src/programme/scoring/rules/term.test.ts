import { expect, test } from 'vitest'
import type { TitleTerm } from './sheet-term.ts'
import { noticeEnds } from './term.ts'

const term = (days: number, count: 'working-days' | 'days'): TitleTerm => {
  const none = { cultivationDays: null, acceptance: null, years: null, renewal: null }
  const notice = { days, count }
  const rest = { lowerTitle: false, secondTry: false, yearBegins: 1, lateHonours: 'lost' } as const
  return { stages: ['党支部', '党委'], notice, declared: 'every-year', events: [], ...none, ...rest }
}

test.each([
  ['five days', term(5, 'days'), undefined, '2026-12-09'],
  // 5 and 6 December are a weekend
  ['five working days', term(5, 'working-days'), undefined, '2026-12-11'],
  [
    'with a day off and a Saturday worked',
    term(5, 'working-days'),
    { off: ['2026-12-07'], on: ['2026-12-05'] },
    '2026-12-11',
  ],
  ['with a day off', term(5, 'working-days'), { off: ['2026-12-07'], on: [] }, '2026-12-14'],
])('D2 a public notice posted on Friday 4 December 2026: %s', (_, term, calendar, last) => {
  expect(noticeEnds({ term, ...(calendar && { calendar }) }, '2026-12-04')).toBe(last)
})

test('D2 a sheet that asks for no notice has no last day', () => {
  expect(noticeEnds({}, '2026-12-04')).toBeNull()
  expect(noticeEnds({ term: { ...term(5, 'days'), notice: null } }, '2026-12-04')).toBeNull()
})
