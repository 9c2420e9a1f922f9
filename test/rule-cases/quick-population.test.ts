import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, divide, exact, whole, writeExact } from '#basics/exact.ts'
import { figuresOf } from '#programme/scoring/rules/figures.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { cutByQuota, reference, standings } from '#programme/scoring/rules/quick-population.ts'
import { placesOf } from '#programme/scoring/rules/shares.ts'
import type { LevelQuota } from '#programme/scoring/rules/sheet-outcomes.ts'
import { asGiven, factsWith, number, sheetWith } from './plain-sheet.ts'

// Columns of whole numbers and the engine's own population step find the same.

const people = fc.array(fc.record({ points: fc.integer({ min: 70, max: 90 }), region: fc.nat(2) }), {
  minLength: 1,
  maxLength: 40,
})
const membersOf = (rows: { points: number; region: number }[]) =>
  rows.map(({ points, region }, at) => {
    return {
      id: `b${String(at).padStart(3, '0')}`,
      region: `区${region}`,
      facts: factsWith({ f: number(points) }),
      rulings: [],
    }
  })
const regionsOf = (rows: { region: number }[]) => Uint16Array.from(rows, ({ region }) => region)

test('places, with equals, by region or among all', () => {
  const ways = fc.record({
    from: fc.constantFrom('top' as const, 'bottom' as const),
    better: fc.constantFrom('high' as const, 'low' as const),
    ties: fc.constantFrom('best' as const, 'worst' as const, 'mean' as const, 'ruling' as const),
    within: fc.constantFrom('all' as const, 'region' as const),
  })
  fc.assert(
    fc.property(people, ways, (rows, way) => {
      const clause = {
        type: 'A7',
        by: 'place',
        places: [{ upTo: '1', points: '10' }],
        after: { points: '0' },
        ...way,
      } as const
      const figures = figuresOf(sheetWith([clause], { f: 'number' }), membersOf(rows))
      const found = standings(
        Float64Array.from(rows, ({ points }) => points),
        way,
        way.within === 'region' ? regionsOf(rows) : undefined,
      )
      for (const [at, { id }] of membersOf(rows).entries()) {
        const figure = figures.get(id)!.c1!
        if (figure.kind === 'tied') expect([way.ties, found.equals[at]! > 1]).toEqual(['ruling', true])
        else {
          const rank = figure.kind === 'rank' ? exact(figure.rank) : whole(0)
          expect(compare(divide(whole(found.twice[at]!), whole(2)), rank)).toBe(0)
          expect(found.equals[at]).toBe(figure.kind === 'rank' ? figure.equals : 0)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('the best and the exact mean', () => {
  fc.assert(
    fc.property(
      people,
      fc.constantFrom('high' as const, 'low' as const),
      fc.constantFrom('best' as const, 'mean' as const),
      (rows, better, to) => {
        const clause = {
          type: 'A8',
          points: '6',
          to,
          target: null,
          better,
          within: 'all',
          measure: 'number',
          cap: null,
        } as const
        const figure = figuresOf(sheetWith([clause], { f: 'number' }), membersOf(rows)).get('b000')!.c1!
        const { best, mean } = reference(
          Float64Array.from(rows, ({ points }) => points),
          better,
        )
        const found =
          to === 'best'
            ? String(best)
            : writeExact(divide({ top: mean.top, bottom: 1n }, { top: mean.bottom, bottom: 1n }))
        expect(figure).toEqual({ kind: to, value: found, over: rows.length })
      },
    ),
  )
})

test('who keeps a level, who is cut and who stands equal at the line', () => {
  const within = fc.constantFrom('all' as const, 'region' as const)
  fc.assert(
    fc.property(
      people,
      within,
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom('down' as const, 'up' as const),
      (rows, among, percent, rounding) => {
        const quota: LevelQuota = {
          code: 'N',
          levels: ['优秀'],
          kind: 'most',
          percent: String(percent),
          count: null,
          rounding,
          within: among,
          cut: 'next-lower',
          ties: [],
        }
        const levels = [
          { name: '优秀', atLeast: '80', below: null },
          { name: '一般', atLeast: null, below: '80' },
        ]
        const { scores } = scorePopulation(
          sheetWith([asGiven], { f: 'number' }, { levels, quotas: [quota] }),
          membersOf(rows),
        )
        const verdict = cutByQuota(
          Float64Array.from(rows, ({ points }) => points),
          Uint8Array.from(rows, ({ points }) => (points >= 80 ? 1 : 0)),
          (base) => placesOf(quota, base),
          among === 'region' ? regionsOf(rows) : undefined,
        )
        for (const [at, { id }] of membersOf(rows).entries()) {
          const { level } = scores.get(id)!
          const found =
            level.state === 'needs-ruling'
              ? 3
              : level.state === 'level' && level.name === '优秀'
                ? 1
                : rows[at]!.points >= 80
                  ? 2
                  : 0
          expect(verdict[at]).toBe(found)
        }
      },
    ),
    { numRuns: 200 },
  )
})
