import { expect, test } from 'vitest'
import { leftOf, roomFor } from './room.ts'

const MB = 1024 * 1024

test('a room is full to the byte, and the refusal says what is left and what is needed', () => {
  expect(roomFor(10, 10 * MB - 5, 5)).toMatchObject({ ok: true })
  expect(roomFor(10, 10 * MB - 5, 6)).toMatchObject({
    reason: 'evidence.quota-used-up',
    details: { room: 10, left: 0, needed: 0.01 },
  })
  expect(roomFor(10, 7.5 * MB, 4 * MB + 1)).toMatchObject({ details: { room: 10, left: 2.5, needed: 4.01 } })
})

test('a room that was made smaller than what it holds has nothing left, and loses nothing', () => {
  expect(leftOf(1, 5 * MB)).toBe(0)
  expect(roomFor(1, 5 * MB, 1)).toMatchObject({ details: { left: 0 } })
})
