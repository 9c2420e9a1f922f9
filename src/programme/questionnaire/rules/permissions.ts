import { type Actor, leads } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { agreesToAsking, asksOnlyBelow } from '#programme/burden/rules/asking.ts'
import { type Content, life, type Questionnaire, type QuestionnaireVerb } from './questionnaire.ts'

export type QuestionnairePermission =
  | 'questionnaire.from-above-only'
  | 'questionnaire.approved-by-a-secretary'
  | 'questionnaire.only-below-oneself'
  | 'questionnaire.on-paper-only'

/** The secretary or the office of the organisation that asks; what it costs is agreed to by its secretary, or one above. */
export function mayWith(
  actor: Actor,
  verb: QuestionnaireVerb | 'draft',
  { organisation, path }: { organisation: OrganisationId; path: string },
): Decision<true, QuestionnairePermission> {
  if (verb === 'approve')
    return agreesToAsking(actor, path) ? allow(true) : refuse('questionnaire.approved-by-a-secretary')
  return leads(actor, organisation) ? allow(true) : refuse('questionnaire.from-above-only')
}

/** Only those at or below the organisation that asks. */
export function mayAsk(path: string, groups: readonly string[]): Decision<true, QuestionnairePermission> {
  return asksOnlyBelow(path, groups) ? allow(true) : refuse('questionnaire.only-below-oneself')
}

/**
 * Who hands an answer in with a slip: where a legal office agreed to answers online, anybody who has the slip; else the
 * secretary or the office that asks, copying what was written on paper.
 */
export function mayHandIn(
  actor: Actor,
  { organisation, online }: { organisation: OrganisationId; online: Content['online'] },
): Decision<true, QuestionnairePermission> {
  return online !== null || leads(actor, organisation) ? allow(true) : refuse('questionnaire.on-paper-only')
}

export function allowed(actor: Actor, questionnaire: Questionnaire, path: string, over: boolean): QuestionnaireVerb[] {
  return life[questionnaire.state].filter(
    (verb) =>
      mayWith(actor, verb, { organisation: questionnaire.organisation, path }).ok &&
      !(verb === 'approve' && (questionnaire.draftedBy === actor.person || questionnaire.approval !== null)) &&
      !(verb === 'close' && !over) &&
      !(verb === 'draw' && over && questionnaire.content.online !== null),
  )
}
