import { expect, test } from 'vitest'
import { onEffect, onPublication, onWithdrawal } from './brand-stage.ts'

const today = '2026-07-15'
const built = { stage: 'build', since: '2026-03-01' } as const
const known = { stage: 'make-known', since: '2026-05-20' } as const

test('a first theme and one that takes the place of another are built, whatever the one before had come to', () => {
  for (const before of [null, built, known]) {
    expect(onEffect(null, before, today)).toEqual({ stage: 'build', ground: 'took-effect', since: today })
    expect(onEffect({ kind: 'renewal' }, before, today)).toMatchObject({ stage: 'build', ground: 'took-effect' })
  }
})

test('a correction or an adjustment keeps a brand made known with its day, and makes none known', () => {
  for (const kind of ['correction', 'adjustment'] as const) {
    expect(onEffect({ kind }, known, today)).toEqual({ ...known, ground: 'carried-over' })
    expect(onEffect({ kind }, built, today)).toMatchObject({ stage: 'build', ground: 'took-effect' })
    expect(onEffect({ kind }, null, today)).toMatchObject({ stage: 'build', ground: 'took-effect' })
  }
})

test('the first publication alone makes a brand known', () => {
  expect(onPublication('build', today)).toEqual({ stage: 'make-known', ground: 'published', since: today })
  expect(onPublication('make-known', today)).toBeNull()
})

test('only the withdrawal of the last publication leads back to building', () => {
  expect(onWithdrawal('make-known', 0, today)).toMatchObject({ stage: 'build', ground: 'publication-withdrawn' })
  expect(onWithdrawal('make-known', 1, today)).toBeNull()
  expect(onWithdrawal('build', 0, today)).toBeNull()
})
