import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramsOf, isNear, likeness, markShared, nearness, percent } from './nearness.ts'

const words = fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 12 }), meaning: fc.string({ maxLength: 40 }) })

test('the runs of a text leave out blanks and marks, and know no difference of width or case', () => {
  expect([...gramsOf('“珠江 口”')]).toEqual(['珠江', '江口'])
  expect(gramsOf('ＡＢ')).toEqual(gramsOf('ab'))
  expect([...gramsOf('航')]).toEqual(['航'])
})

test('nearness is exact: a third of the runs of both names is 25 per cent, and near', () => {
  const near = nearness({ name: '海上卫士', meaning: '甲' }, { name: '海上先锋', meaning: '乙' })
  expect(likeness('海上卫士', '海上先锋')).toEqual({ top: 2, bottom: 6 })
  expect([percent(near), isNear(near)]).toEqual([25, true])
  const far = nearness({ name: '海上卫士', meaning: '甲' }, { name: '海上好先锋', meaning: '乙' })
  expect([percent(far), isNear(far)]).toEqual([21, false])
})

test('a hundred per cent is the same text, and it makes no difference who asks', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [there, back] = [nearness(a, b), nearness(b, a)]
      expect(there.top * back.bottom).toBe(back.top * there.bottom)
      expect(percent(there)).toBeGreaterThanOrEqual(0)
      expect(percent(there)).toBeLessThanOrEqual(100)
      if (gramsOf(a.name).size > 0 && gramsOf(a.meaning).size > 0) expect(percent(nearness(a, a))).toBe(100)
    }),
  )
})

test('marking loses no character, and marks what both have', () => {
  expect(markShared('守护珠江口', '珠江口上的眼睛')).toEqual([
    { text: '守护', shared: false },
    { text: '珠江口', shared: true },
  ])
  expect(markShared('王𬭎在海上', '海上')).toEqual([
    { text: '王𬭎在', shared: false },
    { text: '海上', shared: true },
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, other) => {
      expect(
        markShared(text, other)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
