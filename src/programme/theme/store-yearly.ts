import type { Context } from '#platform/context.ts'
import type { Prompt } from './rules/yearly.ts'

export async function insertPrompt(context: Context, cycle: string, { dueOn }: Prompt): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('theme_prompt')
    .values({ id, cycle_id: cycle, due_on: dueOn, opened_by: context.actor.person, opened_at: context.now })
    .execute()
  return id
}

export interface NewAnswer {
  branch: string
  theme: string
  revision?: string
  sentence?: string
  /** Who began the revision, where that was before the prompt; the actor when not given. */
  by?: string
}

export async function insertAnswers(context: Context, prompt: string, answers: readonly NewAnswer[]): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map(({ branch, theme, revision, sentence = '', by = context.actor.person }) => ({
    id: context.newId(),
    prompt_id: prompt,
    organisation_id: branch,
    theme_id: theme,
    revision_id: revision ?? null,
    sentence,
    answered_by: by,
    answered_at: context.now,
  }))
  await context.tx.insertInto('theme_prompt_answer').values(rows).execute()
}
