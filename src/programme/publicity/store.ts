import type { Selectable } from 'kysely'
import type { Id, OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import type { Tables } from '#platform/tables.ts'
import type { Citation } from './rules/citation.ts'
import { type NamedPerson, peopleIn } from './rules/naming.ts'
import type { Content, Publication, PublicationKind } from './rules/publication.ts'

export type StoredPublication = Selectable<Tables['publication']> & { branch_path: string; steward_path: string }

/** Words and people of publications, by publication. */
export interface Parts {
  citations: Citation[]
  people: NamedPerson[]
}

/** The publication, locked: two cannot both decide. */
export async function loadPublication(context: Context, id: string): Promise<Publication | undefined> {
  const row = await context.tx
    .selectFrom('publication')
    .innerJoin('organisation as branch', 'branch.id', 'publication.organisation_id')
    .innerJoin('organisation as steward', 'steward.id', 'publication.steward_id')
    .selectAll('publication')
    .select(['branch.path as branch_path', 'steward.path as steward_path'])
    .where('publication.id', '=', id)
    .forUpdate('publication')
    .executeTakeFirst()
  return row && publicationFrom(row, await partsOf(context, id))
}

/** What a publication cites, and whom it names. */
export async function partsOf({ tx }: Pick<Context, 'tx'>, id: string): Promise<Parts> {
  const citations = await tx
    .selectFrom('publication_citation')
    .select(['record_id as record', 'happened_on as happenedOn', 'kind', 'sentence'])
    .where('publication_id', '=', id)
    .orderBy('number')
    .execute()
  const people = await tx
    .selectFrom('publication_person')
    .select(['name', 'consented_on as consentedOn', 'way'])
    .where('publication_id', '=', id)
    .orderBy('number')
    .execute()
  return { citations: citations as Citation[], people: people as NamedPerson[] }
}

/** The row as the union: which columns stand in which state is the table's own constraint. */
export function publicationFrom(row: StoredPublication, { citations, people }: Parts): Publication {
  const content: Content = {
    kind: row.kind as PublicationKind,
    title: row.title,
    text: row.body,
    scope: row.scope as Content['scope'],
    citations,
    naming: row.names === 'nobody' ? { names: 'nobody' } : { names: 'with-consent', people },
  }
  const kept = {
    id: row.id as Id<'publication'>,
    branch: row.organisation_id as OrganisationId,
    branchPath: row.branch_path,
    stewardPath: row.steward_path,
    content,
    draftedBy: row.drafted_by as PersonId,
    round: row.round,
  }
  const submission = { submittedBy: row.submitted_by as PersonId, theme: row.theme_id as Id<'theme'> }
  const check = { checkedBy: row.checked_by as PersonId, checkedAt: row.checked_at! }
  const approval = { approvedBy: row.approved_by as PersonId, publishedAt: row.published_at! }
  switch (row.state as Publication['state']) {
    case 'draft':
      return { ...kept, state: 'draft' }
    case 'dropped':
      return { ...kept, state: 'dropped' }
    case 'submitted':
      return { ...kept, ...submission, state: 'submitted' }
    case 'returned':
      return { ...kept, ...submission, state: 'returned', reasons: row.reasons! }
    case 'checked':
      return { ...kept, ...submission, ...check, state: 'checked' }
    case 'published':
      return { ...kept, ...submission, ...check, ...approval, state: 'published' }
    case 'withdrawn': {
      const withdrawal = { withdrawnBy: row.withdrawn_by as PersonId, withdrawnAt: row.withdrawn_at! }
      return { ...kept, ...submission, ...check, ...approval, ...withdrawal, state: 'withdrawn', reasons: row.reasons! }
    }
  }
}

export async function insertPublication(
  context: Context,
  { branch, cycle, steward, content }: { branch: string; cycle: string; steward: string; content: Content },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('publication')
    .values({
      id,
      organisation_id: branch,
      cycle_id: cycle,
      steward_id: steward,
      state: 'draft',
      drafted_by: context.actor.person,
      drafted_at: context.now,
      since: context.now,
      ...words(content),
    })
    .execute()
  await insertParts(context, id, content)
  return id
}

/** Writes every column from the state, so that nothing of an earlier state stays behind. */
export async function savePublication(context: Context, publication: Publication): Promise<void> {
  const submitted = 'submittedBy' in publication ? publication : null
  const checked = 'checkedBy' in publication ? publication : null
  const approved = 'approvedBy' in publication ? publication : null
  const withdrawn = publication.state === 'withdrawn' ? publication : null
  await context.tx
    .updateTable('publication')
    .set({
      state: publication.state,
      ...words(publication.content),
      round: publication.round,
      submitted_by: submitted?.submittedBy ?? null,
      theme_id: submitted?.theme ?? null,
      reasons: 'reasons' in publication ? publication.reasons : null,
      checked_by: checked?.checkedBy ?? null,
      checked_at: checked?.checkedAt ?? null,
      approved_by: approved?.approvedBy ?? null,
      published_at: approved?.publishedAt ?? null,
      withdrawn_by: withdrawn?.withdrawnBy ?? null,
      withdrawn_at: withdrawn?.withdrawnAt ?? null,
      since: context.now,
    })
    .where('id', '=', publication.id)
    .execute()
}

/** The publications under way of a branch, locked in one order. */
export async function holdUnderWay({ tx }: Context, branch: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('publication')
    .select('id')
    .where('organisation_id', '=', branch)
    .where('state', 'in', ['draft', 'submitted', 'returned', 'checked'])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** What was published in the programme of an organisation that ends belongs to its successor's. */
export async function saveSteward({ tx }: Context, from: string, to: string): Promise<void> {
  await tx.updateTable('publication').set({ steward_id: to }).where('steward_id', '=', from).execute()
}

/** The words of a draft, with what it cites and whom it names; how long it has been one does not change. */
export async function saveContent(context: Context, id: string, content: Content): Promise<void> {
  await context.tx.updateTable('publication').set(words(content)).where('id', '=', id).execute()
  await context.tx.deleteFrom('publication_citation').where('publication_id', '=', id).execute()
  await context.tx.deleteFrom('publication_person').where('publication_id', '=', id).execute()
  await insertParts(context, id, content)
}

/** A submission belongs to the cycle that is open on its day. */
export async function saveCycle(
  { tx }: Context,
  id: string,
  { cycle, steward }: { cycle: string; steward: string },
): Promise<void> {
  await tx.updateTable('publication').set({ cycle_id: cycle, steward_id: steward }).where('id', '=', id).execute()
}

function words({ kind, title, text, scope, naming }: Content) {
  return { kind, title, body: text, scope, names: naming.names }
}

async function insertParts({ tx }: Context, id: string, { citations, naming }: Content): Promise<void> {
  const cited = citations.map(({ record, happenedOn, kind, sentence }, at) => ({
    publication_id: id,
    number: at + 1,
    record_id: record,
    happened_on: happenedOn,
    kind,
    sentence,
  }))
  if (cited.length > 0) await tx.insertInto('publication_citation').values(cited).execute()
  const named = peopleIn(naming).map(({ name, consentedOn, way }, at) => ({
    publication_id: id,
    number: at + 1,
    name,
    consented_on: consentedOn,
    way,
  }))
  if (named.length > 0) await tx.insertInto('publication_person').values(named).execute()
}

export async function insertStep(
  context: Context,
  { id, round }: Pick<Publication, 'id' | 'round'>,
  step: 'submitted' | 'checked' | 'returned' | 'published' | 'withdrawn' | 'dropped',
  comment = '',
): Promise<void> {
  const { person } = context.actor
  await context.tx
    .insertInto('publication_step')
    .values({ publication_id: id, round, step, person_id: person, comment, at: context.now })
    .execute()
}
