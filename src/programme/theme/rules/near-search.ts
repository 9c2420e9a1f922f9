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
const RARE = 600
/** So many are looked at that have several common keys at once. */
const SOME = 100
/** So many common keys are combined, the rarest first, and so many combinations looked up. */
const COMBINED = 4
const COMBINATIONS = 5
/** Keys that more themes have than these take long to look up, even together with others. */
const WIDE = 30_000
const WIDEST = 100_000

/**
 * How the themes nearest to these words are found among any number: those that have one of its rarest keys, the same name,
 * or several of its commoner keys together. What is found is compared exactly. Where millions share every word of a name,
 * some of the nearest are found, not all.
 */
export function searches(words: Words, counts: Counts): Search[] {
  const { trade, pairs, characters, runs } = nameKeys(words.name)
  const having = (key: string) => counts.of.get(key) ?? 1
  const rarestFirst = (keys: Iterable<string>) => [...keys].sort((a, b) => having(a) - having(b))
  const telling = [...characters].filter((key) => !tradeCharacters.has(key))
  const rare = within(
    rarestFirst([...wholeName(words.name), ...runs, ...pairs, ...fingerprints(words.meaning), ...telling]),
    having,
  )
  const looks: Search[] = [{ has: 'any', keys: rare, enough: RARE }]
  for (const key of wholeName(words.name))
    if (!rare.includes(key)) looks.push({ has: 'any', keys: [key], enough: SOME })
  const common = rarestFirst([...runs, ...pairs, ...telling].filter((key) => !rare.includes(key))).slice(0, COMBINED)
  const alone = common.filter((key) => having(key) <= WIDE && !characters.has(key)).slice(0, 1)
  const together = common
    .flatMap((key, at) => common.slice(at + 1).map((other) => [key, other] as const))
    // a run has its characters
    .filter(([key, other]) => having(key) <= WIDE && !key.includes(other) && !other.includes(key))
    .slice(0, COMBINATIONS)
  const all = runs.size + pairs.size > 0 ? [...trade, ...pairs, ...runs] : [...trade, ...characters]
  const nothingElse = rare.length === 0 && together.length === 0
  if (all.length > 0 && (nothingElse || Math.min(...all.map(having)) <= WIDEST))
    looks.push({ has: 'all', keys: all, enough: SOME })
  if (alone.length > 0) looks.push({ has: 'any', keys: alone, enough: SOME })
  for (const keys of together) looks.push({ has: 'all', keys: [...keys], enough: SOME })
  return looks.filter(({ keys }) => keys.length > 0)
}

/** The first keys, as many as few enough themes have. */
function within(keys: readonly string[], having: (key: string) => number): string[] {
  let themes = 0
  return keys.filter((key) => {
    themes += having(key)
    return themes <= RARE
  })
}
