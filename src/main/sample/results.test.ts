import { describe, expect, test } from 'vitest'
import { addUp } from '#programme/building/rules/measure.ts'
import { partsOf, results } from './results.ts'

describe.each(results)('$words', (result) => {
  test('is made up by its parts exactly, none of them nothing', () => {
    const parts = partsOf(result)
    expect(parts).toHaveLength(result.records)
    expect(parts.every((part) => Number(part) > 0)).toBe(true)
    const said = parts.map((value, at) => ({
      record: `${at}`,
      organisation: `${at}`,
      happenedOn: '2026-01-01',
      value,
      qualifier: at === 0 ? result.qualifier : ('exact' as const),
      items: [],
    }))
    expect(addUp(result.addition, said)).toEqual({
      value: result.value,
      qualifier: result.qualifier,
      records: result.records,
    })
  })
})
