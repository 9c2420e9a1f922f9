import type { Context } from '#platform/context.ts'
import type { Reached } from './rules/brand-stage.ts'

/** The theme in force of a branch, locked: it is not replaced, and its brand's stage not changed, until the transaction ends. */
export async function holdInForce({ tx }: Context, branch: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('theme')
    .select('id')
    .where('organisation_id', '=', branch)
    .where('state', '=', 'in-force')
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row?.id
}

export async function insertStage(
  context: Context,
  theme: string,
  { stage, ground, since }: Reached,
  publication: { id: string; words: string } | null = null,
): Promise<void> {
  await context.tx
    .insertInto('brand_stage')
    .values({
      theme_id: theme,
      stage,
      ground,
      since,
      words: publication?.words ?? '',
      publication_id: publication?.id ?? null,
      person_id: context.actor.person,
      at: context.now,
    })
    .execute()
}
