import type { ExactText } from '#basics/exact.ts'
import type { Share } from './sheet-outcomes.ts'

/**
 * D1–D8 the life of a title as data: how long it lasts, what must come before, how it is renewed and how it is lost. The
 * selection reads it; the functions are in term.ts. Null or absent: the sheet says nothing about it.
 */
export interface TitleTerm {
  /** D1 the levels of review, the lowest first (支部、党委、工委). */
  stages: string[]
  /** D2 days of public notice, working days or calendar days. */
  notice: { days: number; count: 'working-days' | 'days' } | null
  /** D3 days from the start of cultivation to the application, at least. */
  cultivationDays: number | null
  /** D3/D8 in which years it can be declared. */
  declared: 'every-year' | 'even-years' | 'odd-years'
  /** C10 points needed for acceptance. */
  acceptance: ExactText | null
  /** C10 whether a lower title must be held. */
  lowerTitle: boolean
  /** D4 years a title lasts from the day of award; null: until it is removed (D6: looked at every year). */
  years: number | null
  /** D7 of those whose term ends, so many may be renewed at most; the rest leave though they passed. */
  renewal: Share | null
  /** D7 whether who left may try again the next year before starting from zero. */
  secondTry: boolean
  /** D5 what a check finds does to a title: rectify within a limit, or remove at once. */
  events: { event: string; from: TitleState; to: TitleState }[]
  /** D8 the month in which a year of assessment begins; 12 means that December belongs to the next year. */
  yearBegins: number
  /** D8 an honour given after the year was closed counts in the next one, once. */
  lateHonours: 'next-year' | 'lost'
}

/** 申报 · 培育 · 命名 · 警示 · 限期整改 · 撤销命名 · 退出. */
export const titleStates = ['applied', 'cultivated', 'named', 'warned', 'rectifying', 'removed', 'left'] as const
export type TitleState = (typeof titleStates)[number]
