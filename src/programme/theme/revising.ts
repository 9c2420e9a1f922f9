import type { Context } from '#platform/context.ts'
import { accept } from '#platform/errors.ts'
import { themeById } from './reads.ts'
import { revised } from './rules/revision.ts'
import type { Theme } from './rules/theme.ts'
import { type StoredTheme, themeFrom } from './store.ts'

type Loaded = Theme & { row: Pick<StoredTheme, 'mark_id' | 'mark_words'> }

/** Stops a revision that leaves every word and the mark of the theme in force as it stands. */
export async function mustRevise(context: Context, { revision, texts, row }: Loaded): Promise<void> {
  if (!revision) return
  const before = (await themeById(context, revision.of))!
  const other = row.mark_id !== before.mark_id || row.mark_words !== before.mark_words
  if (!other) accept(revised(themeFrom(before).texts, texts))
}
