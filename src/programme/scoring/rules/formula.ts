import {
  add,
  divide,
  type Exact,
  exact,
  greatest,
  hundred,
  least,
  multiply,
  subtract,
  writeExact,
} from '#basics/exact.ts'
import { type Term, type Work, written } from './trace.ts'
import type { StepWord } from './trace-words.ts'

/**
 * A formula as people write it: numbers, percents, `[code]` for the points of an indicator or `[total]`, the four kinds of
 * arithmetic with their usual signs (+ - × ÷, * /, wide or narrow), brackets, `min(…)` and `max(…)`.
 */
export type Formula =
  | { op: 'number'; value: string }
  | { op: 'code'; code: string }
  | { op: 'sum' | 'difference' | 'product' | 'quotient' | 'least' | 'greatest'; parts: Formula[] }

/** Reads a formula; null where it is none. */
export function readFormula(text: string): Formula | null {
  const words = wordsOf(text)
  if (words === null || words.length > 200) return null
  const reading = { words, at: 0 }
  const formula = sums(reading, 0)
  return formula && reading.at === words.length ? formula : null
}

/** Every code a formula names. */
export function codesOf(formula: Formula): string[] {
  if (formula.op === 'code') return [formula.code]
  return formula.op === 'number' ? [] : [...new Set(formula.parts.flatMap(codesOf))]
}

/** Works a printed formula out, as one step. Null where it is none, or divides by zero. Every code must have a value. */
export function workOut(text: string, termOf: (code: string) => Term, word: StepWord, work: Work): Term | null {
  const formula = readFormula(text)
  if (formula === null) return null
  const terms = codesOf(formula).map((code) => ({ code, term: termOf(code) }))
  const values = new Map(terms.map(({ code, term }) => [code, exact(term.value)]))
  const value = worked(formula, values)
  return value && written(work, { word, op: 'formula', formula: text, terms, gives: writeExact(value) })
}

/** A formula as people write it, with something in the place of each code: `(95 − 5) × 70% + 92 × 30%`. */
export function showFormula(text: string, shown: (code: string) => string): string {
  const words = wordsOf(text) ?? []
  return words
    .map((each, at) => {
      if (each.startsWith('[')) return shown(each.slice(1, -1))
      // a minus before a factor, not between two
      if (each === '-' && (at === 0 || /^[-+*/(,]$/.test(words[at - 1]!))) return '−'
      return signs[each] ?? each
    })
    .join('')
}
const signs: Record<string, string> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ', ',': ', ' }

const operations = { sum: add, difference: subtract, product: multiply, least, greatest }

function worked(formula: Formula, values: Map<string, Exact>): Exact | null {
  if (formula.op === 'number') return exact(formula.value)
  if (formula.op === 'code') return values.get(formula.code)!
  const parts = formula.parts.map((part) => worked(part, values))
  if (parts.includes(null)) return null
  const numbers = parts as Exact[]
  if (formula.op !== 'quotient') return numbers.slice(1).reduce(operations[formula.op], numbers[0]!)
  return numbers[1]!.top === 0n ? null : divide(numbers[0]!, numbers[1]!)
}

interface Reading {
  words: string[]
  at: number
}

const word = /\s*(\d{1,12}(?:\.\d{1,6})?%?|\[[\p{L}\p{N}._-]{1,40}\]|min|max|[-+*/(),])\s*/uy

/** The words of a formula with plain signs; null where something is none. */
function wordsOf(text: string): string[] | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[×·]/g, '*')
    .replace(/[÷]/g, '/')
    .replace(/[−–—]/g, '-')
    .replace(/[〔【]/g, '[')
    .replace(/[〕】]/g, ']')
  const words: string[] = []
  word.lastIndex = 0
  for (let at = 0; at < plain.length; at = word.lastIndex) {
    const found = word.exec(plain)
    if (!found) return null
    words.push(found[1]!)
  }
  return words
}

const deepest = 20

function sums(reading: Reading, depth: number): Formula | null {
  return chain(reading, depth, { '+': 'sum', '-': 'difference' }, products)
}

function products(reading: Reading, depth: number): Formula | null {
  return chain(reading, depth, { '*': 'product', '/': 'quotient' }, factor)
}

/** From the left: a − b − c is (a − b) − c. */
function chain(
  reading: Reading,
  depth: number,
  signs: Record<string, 'sum' | 'difference' | 'product' | 'quotient'>,
  part: (reading: Reading, depth: number) => Formula | null,
): Formula | null {
  let left = part(reading, depth)
  for (let op = signs[reading.words[reading.at] ?? '']; left && op; op = signs[reading.words[reading.at] ?? '']) {
    reading.at++
    const right = part(reading, depth)
    left = right && { op, parts: [left, right] }
  }
  return left
}

function factor(reading: Reading, depth: number): Formula | null {
  const next = reading.words[reading.at++]
  if (next === undefined || depth > deepest) return null
  if (next === '(') return closed(reading, sums(reading, depth + 1))
  if (next === '-') {
    const part = factor(reading, depth + 1)
    return part && { op: 'difference', parts: [{ op: 'number', value: '0' }, part] }
  }
  if (next === 'min' || next === 'max') return list(reading, depth, next === 'min' ? 'least' : 'greatest')
  if (next.startsWith('[')) return { op: 'code', code: next.slice(1, -1) }
  if (!/^\d/.test(next)) return null
  if (!next.endsWith('%')) return { op: 'number', value: next }
  return { op: 'number', value: writeExact(divide(exact(next.slice(0, -1)), hundred)) }
}

function closed(reading: Reading, formula: Formula | null): Formula | null {
  return reading.words[reading.at++] === ')' ? formula : null
}

function list(reading: Reading, depth: number, op: 'least' | 'greatest'): Formula | null {
  if (reading.words[reading.at++] !== '(') return null
  const parts: Formula[] = []
  for (;;) {
    const part = sums(reading, depth + 1)
    if (!part) return null
    parts.push(part)
    const sign = reading.words[reading.at++]
    if (sign === ')') return { op, parts }
    if (sign !== ',') return null
  }
}
