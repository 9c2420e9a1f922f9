import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff, differs, type Run } from './diff.ts'

const told = (before: string, after: string) =>
  diff(before, after)
    .map(({ text, kind }) => ({ kept: text, gone: `[-${text}-]`, new: `[+${text}+]` })[kind])
    .join('')
const without = (runs: Run[], left: Run['kind']) =>
  runs
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('')

describe('the words that changed', () => {
  test('are told with what stayed around them', () => {
    expect(told('服务水平有所提高。', '群众满意率保持在九成以上。')).toBe(
      '[-服务水平有所提高-][+群众满意率保持在九成以上+]。',
    )
    expect(told('年内走遍辖区12个渡口', '年内走遍辖区18个渡口、3处锚地')).toBe(
      '年内走遍辖区[-12-][+18+]个渡口[+、3处锚地+]',
    )
    expect(told('守着珠江口', '守着珠江口')).toBe('守着珠江口')
    expect(told('', '守一段水')).toBe('[+守一段水+]')
    expect(told('守一段水', '')).toBe('[-守一段水-]')
    expect(told('', '')).toBe('')
  })

  test('are whole numbers and Latin words, never halves of them', () => {
    expect(told('2025年VTS值守', '2026年VTS值守')).toBe('[-2025-][+2026+]年VTS值守')
    expect(told('AIS check', 'AIS checks')).toBe('AIS [-check-][+checks+]')
  })

  test('are one change where a character in between is the same by chance', () => {
    expect(told('查得到、说得清', '看得见、讲得明')).toBe('[-查得到-][+看得见+]、[-说得清-][+讲得明+]')
  })

  test('stay apart where words stand between them', () => {
    expect(told('春运在渡口守着，台风来了不走。', '春运到码头守着，台风来了不退。')).toBe(
      '春运[-在渡口-][+到码头+]守着，台风来了不[-走-][+退+]。',
    )
  })

  test('keep characters beyond the basic plane in one piece', () => {
    expect(told('王𬭎同志', '王𬭎、李冬同志')).toBe('王𬭎[+、李冬+]同志')
  })
})

const texts = fc.array(fc.constantFrom('渡', '口', '有', '的', '，', ' ', '12', 'VTS', '𬭎', '\n'), { maxLength: 60 })

test('whatever changed, both texts can be read from it, and the same text has no change', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [before, after] = [one.join(''), other.join('')]
      const runs = diff(before, after)
      expect(without(runs, 'new')).toBe(before)
      expect(without(runs, 'gone')).toBe(after)
      expect(differs(runs)).toBe(before !== after)
      for (const [at, run] of runs.entries()) expect(run.kind).not.toBe(runs[at + 1]?.kind)
    }),
    { numRuns: 500 },
  )
})

test('texts beyond all bounds are told as changed in the middle, at once', () => {
  const [before, after] = ['甲'.repeat(3000), '乙'.repeat(3000)]
  const runs = diff(`同${before}同`, `同${after}同`)
  expect(runs.map(({ kind }) => kind)).toEqual(['kept', 'gone', 'new', 'kept'])
})
