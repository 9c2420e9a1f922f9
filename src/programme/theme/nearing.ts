import { addMilliseconds } from '#basics/calendar.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import {
  compareWith,
  type Found,
  nearestOf,
  themesHandedInSince,
  themesWithoutKeys,
  type Untold,
  untoldPairs,
} from './reads-near.ts'
import { findingKeys } from './rules/near-keys.ts'
import type { Words } from './rules/nearness.ts'
import type { Theme } from './rules/theme.ts'
import { countKeys, saveKeys, saveNear } from './store-near.ts'

type Compare = Pick<Theme, 'branch'> & { texts: Words }

/** Compares a theme with those of other branches: when its words were written, handed in, or changed by its notice. */
export async function compareTheme(context: Context, id: string, { branch, texts }: Compare): Promise<void> {
  await saveNear(context, id, await compareWith(context, texts, branch))
}

/** Other branches whose themes are near find a line in their history; their theme's page shows the near one. */
export async function tellNear(context: Context, { id, branch, texts }: Pick<Theme, 'id'> & Compare): Promise<void> {
  for (const near of await nearestOf(context, { id, branch, ...texts }))
    if (near.near) await tell(context, { theme: id, other: near.theme, branch: near.branchId, percent: near.percent })
}

function tell(context: Context, { theme, other, branch, percent }: Untold): Promise<void> {
  const subject = { kind: 'theme', id: other, organisation: branch }
  return writeHistory(context, 'theme.near', subject, { other: theme, percent })
}

/** So many are compared in one transaction. */
const PART = 500
/** Two that were handed in at the same moment did not see each other. */
const AT_ONCE_MS = 2 * 3_600_000
/** Up to so many themes are all compared anew each night: some seconds. */
const FEW = 2000

/**
 * Compares what has no keys yet, and what was just handed in, and tells both sides of a pair that nobody was told of;
 * answers whether more is left.
 */
export async function compareRecent(context: Context): Promise<boolean> {
  const keyless = await themesWithoutKeys(context, PART)
  for (const { id, ...words } of keyless) await saveKeys(context, id, findingKeys(words))
  const recent = await themesHandedInSince(context, addMilliseconds(context.now, -AT_ONCE_MS), PART)
  await compareAll(context, [...keyless, ...recent])
  const ids = recent.map(({ id }) => id)
  for (const pair of await untoldPairs(context, ids)) await tell(context, pair)
  return keyless.length === PART
}

/** Counts how common words are; where themes are few, they are compared anew by what was counted. */
export async function countWords(context: Context): Promise<void> {
  await countKeys(context)
  const all = await themesHandedInSince(context, null, FEW + 1)
  if (all.length <= FEW) await compareAll(context, all)
}

async function compareAll(context: Context, themes: readonly Found[]): Promise<void> {
  for (const { id, organisation_id, ...words } of themes)
    await saveNear(context, id, await compareWith(context, words, organisation_id))
}
