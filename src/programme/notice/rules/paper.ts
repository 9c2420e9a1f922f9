import type { Day } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { PersonId } from '#basics/id.ts'
import type { Notice } from './notice.ts'

export const ways = ['mailbox', 'letter', 'telephone', 'visit'] as const
/** How words came that did not come by the site: mailbox, letter, telephone, visit. */
export type Way = (typeof ways)[number]
export const voiceKinds = ['opinion', 'objection'] as const
export type VoiceKind = (typeof voiceKinds)[number]

/** What is looked at twice: once by whoever types it in, once more by whoever compares it with the paper. */
export interface KeyFields {
  kind: VoiceKind
  way: Way
  /** The day on which it was given; of a letter the day of the postmark. */
  givenOn: Day
  /** Empty where the writer gave none. */
  name: string
}

export interface PaperVoice extends KeyFields {
  text: string
  contact: string
}

/** Where an entry stands: it waits for another person, or was confirmed or struck by one. */
export interface Entry {
  enteredBy: PersonId
  state: 'waiting' | 'confirmed' | 'struck'
}

export type PaperRefusal =
  | 'notice.closed'
  | 'notice.not-in-period'
  | 'notice.objector-needed'
  | 'notice.contact-without-name'
  | 'notice.another-person'
  | 'notice.only-who-entered'
  | 'notice.paper-settled'
  | 'notice.paper-differs'

/**
 * What came on paper may be entered until the notice is closed, if it was given within the period: a letter that was posted
 * in time counts though it comes late. An objection has a name; an unnamed opinion carries no contact either.
 */
export function enter(
  notice: Notice & { postedOn: Day },
  voice: PaperVoice,
  today: Day,
): Decision<PaperVoice, PaperRefusal> {
  if (notice.state === 'closed') return refuse('notice.closed')
  const { postedOn: from, lastDay: to } = notice
  if (voice.givenOn < from || voice.givenOn > to || voice.givenOn > today)
    return refuse('notice.not-in-period', { from, to: to < today ? to : today })
  if (voice.kind === 'objection' && (voice.name === '' || voice.contact === '')) return refuse('notice.objector-needed')
  if (voice.name === '' && voice.contact !== '') return refuse('notice.contact-without-name')
  return allow(voice)
}

/** Only whoever typed it in mends it, as long as nobody confirmed or struck it. */
export function mend(entry: Entry, by: PersonId): Decision<true, PaperRefusal> {
  if (entry.enteredBy !== by) return refuse('notice.only-who-entered')
  return entry.state === 'waiting' ? allow(true) : refuse('notice.paper-settled')
}

/** Only another person than the one who typed it in confirms or strikes it. */
export function settle(entry: Entry, by: PersonId): Decision<true, PaperRefusal> {
  if (entry.enteredBy === by) return refuse('notice.another-person')
  return entry.state === 'waiting' ? allow(true) : refuse('notice.paper-settled')
}

/** Whether the second person, typing the key fields from the paper, has the same as the first. */
export function agree(entered: KeyFields, typed: KeyFields): Decision<true, PaperRefusal> {
  const fields = ['kind', 'way', 'givenOn', 'name'] as const
  return fields.every((field) => entered[field] === typed[field]) ? allow(true) : refuse('notice.paper-differs')
}
