import { type Counts, lettersOf, nameKeys, runsOf, weightOf } from './near-keys.ts'
import { tradeCharacters, usualRuns } from './trade-words.ts'

/**
 * How near two themes are. A published rule: a hundred per cent is the same text, the name weighs three times what the
 * meaning weighs, and what many themes have weighs little.
 */
export interface Words {
  name: string
  meaning: string
}

/**
 * From here on two themes count as near. Chosen on one half of 225 labelled pairs (`test/near-themes/`). On the other half
 * 93 of 100 that are called near are, and 90 of 100 that are near are called so; two names that say the same in other words
 * are not found.
 */
export const NEAR_PERCENT = 16
const NAME_WEIGHT = 3
const MEANING_WEIGHT = 1

/** Below this nearness a theme is not shown at all: a shared character says nothing. */
export const SHOWN_PERCENT = 8

/** An exact fraction, both whole numbers of the same small size. */
export interface Fraction {
  top: number
  bottom: number
}

const kinds = ['trade', 'pairs', 'characters', 'runs'] as const

/** The weighted nearness of two themes, exactly. */
export function nearness(a: Words, b: Words, counts: Counts): Fraction {
  return nearnessTo(a, counts)(b)
}

/** The same for one theme and many others: what it is told by is looked at once. */
export function nearnessTo(own: Words, counts: Counts): (other: Words) => Fraction {
  const [keys, runs] = [weighed(own.name, counts), ownRuns(own.meaning)]
  return (other) => {
    const name = nameLikeness(keys, weighed(other.name, counts))
    const meaning = meaningLikeness(runs, other.meaning)
    const top = NAME_WEIGHT * name.top * meaning.bottom + MEANING_WEIGHT * meaning.top * name.bottom
    return { top, bottom: (NAME_WEIGHT + MEANING_WEIGHT) * name.bottom * meaning.bottom }
  }
}

/** What a name is told by, with weights; a key of one kind is never one of another. */
function weighed(name: string, counts: Counts): { weights: Map<string, number>; sum: number } {
  const keys = nameKeys(name)
  const weights = new Map<string, number>()
  let sum = 0
  for (const kind of kinds)
    for (const key of keys[kind]) {
      const weight = weightOf(key, kind, counts)
      weights.set(key, weight)
      sum += weight
    }
  return { weights, sum }
}

type Weighed = ReturnType<typeof weighed>

/** What two names share, twice, over what both have, by weight; 0/1 when one has nothing. */
function nameLikeness(a: Weighed, b: Weighed): Fraction {
  if (a.sum === 0 || b.sum === 0) return { top: 0, bottom: 1 }
  let top = 0
  for (const [key, weight] of b.weights) if (a.weights.has(key)) top += 2 * weight
  return { top, bottom: a.sum + b.sum }
}

/** The same for meanings, by runs of two letters that not every text of the trade has. */
function meaningLikeness(runs: ReadonlySet<string>, other: string): Fraction {
  const others = ownRuns(other)
  if (runs.size === 0 || others.size === 0) return { top: 0, bottom: 1 }
  let shared = 0
  for (const run of others) if (runs.has(run)) shared++
  return { top: 2 * shared, bottom: runs.size + others.size }
}

function ownRuns(text: string): Set<string> {
  const runs = runsOf(text)
  for (const run of runs) if (usualRuns.has(run)) runs.delete(run)
  return runs
}

/** Whole per cent, rounded down, so that 100 means the same text. */
export function percent({ top, bottom }: Fraction): number {
  return Math.floor((top * 100) / bottom)
}

/** A text cut into pieces, those standing in runs that the other text has too marked as shared. */
export interface Piece {
  text: string
  shared: boolean
}

/** Marks in a name what the other name has too: runs of two letters, and characters that are somebody's own. */
export function markName(name: string, other: string): Piece[] {
  const { runs, characters } = nameKeys(other)
  return mark(
    name,
    (run) => runs.has(run),
    (letter) => characters.has(letter) && !tradeCharacters.has(letter),
  )
}

/** Marks in a meaning the runs of two letters that the other meaning has too, but those that every text has. */
export function markShared(text: string, other: string): Piece[] {
  const runs = runsOf(other)
  return mark(text, (run) => runs.has(run) && !usualRuns.has(run))
}

function mark(text: string, sharedRun: (run: string) => boolean, sharedLetter = (_: string) => false): Piece[] {
  const letters = lettersOf(text)
  const characters = [...text]
  const shared = characters.map(() => false)
  letters.forEach(({ letter, at }, place) => {
    if (sharedLetter(letter)) shared[at] = true
    const next = letters[place + 1]
    if (next && sharedRun(letter + next.letter)) shared.fill(true, at, next.at + 1)
  })
  const pieces: Piece[] = []
  characters.forEach((character, at) => {
    const last = pieces.at(-1)
    if (last && last.shared === shared[at]) last.text += character
    else pieces.push({ text: character, shared: shared[at]! })
  })
  return pieces
}
