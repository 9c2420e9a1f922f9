import { type Counts, lettersOf, type NameKeys, nameKeys, runsOf, weightOf } from './near-keys.ts'
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

/** What two names share, twice, over what both have, by weight; 0/1 when one has nothing. */
export function nameLikeness(a: NameKeys, b: NameKeys, counts: Counts): Fraction {
  let [top, left, right] = [0, 0, 0]
  for (const kind of kinds) {
    for (const key of a[kind]) {
      const weight = weightOf(key, kind, counts)
      left += weight
      if (b[kind].has(key)) top += 2 * weight
    }
    for (const key of b[kind]) right += weightOf(key, kind, counts)
  }
  return left === 0 || right === 0 ? { top: 0, bottom: 1 } : { top, bottom: left + right }
}

/** The same for meanings, by runs of two letters that not every text of the trade has. */
export function meaningLikeness(a: string, b: string): Fraction {
  const [left, right] = [ownRuns(a), ownRuns(b)]
  if (left.length === 0 || right.length === 0) return { top: 0, bottom: 1 }
  const there = new Set(right)
  return { top: 2 * left.filter((run) => there.has(run)).length, bottom: left.length + right.length }
}

function ownRuns(text: string): string[] {
  return [...runsOf(text)].filter((run) => !usualRuns.has(run))
}

/** The weighted nearness of two themes, exactly. */
export function nearness(a: Words, b: Words, counts: Counts): Fraction {
  const name = nameLikeness(nameKeys(a.name), nameKeys(b.name), counts)
  const meaning = meaningLikeness(a.meaning, b.meaning)
  const top = NAME_WEIGHT * name.top * meaning.bottom + MEANING_WEIGHT * meaning.top * name.bottom
  return { top, bottom: (NAME_WEIGHT + MEANING_WEIGHT) * name.bottom * meaning.bottom }
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
