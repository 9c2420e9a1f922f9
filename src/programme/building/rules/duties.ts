import { addDays, type Day } from '#basics/calendar.ts'
import type { RecordKind } from './record.ts'

/** Something the organisation is to have on record within a period; both days count. */
export interface Duty {
  kind: RecordKind
  from: Day
  /** The last day on which it can happen in time. */
  dueOn: Day
  done: boolean
}

/**
 * What the month and the quarter of that day ask of a branch: a committee meeting each month, a members' meeting each
 * quarter (中国共产党支部工作条例(试行) 第十一条、第十二条). `held` are the days on record, by kind.
 */
export function dutiesOf(today: Day, held: readonly { kind: RecordKind; happenedOn: Day }[]): Duty[] {
  const [year = '', month = ''] = today.split('-')
  const quarterStart = Math.floor((Number(month) - 1) / 3) * 3 + 1
  const periods: [RecordKind, Day, Day][] = [
    ['committee-meeting', `${year}-${month}-01`, endOfMonth(year, Number(month))],
    ['members-meeting', `${year}-${two(quarterStart)}-01`, endOfMonth(year, quarterStart + 2)],
  ]
  return periods.map(([kind, from, dueOn]) => ({
    kind,
    from,
    dueOn,
    done: held.some((each) => each.kind === kind && each.happenedOn >= from && each.happenedOn <= dueOn),
  }))
}

function endOfMonth(year: string, month: number): Day {
  const next = month === 12 ? `${Number(year) + 1}-01-01` : `${year}-${two(month + 1)}-01`
  return addDays(next, -1)
}

function two(month: number): string {
  return String(month).padStart(2, '0')
}
