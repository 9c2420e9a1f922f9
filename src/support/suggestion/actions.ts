import { dayOf } from '#basics/calendar.ts'
import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { suggestionContract } from './contract.ts'
import { suggestionById, suggestions } from './reads.ts'
import { mayAnswer } from './rules/permissions.ts'
import { insertSuggestion, loadSuggestion, saveAnswer } from './store.ts'

export const suggestionActions: Actions<typeof suggestionContract> = {
  async giveSuggestion(context, { text, contact }) {
    const id = context.newId()
    await insertSuggestion(context, { id, text, contact: contact ?? null })
    return { id }
  },

  async readSuggestion(context, { suggestion }) {
    const { text, givenOn, answer, answeredOn } = view(context, found(await suggestionById(context, suggestion)))
    return { text, givenOn, answer, answeredOn }
  },

  async listSuggestions(context, filter) {
    permit(mayAnswer(context.actor))
    const { rows, next } = await suggestions(context, filter)
    return { rows: rows.map((row) => view(context, row)), next, total: null }
  },

  async answerSuggestion(context, { suggestion: id, answer }) {
    const given = found(await loadSuggestion(context, id))
    const decision = mayAnswer(context.actor)
    permit(decision)
    accept(given.answer === null ? allow(true) : refuse('suggestion.already-answered'))
    await saveAnswer(context, id, answer)
    const subject = { kind: 'suggestion', id, organisation: accept(decision) }
    await writeHistory(context, 'suggestion.answered', subject)
    return view(context, found(await suggestionById(context, id)))
  },
}

export const suggestionReach = {
  /** Whoever has the number may read: it is random, and told to nobody but the giver. */
  async suggestion(context: Context, id: string): Promise<boolean> {
    return (await suggestionById(context, id)) !== undefined
  },
}

type Row = NonNullable<Awaited<ReturnType<typeof suggestionById>>>

function view(context: Context, row: Row) {
  const allowed: 'answer'[] = row.answer === null && mayAnswer(context.actor).ok ? ['answer'] : []
  return {
    id: row.id,
    text: row.text,
    contact: row.contact,
    givenOn: row.given_on,
    answer: row.answer,
    answeredOn: row.answered_at === null ? null : dayOf(row.answered_at),
    allowed,
  }
}
