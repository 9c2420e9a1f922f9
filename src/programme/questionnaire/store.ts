import type { Instant } from '#basics/calendar.ts'
import type { OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Tables } from '#platform/tables.ts'
import { type Group, notYetEnded, type Question, type Questionnaire } from './rules/questionnaire.ts'
import type { Release } from './rules/release.ts'

type Tx = Pick<Context, 'tx'>

/** The questionnaire, locked: nobody answers it while it is changed. */
export async function loadQuestionnaire(context: Tx, id: string): Promise<Questionnaire | undefined> {
  const row = await one(context, id).forUpdate().executeTakeFirst()
  return row && questionnaireOf(row, await groupsOf(context, id))
}

/** The questionnaire as it stands while somebody answers it: it is not closed meanwhile. */
export async function holdQuestionnaire(context: Tx, id: string): Promise<Questionnaire | undefined> {
  const row = await one(context, id).forShare().executeTakeFirst()
  return row && questionnaireOf(row, await groupsOf(context, id))
}

function one({ tx }: Tx, id: string) {
  return tx.selectFrom('questionnaire').selectAll().where('id', '=', id)
}

/** Its groups, in the order of the organisations. */
export async function groupsOf({ tx }: Tx, id: string): Promise<Group[]> {
  const rows = await tx
    .selectFrom('questionnaire_group')
    .innerJoin('organisation', 'organisation.id', 'questionnaire_group.organisation_id')
    .select(['organisation.id as organisation', 'slips'])
    .where('questionnaire_id', '=', id)
    .orderBy('organisation.sort_no')
    .orderBy('organisation.id')
    .execute()
  return rows.map(({ organisation, slips }) => ({ organisation: organisation as OrganisationId, slips }))
}

/** A row as the union of states that its constraints guarantee. */
export function questionnaireOf(row: Tables['questionnaire'], groups: Group[]): Questionnaire {
  const kept = {
    id: row.id,
    organisation: row.organisation_id as OrganisationId,
    content: {
      title: row.title,
      purpose: row.purpose,
      minutes: row.minutes,
      lastDay: row.last_day,
      questions: row.questions as Question[],
      groups,
      online: row.legal_office === null ? null : { legalOffice: row.legal_office, document: row.legal_document! },
    },
    draftedBy: row.drafted_by as PersonId,
    draftedAt: row.drafted_at,
    approval: row.approved_by === null ? null : { by: row.approved_by as PersonId, at: row.approved_at! },
  }
  if (row.state === 'draft') return { ...kept, state: 'draft' }
  const opened = { ...kept, openedBy: row.opened_by as PersonId, openedAt: row.opened_at! }
  if (row.state === 'open') return { ...opened, state: 'open' }
  const ended = { ...opened, closedBy: row.closed_by as PersonId, closedAt: row.closed_at! }
  if (row.state === 'closed') return { ...ended, state: 'closed', result: row.result as Release }
  return { ...ended, state: 'abandoned', reason: row.abandoned_reason! }
}

export async function insertQuestionnaire(context: Context, questionnaire: Questionnaire): Promise<void> {
  const { id, organisation, draftedBy, draftedAt } = questionnaire
  await context.tx
    .insertInto('questionnaire')
    .values({
      id,
      organisation_id: organisation,
      drafted_by: draftedBy,
      drafted_at: draftedAt,
      closing_key: null,
      ...changing(questionnaire),
    })
    .execute()
  await insertGroups(context, questionnaire)
}

/** The questionnaire as it is now; `closingKey` where it opens. */
export async function saveQuestionnaire(
  context: Context,
  questionnaire: Questionnaire,
  closingKey: Buffer | null = null,
): Promise<void> {
  const { id, state } = questionnaire
  await context.tx
    .updateTable('questionnaire')
    .set({ ...changing(questionnaire), closing_key: closingKey })
    .where('id', '=', id)
    .execute()
  if (state !== 'draft') return
  await context.tx.deleteFrom('questionnaire_group').where('questionnaire_id', '=', id).execute()
  await insertGroups(context, questionnaire)
}

async function insertGroups({ tx }: Context, { id, content }: Questionnaire): Promise<void> {
  await tx
    .insertInto('questionnaire_group')
    .values(
      content.groups.map(({ organisation, slips }) => ({ questionnaire_id: id, organisation_id: organisation, slips })),
    )
    .execute()
}

export async function deleteQuestionnaire({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom('questionnaire').where('id', '=', id).execute()
}

function changing(questionnaire: Questionnaire) {
  const { content, state, approval } = questionnaire
  const opened: { openedBy: PersonId; openedAt: Instant } | null = state === 'draft' ? null : questionnaire
  const ended = state === 'closed' || state === 'abandoned' ? questionnaire : null
  return {
    title: content.title,
    purpose: content.purpose,
    minutes: content.minutes,
    last_day: content.lastDay,
    questions: json(content.questions),
    legal_office: content.online?.legalOffice ?? null,
    legal_document: content.online?.document ?? null,
    state,
    approved_by: approval?.by ?? null,
    approved_at: approval?.at ?? null,
    opened_by: opened?.openedBy ?? null,
    opened_at: opened?.openedAt ?? null,
    closed_by: ended?.closedBy ?? null,
    closed_at: ended?.closedAt ?? null,
    result: state === 'closed' ? json(questionnaire.result) : null,
    abandoned_reason: state === 'abandoned' ? questionnaire.reason : null,
  }
}

/** The ids of all that have not ended: open, or drafts, of which one may be opening at this moment. */
export async function notEnded({ tx }: Tx): Promise<Set<string>> {
  const rows = await tx.selectFrom('questionnaire').select('id').where('state', 'in', notYetEnded).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Another organisation asks from now on what this one had not ended; how many that were. */
export async function saveAsker({ tx }: Tx, from: string, to: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('questionnaire')
    .set({ organisation_id: to })
    .where('organisation_id', '=', from)
    .where('state', 'in', notYetEnded)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
