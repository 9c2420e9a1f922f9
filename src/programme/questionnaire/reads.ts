import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import { askedSeen } from '#programme/burden/reads-asking.ts'
import type { Asked, Content, Questionnaire } from './rules/questionnaire.ts'
import { groupsOf, questionnaireOf } from './store.ts'

function questionnaires({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('questionnaire')
    .innerJoin('organisation', 'organisation.id', 'questionnaire.organisation_id')
    .innerJoin('person as author', 'author.id', 'questionnaire.drafted_by')
    .leftJoin('person as approver', 'approver.id', 'questionnaire.approved_by')
    .leftJoin('person as opener', 'opener.id', 'questionnaire.opened_by')
    .leftJoin('person as closer', 'closer.id', 'questionnaire.closed_by')
    .selectAll('questionnaire')
    .select([
      'organisation.name as organisationName',
      'organisation.path as organisationPath',
      'author.name as authorName',
      'approver.name as approverName',
      'opener.name as openerName',
      'closer.name as closerName',
      sql<number>`(select coalesce(sum(slips), 0)::int from questionnaire_group of_it
        where of_it.questionnaire_id = questionnaire.id)`.as('asked'),
    ])
}
export type QuestionnaireRow = Awaited<ReturnType<ReturnType<typeof questionnaires>['execute']>>[number]

/** One questionnaire with its names and its groups. */
export async function questionnaireById(context: Pick<Context, 'tx'>, id: string) {
  const row = await questionnaires(context).where('questionnaire.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const groups = await groupsOf(context, id)
  return { row, questionnaire: questionnaireOf(row, groups) }
}

export interface QuestionnaireFilter {
  state?: Questionnaire['state'] | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the questionnaires the actor sees, the latest to end first. */
export async function questionnairesSeen(
  context: Context,
  filter: QuestionnaireFilter,
): Promise<{ rows: QuestionnaireRow[]; next: string | null }> {
  const after = decodeCursor(filter.cursor, ['day', 'id'])
  const seen = askedSeen(context.actor, {
    path: sql`organisation.path`,
    draft: sql`questionnaire.state = 'draft'`,
    addressees: sql`select addressed.path from questionnaire_group asked
      join organisation addressed on addressed.id = asked.organisation_id where asked.questionnaire_id = questionnaire.id`,
  })
  const rows = await questionnaires(context)
    .where(seen)
    .$if(filter.state !== undefined, (query) => query.where('questionnaire.state', '=', filter.state!))
    .$if(filter.search !== undefined, (query) => query.where('questionnaire.title', 'like', containing(filter.search!)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(questionnaire.last_day, questionnaire.id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('questionnaire.last_day', 'desc')
    .orderBy('questionnaire.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.last_day, last.id]) : null }
}

/**
 * Questions on what people think that some of the same people are being asked now, or were asked within a year: the
 * answer is held already.
 */
export async function askedAlready(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  { id, content }: { id: string; content: Pick<Content, 'questions' | 'groups'> },
): Promise<Asked[]> {
  const texts = content.questions.filter(({ aboutSelf }) => !aboutSelf).map(({ text }) => text)
  const groups = content.groups.map(({ organisation }) => organisation)
  const { rows } = await sql<Asked>`
    select distinct on (question) other.id as questionnaire, other.title, asked.question
    from questionnaire other
      join lateral (select each ->> 'text' as question from jsonb_array_elements(other.questions) each) asked
        on asked.question = any(${texts}::text[])
    where other.id <> ${id} and (other.state = 'open' or other.state = 'closed' and other.last_day > ${today}::date - 365)
      and exists (select from questionnaire_group theirs_group
        join organisation theirs on theirs.id = theirs_group.organisation_id
        join organisation ours on ours.id = any(${groups}::uuid[])
          and (ours.path like theirs.path || '%' or theirs.path like ours.path || '%')
        where theirs_group.questionnaire_id = other.id)
    order by question, other.opened_at`.execute(tx)
  return rows
}
