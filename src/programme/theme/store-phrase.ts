import type { Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'

/** The words that stand beside a new phrase: the shared ones, or the actor's own. Of two adding the same at once the index refuses one. */
export async function loadPhrases(context: Context, organisation: string, shared: boolean): Promise<string[]> {
  const { tx, actor } = context
  const rows = await tx
    .selectFrom('theme_phrase')
    .select('text')
    .where('organisation_id', '=', organisation)
    .where('shared', '=', shared)
    .$if(!shared, (query) => query.where('added_by', '=', actor.person))
    .forUpdate()
    .execute()
  return rows.map(({ text }) => text)
}

export async function loadPhrase({ tx }: Context, id: string) {
  return found(await tx.selectFrom('theme_phrase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function insertPhrase(
  context: Context,
  { organisation, text, shared }: { organisation: string; text: string; shared: boolean },
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insertInto('theme_phrase')
    .values({
      id,
      organisation_id: organisation,
      text,
      shared,
      added_by: context.actor.person,
      added_at: context.now,
    })
    .execute()
  return id
}

export async function savePhrase({ tx }: Context, id: string, text: string): Promise<void> {
  await tx.updateTable('theme_phrase').set({ text }).where('id', '=', id).execute()
}

export async function deletePhrase({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom('theme_phrase').where('id', '=', id).execute()
}
