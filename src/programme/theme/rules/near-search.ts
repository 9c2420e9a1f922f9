import { type Counts, fingerprints, nameKeys, wholeName } from './near-keys.ts'
import type { Words } from './nearness.ts'
import { tradeCharacters } from './trade-words.ts'

/** One look into the index: themes that have any of the keys, or all of them, and how many are enough. */
export interface Search {
  has: 'any' | 'all'
  keys: string[]
  enough: number
}

/** So many themes, at most, have the rare keys that are looked up one by one. */
const RARE = 400
/** So many are looked at that have several common keys at once. */
const SOME = 50
/** So many common keys are combined, the rarest first. */
const COMBINED = 4

/**
 * How the themes nearest to these words are found among any number: those that have one of its rarest keys, and those that
 * have two of its commoner ones together, or all of its name. What is found is compared exactly.
 */
export function searches(words: Words, counts: Counts): Search[] {
  const { trade, pairs, characters, runs } = nameKeys(words.name)
  const name = [...trade, ...pairs, ...characters, ...runs]
  const having = (key: string) => counts.of.get(key) ?? 1
  const telling = [...wholeName(words.name), ...runs, ...pairs, ...fingerprints(words.meaning), ...characters].filter(
    (key) => !tradeCharacters.has(key),
  )
  const rare: string[] = []
  let themes = 0
  for (const key of [...telling].sort((a, b) => having(a) - having(b))) {
    if (themes + having(key) > RARE) break
    themes += having(key)
    rare.push(key)
  }
  const left = [...runs, ...pairs, ...characters]
    .filter((key) => !rare.includes(key))
    .sort((a, b) => having(a) - having(b))
    .slice(0, COMBINED)
  const together = left.flatMap((key, at) => left.slice(at + 1).map((other) => [key, other]))
  return [
    { has: 'any' as const, keys: rare, enough: RARE },
    { has: 'all' as const, keys: name, enough: SOME },
    ...together.map((keys) => ({ has: 'all' as const, keys, enough: SOME })),
  ].filter(({ keys }) => keys.length > 0)
}
