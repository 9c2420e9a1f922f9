import { tradeCharacters, tradeWords } from './trade-words.ts'

/** What a name is told by: its words of the trade, its other characters, and which of them stand side by side. */
export interface NameKeys {
  /** Words of the trade. */
  trade: ReadonlySet<string>
  /** Two words of the trade side by side, which together may well be somebody's own. */
  pairs: ReadonlySet<string>
  characters: ReadonlySet<string>
  /** Two characters side by side, neither of them in a word of the trade. */
  runs: ReadonlySet<string>
}

/** Letters and figures in one case and width, each with its place in the text. */
export function lettersOf(text: string): { letter: string; at: number }[] {
  const letters: { letter: string; at: number }[] = []
  let at = 0
  for (const character of text) {
    const letter = letterOf(character)
    if (letter !== null) letters.push({ letter, at })
    at++
  }
  return letters
}

function letterOf(character: string): string | null {
  // most of what is asked, and nothing to be done with it
  if (character >= '\u4e00' && character <= '\u9fff') return character
  const letter = character.normalize('NFKC').toLowerCase()
  return /^[\p{L}\p{N}]+$/u.test(letter) ? letter : null
}

export function nameKeys(name: string): NameKeys {
  const [trade, pairs, characters, runs] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  let before: Unit | undefined
  for (const unit of unitsOf(name)) {
    if (unit.trade) trade.add(unit.text)
    else characters.add(unit.text)
    if (before?.trade && unit.trade) pairs.add(`${before.text}·${unit.text}`)
    if (before && !before.trade && !unit.trade) runs.add(before.text + unit.text)
    before = unit
  }
  return { trade, pairs, characters, runs }
}

interface Unit {
  text: string
  trade: boolean
}

const wordsByFirst = new Map<string, string[][]>()
for (const word of tradeWords) {
  const letters = [...word]
  wordsByFirst.set(letters[0]!, [...(wordsByFirst.get(letters[0]!) ?? []), letters])
}

/** The name from left to right: a word of the trade where one begins, else one character. */
function unitsOf(name: string): Unit[] {
  const letters = lettersOf(name).map(({ letter }) => letter)
  const units: Unit[] = []
  for (let at = 0; at < letters.length; ) {
    const word = wordsByFirst
      .get(letters[at]!)
      ?.find((each) => each.every((one, further) => letters[at + further] === one))
    units.push(word === undefined ? { text: letters[at]!, trade: false } : { text: word.join(''), trade: true })
    at += word?.length ?? 1
  }
  return units
}

/** The different runs of two letters of a longer text, without blanks and marks. */
export function runsOf(text: string): Set<string> {
  const letters = lettersOf(text).map(({ letter }) => letter)
  return new Set(letters.slice(1).map((letter, at) => letters[at] + letter))
}

const RUN = 6
const KEPT = 8
/**
 * Marks by which a meaning that was taken over is found without comparing it with every other: of all its runs of six
 * letters the eight whose numbers are smallest. Texts that share half of their runs nearly always share such a mark.
 */
export function fingerprints(meaning: string): string[] {
  return markedRuns(meaning).map(({ mark }) => mark)
}

/** The marks of a meaning, each with the clause in which its six letters stand. */
export function markedRuns(meaning: string): { mark: string; passage: string }[] {
  const letters = lettersOf(meaning)
  const points = letters.map(({ letter }) => letter.codePointAt(0)!)
  const runs = new Map(points.slice(RUN - 1).map((_, at) => [numberOf(points.slice(at, at + RUN)), at]))
  return [...runs]
    .sort(([a], [b]) => a - b)
    .slice(0, KEPT)
    .map(([number, at]) => ({
      mark: `#${number.toString(36)}`,
      passage: clauseAround([...meaning], letters[at]!.at, letters[at + RUN - 1]!.at),
    }))
}

const clauseEnd = /[，。；：！？\n]/u

function clauseAround(characters: readonly string[], from: number, to: number): string {
  let [start, end] = [from, to]
  while (start > 0 && !clauseEnd.test(characters[start - 1]!)) start--
  while (end < characters.length - 1 && !clauseEnd.test(characters[end + 1]!)) end++
  return characters.slice(start, end + 1).join('')
}

/** A number for a run of letters that looks drawn by lot; products stay below 2^53, so that every machine agrees. */
function numberOf(points: readonly number[]): number {
  const sum = points.reduce((before, point) => (before * 31_337 + point) % 1_000_003, 7)
  return (sum * 2_654_435_761) % 4_294_967_291
}

/** Everything by which a theme is found, as it is stored and indexed. */
export function findingKeys({ name, meaning }: { name: string; meaning: string }): string[] {
  const { trade, pairs, characters, runs } = nameKeys(name)
  return [...new Set([...wholeName(name), ...trade, ...pairs, ...characters, ...runs, ...fingerprints(meaning)])]
}

/** The key by which the very same name is found, however many have words of it; none where a name has no letters. */
export function wholeName(name: string): string[] {
  const letters = lettersOf(name).map(({ letter }) => letter)
  return letters.length === 0 ? [] : [`=${letters.join('')}`]
}

/** How common a key is among the themes, and what it may weigh at most. */
export interface Counts {
  themes: number
  of: ReadonlyMap<string, number>
}

export const noCounts: Counts = { themes: 0, of: new Map() }

/** What each kind of key weighs at most. */
export const MOST = { trade: 1, pairs: 4, characters: 2, runs: 6 } as const
/** With fewer themes than these, how often a word stands in them says nothing yet. */
const ENOUGH = 32

/**
 * What a shared key weighs: how often the number of themes that have it can be doubled before it is all of them, at least
 * one and at most what its kind weighs.
 */
export function weightOf(key: string, kind: keyof NameKeys, { themes, of }: Counts): number {
  const most = kind === 'characters' && tradeCharacters.has(key) ? 1 : MOST[kind]
  if (themes < ENOUGH) return most
  let weight = 0
  for (let having = Math.max(1, of.get(key) ?? 1) * 2; having <= themes && weight < most; having *= 2) weight++
  return Math.max(1, weight)
}
