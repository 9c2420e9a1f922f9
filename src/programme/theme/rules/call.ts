import { addDays, type Day, dayOf, daysBetween, type Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

/** The members' meeting (党员大会) that adopted what came of a call: its day, how many were there and in favour. */
export interface Meeting {
  meetingOn: Day
  present: number
  inFavour: number
}

/**
 * A branch asks its members and staff for suggestions (征集建议), until 24:00 of a day. Then its members' meeting adopts
 * what came of it, or it is dropped for a reason. Each state carries only what is true in it.
 */
export type Call = { openedOn: Day; lastDay: Day } & (
  | { state: 'open' }
  | ({ state: 'adopted' } & Meeting)
  | { state: 'dropped'; reason: string }
)

export const callStates = ['open', 'over', 'adopted', 'dropped'] as const
/** `over`: its last day is past, and what became of the suggestions is still to be settled. */
export type CallState = (typeof callStates)[number]

/** Longer than a quarter nobody remembers what was asked. */
export const MOST_DAYS = 92

export const uptakes = ['taken-up', 'partly', 'not-taken-up'] as const
/** What became of a suggestion: taken up with the words of the theme, partly, or not and why. */
export type Uptake = (typeof uptakes)[number]

export interface Handling {
  uptake: Uptake
  words: string
  reason: string
}

export type CallRefusal =
  | 'theme.call-already-open'
  | 'theme.call-ends-before-it-begins'
  | 'theme.call-too-long'
  | 'theme.call-over'
  | 'theme.call-still-open'
  | 'theme.call-settled'
  | 'theme.contributions-left'
  | 'theme.words-needed'
  | 'theme.words-not-wanted'
  | 'theme.reason-needed'
  | 'theme.meeting-before-the-call'
  | 'theme.meeting-to-come'
  | 'theme.more-in-favour-than-present'
  | 'theme.not-adopted'
  | 'theme.line-too-long'
  | 'theme.too-many-lines'

export function stateOf(call: Call, today: Day): CallState {
  return call.state === 'open' && today > call.lastDay ? 'over' : call.state
}

/** One call at a time, from today until a day within the next quarter. */
export function openCall(lastDay: Day, another: boolean, today: Day): Decision<Call, CallRefusal> {
  if (another) return refuse('theme.call-already-open')
  if (lastDay < today) return refuse('theme.call-ends-before-it-begins')
  if (daysBetween(today, lastDay) > MOST_DAYS) return refuse('theme.call-too-long', { day: addDays(today, MOST_DAYS) })
  return allow({ state: 'open', openedOn: today, lastDay })
}

/** Whether somebody may still suggest something. */
export function contribute(call: Call, now: Instant): Decision<Call, CallRefusal> {
  return stateOf(call, dayOf(now)) === 'open' ? allow(call) : refuse('theme.call-over')
}

/** What is on paper may be entered, and every suggestion settled, until the meeting has adopted or the call was dropped. */
export function stillAtWork(call: Call): Decision<Call & { state: 'open' }, CallRefusal> {
  return call.state === 'open' ? allow(call) : refuse('theme.call-settled')
}

/** What is taken up comes with the words, what is left out with the reason, what is taken up in part with both. */
export function handle({ uptake, words, reason }: Handling): Decision<Handling, CallRefusal> {
  if (uptake !== 'not-taken-up' && words === '') return refuse('theme.words-needed')
  if (uptake === 'not-taken-up' && words !== '') return refuse('theme.words-not-wanted')
  if (uptake !== 'taken-up' && reason === '') return refuse('theme.reason-needed')
  return allow({ uptake, words, reason: uptake === 'taken-up' ? '' : reason })
}

/**
 * The members' meeting adopts it, after the last day and once every suggestion is settled: by more than half of those
 * present, on a day from the opening to today.
 */
export function adopt(call: Call, meeting: Meeting, left: number, today: Day): Decision<Call, CallRefusal> {
  const open = stillAtWork(call)
  if (!open.ok) return open
  if (today <= call.lastDay) return refuse('theme.call-still-open', { day: call.lastDay })
  if (left > 0) return refuse('theme.contributions-left', { left })
  if (meeting.meetingOn > today) return refuse('theme.meeting-to-come')
  if (meeting.meetingOn < call.openedOn) return refuse('theme.meeting-before-the-call', { day: call.openedOn })
  const counted = majority(meeting)
  return counted.ok ? allow({ ...open.value, state: 'adopted', ...meeting }) : counted
}

/** Adopted means more than half of those present. */
export function majority({ present, inFavour }: Pick<Meeting, 'present' | 'inFavour'>): Decision<true, CallRefusal> {
  if (inFavour > present) return refuse('theme.more-in-favour-than-present')
  return 2 * inFavour > present ? allow(true) : refuse('theme.not-adopted')
}

/** Given up, with a reason that those who were asked can read. */
export function drop(call: Call, reason: string): Decision<Call, CallRefusal> {
  const open = stillAtWork(call)
  return open.ok ? allow({ ...open.value, state: 'dropped', reason }) : open
}

const MOST_LINES = 100
const LONGEST_LINE = 600

/** What was on paper, one suggestion a line; empty lines are none. */
export function linesOf(text: string): Decision<string[], CallRefusal> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > MOST_LINES) return refuse('theme.too-many-lines', { most: MOST_LINES })
  const long = lines.findIndex((line) => [...line].length > LONGEST_LINE)
  if (long >= 0) return refuse('theme.line-too-long', { line: long + 1, most: LONGEST_LINE })
  return allow(lines)
}
