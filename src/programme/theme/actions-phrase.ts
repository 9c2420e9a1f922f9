import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { organisation } from '#programme/organisation/reads.ts'
import type { phraseContract } from './contract-phrase.ts'
import { phraseById, phraseFrom, phrasesOf, phraseWithinReach } from './reads-phrase.ts'
import { addable, mayKeep, mayUsePhrases, usualPhrases } from './rules/phrase.ts'
import { deletePhrase, insertPhrase, loadPhrase, loadPhrases, savePhrase } from './store-phrase.ts'

export const phraseActions: Actions<typeof phraseContract> = {
  async listPhrases(context, { organisation: id }) {
    const { name } = found(await organisation(context, id))
    permit(mayUsePhrases(context.actor, id as OrganisationId))
    return { organisation: { id, name }, rows: await phrasesOf(context, id), usual: [...usualPhrases] }
  },

  async addPhrase(context, { organisation: id, text, shared }) {
    permit(mayUsePhrases(context.actor, id as OrganisationId))
    const added = accept(addable(text, await loadPhrases(context, id, shared)))
    const phrase = await insertPhrase(context, { organisation: id, text: added, shared })
    await writeHistory(context, 'theme.phrase-added', { kind: 'phrase', id: phrase, organisation: id }, { shared })
    return found(await phraseById(context, phrase))
  },

  async changePhrase(context, { phrase: id, text }) {
    const row = await loadPhrase(context, id)
    permit(mayKeep(context.actor, phraseFrom(row)))
    if (text === row.text) return found(await phraseById(context, id))
    accept(
      addable(
        text,
        (await loadPhrases(context, row.organisation_id, row.shared)).filter((each) => each !== row.text),
      ),
    )
    await savePhrase(context, id, text)
    await writeHistory(context, 'theme.phrase-changed', { kind: 'phrase', id, organisation: row.organisation_id })
    return found(await phraseById(context, id))
  },

  async removePhrase(context, { phrase: id }) {
    const row = await loadPhrase(context, id)
    permit(mayKeep(context.actor, phraseFrom(row)))
    await deletePhrase(context, id)
    await writeHistory(context, 'theme.phrase-removed', { kind: 'phrase', id, organisation: row.organisation_id })
    return { done: true as const }
  },
}

export const phraseReach = { phrase: (context: Context, id: string) => phraseWithinReach(context, id) }
