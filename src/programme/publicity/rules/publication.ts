import type { Day, Instant } from '#basics/calendar.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Scope } from '#programme/theme/rules/theme.ts'
import { type Citable, type Citation, type CitationRefusal, sameWords } from './citation.ts'
import { consented, type Naming, type NamingRefusal } from './naming.ts'

/** What a publication tells of: 好人好事, 好经验好做法, 创建成效. */
export const publicationKinds = ['good-deed', 'practice', 'result'] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** What the branch writes. */
export interface Content {
  kind: PublicationKind
  title: string
  text: string
  /** How far the branch wishes it to go; the office that approves may keep it inside the Party. */
  scope: Scope
  citations: Citation[]
  naming: Naming
}

interface Kept {
  id: Id<'publication'>
  branch: OrganisationId
  branchPath: string
  /** The organisation that runs the cycle: its office approves, and inside the Party means its people. */
  stewardPath: string
  content: Content
  draftedBy: PersonId
  /** How often it has been handed in. */
  round: number
}
interface Submission {
  submittedBy: PersonId
  /** The theme in force whose brand it makes known. */
  theme: Id<'theme'>
}
interface Check {
  checkedBy: PersonId
  checkedAt: Instant
}
interface Approval {
  approvedBy: PersonId
  publishedAt: Instant
}

/** What a branch publishes of its brand (宣传稿件). Each state carries only what is true in it. */
export type Publication = Kept &
  (
    | { state: 'draft' }
    | { state: 'dropped' }
    | (Submission & { state: 'submitted' })
    | (Submission & { state: 'returned'; reasons: string })
    | (Submission & Check & { state: 'checked' })
    | (Submission & Check & Approval & { state: 'published' })
    | (Submission &
        Check &
        Approval & { state: 'withdrawn'; withdrawnBy: PersonId; withdrawnAt: Instant; reasons: string })
  )
export type PublicationIn<State extends Publication['state']> = Publication & { state: State }

export const states = [
  'draft',
  'submitted',
  'returned',
  'checked',
  'published',
  'withdrawn',
  'dropped',
] as const satisfies Publication['state'][]
export type PublicationState = (typeof states)[number]

export const verbs = ['change', 'submit', 'drop', 'check', 'approve', 'withdraw'] as const
export type PublicationVerb = (typeof verbs)[number]

/** The life of a publication: what may be done in each state. What was taken back never comes back. */
export const life: Record<PublicationState, readonly PublicationVerb[]> = {
  draft: ['change', 'submit', 'drop'],
  returned: ['change', 'submit', 'drop'],
  submitted: ['check'],
  checked: ['approve'],
  published: ['withdraw'],
  withdrawn: [],
  dropped: [],
}

export type PublicationRefusal =
  | NamingRefusal
  | CitationRefusal
  | 'publicity.not-to-be-changed'
  | 'publicity.no-theme-in-force'
  | 'publicity.no-record-of-the-theme'
  | 'publicity.record-corrected'
  | 'publicity.not-awaiting-check'
  | 'publicity.not-checked'
  | 'publicity.reasons-needed'
  | 'publicity.names-to-be-confirmed'
  | 'publicity.wider-than-the-theme'
  | 'publicity.wider-than-wished'
  | 'publicity.another-brand-now'
  | 'publicity.not-published'

/** Changes what a draft says, or one that was sent back. */
export function change(
  publication: Publication,
  content: Content,
): Decision<PublicationIn<'draft' | 'returned'>, PublicationRefusal> {
  if (publication.state !== 'draft' && publication.state !== 'returned') return refuse('publicity.not-to-be-changed')
  return allow({ ...publication, content })
}

/** Gives up a draft, or what was sent back. */
export function drop(publication: Publication): Decision<PublicationIn<'dropped'>, PublicationRefusal> {
  if (publication.state !== 'draft' && publication.state !== 'returned') return refuse('publicity.not-to-be-changed')
  return allow({ ...keptOf(publication), state: 'dropped' })
}

/** A publication under way ends with its branch. */
export function dropWithBranch(publication: Publication): PublicationIn<'dropped'> {
  return { ...keptOf(publication), state: 'dropped' }
}

/** The brand in force as far as a publication goes: its theme, and since when the brand has been built. */
export interface BrandInForce {
  theme: Id<'theme'>
  /** The first day on which this brand was in force, before corrections and adjustments. */
  since: Day
  scope: Scope
}

/**
 * Hands it in: there is a theme in force, at least one of the records cited is of its time, and nobody is named without
 * consent.
 */
