import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { themeById } from './reads.ts'
import { revised } from './rules/revision.ts'
import type { Theme } from './rules/theme.ts'
import { themeFrom } from './store.ts'

/** Stops a revision that leaves every word of the theme in force as it stands. */
export async function mustRevise(context: Context, { revision, texts }: Theme): Promise<void> {
  if (!revision) return
  const before = (await themeById(context, revision.of))!
  accept(revised(themeFrom(before).texts, texts))
}
