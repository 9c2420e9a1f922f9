import type { OrganisationId, PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { mayKeep, type Phrase, usualPhrases } from './rules/phrase.ts'

export interface PhraseRow {
  id: string
  text: string
  shared: boolean
  by: string
}

function phrases({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('theme_phrase')
    .innerJoin('person', 'person.id', 'theme_phrase.added_by')
    .select(['theme_phrase.id', 'text', 'shared', 'person.name as by'])
}

/** The shared phrases of an organisation and the actor's own there, in the order in which they were added. */
export async function phrasesOf(context: Context, organisation: string): Promise<PhraseRow[]> {
  return phrases(context)
    .where('theme_phrase.organisation_id', '=', organisation)
    .where((where) => where.or([where('shared', '=', true), where('added_by', '=', context.actor.person)]))
    .orderBy('shared', 'desc')
    .orderBy('added_at')
    .orderBy('theme_phrase.id')
    .execute()
}

/** What a reviewer is offered: shared phrases, or the usual ones where there are none, and own ones. */
export async function phrasesToOffer(context: Context, organisation: string): Promise<string[]> {
  const rows = await phrasesOf(context, organisation)
  const usual = rows.some(({ shared }) => shared) ? [] : usualPhrases
  return [...new Set([...usual, ...rows.map(({ text }) => text)])]
}

export async function phraseById(context: Pick<Context, 'tx'>, id: string): Promise<PhraseRow | undefined> {
  return phrases(context).where('theme_phrase.id', '=', id).executeTakeFirst()
}

/** A phrase is found by those who may keep it: another's own does not exist for anybody else. */
export async function phraseWithinReach(context: Context, id: string): Promise<boolean> {
  const row = await context.tx.selectFrom('theme_phrase').selectAll().where('id', '=', id).executeTakeFirst()
  return row !== undefined && mayKeep(context.actor, phraseFrom(row)).ok
}

export function phraseFrom(row: { organisation_id: string; added_by: string; shared: boolean }): Phrase {
  return {
    organisation: row.organisation_id as OrganisationId,
    addedBy: row.added_by as PersonId,
    shared: row.shared,
  }
}
