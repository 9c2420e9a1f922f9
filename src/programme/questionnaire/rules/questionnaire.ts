import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import { type Isolating, isolating } from './isolation.ts'
import type { Release } from './release.ts'

/** One of the options, several of them, or a sentence in one's own words. */
export const questionKinds = ['one', 'several', 'text'] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface Question {
  kind: QuestionKind
  text: string
  /** What can be chosen; empty for a text. */
  options: string[]
  /** Asks who somebody is (post, age group), not what they think. */
  aboutSelf: boolean
}

/** An organisation that is asked, with as many slips as it has people to ask. */
export interface Group {
  organisation: OrganisationId
  slips: number
}

/** The legal office by whose document answers may be given online; without one they are given on paper. */
export interface OnlineGround {
  legalOffice: string
  document: string
}

export interface Content {
  title: string
  purpose: string
  /** What answering costs one person, in minutes. */
  minutes: number
  /** Answers are taken until 24:00 of this day. */
  lastDay: Day
  questions: Question[]
  groups: Group[]
  online: OnlineGround | null
}

interface Kept {
  id: string
  organisation: OrganisationId
  content: Content
  draftedBy: PersonId
  draftedAt: Instant
  /** Somebody with primary responsibility agrees to what it costs, above the budget of a branch. */
  approval: { by: PersonId; at: Instant } | null
}

interface Opened {
  openedBy: PersonId
  openedAt: Instant
}

/** One that is being answered. */
export type OpenQuestionnaire = Kept & Opened & { state: 'open' }

/** An anonymous questionnaire. While it is open nobody can read an answer; closing it releases the result, once. */
export type Questionnaire =
  | (Kept & { state: 'draft' })
  | OpenQuestionnaire
  | (Kept & Opened & { state: 'closed'; closedBy: PersonId; closedAt: Instant; result: Release })
  | (Kept & Opened & { state: 'abandoned'; closedBy: PersonId; closedAt: Instant; reason: string })

export const questionnaireStates = ['draft', 'open', 'closed', 'abandoned'] as const satisfies Questionnaire['state'][]
/** Those that have not ended. */
export const notYetEnded = ['draft', 'open'] as const satisfies Questionnaire['state'][]

export const questionnaireVerbs = ['change', 'approve', 'open', 'discard', 'draw', 'close', 'abandon'] as const
export type QuestionnaireVerb = (typeof questionnaireVerbs)[number]

export const life: Record<Questionnaire['state'], readonly QuestionnaireVerb[]> = {
  draft: ['change', 'approve', 'open', 'discard'],
  open: ['draw', 'close', 'abandon'],
  closed: [],
  abandoned: [],
}

export type QuestionnaireRefusal =
  | Isolating
  | 'questionnaire.not-draft'
  | 'questionnaire.not-open'
  | 'questionnaire.too-few-options'
  | 'questionnaire.text-has-no-options'
  | 'questionnaire.option-twice'
  | 'questionnaire.about-self-is-one'
  | 'questionnaire.asked-twice-here'
  | 'questionnaire.group-within-group'
  | 'questionnaire.is-over'
  | 'questionnaire.not-over'
  | 'questionnaire.already-asked'
  | 'questionnaire.approved-by-its-author'
  | 'questionnaire.no-such-group'
  | 'questionnaire.unknown-code'
  | 'questionnaire.slip-used'
  | 'questionnaire.key-lost'
  | 'questionnaire.online-by-office-and-document'

/** The most questions: more than these nobody answers with thought (a house limit). */
export const MOST_QUESTIONS = 30

/**
 * What may be written into a draft: each question once; two options or more, each once, where something is chosen; what
 * somebody is, is one choice. `paths` are the groups' places, so that nobody is asked in two groups.
 */
