import { dayOf, daysBetween } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { type Context, isSignedIn } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { recordsCited } from '#programme/building/reads-citing.ts'
import { namesOf } from '#programme/organisation/reads.ts'
import type { publicityContract } from './contract.ts'
import { type PublicationRow, peopleOf, publicationById, trailOf } from './reads.ts'
import { type Citable, type Citation, sameWords } from './rules/citation.ts'
import { peopleIn, unstated } from './rules/naming.ts'
import { allowed, concerns } from './rules/permissions.ts'
import type { Publication } from './rules/publication.ts'
import { partsOf, publicationFrom } from './store.ts'

export type PublicationView = OutputOf<(typeof publicityContract)['readPublication']>
type Row = OutputOf<(typeof publicityContract)['listPublications']>['rows'][number]
type ConcernedRow = OutputOf<(typeof publicityContract)['listPublicity']>['rows'][number]

export function rowView(row: PublicationRow): Row {
  return {
    id: row.id,
    branch: { id: row.organisation_id, name: row.branch_name },
    kind: row.kind as Row['kind'],
    title: row.title,
    scope: row.scope as Row['scope'],
    publishedOn: row.published_on,
  }
}

export function concernedRowView(context: Context, row: PublicationRow): ConcernedRow {
  const publication = publicationFrom(row, { citations: [], people: [] })
  return {
    ...rowView(row),
    region: row.region,
    state: publication.state,
    since: row.since,
    waitedDays: Math.max(0, daysBetween(dayOf(row.since), context.today)),
    allowed: allowed(context.actor, publication),
  }
}

/** One publication: for those concerned with its way, its consents and what became of its records; for others what is published. */
export async function view(context: Context, id: string): Promise<PublicationView> {
  const row = found(await publicationById(context, id))
  const publication = publicationFrom(row, await partsOf(context, id))
  const concerned = concerns(context.actor, publication)
  const names = await namesOf(context, [row.checked_by, row.approved_by])
  const name = (person: string | null) => (isSignedIn(context.actor) && person ? names.get(person)! : null)
  return {
    ...rowView(row),
    state: publication.state,
    text: row.body,
    brand: row.theme_id ? { id: row.theme_id, name: row.theme_name! } : null,
    records: await recordViews(context, publication, concerned),
    checkedBy: name(row.checked_by),
    approvedBy: name(row.approved_by),
    consent: concerned ? await consentView(context, publication) : null,
    reasons: concerned ? row.reasons : null,
    trail: concerned ? await trailOf(context, id) : [],
    allowed: allowed(context.actor, publication),
  }
}

async function recordViews(
  context: Context,
  { content: { citations } }: Publication,
  concerned: boolean,
): Promise<PublicationView['records']> {
  const records = concerned
    ? await recordsCited(
        context,
        citations.map(({ record }) => record),
      )
    : []
  return citations.map((cited) => {
    const record = records.find((each) => each.record === cited.record)
    return { ...cited, now: record ? nowOf(record, cited) : null }
  })
}

function nowOf(record: Citable, cited: Citation): 'same' | 'corrected' | 'withdrawn' {
  if (!record.standing) return 'withdrawn'
  return sameWords(record, cited) ? 'same' : 'corrected'
}

async function consentView(context: Context, { branch, content }: Publication): Promise<PublicationView['consent']> {
  const { naming } = content
  const names = await peopleOf(context, branch)
  return { names: naming.names, people: peopleIn(naming), unstated: unstated(content, names) }
}
