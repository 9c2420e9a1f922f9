import type { Speak } from './cli-words.ts'

/** Somebody used the command line in a way it does not know; the sentence says what to do. Ends with 2. */
export class Misused extends Error {
  override name = 'Misused'
}

export interface Words {
  /** What stands by itself, in order. */
  plain: string[]
  /** `--name value`, each with all its values. */
  options: Map<string, string[]>
}

/** Parts the command line into words and options. `--name=value` and `--name value` are the same. */
export function wordsIn(given: readonly string[], speak: Speak): Words {
  const words: Words = { plain: [], options: new Map() }
  for (let at = 0; at < given.length; at++) {
    const word = given[at]!
    if (!word.startsWith('--')) {
      words.plain.push(word)
      continue
    }
    const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    if (name === 'token') throw new Misused(speak('noTokenInWords'))
    const taken = value ?? given[++at]
    if (name === '' || taken === undefined) throw new Misused(speak('missingValue', { name: word }))
    words.options.set(name, [...(words.options.get(name) ?? []), taken])
  }
  return words
}

/** Options of `score` and `rules` that stand by themselves; elsewhere the same words may be fields of an operation. */
const alone = ['--population', '--json', '--xlsx', '--facts-template']

/** The words with a value behind each option that stands by itself. */
export function flagged(given: readonly string[]): string[] {
  const own = given.includes('score') || given.includes('rules')
  return given.map((word) => (own && alone.includes(word) ? `${word}=yes` : word))
}

/** Takes an option out of the words; the last one given counts. */
export function take(words: Words, name: string): string | undefined {
  const value = words.options.get(name)?.at(-1)
  words.options.delete(name)
  return value
}

/** Refuses words and options that nobody asked for. */
export function nothingLeft({ plain, options }: Words, speak: Speak): void {
  const stray = plain[0] ?? [...options.keys()].map((name) => `--${name}`)[0]
  if (stray !== undefined) throw new Misused(speak('strayWord', { word: stray }))
}
