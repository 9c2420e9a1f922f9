import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, startOf } from '#basics/calendar.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import { annul, type Duty, daysLate, fulfil, isOver, move, reopen } from './duty.ts'

const somebody = 'a' as PersonId
const open: Duty & { state: 'open' } = {
  id: 'd' as Id<'duty'>,
  kind: 'theme.propose',
  organisation: 'o' as OrganisationId,
  dueOn: '2026-06-30',
  state: 'open',
}

describe('a duty', () => {
  test('done at 23:59:59 of its due day is in time, and at 00:00 it is late', () => {
    const late = (at: string) => fulfil(open, somebody, at)
    expect(late('2026-06-30T23:59:59.999999+08:00')).toMatchObject({ ok: true, value: { late: false } })
    expect(late(startOf('2026-07-01'))).toMatchObject({ ok: true, value: { late: true } })
  })

  test('is one day late on the day after its due day, and not late before', () => {
    expect(['2026-06-29', '2026-06-30', '2026-07-01', '2026-07-10'].map((day) => daysLate(open, day))).toEqual([
      0, 0, 1, 10,
    ])
  })

  test('done on a day and told later counts for that day; nothing is done in the future', () => {
    const at = startOf('2026-07-03')
    expect(fulfil(open, somebody, at, open.dueOn)).toMatchObject({ ok: true, value: { late: false } })
    expect(fulfil(open, somebody, at, '2026-07-01')).toMatchObject({ ok: true, value: { late: true } })
    expect(fulfil(open, somebody, at, '2026-07-04')).toEqual({ ok: false, reason: 'duty.not-done-in-the-future' })
  })

  test('ends once: what is done or void is neither done nor void nor moved again', () => {
    const at = startOf('2026-06-01')
    const done = fulfil(open, somebody, at)
    const gone = annul(open, '支部已撤并', null, at)
    for (const ended of [done, gone]) {
      if (!ended.ok) throw new Error(ended.reason)
      const refused = { ok: false, reason: 'duty.not-open' }
      expect(fulfil(ended.value, somebody, at)).toEqual(refused)
      expect(annul(ended.value, '再次', somebody, at)).toEqual(refused)
      expect(move(ended.value, '2026-07-30', '2026-06-01')).toEqual(refused)
    }
  })

  test('is open again as it was when what fulfilled it is taken back', () => {
    const done = fulfil(open, somebody, startOf('2026-06-01'))
    if (!done.ok) throw new Error(done.reason)
    expect(reopen(done.value)).toEqual({ ok: true, value: open })
    expect(reopen(open)).toEqual({ ok: false, reason: 'duty.not-fulfilled' })
  })

  test('is void for a reason only', () => {
    expect(annul(open, ' \n', somebody, startOf('2026-06-01'))).toEqual({ ok: false, reason: 'duty.reason-needed' })
  })

  test('can be put off until its due day is over, and never into the past', () => {
    expect(move(open, '2026-07-31', '2026-06-30')).toMatchObject({ ok: true, value: { dueOn: '2026-07-31' } })
    expect(move(open, '2026-06-30', '2026-07-01')).toMatchObject({ ok: false, reason: 'duty.due-day-is-over' })
    expect(move(open, '2026-06-29', '2026-06-30')).toEqual({ ok: false, reason: 'duty.not-into-the-past' })
  })

  test('late, over and days late say the same at any time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 86_399 }), (days, seconds) => {
        const day = addDays(open.dueOn, days)
        const time = new Date(seconds * 1000).toISOString().slice(11, 19)
        const done = fulfil(open, somebody, `${day}T${time}.000000+08:00`)
        if (!done.ok) throw new Error(done.reason)
        expect(done.value.late).toBe(isOver(open, day))
        expect(done.value.late).toBe(daysLate(open, day) > 0)
        expect(move(open, day, day).ok).toBe(!done.value.late)
      }),
    )
  })
})
