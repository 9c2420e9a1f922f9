import { describe, expect, test } from 'vitest'
import { changed, faultlessFacts, marks } from '#programme/scoring/rules/example-facts.ts'
import type { FactValue, Ruling } from '#programme/scoring/rules/facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { LevelQuota } from '#programme/scoring/rules/sheet-outcomes.ts'
import { hashing } from '../hashing.ts'
import type { BranchInput } from './candidate.ts'
import { openItems } from './open-items.ts'
import { makeRun, type Run } from './run-file.ts'
import { select } from './select.ts'
import { verifyRun } from './verify.ts'

const base = sampleSheet(2025)
const naming = { ...base.naming, percent: '50', within: 'all' as const }
const quota: LevelQuota = {
  code: 'Q1',
  levels: ['优秀'],
  kind: 'most',
  percent: null,
  count: 3,
  rounding: 'down',
  within: 'all',
  cut: 'next-lower',
  ties: [],
}
const withNomination = (ratio: string): Sheet => ({ ...base, naming, nomination: { ratio } })

function branch(id: string, more: Record<string, FactValue> = {}, rulings: Ruling[] = []): BranchInput {
  const facts = changed(faultlessFacts(2025), more)
  return { id, name: `${id}党支部`, region: '粤西', kind: '', setUpOn: '2015-01-01', facts, selfScore: {}, rulings }
}
/** Four branches, of which two reach the level: two places of the base of four. */
const four = (rulings: Record<string, boolean> = {}) =>
  ['a', 'b', 'c', 'd'].map((id, at) =>
    branch(
      id,
      at < 2
        ? { 'rating.core-task': marks(`${12 - at}`, `${12 - at}`) }
        : { 'rating.core-task': marks('0', '0'), 'supplied.benchmark': { shape: 'grade', grade: '差' } },
      id in rulings ? [{ about: 'naming', named: rulings[id]!, ground: '党委会研究' }] : [],
    ),
  )

describe('差额: so many are nominated for each title', () => {
  test('with enough to choose from the best are named, and the file says how many were needed', () => {
    const { quotas, branches } = select(withNomination('1'), four())
    expect(quotas).toMatchObject([{ places: 2, named: 2, nomination: { ratio: '1', needed: 2, eligible: 2 } }])
    expect(branches.map(({ title }) => title)).toEqual(['named', 'named', 'not-named', 'not-named'])
  })

  test('with too few to choose from everyone who could be named waits for a ruling', () => {
    const sheet = withNomination('1.2')
    const result = select(sheet, four())
    expect(result.quotas).toMatchObject([{ places: 2, named: 0, nomination: { needed: 3, eligible: 2 } }])
    expect(result.branches.map(({ title }) => title)).toEqual([
      'needs-ruling',
      'needs-ruling',
      'not-named',
      'not-named',
    ])
    expect(openItems(sheet, four(), result).map(({ branch, about, question }) => [branch, about, question])).toEqual([
      ['a', 'naming', 'too-few-nominees'],
      ['b', 'naming', 'too-few-nominees'],
    ])
  })

  test('the ruling decides, and never names more than there are places', () => {
    const ruled = select(withNomination('1.2'), four({ a: true, b: false }))
    expect(ruled.branches.map(({ title }) => title)).toEqual(['named', 'not-named', 'not-named', 'not-named'])
    expect(ruled.branches[0]!.grounds.map(({ word }) => word)).toContain('ruling')
    const narrow: Sheet = { ...withNomination('3'), naming: { ...naming, percent: '25' } }
    const both = select(narrow, four({ a: true, b: true }))
    expect(both.quotas).toMatchObject([{ places: 1, named: 0 }])
    expect(both.branches.slice(0, 2).map(({ title }) => title)).toEqual(['needs-ruling', 'needs-ruling'])
  })
})

describe('the second format of a run', () => {
  const sheet: Sheet = { ...withNomination('1'), quotas: [{ ...quota, count: 1 }] }
  const run = () => makeRun('2025年度评选', sheet, four(), hashing)
  const kinds = (file: Run) => verifyRun(file, hashing).map(({ kind }) => kind)

  test('holds quotas on levels and nominations; a sheet without them is written in the first as before', () => {
    expect(run()).toMatchObject({
      format: 'hangbiao-run/2',
      result: { data: { levelQuotas: [{ quota: 'Q1', places: 1, holders: 2, state: 'cut', moved: ['b'] }] } },
    })
    const first = makeRun('2025年度评选', { ...base, naming }, four(), hashing)
    expect(first.format).toBe('hangbiao-run/1')
    expect(JSON.stringify(first.result)).not.toMatch(/levelQuotas|nomination/)
    expect(kinds(run())).toEqual([])
    expect(kinds(first)).toEqual([])
  })

  test.each<[string, (file: Run) => void, string]>([
    [
      'a quota on a level',
      ({ result }) => {
        result.data.levelQuotas![0]!.moved = []
      },
      'result-differs',
    ],
    [
      'quotas left out',
      ({ result }) => {
        delete result.data.levelQuotas
      },
      'result-differs',
    ],
    [
      'the number needed',
      ({ result }) => {
        result.data.quotas[0]!.nomination!.needed = 1
      },
      'result-differs',
    ],
    [
      'the ratio of the sheet',
      ({ sheet: { data } }) => {
        data.nomination = { ratio: '9' }
      },
      'sheet-changed',
    ],
    [
      'the format',
      (file) => {
        file.format = 'hangbiao-run/1'
      },
      'format-differs',
    ],
  ])('an edit of %s is found', (_, edit, kind) => {
    const file = structuredClone(run())
    edit(file)
    expect(kinds(file)).toContain(kind)
  })

  test('a format nobody knows cannot be read', () => {
    expect(kinds({ ...run(), format: 'hangbiao-run/3' } as never)).toEqual(['unreadable'])
  })
})
