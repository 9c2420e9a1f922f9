import { describe, expect, test } from 'vitest'
import { barring, liftable } from './lifting.ts'
import { sampleSheet } from './sample-sheet.ts'
import type { Sheet } from './sheet.ts'

const good = sampleSheet(2026)
/** The sample with a clause that pays for likes, and one that deducts more than its item. */
const barred: Sheet = {
  ...good,
  clauses: good.clauses.map((clause) => {
    if (clause.code === '3.2-1') return { ...clause, text: '每项获点赞的主题活动 2 分' }
    return clause
  }),
}
const row = { table: 'clauses', code: '3.2-1', decidedOn: '2026-03-01' } as const

describe('a bar that a legal office lifts', () => {
  test('bars the sheet until it is lifted, and on its own row alone', () => {
    expect(barring(good, [])).toEqual([])
    expect(barring(barred, []).map(({ code, word }) => [code, word])).toEqual([['3.2-1', 'barred']])
    expect(barring(barred, [{ table: 'clauses', code: '3.2-1' }])).toEqual([])
    expect(barring(barred, [{ table: 'gates', code: '3.2-1' }])).toHaveLength(1)
    expect(barring(barred, [{ table: 'clauses', code: '3.1-1' }])).toHaveLength(1)
  })

  test('an error of another kind is never lifted', () => {
    const wrong: Sheet = { ...good, total: { ...good.total, full: '99' } }
    const codes = barring(wrong, []).map(({ table, code }) => ({ table, code }))
    expect(codes.length).toBeGreaterThan(0)
    expect(barring(wrong, codes)).toHaveLength(codes.length)
  })

  test('only a row that is barred, once, and by a decision that has been taken', () => {
    expect(liftable(barred, [], row, '2026-03-01')).toEqual({ ok: true, value: true })
    expect(liftable(barred, [], { ...row, code: '3.1-1' }, '2026-03-01')).toMatchObject({
      reason: 'scoring.row-not-barred',
    })
    expect(liftable(barred, [row], row, '2026-03-01')).toMatchObject({ reason: 'scoring.lifted-already' })
    expect(liftable(barred, [], row, '2026-02-28')).toMatchObject({ reason: 'scoring.lift-in-future' })
  })
})
