import type { Context } from '#platform/context.ts'

/** Whether it was answered already; locked until the transaction ends. */
export async function loadSuggestion({ tx }: Context, id: string) {
  return tx.selectFrom('suggestion').select(['id', 'answer']).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertSuggestion(
  { tx, today }: Context,
  row: { id: string; text: string; contact: string | null },
): Promise<void> {
  await tx
    .insertInto('suggestion')
    .values({ ...row, given_on: today })
    .execute()
}

export async function saveAnswer({ tx, actor, now }: Context, id: string, answer: string): Promise<void> {
  await tx
    .updateTable('suggestion')
    .set({ answer, answered_by: actor.person, answered_at: now })
    .where('id', '=', id)
    .execute()
}
