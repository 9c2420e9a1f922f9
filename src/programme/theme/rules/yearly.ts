import { type Actor, holds } from '#basics/actor.ts'
import { addDays, type Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { DutyKind } from '#programme/duty/rules/duty.ts'
import { concernedPosts } from './permissions.ts'
import type { Theme } from './theme.ts'

/** 每年确认或修订: what a branch with a theme in force has to do once in a programme year. */
export const yearlyDuty: DutyKind = {
  name: 'theme.confirm',
  title: { zh: '确认或修订品牌主题', en: 'Confirm or revise the theme' },
  opens: { portal: '/my/theme?organisation={organisation}', desk: '/themes/{subject}' },
}

/** What it takes a secretary, told before it is asked of anybody. */
export const MINUTES = 2

export const promptStandings = ['missing', 'confirmed', 'revising'] as const
/** What a branch has answered: nothing that holds, that its theme stands, or a revision that is under way or took effect. */
export type PromptStanding = (typeof promptStandings)[number]

export interface Prompt {
  openedOn: Day
  dueOn: Day
}

export type YearlyRefusal =
  | 'theme.prompt-open-already'
  | 'theme.prompt-due-in-the-past'
  | 'theme.prompt-after-the-term'
  | 'theme.prompt-without-a-cycle'
  | 'theme.nothing-to-confirm'
  | 'theme.confirmed-already'
  | 'theme.being-revised'

export type YearlyPermissionRefusal = 'theme.only-the-office-asks' | 'theme.only-those-who-answer'

/** The office that runs the programme year asks. */
export function mayAsk(actor: Actor, steward: string): Decision<true, YearlyPermissionRefusal> {
  return holds(actor, 'office', steward as OrganisationId) ? allow(true) : refuse('theme.only-the-office-asks')
}

/** Those who have to do with themes look at what was answered, within their reach. */
export function mayLook(actor: Actor): Decision<true, YearlyPermissionRefusal> {
  const concerned = actor.posts.some(({ post }) => concernedPosts.includes(post))
  return concerned ? allow(true) : refuse('theme.only-those-who-answer')
}

interface Year {
  state: 'open' | 'closed'
  termFrom: Day
  termTo: Day
  already: boolean
  today: Day
}

/** Asks every branch once in a programme year that is open, to answer by a day within its term. */
export function openPrompt(
  dueOn: Day,
  { state, termFrom, termTo, already, today }: Year,
): Decision<Prompt, YearlyRefusal> {
  if (state !== 'open' || today < termFrom || today > termTo) return refuse('theme.prompt-without-a-cycle')
  if (already) return refuse('theme.prompt-open-already')
  if (dueOn < today) return refuse('theme.prompt-due-in-the-past')
  if (dueOn > termTo) return refuse('theme.prompt-after-the-term', { day: termTo })
  return allow({ openedOn: today, dueOn })
}

/** The latest answer counts; a revision that was rejected or given up is none. */
export function standingOf(answers: { confirmed: boolean; revising: boolean }): PromptStanding {
  if (answers.revising) return 'revising'
  return answers.confirmed ? 'confirmed' : 'missing'
}

/** Whether the branch was asked about this theme: it was in force when the prompt was opened. */
export function isAskedAbout(theme: Theme, prompt: Prompt | null): boolean {
  return prompt !== null && theme.state === 'in-force' && theme.effectiveOn <= prompt.openedOn
}

/** Confirms that the theme in force still holds: once, when it was asked, and not while it is being revised. */
export function confirm(
  theme: Theme,
  prompt: Prompt | null,
  { confirmed, underWay }: { confirmed: boolean; underWay: boolean },
): Decision<true, YearlyRefusal> {
  if (!isAskedAbout(theme, prompt)) return refuse('theme.nothing-to-confirm')
  if (underWay) return refuse('theme.being-revised')
  return confirmed ? refuse('theme.confirmed-already') : allow(true)
}

/** Until when a branch answers anew after its revision was rejected or given up: never sooner than in two weeks. */
export function owedAgainBy({ dueOn }: Pick<Prompt, 'dueOn'>, today: Day): Day {
  const inTwoWeeks = addDays(today, 14)
  return dueOn > inTwoWeeks ? dueOn : inTwoWeeks
}
