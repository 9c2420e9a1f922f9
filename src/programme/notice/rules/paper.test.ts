import { expect, test } from 'vitest'
import type { PersonId } from '#basics/id.ts'
import type { Notice } from './notice.ts'
import { agree, enter, mend, type PaperVoice, settle } from './paper.ts'

const open: Notice & { postedOn: string } = {
  state: 'open',
  scope: 'society',
  lastDay: '2026-07-22',
  postedOn: '2026-07-15',
}
const voice: PaperVoice = { kind: 'opinion', way: 'letter', givenOn: '2026-07-22', text: '意见', name: '', contact: '' }
const reason = (change: Partial<PaperVoice>, today = '2026-07-25', notice: Notice & { postedOn: string } = open) => {
  const decision = enter(notice, { ...voice, ...change }, today)
  return decision.ok ? 'ok' : decision.reason
}

test('what was given within the period is taken until the notice is closed, though it comes late', () => {
  expect(reason({})).toBe('ok')
  expect(reason({ givenOn: '2026-07-15' })).toBe('ok')
  expect(reason({ givenOn: '2026-07-23' })).toBe('notice.not-in-period')
  expect(reason({ givenOn: '2026-07-14' })).toBe('notice.not-in-period')
  expect(reason({ givenOn: '2026-07-20' }, '2026-07-19')).toBe('notice.not-in-period')
  const closed = { ...open, state: 'closed', outcome: 'in-effect', closedOn: '2026-07-23' } as const
  expect(reason({}, '2026-07-25', closed)).toBe('notice.closed')
})

test('an objection has a name and a contact, an unnamed opinion neither', () => {
  expect(reason({ kind: 'objection' })).toBe('notice.objector-needed')
  expect(reason({ kind: 'objection', name: '吴倩' })).toBe('notice.objector-needed')
  expect(reason({ kind: 'objection', name: '吴倩', contact: '办公室' })).toBe('ok')
  expect(reason({ contact: '办公室' })).toBe('notice.contact-without-name')
  expect(reason({ name: '吴倩' })).toBe('ok')
})

test('one types it in and mends it, another settles it, once', () => {
  const [one, other] = ['a', 'b'] as PersonId[] as [PersonId, PersonId]
  const waiting = { enteredBy: one, state: 'waiting' } as const
  expect([mend(waiting, one).ok, mend(waiting, other).ok]).toEqual([true, false])
  expect([settle(waiting, one).ok, settle(waiting, other).ok]).toEqual([false, true])
  for (const state of ['confirmed', 'struck'] as const) {
    expect(mend({ enteredBy: one, state }, one)).toMatchObject({ reason: 'notice.paper-settled' })
    expect(settle({ enteredBy: one, state }, other)).toMatchObject({ reason: 'notice.paper-settled' })
  }
})

test('the second person must find the same day, way, kind and name', () => {
  expect(agree(voice, { ...voice }).ok).toBe(true)
  for (const other of [{ way: 'visit' }, { givenOn: '2026-07-21' }, { kind: 'objection' }, { name: '吴' }])
    expect(agree(voice, { ...voice, ...other } as PaperVoice)).toMatchObject({ reason: 'notice.paper-differs' })
})