export function draftable(content: Content, paths: readonly string[]): Decision<Content, QuestionnaireRefusal> {
  for (const [at, { kind, text, options, aboutSelf }] of content.questions.entries()) {
    const place = { place: at + 1 }
    if (kind === 'text' && options.length > 0) return refuse('questionnaire.text-has-no-options', place)
    if (kind !== 'text' && options.length < 2) return refuse('questionnaire.too-few-options', place)
    if (new Set(options).size < options.length) return refuse('questionnaire.option-twice', place)
    if (aboutSelf && kind !== 'one') return refuse('questionnaire.about-self-is-one', place)
    if (content.questions.findIndex((each) => each.text === text) < at)
      return refuse('questionnaire.asked-twice-here', place)
  }
  const within = paths.some((path, at) => paths.some((other, where) => where !== at && path.startsWith(other)))
  return within ? refuse('questionnaire.group-within-group') : allow(content)
}

/** The draft with other words; what was agreed to were the old ones. */
export function change(
  questionnaire: Questionnaire,
  content: Content,
  paths: readonly string[],
): Decision<Questionnaire, QuestionnaireRefusal> {
  if (questionnaire.state !== 'draft') return refuse('questionnaire.not-draft')
  const kept = draftable(content, paths)
  return kept.ok ? allow({ ...questionnaire, content: kept.value, approval: null }) : kept
}

/** Agrees to the burden, by name; never whoever drafted it. */
export function approve(
  questionnaire: Questionnaire,
  by: PersonId,
  at: Instant,
): Decision<Questionnaire, QuestionnaireRefusal> {
  if (questionnaire.state !== 'draft') return refuse('questionnaire.not-draft')
  if (questionnaire.draftedBy === by) return refuse('questionnaire.approved-by-its-author')
  return allow({ ...questionnaire, approval: { by, at } })
}

/** A question that some of the same people are being asked, or were asked this year. */
export interface Asked {
  questionnaire: string
  title: string
  question: string
}

/** Opens it: not past its last day, not what is asked already, and only where nobody would stand alone. */
export function open(
  questionnaire: Questionnaire,
  { by, at, today, asked }: { by: PersonId; at: Instant; today: Day; asked: readonly Asked[] },
): Decision<Questionnaire, QuestionnaireRefusal> {
  if (questionnaire.state !== 'draft') return refuse('questionnaire.not-draft')
  const { content } = questionnaire
  if (content.lastDay < today) return refuse('questionnaire.is-over')
  const alone = isolating(content)
  if (!alone.ok) return alone
  const [twice] = asked
  if (twice)
    return refuse('questionnaire.already-asked', {
      question: twice.question,
      title: twice.title,
      link: `/desk/questionnaires/${twice.questionnaire}`,
    })
  return allow({ ...questionnaire, state: 'open', openedBy: by, openedAt: at })
}

/** Whether an answer is taken now; what came on paper in time is still copied after the last day. */
export function taken(
  questionnaire: Questionnaire,
  { today, copying }: { today: Day; copying: boolean },
): Decision<true, QuestionnaireRefusal> {
  if (questionnaire.state !== 'open') return refuse('questionnaire.not-open')
  return today > questionnaire.content.lastDay && !copying ? refuse('questionnaire.is-over') : allow(true)
}

/** The open one that may be closed: not before everybody has had their time, so that nobody picks a moment. */
export function closable(questionnaire: Questionnaire, today: Day): Decision<OpenQuestionnaire, QuestionnaireRefusal> {
  if (questionnaire.state !== 'open') return refuse('questionnaire.not-open')
  return today > questionnaire.content.lastDay ? allow(questionnaire) : refuse('questionnaire.not-over')
}

/** Closes one that is `closable`, with what is told of it. */
export function close(
  questionnaire: OpenQuestionnaire,
  { by, at, result }: { by: PersonId; at: Instant; result: Release },
): Questionnaire {
  return { ...questionnaire, state: 'closed', closedBy: by, closedAt: at, result }
}

/** Gives it up: its answers are destroyed unread. */
export function abandon(
  questionnaire: Questionnaire,
  by: PersonId,
  at: Instant,
  reason: string,
): Decision<Questionnaire, QuestionnaireRefusal> {
  if (questionnaire.state !== 'open') return refuse('questionnaire.not-open')
  return allow({ ...questionnaire, state: 'abandoned', closedBy: by, closedAt: at, reason })
}
