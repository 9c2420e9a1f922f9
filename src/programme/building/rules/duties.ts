import { addDays, type Day } from '#basics/calendar.ts'
import type { DutyKind } from '#programme/duty/rules/duty.ts'
import type { RecordKind } from './record.ts'

/** A meeting that a branch is to hold within a period. */
export interface Meeting {
  record: RecordKind
  duty: DutyKind
  /** From how many members on a branch has to hold it. */
  members: number
  months: 1 | 3
}

const opens = { portal: '/my/records?organisation={organisation}', desk: '/records' }

/**
 * A members' meeting each quarter, a committee meeting each month where there is a committee: from seven full members on
 * (中国共产党支部工作条例(试行) 第十一条: 一般每季度召开1次; 第十二条: 一般每月召开1次; 第六章: 有正式党员7人以上的党支部,
 * 应当设立党支部委员会). The register does not tell full members from probationary ones: all are counted.
 */
export const meetings: readonly Meeting[] = [
  {
    record: 'members-meeting',
    duty: {
      name: 'building.members-meeting',
      title: { zh: '召开支部党员大会', en: 'Hold a members’ meeting' },
      opens,
    },
    members: 0,
    months: 3,
  },
  {
    record: 'committee-meeting',
    duty: { name: 'building.committee-meeting', title: { zh: '召开支委会', en: 'Hold a committee meeting' }, opens },
    members: 7,
    months: 1,
  },
]

/** The month or quarter in which a day lies: both days count; `round` tells the periods of a branch apart. */
export interface Period {
  from: Day
  dueOn: Day
  round: number
}

export function periodOf({ months }: Pick<Meeting, 'months'>, day: Day): Period {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const first = month - ((month - 1) % months)
  const next = first + months
  const from = `${year}-${two(first)}-01`
  const dueOn = addDays(next > 12 ? `${year + 1}-01-01` : `${year}-${two(next)}-01`, -1)
  return { from, dueOn, round: year * 100 + first }
}

function two(month: number): string {
  return String(month).padStart(2, '0')
}
