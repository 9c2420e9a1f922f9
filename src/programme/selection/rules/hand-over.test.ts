import { expect, test } from 'vitest'
import { handOverTitles } from './hand-over.ts'
import { holdsOn } from './title.ts'

const branch = (held: string[], heir: string[] = []) => ({ name: '黄埔支部', held, heir: new Set(heir) })

test('the titles of a branch that ends go where the document says, and nowhere by themselves', () => {
  expect(handOverTitles(null, branch([]))).toEqual({ ok: true, value: [] })
  expect(handOverTitles(null, branch(['2025']))).toMatchObject({ ok: false, reason: 'selection.title-needs-saying' })
  expect(handOverTitles('end', branch(['2024', '2025']))).toEqual({ ok: true, value: ['ended', 'ended'] })
  expect(handOverTitles('with-successor', branch(['2024', '2025'], ['2024']))).toEqual({
    ok: true,
    value: ['joined', 'handed-over'],
  })
})

test('a title that ended with its branch is held until the day before', () => {
  const named = { branch: 'a', selection: 's', namedOn: '2025-12-10', runsUntil: null }
  const title = { ...named, state: 'ended', endedOn: '2026-07-15' } as const
  expect(['2025-12-09', '2025-12-10', '2026-07-14', '2026-07-15'].map((day) => holdsOn(title, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
