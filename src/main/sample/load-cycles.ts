import { cycleActions } from '#programme/cycle/actions.ts'
import type { CalendarKind } from '#programme/cycle/rules/cycle.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import type { SampleCycle } from './types.ts'

/** In the order of the sample's calendar. */
const kinds: CalendarKind[] = [
  'opening',
  'distil',
  'promotion-meeting',
  'promotion-meeting',
  'promotion-meeting',
  'inspection',
  'self-score',
  'assessment',
  'selection',
]

/** The office drafts and opens every cycle of the sample, and closes the finished ones when their term is nearly over. */
export function cycleActs(loading: Loading): Act[] {
  const { earlierCycles, cycles } = loading.sample
  return [...earlierCycles, cycles.last, cycles.running].flatMap((cycle) => actsOf(loading, cycle))
}

/** When the office closes the cycle of a year. */
export function closingDay(year: number): string {
  return `${year + 1}-04-02`
}

function actsOf(loading: Loading, cycle: SampleCycle): Act[] {
  const by = numberOf(loading, 'rootOffice')
  const { approval, year } = cycle
  const closedOn = closingDay(year)
  const idOf = () => loading.cycles.get(year)!
  const acts: Act[] = [
    {
      at: at(loading, approval.on),
      by,
      async run(context) {
        const root = organisationOf(loading, loading.sample.organisations[0]!.code).id
        const { id } = await cycleActions.draftCycle(context, { organisation: root, ...planOf(cycle) })
        loading.cycles.set(year, id)
      },
    },
    { at: at(loading, cycle.openedOn), by, run: (context) => cycleActions.openCycle(context, { cycle: idOf() }) },
  ]
  if (cycle.state === 'running' || closedOn > loading.sample.anchor) return acts
  const reason = '本年度考评、评选和命名均已完成'
  return [
    ...acts,
    { at: at(loading, closedOn), by, run: (context) => cycleActions.closeCycle(context, { cycle: idOf(), reason }) },
  ]
}

function planOf({ year, name, overallGoal, aims, principles, ideas, calendar, approval, disclosure }: SampleCycle) {
  return {
    year,
    title: name,
    overallGoal,
    purpose: null,
    meeting: { title: `${approval.body}会议`, on: approval.on },
    aims,
    principles,
    ideas: ideas.split('、'),
    calendar: calendar.map(({ on, text }, index) => ({
      kind: kinds[index] ?? ('other' as const),
      title: text,
      from: on,
      to: on,
      region: text.match(/^(珠三角|粤西|粤东)片区/)?.[1] ?? null,
    })),
    approvingBody: approval.body,
    documentNumber: approval.documentNumber,
    termFrom: approval.termFrom,
    termTo: approval.termUntil,
    scope: disclosure.scope,
    noticeDays: disclosure.workingDays,
  }
}
