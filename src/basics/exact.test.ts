import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  ceiling,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  greatest,
  least,
  multiply,
  readExact,
  round,
  showDecimal,
  subtract,
  whole,
  writeExact,
} from './exact.ts'

const numbers = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([top, bottom]) => exact(`${top}/${bottom}`))

describe('exact numbers', () => {
  test('a tenth and two tenths make three tenths', () => {
    expect(writeExact(add(exact('0.1'), exact('0.2')))).toBe('0.3')
  })

  test('a text that is no plain number is not read', () => {
    for (const text of ['', ' 1', '1 ', '1e3', '.5', '5.', '+1', '1/0', '1/-2', '１２', '1,000', 'NaN', '--1', '0x10'])
      expect(readExact(text), text).toBeNull()
  })

  test('a number has one canonical text', () => {
    const pairs = [
      ['12.50', '12.5'],
      ['007', '7'],
      ['-0', '0'],
      ['-0.0', '0'],
      ['32/34', '16/17'],
      ['3/8', '0.375'],
    ]
    for (const [text, canonical] of [...pairs, ['-1/3', '-1/3'], ['100', '100'], ['-0.05', '-0.05']])
      expect(writeExact(exact(text!))).toBe(canonical)
  })

  test('showing rounds halves away from zero and changes nothing that is compared', () => {
    expect(showDecimal(exact('2.345'), 2)).toBe('2.35')
    expect(showDecimal(exact('-2.345'), 2)).toBe('-2.35')
    expect(showDecimal(exact('59.999'), 2)).toBe('60.00')
    expect(compare(exact('59.999'), exact('60'))).toBe(-1)
    expect(showDecimal(exact('16/17'), 2)).toBe('0.94')
    expect(showDecimal(exact('-0.001'), 2)).toBe('0.00')
    expect(showDecimal(exact('0.5'), 0)).toBe('1')
  })

  test('rounding down goes to the next lower whole number, below zero too', () => {
    expect([floor(exact('2.9')), floor(exact('3')), floor(exact('-0.1')), floor(exact('-2'))]).toEqual([
      2n,
      3n,
      -1n,
      -2n,
    ])
  })

  test('nothing is divided by zero', () => {
    expect(() => divide(whole(1), whole(0))).toThrow()
    expect(writeExact(divide(whole(1), whole(-3)))).toBe('-1/3')
  })

  test('a counted number is a whole one', () => {
    expect(() => whole(0.5)).toThrow()
    expect(() => whole(2 ** 53)).toThrow()
  })

  test('the text of a number reads back as the same number', () => {
    fc.assert(fc.property(numbers, (a) => same(exact(writeExact(a)), a)))
  })

  test('the laws of arithmetic hold without any rounding', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        expect(same(add(a, b), add(b, a))).toBe(true)
        expect(same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true)
        expect(same(subtract(add(a, b), b), a)).toBe(true)
        if (b.top !== 0n) expect(same(multiply(divide(a, b), b), a)).toBe(true)
        expect(compare(least(a, b), greatest(a, b))).toBeLessThanOrEqual(0)
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
      }),
    )
  })

  test('rounding down leaves less than one behind', () => {
    fc.assert(
      fc.property(numbers, (a) => {
        const rest = subtract(a, { top: floor(a), bottom: 1n })
        expect(compare(rest, whole(0))).toBeGreaterThanOrEqual(0)
        expect(compare(rest, whole(1))).toBeLessThan(0)
      }),
    )
  })
})

function same(a: Exact, b: Exact): boolean {
  return a.top === b.top && a.bottom === b.bottom
}

describe('rounding where a rule asks for it', () => {
  test.each([
    ['2.345', 'half-up', '2.35'],
    ['2.345', 'half-even', '2.34'],
    ['2.355', 'half-even', '2.36'],
    ['2.3451', 'half-even', '2.35'],
    ['2.349', 'down', '2.34'],
    ['2.341', 'up', '2.35'],
    ['-2.345', 'half-up', '-2.35'],
    ['-2.345', 'half-even', '-2.34'],
    ['-2.349', 'down', '-2.34'],
    ['-2.341', 'up', '-2.35'],
    ['2/3', 'half-up', '0.67'],
    ['2.34', 'up', '2.34'],
  ] as const)('%s, %s, to two decimals is %s', (text, mode, rounded) => {
    expect(writeExact(round(exact(text), 2, mode))).toBe(rounded)
  })

  test('a number rounded down and up encloses it, less than one unit apart', () => {
    fc.assert(
      fc.property(numbers, fc.nat(4), (number, places) => {
        const [a, b] = [round(number, places, 'down'), round(number, places, 'up')]
        const [low, high] = number.top < 0n ? [b, a] : [a, b]
        expect(compare(low, number)).toBeLessThanOrEqual(0)
        expect(compare(number, high)).toBeLessThanOrEqual(0)
        expect(
          compare(subtract(high, low), exact(places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`)),
        ).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('the ceiling is the least whole number not below', () => {
    expect(['2.1', '2', '-0.9', '0', '-2'].map((text) => ceiling(exact(text)))).toEqual([3n, 2n, 0n, 0n, -2n])
  })
})
