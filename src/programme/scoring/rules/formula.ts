import { divide, exact, hundred, writeExact } from '#basics/exact.ts'
import { printed, type Term, take, type Work } from './trace.ts'
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

/** Works a formula out step by step. Null where it divides by zero. Every code must have a value. */
export function workOut(formula: Formula, termOf: (code: string) => Term, word: StepWord, work: Work): Term | null {
  if (formula.op === 'number') return printed(formula.value)
  if (formula.op === 'code') return termOf(formula.code)
  const terms: Term[] = []
  for (const part of formula.parts) {
    const term = workOut(part, termOf, word, work)
    if (term === null) return null
    terms.push(term)
  }
  if (formula.op === 'quotient' && exact(terms[1]!.value).top === 0n) return null
  return take(work, word, formula.op, terms)
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
