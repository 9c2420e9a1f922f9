import { describe, expect, test } from 'vitest'
import { faultlessFacts } from '#programme/scoring/rules/example-facts.ts'
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { type TriedBranch, tryOut } from './try-out.ts'
import { inTheYearOf, rulingsFor } from './try-out-sheet.ts'

const before = sampleSheet(2025)
const draft = sampleSheet(2026)

function branch(id: string, more: Record<string, FactValue> = {}, region = '珠三角'): TriedBranch {
  const facts: Facts = { ...faultlessFacts(2025) }
  for (const [key, value] of Object.entries(more)) facts[key] = { value, sources: [] }
  return { id, name: `${id}党支部`, region, kind: 'ship', setUpOn: '2020-01-01', facts, rulings: [] }
}
const benchmark = (grade: string): Record<string, FactValue> => ({ 'supplied.benchmark': { shape: 'grade', grade } })
const branches = [
  branch('a'),
  branch('b', benchmark('较好')),
  branch('c', benchmark('一般'), '粤西'),
  branch('d', benchmark('差'), '粤西'),
]

/** The draft with other points for a grade. */
function withGrade(name: string, points: string): Sheet {
  return {
    ...draft,
    clauses: draft.clauses.map((clause) =>
      clause.type === 'A5'
        ? { ...clause, options: clause.options.map((each) => (each.name === name ? { name, points } : each)) }
        : clause,
    ),
  }
}

describe('a draft tried on the facts of an earlier year', () => {
  test('the same rules, a year later, move nobody', () => {
    const { moves, lacking, open } = tryOut(draft, before, branches, '0.5')
    expect(moves.map(({ change }) => change)).toEqual(['same', 'same', 'same', 'same'])
    expect(moves.map(({ before: was, after }) => was.total === after.total)).toEqual([true, true, true, true])
    expect(moves.map(({ after }) => after.rank)).toEqual([1, 2, 3, 4])
    expect([lacking, open]).toEqual([[], 0])
  })

  test('who moves is told with level, total and rank before and after, by region and by kind', () => {
    const { moves, levels, groups } = tryOut(withGrade('差', '15'), before, branches, '0.5')
    expect(moves[3]).toMatchObject({
      before: { total: '88', level: '良好', rank: 4 },
      after: { level: '优秀', rank: 1 },
      change: 'up',
    })
    expect(levels.find(({ level }) => level === '优秀')).toEqual({ level: '优秀', before: 3, after: 4 })
    expect(groups).toEqual([
      { by: 'region', name: '珠三角', base: 2, up: 0, down: 0, same: 2, near: 0 },
      { by: 'region', name: '粤西', base: 2, up: 1, down: 0, same: 1, near: 0 },
      { by: 'kind', name: 'ship', base: 4, up: 1, down: 0, same: 3, near: 0 },
    ])
  })

  test('an item that separates nobody is told, and the one that alone decides', () => {
    const items = new Map(tryOut(draft, before, branches, '0.5').items.map((each) => [each.code, each]))
    expect(items.get('1.1')).toMatchObject({ results: 1, separates: false, decides: 0, alone: false })
    // only the benchmark differs: with its median for everybody the last would be as good as the rest
    expect(items.get('3.1')).toMatchObject({ results: 4, separates: true, decides: 1, alone: true })
    expect([...items.values()].filter(({ separates }) => separates).map(({ code }) => code)).toEqual(['3.1'])
  })

  test('those within a hair of a line are counted on both sides of it; the hair is what one says it is', () => {
    // totals 100, 97, 93, 88 against the line of 90
    const near = (hair: string) => tryOut(draft, before, branches, hair).lines.find(({ level }) => level === '优秀')
    expect(near('1')).toMatchObject({ atLeast: '90', above: 0, below: 0 })
    expect(near('2')).toMatchObject({ above: 0, below: 1 })
    expect(near('3')).toMatchObject({ above: 1, below: 1 })
  })

  test('clauses whose facts nobody gathered then are left out, and said to be', () => {
    const facts = [...draft.facts, { key: 'new', name: '新事实', shape: 'count', from: 'supplied' } as const]
    const clause = {
      code: 'new-1',
      indicator: '3.2',
      text: '新条款',
      fact: 'new',
      type: 'A10',
      per: '1',
      unit: '次',
      cap: '2',
    } as const
    const { lacking, moves } = tryOut({ ...draft, facts, clauses: [...draft.clauses, clause] }, before, branches, '0.5')
    expect(lacking).toEqual([{ key: 'new', name: '新事实', clauses: ['new-1'] }])
    expect(moves.every(({ change }) => change === 'same')).toBe(true)
  })

  test('the days of the draft are moved to the year of the facts', () => {
    const due = { at: '2026-12-11T00:00:00+08:00' }
    const late = { ...draft.clauses[0]!, type: 'A19', due, tiers: [], unit: 'days', never: '0' } as never
    const { sheet } = inTheYearOf({ ...draft, clauses: [late] }, before)
    expect(sheet.asOf).toBe('2025-12-31')
    expect(sheet.clauses[0]).toMatchObject({ due: { at: '2025-12-11T00:00:00+08:00' } })
  })

  test('a ruling speaks of the draft only where the clause is word for word the same', () => {
    const ruling = { about: 'clause', clause: '2.1-1', points: '9', ground: '会议纪要' } as const
    const other = { ...draft, clauses: draft.clauses.map((each) => ({ ...each, text: `${each.text}。` })) }
    expect(rulingsFor(draft, before, [ruling])).toEqual([ruling])
    expect(rulingsFor(other, before, [ruling])).toEqual([])
  })

  test('who is too young by either sheet is left out', () => {
    const young = { ...branch('e'), setUpOn: '2025-11-01' }
    expect(tryOut(draft, before, [...branches, young], '0.5').moves).toHaveLength(4)
  })
})
