import type { Context } from '#platform/context.ts'
import { found, permit } from '#platform/errors.ts'
import { pathOf } from '#programme/organisation/reads.ts'
import { mayWith } from './rules/permissions.ts'
import type { Questionnaire, QuestionnaireVerb } from './rules/questionnaire.ts'
import { loadQuestionnaire } from './store.ts'

/** The questionnaire, locked, once it is sure that the actor may do this with it. */
export async function loaded(
  context: Context,
  id: string,
  verb: QuestionnaireVerb,
): Promise<{ questionnaire: Questionnaire; path: string }> {
  const questionnaire = found(await loadQuestionnaire(context, id))
  const path = found(await pathOf(context, questionnaire.organisation))
  permit(mayWith(context.actor, verb, { organisation: questionnaire.organisation, path }))
  return { questionnaire, path }
}

/** Whose line of history it is. */
export function subjectOf({ id, organisation }: Questionnaire) {
  return { kind: 'questionnaire', id, organisation }
}
