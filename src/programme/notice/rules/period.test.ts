import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#basics/calendar.ts'
import { type HolidayCalendar, isWorkingDay } from '#support/holiday/rules/working-days.ts'
import type { Notice } from './notice.ts'
import { begin, endOf, extend } from './period.ts'

type Kind = 'holiday' | 'workday'
const calendar = (announced: number[], days: [string, Kind][] = []): HolidayCalendar => ({
  announcedYears: new Set(announced),
  days: new Map(days),
})
const known = calendar([2026, 2027])
const unknown = calendar([2026])
const open = (lastDay: string): Notice => ({ state: 'open', scope: 'society', lastDay })
const at = (day: string) => `${day}T12:00:00.000000+08:00`

test('an end counted with settled days is fixed: a changed table moves it no more, and it is said that it would', () => {
  const counted = begin('2026-07-15', 5, known)
  expect(counted).toMatchObject({ lastDay: '2026-07-22', provisional: false })
  expect(endOf(counted, known).ground).toBe('fixed')
  const later = calendar([2026, 2027], [['2026-07-20', 'holiday']])
  expect(endOf(counted, later)).toEqual({
    lastDay: '2026-07-22',
    provisional: false,
    ground: 'kept',
    recounted: '2026-07-23',
  })
})

test('an end counted with unsettled days follows the announcement later, and never earlier than told', () => {
  const counted = begin('2026-12-29', 5, unknown)
  expect(counted).toMatchObject({ lastDay: '2027-01-05', provisional: true })
  expect(endOf(counted, unknown)).toMatchObject({ lastDay: '2027-01-05', ground: 'estimated' })
  const offs = calendar(
    [2026, 2027],
    [
      ['2027-01-01', 'holiday'],
      ['2027-01-04', 'holiday'],
    ],
  )
  expect(endOf(counted, offs)).toMatchObject({ lastDay: '2027-01-07', provisional: false, ground: 'corrected' })
  const worked = calendar(
    [2026, 2027],
    [
      ['2027-01-02', 'workday'],
      ['2027-01-03', 'workday'],
    ],
  )
  expect(endOf(counted, worked)).toMatchObject({ lastDay: '2027-01-05', recounted: '2027-01-03', ground: 'kept' })
  expect(endOf(counted, known)).toMatchObject({ lastDay: '2027-01-05', ground: 'fixed' })
})

test('an extension is counted on by the table from the end that stands', () => {
  const counted = begin('2026-09-22', 5, calendar([2026], [['2026-09-25', 'holiday']]))
  expect(counted.lastDay).toBe('2026-09-30')
  const golden = ['01', '02', '05', '06', '07'].map((day): [string, Kind] => [`2026-10-${day}`, 'holiday'])
  const table = calendar([2026], [...golden, ['2026-10-10', 'workday']])
  const more = extend(
    open(counted.lastDay),
    counted,
    { days: 3, lastDay: '2026-09-30' },
    { now: at('2026-09-30'), calendar: table },
  )
  // 8, 9 and the worked Saturday; that 25 September is no longer a day off changes nothing
  expect(more).toMatchObject({ ok: true, value: { from: '2026-09-30', days: 3, lastDay: '2026-10-10' } })
})

test('an estimated end is extended as a whole, so that the announcement corrects all of it', () => {
  const counted = begin('2026-12-29', 5, unknown)
  const more = extend(
    open(counted.lastDay),
    counted,
    { days: 2, lastDay: '2027-01-05' },
    { now: at('2026-12-30'), calendar: unknown },
  )
  if (!more.ok) throw new Error(more.reason)
  expect(more.value).toMatchObject({ from: '2026-12-29', days: 7, lastDay: '2027-01-07', provisional: true })
  const offs = calendar([2026, 2027], [['2027-01-01', 'holiday']])
  expect(endOf(more.value, offs)).toMatchObject({ lastDay: '2027-01-08', ground: 'corrected' })
})

test('it is refused once closed, once over, and from a day that is no longer the last', () => {
  const counted = begin('2026-07-15', 5, known)
  const wish = { days: 3, lastDay: '2026-07-22' }
  const closed: Notice = { ...open('2026-07-22'), state: 'closed', outcome: 'in-effect', closedOn: '2026-07-23' }
  const when = (now: string) => ({ now, calendar: known })
  expect(extend(closed, counted, wish, when(at('2026-07-20')))).toMatchObject({ reason: 'notice.closed' })
  const last = '2026-07-22T23:59:59.999999+08:00'
  expect(extend(open('2026-07-22'), counted, wish, when(last)).ok).toBe(true)
  const midnight = '2026-07-23T00:00:00.000000+08:00'
  expect(extend(open('2026-07-22'), counted, wish, when(midnight))).toMatchObject({
    reason: 'notice.too-late-to-extend',
  })
  expect(extend(open('2026-07-22'), counted, { ...wish, lastDay: '2026-07-21' }, when(last))).toMatchObject({
    reason: 'notice.extended-meanwhile',
  })
})

test('whatever the table becomes, a period never ends earlier than told, and an extension always lengthens it', () => {
  const days = fc.dictionary(
    fc.integer({ min: 0, max: 90 }).map((offset) => addDays('2026-12-01', offset)),
    fc.constantFrom<Kind>('holiday', 'workday'),
    { maxKeys: 20 },
  )
  const tables = fc.record({ days, announced: fc.subarray([2026, 2027]) })
  const table = ({ days, announced }: { days: Record<string, Kind>; announced: number[] }) =>
    calendar(announced, Object.entries(days))
  fc.assert(
    fc.property(
      tables,
      tables,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (one, other, first, more) => {
        const counted = begin('2026-12-10', first, table(one))
        const end = endOf(counted, table(other))
        expect(end.lastDay >= counted.lastDay).toBe(true)
        const wish = { days: more, lastDay: end.lastDay }
        const longer = extend(open(end.lastDay), counted, wish, { now: at('2026-12-10'), calendar: table(other) })
        if (!longer.ok) throw new Error(longer.reason)
        expect(longer.value.lastDay > end.lastDay).toBe(true)
        let working = 0
        for (let day = addDays(end.lastDay, 1); day <= longer.value.lastDay; day = addDays(day, 1))
          if (isWorkingDay(day, table(other))) working += 1
        expect(working).toBe(more)
      },
    ),
  )
})
