import { addDays, type Day, daysBetween, yearOf } from '#basics/calendar.ts'
import { compare, type ExactText, exact } from '#basics/exact.ts'
import { addMonths } from './age.ts'
import { isWorkingDay } from './clauses/lateness.ts'
import { placesOf } from './shares.ts'
import type { Sheet } from './sheet.ts'
import type { TitleState, TitleTerm } from './sheet-term.ts'

/** What a branch brings to the acceptance of a title (验收). */
export interface Application {
  declaredOn: Day
  /** When cultivation began; null before it did. */
  cultivatedFrom: Day | null
  appliedOn: Day | null
  points: ExactText | null
  lowerTitle: boolean
}

/** Why a title cannot be accepted. */
export type TermRefusal =
  | 'declared-in-the-wrong-year'
  | 'not-applied'
  | 'cultivated-too-short'
  | 'too-few-points'
  | 'lower-title-missing'

/** D3, C10: everything that keeps an application from being accepted; an empty list means that nothing does. */
export function obstacles(term: TitleTerm, application: Application): TermRefusal[] {
  const { declaredOn, cultivatedFrom, appliedOn, points, lowerTitle } = application
  const found: TermRefusal[] = []
  const even = yearOf(declaredOn) % 2 === 0
  if ((term.declared === 'even-years' && !even) || (term.declared === 'odd-years' && even))
    found.push('declared-in-the-wrong-year')
  if (appliedOn === null) found.push('not-applied')
  else if (
    term.cultivationDays !== null &&
    (cultivatedFrom === null || daysBetween(cultivatedFrom, appliedOn) < term.cultivationDays)
  )
    found.push('cultivated-too-short')
  if (term.acceptance !== null && (points === null || compare(exact(points), exact(term.acceptance)) < 0))
    found.push('too-few-points')
  if (term.lowerTitle && !lowerTitle) found.push('lower-title-missing')
  return found
}

/** D2: the last day of a public notice posted on a day; the first day counted is the next one. Null where there is none. */
export function noticeEnds(sheet: Pick<Sheet, 'term' | 'calendar'>, postedOn: Day): Day | null {
  if (!sheet.term?.notice) return null
  const { days, count } = sheet.term.notice
  let day = postedOn
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (count === 'days' || isWorkingDay(day, sheet)) left--
  }
  return day
}

/** D4: the day on which a title awarded then ends (exclusive); null where it lasts until it is removed. */
export function endsOn({ years }: TitleTerm, awardedOn: Day): Day | null {
  return years === null ? null : addMonths(awardedOn, years * 12)
}

/** D5: what a check does to a title; a state that the event says nothing about stays as it is. */
export function afterEvent({ events }: TitleTerm, state: TitleState, event: string): TitleState {
  return events.find((each) => each.event === event && each.from === state)?.to ?? state
}

/** D7: of so many whose term ends, how many may be renewed and how many leave though they passed. */
export function renewals({ renewal }: TitleTerm, ending: number): { renewed: number; leave: number } {
  const renewed = renewal === null ? ending : Math.min(ending, placesOf(renewal, ending))
  return { renewed, leave: ending - renewed }
}

/** D7: how a branch that left stands: it may try again the next year where the sheet says so; after that it is a new applicant. */
export function standingAfterLeaving(
  { secondTry }: TitleTerm,
  leftIn: number,
  tried: { year: number; passed: boolean } | null,
  year: number,
): 'may-try-again' | 'named' | 'new-applicant' {
  const again = secondTry && tried?.year === leftIn + 1
  if (again && tried.passed) return 'named'
  return secondTry && tried === null && year <= leftIn + 1 ? 'may-try-again' : 'new-applicant'
}

/** D8: the year of assessment to which a day belongs; with a year that begins in December, 5 December 2025 counts for 2026. */
export function assessmentYear({ yearBegins }: Pick<TitleTerm, 'yearBegins'>, day: Day): number {
  const later = yearBegins > 1 && Number(day.slice(5, 7)) >= yearBegins
  return yearOf(day) + (later ? 1 : 0)
}

/** D8: in which year an honour counts that was given on a day and known after the year was closed; null: in none. */
export function honourYear(term: TitleTerm, givenOn: Day, closedOn: Day, knownOn: Day): number | null {
  const year = assessmentYear(term, givenOn)
  if (knownOn <= closedOn) return year
  return term.lateHonours === 'next-year' ? year + 1 : null
}
