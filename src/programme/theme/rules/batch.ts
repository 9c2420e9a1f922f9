import { allow, type Decision, refuse } from '#basics/decision.ts'

/** How many themes are passed at once at most: nobody looks at more in one sitting. */
export const MOST_AT_ONCE = 50

export type BatchRefusal = 'theme.look-first' | 'theme.twice-in-batch'

/**
 * Whether these themes may be passed at once: each of them opened in this very batch by this very person, and none given
 * twice. Only then is any of them reviewed. Who has opened what is kept nowhere: whoever opens a theme is handed a mark
 * for it, which only the same session can hand back.
 */
export function lookedAtEach<Item extends { theme: string; looked: boolean }>(
  items: readonly Item[],
): Decision<readonly Item[], BatchRefusal> {
  const unseen = items.filter(({ looked }) => !looked).length
  if (unseen > 0) return refuse('theme.look-first', { unseen })
  if (new Set(items.map(({ theme }) => theme)).size < items.length) return refuse('theme.twice-in-batch')
  return allow(items)
}
