import type { Day } from '#basics/calendar.ts'
import { fill } from '#basics/messages.ts'
import type { GroundOfEnd } from './period.ts'

type Words = Record<'endEstimated' | 'endCorrected' | 'endKept' | 'holiday' | 'workday', string>

/** Why the period ends when it ends, in a sentence; empty where it simply was counted. */
export function sayEnd(
  { lastDay, end }: { lastDay: Day; end: { ground: GroundOfEnd; told: Day; recounted: Day } },
  say: Words,
): string {
  if (end.ground === 'fixed') return ''
  const sentence = { estimated: say.endEstimated, corrected: say.endCorrected, kept: say.endKept }[end.ground]
  return fill(sentence, { told: end.told, recounted: end.recounted, lastDay })
}

/** One extension in a sentence: when, by which office, by how many days, from when to when. */
export function sayExtension(
  { on, by, days, lastDayBefore, lastDay }: { on: Day; by: string; days: number; lastDayBefore: Day; lastDay: Day },
  say: { extended: string },
): string {
  return fill(say.extended, { on, by, days, before: lastDayBefore, lastDay })
}

/** Days off and worked weekends, days that follow one another drawn together: `国庆节 10-01—10-07 放假；国庆节 10-10 上班`. */
export function sayNamed(
  named: readonly { day: Day; kind: 'holiday' | 'workday'; name: string }[],
  say: Words,
): string {
  const runs: { name: string; kind: 'holiday' | 'workday'; from: Day; to: Day }[] = []
  for (const { day, kind, name } of named) {
    const last = runs.at(-1)
    if (last && last.name === name && last.kind === kind) last.to = day
    else runs.push({ name, kind, from: day, to: day })
  }
  const short = (day: Day) => day.slice(5)
  return runs
    .map(({ name, kind, from, to }) => `${name} ${short(from)}${to === from ? '' : `—${short(to)}`} ${say[kind]}`)
    .join('；')
}
