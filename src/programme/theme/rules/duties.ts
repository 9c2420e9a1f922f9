import type { Day } from '#basics/calendar.ts'
import type { CalendarItem } from '#programme/cycle/rules/cycle.ts'
import type { DutyKind } from '#programme/duty/rules/duty.ts'

/** A branch proposes its theme by the last day of the cycle's calendar. */
export const proposing: DutyKind = {
  name: 'theme.propose',
  title: { zh: '提出品牌主题', en: 'Propose the theme' },
  opens: { portal: '/my/theme?organisation={organisation}', desk: '/board' },
}

/** The organisation whose stage it is reviews a submitted theme. */
export const reviewing: DutyKind = {
  name: 'theme.review',
  title: { zh: '审核主题', en: 'Review a theme' },
  opens: { portal: '/my/work/{subject}', desk: '/themes/{subject}' },
}

/** The organisation that runs the cycle has a passed theme checked for secrets. */
export const checking: DutyKind = {
  name: 'theme.check',
  title: { zh: '主题保密审查', en: 'Check a theme for secrets' },
  opens: { portal: '/my/work/{subject}', desk: '/themes/{subject}' },
}

/** It puts a checked theme on public notice. */
export const disclosing: DutyKind = {
  name: 'theme.disclose',
  title: { zh: '公示主题', en: 'Put a theme on notice' },
  opens: { portal: '/my/work/{subject}', desk: '/themes/{subject}' },
}

/**
 * Working days for a step of which the programme says nothing else. Local rules on disclosure have standing matters
 * published within five working days of being settled (党务公开 实施办法: 固定事项确定后5个工作日内公开).
 */
export const STEP_DAYS = 5

/** The last day of distilling in a calendar for a region: what is said for the region, else what is said for all; null when neither is. */
export function lastDayToPropose(calendar: readonly CalendarItem[], region: string | null): Day | null {
  const items = calendar.filter(({ kind }) => kind === 'distil')
  const own = items.filter((item) => region !== null && item.region === region)
  const days = (own.length > 0 ? own : items.filter((item) => item.region === null)).map(({ to }) => to)
  return days.sort().at(-1) ?? null
}
