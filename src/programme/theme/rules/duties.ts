import type { Day } from '#basics/calendar.ts'
import type { CalendarItem } from '#programme/cycle/rules/cycle.ts'
import type { DutyKind } from '#programme/duty/rules/duty.ts'
import { ANSWER_DAYS } from '#programme/notice/rules/duty.ts'

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
 * Working days for the check for secrets, and for putting a checked theme on notice, where the programme's plan says nothing
 * else: a house default. 中国共产党党务公开条例(试行) 第十五条 names the steps (提出, 审核, 审批, 实施) and no days; local
 * rules that do differ (the list of 湖南省发展改革委 has standing matters published within five working days).
 */
export const STEP_DAYS = 5

/** Working days of the steps after the reviews: the check for secrets, putting on notice, answering once the notice is over. */
export interface StepDays {
  check: number
  disclose: number
  answer: number
}

export const usualStepDays: StepDays = { check: STEP_DAYS, disclose: STEP_DAYS, answer: ANSWER_DAYS }

/** The last day of distilling in a calendar for a region: what is said for the region, else what is said for all; null when neither is. */
export function lastDayToPropose(calendar: readonly CalendarItem[], region: string | null): Day | null {
  const items = calendar.filter(({ kind }) => kind === 'distil')
  const own = items.filter((item) => region !== null && item.region === region)
  const days = (own.length > 0 ? own : items.filter((item) => item.region === null)).map(({ to }) => to)
  return days.sort().at(-1) ?? null
}
