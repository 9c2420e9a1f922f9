import { type Actor, holds } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import { concernedPosts } from './permissions.ts'

/** Words that reviewers use often (常用语): one's own in an organisation, or shared by all who review for it. */
export interface Phrase {
  organisation: OrganisationId
  addedBy: PersonId
  shared: boolean
}

/** What reviewers find where nobody has written phrases yet; they can be taken over and changed. */
export const usualPhrases = [
  '主题贴近中心工作，特色明确，同意。',
  '创建目标不便检查，请改成年底能对照的具体事项。',
  '名称与其他支部相近，请再提炼本支部自己的特点。',
  '与中心工作的结合还不够具体，请补充。',
  '优势说得太宽，请写清在哪一方面、比谁强。',
] as const

/** More than these nobody finds his way in. */
export const MOST_PHRASES = 40

export type PhraseRefusal = 'theme.phrase-there' | 'theme.phrases-full' | 'theme.only-own-phrases'

/** Whoever reviews or checks themes for an organisation uses its phrases and adds to them. */
export function mayUsePhrases(actor: Actor, organisation: OrganisationId): Decision<true, 'theme.only-reviewers'> {
  return concernedPosts.some((post) => holds(actor, post, organisation)) ? allow(true) : refuse('theme.only-reviewers')
}

/** Shared phrases are kept by all who use them; own ones by their owner. */
export function mayKeep(
  actor: Actor,
  phrase: Phrase,
): Decision<true, 'theme.only-reviewers' | 'theme.only-own-phrases'> {
  const uses = mayUsePhrases(actor, phrase.organisation)
  if (!uses.ok) return uses
  return phrase.shared || phrase.addedBy === actor.person ? allow(true) : refuse('theme.only-own-phrases')
}

/** Whether one more phrase fits beside the others of the same kind. */
export function addable(text: string, others: readonly string[]): Decision<string, PhraseRefusal> {
  if (others.includes(text)) return refuse('theme.phrase-there')
  if (others.length >= MOST_PHRASES) return refuse('theme.phrases-full', { most: MOST_PHRASES })
  return allow(text)
}

/** The words of a reviewer: the chosen phrase before what was typed, once. */
export function withPhrase(phrase: string | undefined, comment: string): string {
  if (!phrase || comment.includes(phrase)) return comment
  return comment.trim() === '' ? phrase : `${phrase}\n${comment}`
}
