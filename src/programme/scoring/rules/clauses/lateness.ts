import { addDays, type Day, dayOf, type Instant, weekdayOf } from '#basics/calendar.ts'
import { addMonths } from '../age.ts'
import type { Facts, FactValue } from '../facts.ts'
import type { Sheet } from '../sheet.ts'
import type { ClauseOf } from '../sheet-clauses.ts'
import { printed, type Term, take, type Work, written } from '../trace.ts'
import { type Found, nothing, wrongShape } from './answers.ts'

/**
 * A19: the first tier whose bound the days late do not exceed; in time is 0 days late, one moment after the deadline the
 * first day has begun. Later than every tier, or never, counts `never`.
 */
export function handedIn(clause: ClauseOf<'A19'>, value: FactValue, facts: Facts, sheet: Sheet, work: Work): Found {
  if (value.shape !== 'moment') return wrongShape()
  const never = () => take(work, 'tier', 'sum', [printed(clause.never)])
  if (value.at === null) {
    work.notes.push({ word: 'never-handed-in', details: {} })
    return never()
  }
  const due = dueOf(clause, facts)
  if (due === null) return wrongShape()
  if (due === 'never-began') return nothing(work, 'did-not-happen')
  const late = daysLate(due, value.at, clause.unit, sheet)
  const days: Term = written(work, {
    word: 'days-late',
    op: 'days-late',
    due,
    at: value.at,
    unit: clause.unit,
    gives: String(late),
  })
  const tier = clause.tiers.find(({ upTo }) => late <= upTo)
  if (!tier) return never()
  return written(work, { word: 'tier', op: 'up-to', of: days, bound: String(tier.upTo), gives: tier.points })
}

function dueOf({ due }: ClauseOf<'A19'>, facts: Facts): Instant | null | 'never-began' {
  if ('at' in due) return due.at
  const value = facts[due.after]!.value
  if (value.shape !== 'since') return null
  if (value.day === null) return 'never-began'
  return `${addDays(addMonths(value.day, due.months), due.days + 1)}T00:00:00.000000+08:00`
}

/** How many days, or working days, have begun since the deadline; the deadline itself is too late already. */
export function daysLate(
  due: Instant,
  at: Instant,
  unit: 'working-days' | 'days',
  sheet: Pick<Sheet, 'calendar'>,
): number {
  if (comparable(at) < comparable(due)) return 0
  let count = 0
  for (let day = dayOf(due); day <= dayOf(at); day = addDays(day, 1))
    if (unit === 'days' || isWorkingDay(day, sheet)) count++
  // handed in on a day off before any working day began: the next working day is not over
  return Math.max(1, count)
}

/** Whether people work on that day: by the sheet's own calendar, else Monday to Friday. */
export function isWorkingDay(day: Day, { calendar }: Pick<Sheet, 'calendar'>): boolean {
  if (calendar?.on.includes(day)) return true
  return !calendar?.off.includes(day) && weekdayOf(day) < 6
}

/** Instants with any number of decimals compare as text once they have six. */
function comparable(instant: Instant): string {
  const [, seconds = '', decimals = ''] = /^(.{19})(?:\.(\d+))?/.exec(instant) ?? []
  return `${seconds}.${decimals.padEnd(6, '0')}`
}
