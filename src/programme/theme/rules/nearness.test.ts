import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingKeys, fingerprints, nameKeys, noCounts, weightOf } from './near-keys.ts'
import { searches } from './near-search.ts'
import { markName, markShared, NEAR_PERCENT, nearness, percent } from './nearness.ts'
import { tradeWords } from './trade-words.ts'

const words = fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 12 }), meaning: fc.string({ maxLength: 40 }) })
const near = (a: string, b: string, counts = noCounts) =>
  percent(nearness({ name: a, meaning: '' }, { name: b, meaning: '' }, counts))

describe('what a name is told by', () => {
  test('its words of the trade are taken out, the longest first; what is left stands in characters and runs', () => {
    const { trade, pairs, characters, runs } = nameKeys('海盾“先锋队”')
    expect([[...trade], [...pairs], [...characters], [...runs]]).toEqual([['先锋队'], [], ['海', '盾'], ['海盾']])
    expect([...nameKeys('服务先锋').pairs]).toEqual(['服务·先锋'])
  })

  test('blanks, marks, width and case make no difference', () => {
    expect(nameKeys('“珠江 口”')).toEqual(nameKeys('珠江口'))
    expect(nameKeys('ＡＢ港')).toEqual(nameKeys('ab港'))
    expect(findingKeys({ name: '！', meaning: '' })).toEqual([])
  })

  test('no word of the trade is listed twice', () => {
    expect(new Set(tradeWords).size).toBe(tradeWords.length)
  })
})

describe('how much a shared word weighs', () => {
  const counts = {
    themes: 256,
    of: new Map([
      ['海盾', 64],
      ['盾', 128],
      ['先锋', 200],
    ]),
  }
  test('the more themes have it the less, at least one, and never more than its kind', () => {
    expect(weightOf('海盾', 'runs', counts)).toBe(2)
    expect(weightOf('没人有', 'runs', counts)).toBe(6)
    expect(weightOf('盾', 'characters', counts)).toBe(1)
    expect(weightOf('先锋', 'trade', counts)).toBe(1)
  })

  test('with few themes counts say nothing yet', () => {
    expect(weightOf('海盾', 'runs', { themes: 31, of: new Map([['海盾', 31]]) })).toBe(6)
  })
})

describe('nearness', () => {
  test('a word of the trade alone makes nobody near, a word of one’s own does', () => {
    expect(near('碧海先锋', '堡垒先锋')).toBeLessThan(NEAR_PERCENT)
    expect(near('埔江先锋', '埔江前哨')).toBeGreaterThanOrEqual(NEAR_PERCENT)
    expect(near('海盾', '海之盾')).toBeGreaterThanOrEqual(NEAR_PERCENT)
  })

  test('two names of common words alone are near when they have both', () => {
    expect(near('服务先锋', '安全先锋')).toBeLessThan(NEAR_PERCENT)
    expect(near('服务先锋', '“服务·先锋”')).toBe(75)
  })

  test('a meaning that was taken over whole is near, whatever the names', () => {
    const meaning = '大风来时别人进港我们出港，十七次防台无一人离岗。'
    expect(percent(nearness({ name: '铁锚', meaning }, { name: '定盘星', meaning }, noCounts))).toBe(25)
  })

  test('a hundred per cent is the same text, and it makes no difference who asks', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [there, back] = [nearness(a, b, noCounts), nearness(b, a, noCounts)]
        expect(there.top * back.bottom).toBe(back.top * there.bottom)
        expect(percent(there)).toBeGreaterThanOrEqual(0)
        expect(percent(there)).toBeLessThanOrEqual(100)
        if (findingKeys({ name: a.name, meaning: '' }).length > 0 && a.meaning === '')
          expect(percent(nearness(a, a, noCounts))).toBe(75)
      }),
    )
    const same = { name: '服务先锋', meaning: '窗口的人都知道' }
    expect(percent(nearness(same, same, noCounts))).toBe(100)
  })
})

describe('finding', () => {
  test('a meaning that another took half of shares a mark with it; another text does not', () => {
    const own = '海巡船台风前最后一个进港，救起过三十一名渔民，没有一次因为天气取消出航。'
    const taken = fingerprints(`${own.slice(0, 26)}支部因此把它写进了每年的计划里。`)
    expect(fingerprints(own).some((mark) => taken.includes(mark))).toBe(true)
    expect(fingerprints('船员考试当天出成绩，证书寄到船上。').some((mark) => taken.includes(mark))).toBe(false)
    expect(fingerprints('短')).toEqual([])
  })

  test('rare keys are looked up one by one; common ones only together, and never a word of the trade alone', () => {
    const counts = {
      themes: 1_000_000,
      of: new Map([
        ['碧海', 9_000],
        ['碧', 20_000],
        ['海', 300_000],
        ['先锋', 200_000],
      ]),
    }
    expect(searches({ name: '碧海先锋', meaning: '' }, counts)).toEqual([
      { has: 'any', keys: ['=碧海先锋'], enough: 600 },
      { has: 'all', keys: ['先锋', '碧海'], enough: 100 },
      { has: 'any', keys: ['碧海'], enough: 100 },
    ])
    expect(
      searches(
        { name: '碧海潮头', meaning: '' },
        {
          themes: 1_000_000,
          of: new Map([
            ['碧海', 9_000],
            ['潮头', 4_000],
            ['碧', 20_000],
          ]),
        },
      ),
    ).toContainEqual({ has: 'all', keys: ['潮头', '碧海'], enough: 100 })
    const [any] = searches({ name: '碧海先锋', meaning: '' }, { themes: 267, of: new Map([['碧海', 3]]) })
    expect(any).toMatchObject({ has: 'any', keys: ['=碧海先锋', '碧', '碧海'] })
    const shared = {
      themes: 5_000_000,
      of: new Map([
        ['=先锋', 9_000],
        ['先锋', 600_000],
      ]),
    }
    expect(searches({ name: '先锋', meaning: '' }, shared)).toEqual([
      { has: 'any', keys: ['=先锋'], enough: 100 },
      { has: 'all', keys: ['先锋'], enough: 100 },
    ])
    expect(searches({ name: '！', meaning: '' }, counts)).toEqual([])
  })
})

test('marking loses no character, and marks what both have and is no word of the trade', () => {
  expect(markName('埔江先锋', '埔江先锋队')).toEqual([
    { text: '埔江', shared: true },
    { text: '先锋', shared: false },
  ])
  expect(markName('海之盾', '海盾')).toEqual([
    { text: '海之', shared: false },
    { text: '盾', shared: true },
  ])
  expect(markShared('守护珠江口', '珠江口上的眼睛')).toEqual([
    { text: '守护', shared: false },
    { text: '珠江口', shared: true },
  ])
  expect(markShared('王𬭎在海外', '海外')).toEqual([
    { text: '王𬭎在', shared: false },
    { text: '海外', shared: true },
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, other) => {
      const joined = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('')
      expect(joined(markShared(text, other))).toBe(text)
      expect(joined(markName(text, other))).toBe(text)
    }),
  )
})
