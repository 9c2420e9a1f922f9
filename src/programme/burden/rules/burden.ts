import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { PersonId } from '#basics/id.ts'

/**
 * Minutes a year that may be asked of one branch where its programme has set no other figure: 240, twenty a month. A
 * house default (no regulation gives a number; 整治形式主义为基层减负若干规定 asks that requests be few and not repeated).
 */
export const USUAL_BUDGET = 240

/** The least and most minutes that one request may state for one branch. */
export const MINUTES = { least: 1, most: 600 } as const

/** A request as it is weighed: minutes of each branch, and what each of them has been asked for this year already. */
export interface Ask {
  minutes: number
  branches: number
  /** The minutes booked so far on the branch that has been asked for most. */
  booked: number
  /** The branches whose budget this request would exceed. */
  above: number
  budget: number
}

export type BurdenRefusal = 'burden.nobody-asked' | 'burden.above-budget' | 'burden.not-by-the-same-person'

/** Minutes of all branches together: what a request costs the organisation, shown before it is issued. */
export function costOf({ minutes, branches }: Pick<Ask, 'minutes' | 'branches'>): number {
  return minutes * branches
}

/**
 * Whether the request may go out: somebody is asked, and no branch's budget is exceeded, unless someone with primary
 * responsibility has agreed by name, who is not the one that asks.
 */
export function bookable(
  ask: Ask,
  { by, approvedBy }: { by: PersonId; approvedBy: PersonId | null },
): Decision<true, BurdenRefusal> {
  if (ask.branches === 0) return refuse('burden.nobody-asked')
  if (ask.above === 0) return allow(true)
  if (approvedBy === null)
    return refuse('burden.above-budget', { above: ask.above, budget: ask.budget, most: ask.booked + ask.minutes })
  return approvedBy === by ? refuse('burden.not-by-the-same-person') : allow(true)
}

/** Minutes for people to read: 178 小时, 2.5 小时 (halves up to one decimal), 40 分钟. */
export function sayMinutes(minutes: number, language: 'zh' | 'en'): string {
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`
  const tenths = Math.round(minutes / 6)
  const hours = tenths % 10 === 0 ? `${tenths / 10}` : (tenths / 10).toFixed(1)
  return language === 'zh' ? `${hours} 小时` : `${hours} h`
}
