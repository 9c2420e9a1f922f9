import type { Day } from '#basics/calendar.ts'
import { buildingJobs } from '#programme/building/jobs.ts'
import { dutyJobs } from '#programme/duty/jobs.ts'
import { themeJobs } from '#programme/theme/jobs.ts'
import { closingDay } from './load-cycles.ts'
import { type Act, at, type Loading } from './loading.ts'

/** What the hourly jobs did: duties opened with each cycle and this month, the holders of past due days written down, and words counted. */
export function dutyActs(loading: Loading): Act[] {
  const { earlierCycles, cycles, anchor } = loading.sample
  const all = [...earlierCycles, cycles.last, cycles.running]
  const changed = all.flatMap(({ openedOn, year }) => [openedOn, closingDay(year)]).filter((day) => day <= anchor)
  const job = (day: Day, turn: number, run: (typeof themeJobs)[string]): Act => ({
    at: at(loading, day, turn),
    by: null,
    run: (context) => run(context, {}),
  })
  return [
    ...changed.map((day) => job(day, 1, themeJobs['theme.open-duties']!)),
    job(`${anchor.slice(0, 7)}-01`, 0, buildingJobs['building.open-duties']!),
    job(anchor, LAST, themeJobs['theme.count-words']!),
    job(anchor, LAST, dutyJobs['duty.write-down']!),
  ]
}

/** After everything else that happened on the day. */
const LAST = 40
