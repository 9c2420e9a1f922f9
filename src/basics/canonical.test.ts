import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, sameCanonical } from './canonical.ts'

const json = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -0, 1, '', '0', '1', '一'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '0', 'constructor'), tie('any'), { maxKeys: 3 }),
  ),
})).any

test('two values are the same exactly when their canonical texts are', () => {
  let same = 0
  fc.assert(
    fc.property(json, json, (one, other) => {
      const alike = canonical(one) === canonical(other)
      if (alike) same += 1
      expect(sameCanonical(one, other)).toBe(alike)
      expect(sameCanonical(one, JSON.parse(canonical(one)))).toBe(true)
    }),
    { numRuns: 2_000 },
  )
  expect(same).toBeGreaterThan(20)
})

test('a lone surrogate is refused wherever it stands, a pair is not', () => {
  for (const text of ['\ud800', 'a\udc00', '\udc00\ud800', '😀\ud83d']) expect(() => canonical([text])).toThrow()
  expect(canonical({ '😀': '😀' })).toBe('{"😀":"😀"}')
})
