import { expect, test } from 'vitest'
import type { CycleId, OrganisationId, PersonId } from '#basics/id.ts'
import { type Cycle, change, close, isExpired, life, missingIn, needed, open, type Plan, sound } from './cycle.ts'
import { usualAims, usualIdeas, usualPrinciples } from './usual.ts'

const plan: Plan = {
  year: 2026,
  title: '2026年度品牌党支部创建',
  overallGoal: '争当海事科学发展的排头兵',
  purpose: null,
  meeting: null,
  aims: [...usualAims],
  principles: [...usualPrinciples],
  ideas: [...usualIdeas],
  calendar: [{ kind: 'distil', title: '提炼主题', from: '2026-02-01', to: '2026-03-31', region: null }],
  approvingBody: '示例海事局党委',
  documentNumber: '示海党〔2026〕1号',
  termFrom: '2026-01-01',
  termTo: '2027-06-30',
  scope: 'party',
  noticeDays: 5,
}
const at = '2026-01-10T09:00:00.000000+08:00'
const by = 'p' as PersonId
const draft: Cycle = {
  id: 'c' as CycleId,
  organisation: 'o' as OrganisationId,
  draftedBy: by,
  draftedAt: at,
  state: 'draft',
  plan,
}
const asWritten = (name: string) => name

test('a complete draft opens, and closes once', () => {
  const opened = open(draft, by, at, asWritten)
  expect(opened).toMatchObject({ ok: true, value: { state: 'open', openedAt: at } })
  if (!opened.ok) return
  const closed = close(opened.value, by, at)
  expect(closed).toMatchObject({ ok: true, value: { state: 'closed' } })
  expect(close(draft, by, at)).toMatchObject({ reason: 'cycle.not-open' })
  expect(open(opened.value, by, at, asWritten)).toMatchObject({ reason: 'cycle.not-a-draft' })
})

test('each thing a cycle cannot open without is named', () => {
  const bare: Plan = {
    ...plan,
    overallGoal: null,
    aims: ['支部坚强有力'],
    principles: [],
    calendar: [],
    approvingBody: null,
    documentNumber: null,
    termTo: null,
    scope: null,
  }
  expect(missingIn(bare)).toEqual([...needed])
  expect(open({ ...draft, plan: bare }, by, at, asWritten)).toEqual({
    ok: false,
    reason: 'cycle.incomplete',
    details: { missing: needed.join('、') },
  })
  expect(open({ ...draft, plan: { ...plan, documentNumber: null } }, by, at, asWritten)).toMatchObject({
    details: { missing: 'documentNumber' },
  })
})

test('a cycle whose term is over does not open, and one past its term is expired', () => {
  expect(open({ ...draft, plan: { ...plan, termTo: '2026-01-09' } }, by, at, asWritten)).toMatchObject({
    reason: 'cycle.term-is-over',
  })
  expect(isExpired(plan, '2027-06-30')).toBe(false)
  expect(isExpired(plan, '2027-07-01')).toBe(true)
})

test('a term and a calendar run forwards', () => {
  expect(sound({ ...plan, termTo: '2025-12-31' })).toMatchObject({ reason: 'cycle.term-ends-before-it-begins' })
  const backwards = { kind: 'other' as const, title: '推进会', from: '2026-05-02', to: '2026-05-01', region: '粤西' }
  expect(change(draft, { ...plan, calendar: [backwards] })).toMatchObject({
    reason: 'cycle.calendar-ends-before-it-begins',
    details: { title: '推进会' },
  })
})

test('the life table agrees with the rules', () => {
  const opened = open(draft, by, at, asWritten)
  if (!opened.ok) throw new Error('a complete draft opens')
  const closed = close(opened.value, by, at)
  if (!closed.ok) throw new Error('an open cycle closes')
  for (const cycle of [draft, opened.value, closed.value]) {
    expect(change(cycle, plan).ok).toBe(life[cycle.state].includes('change'))
    expect(open(cycle, by, at, asWritten).ok).toBe(life[cycle.state].includes('open'))
    expect(close(cycle, by, at).ok).toBe(life[cycle.state].includes('close'))
  }
})
