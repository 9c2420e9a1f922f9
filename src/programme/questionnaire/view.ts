import { leads } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { ahead } from '#programme/burden/booking.ts'
import { organisationsById } from '#programme/organisation/reads.ts'
import type { questionnaireContract } from './contract.ts'
import { type QuestionnaireRow, questionnaireById } from './reads.ts'
import { allowed } from './rules/permissions.ts'
import type { Questionnaire } from './rules/questionnaire.ts'
import { type Release, turnout } from './rules/release.ts'
import { usedSlips } from './store-slips.ts'

type View = OutputOf<typeof questionnaireContract.readQuestionnaire>
type Names = (id: string) => { id: string; name: string }

/** A questionnaire as lists show it. */
export function rowView(row: QuestionnaireRow) {
  return {
    id: row.id,
    title: row.title,
    organisation: { id: row.organisation_id, name: row.organisationName },
    state: row.state as Questionnaire['state'],
    lastDay: row.last_day,
    asked: row.asked,
  }
}

/** One questionnaire, as the contract shows it. */
export async function questionnaireView(context: Context, id: string): Promise<View> {
  const { row, questionnaire } = found(await questionnaireById(context, id))
  const { content, state } = questionnaire
  const known = await organisationsById(
    context,
    content.groups.map(({ organisation }) => organisation),
  )
  const named: Names = (group) => ({ id: group, name: known.get(group)?.name ?? '' })
  const shown = state === 'open' && leads(context.actor, questionnaire.organisation)
  return {
    ...rowView(row),
    purpose: content.purpose,
    minutes: content.minutes,
    questions: content.questions,
    groups: content.groups.map(({ organisation, slips }) => ({ ...named(organisation), slips })),
    online: content.online,
    drafted: { by: row.authorName, at: row.drafted_at },
    approval: row.approved_at ? { by: row.approverName!, at: row.approved_at } : null,
    opening: row.opened_at ? { by: row.openerName!, at: row.opened_at } : null,
    closing: row.closed_at ? { by: row.closerName!, at: row.closed_at } : null,
    reason: row.abandoned_reason,
    turnout: shown ? turnout(await usedSlips(context, id), row.asked) : null,
    result: state === 'closed' ? told(questionnaire.result, named) : null,
    burden: state === 'draft' ? await burdenOf(context, questionnaire, row) : null,
    allowed: allowed(context.actor, questionnaire, row.organisationPath, context.today > content.lastDay),
  }
}

function told(result: Release, named: Names): View['result'] {
  return result.map((each) =>
    each.told === 'counts'
      ? { told: 'counts' as const, atoms: each.atoms.map((atom) => ({ ...atom, groups: atom.groups.map(named) })) }
      : each,
  )
}

/** What opening it would cost: the branches, and all who get a slip. */
async function burdenOf(context: Context, { content }: Questionnaire, row: QuestionnaireRow): Promise<View['burden']> {
  const { minutes, groups } = content
  const addressees = groups.map(({ organisation }) => organisation)
  return {
    ...(await ahead(context, { path: row.organisationPath, minutes, addressees })),
    people: minutes * row.asked,
  }
}