export function submit(
  publication: Publication,
  by: PersonId,
  brand: BrandInForce | null,
  today: Day,
): Decision<PublicationIn<'submitted'>, PublicationRefusal> {
  if (publication.state !== 'draft' && publication.state !== 'returned') return refuse('publicity.not-to-be-changed')
  if (!brand) return refuse('publicity.no-theme-in-force')
  const { content } = publication
  if (!content.citations.some(({ happenedOn }) => happenedOn >= brand.since))
    return refuse('publicity.no-record-of-the-theme', { since: brand.since })
  if (content.scope === 'society' && brand.scope === 'party') return refuse('publicity.wider-than-the-theme')
  const named = consented(content, today)
  if (!named.ok) return named
  const round = publication.round + 1
  return allow({ ...keptOf(publication), round, state: 'submitted', submittedBy: by, theme: brand.theme })
}

/**
 * A named person finds nothing secret in it and has seen that whoever is named has consented, or sends it back with
 * reasons.
 */
export function check(
  publication: Publication,
  { result, comment, namesConfirmed }: { result: 'clear' | 'return'; comment: string; namesConfirmed: boolean },
  by: PersonId,
  at: Instant,
): Decision<PublicationIn<'checked' | 'returned'>, PublicationRefusal> {
  if (publication.state !== 'submitted') return refuse('publicity.not-awaiting-check')
  if (result === 'return') return sendBack(publication, comment)
  if (!namesConfirmed) return refuse('publicity.names-to-be-confirmed')
  return allow({ ...publication, state: 'checked', checkedBy: by, checkedAt: at })
}

/** What approving looks at: the brand as it is in force now, and the records as they stand now. */
export interface Ground {
  brand: BrandInForce | null
  /** The themes of the brand in force, through corrections and adjustments: whether it is still the one of the submission. */
  themes: readonly string[]
  records: readonly Citable[]
}

/**
 * Approves it for the scope, no wider than the branch wished and its theme was disclosed, or sends it back with reasons.
 * What was checked is what is published: a record that was corrected or taken back since then stands in the way.
 */
export function approve(
  publication: Publication,
  { result, comment, scope }: { result: 'approve' | 'return'; comment: string; scope: Scope | null },
  { brand, themes, records }: Ground,
  by: PersonId,
  at: Instant,
): Decision<PublicationIn<'published' | 'returned'>, PublicationRefusal> {
  if (publication.state !== 'checked') return refuse('publicity.not-checked')
  if (result === 'return') return sendBack(publication, comment)
  if (!brand) return refuse('publicity.no-theme-in-force')
  if (!themes.includes(publication.theme)) return refuse('publicity.another-brand-now')
  const { content } = publication
  const granted = scope ?? content.scope
  if (granted === 'society' && content.scope === 'party') return refuse('publicity.wider-than-wished')
  if (granted === 'society' && brand.scope === 'party') return refuse('publicity.wider-than-the-theme')
  for (const cited of content.citations) {
    const now = records.find(({ record }) => record === cited.record)
    if (!now?.standing) return refuse('publicity.record-withdrawn', { sentence: cited.sentence })
    if (!sameWords(now, cited)) return refuse('publicity.record-corrected', { sentence: cited.sentence })
  }
  return allow({
    ...publication,
    theme: brand.theme,
    content: { ...content, scope: granted },
    state: 'published',
    approvedBy: by,
    publishedAt: at,
  })
}

/** Takes a publication back, with the reason; it stays on record, and nobody reads it any more but those concerned. */
export function withdraw(
  publication: Publication,
  reasons: string,
  by: PersonId,
  at: Instant,
): Decision<PublicationIn<'withdrawn'>, PublicationRefusal> {
  if (publication.state !== 'published') return refuse('publicity.not-published')
  if (reasons.trim() === '') return refuse('publicity.reasons-needed')
  return allow({ ...publication, state: 'withdrawn', withdrawnBy: by, withdrawnAt: at, reasons })
}

function sendBack(
  publication: PublicationIn<'submitted' | 'checked'>,
  reasons: string,
): Decision<PublicationIn<'returned'>, PublicationRefusal> {
  if (reasons.trim() === '') return refuse('publicity.reasons-needed')
  const { submittedBy, theme } = publication
  return allow({ ...keptOf(publication), state: 'returned', submittedBy, theme, reasons })
}

function keptOf({ id, branch, branchPath, stewardPath, content, draftedBy, round }: Publication): Kept {
  return { id, branch, branchPath, stewardPath, content, draftedBy, round }
}
