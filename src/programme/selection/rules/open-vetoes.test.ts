import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, faultlessFacts, marks } from '#programme/scoring/rules/example-facts.ts'
import { type FactValue, type Ruling, surveyValue } from '#programme/scoring/rules/facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { Effect, Veto } from '#programme/scoring/rules/sheet-outcomes.ts'
import { hashing } from '../hashing.ts'
import type { BranchInput } from './candidate.ts'
import { openItems } from './open-items.ts'
import { makeRun } from './run-file.ts'
import { select } from './select.ts'
import { verifyRun } from './verify.ts'

const sample = sampleSheet(2025)

/** A veto that looks at votes: below five valid ones nobody may look. */
const veto = (effect: Effect): Veto => ({
  code: 'F9',
  text: '八成以上群众认为弄虚作假',
  when: { kind: 'satisfied-share', fact: 'survey.satisfaction', percent: '80', least: 5 },
  effect,
})
const sheetWith = (effect: Effect): Sheet => ({
  ...sample,
  gates: [],
  vetoes: [veto(effect)],
  naming: { ...sample.naming, percent: '50', within: 'all' },
})
const notNamed = sheetWith({ effect: 'not-named' })

const free: Ruling = { about: 'gate', gate: 'F9', passes: true, ground: '纪委核查：没有这种情形' }
const holds: Ruling = { about: 'gate', gate: 'F9', passes: false, ground: '纪委核查：属实' }

/** A branch that so many voted on, too few of them satisfied for the veto to hold, and that lost so many points out of 100. */
function branch(id: string, voters: number, lost: number, rulings: Ruling[] = []): BranchInput {
  const values: Record<string, FactValue> = {
    'survey.satisfaction': surveyValue([{ name: '党员群众', valid: voters, satisfied: Math.floor(voters * 0.75) }], 5),
    'rating.core-task': marks(String(12 - lost), String(12 - lost)),
  }
  const own = { id, name: `${id}党支部`, region: null, kind: '海事处', setUpOn: '2010-07-01', selfScore: {}, rulings }
  return { ...own, facts: changed(faultlessFacts(2025), values) }
}
const titles = (sheet: Sheet, branches: BranchInput[]) =>
  Object.fromEntries(select(sheet, branches).branches.map((each) => [each.branch, each.title]))

describe('a veto that nobody can look at yet', () => {
  test('keeps the best branch from being named, and whom it would push out waits', () => {
    const all = [branch('a', 3, 0), branch('b', 20, 1)]
    expect(select(notNamed, all).quotas[0]).toMatchObject({ places: 1, named: 0 })
    const found = titles(notNamed, all)
    expect(found.a).toBe('needs-ruling')
    expect(found.b).toBe('needs-ruling')
  })

  test('is listed once, with its row of the sheet, and is the only thing that is open about the branch', () => {
    const all = [branch('a', 3, 0), branch('b', 20, 9)]
    const result = select(notNamed, all)
    const about = openItems(notNamed, all, result).filter(({ question }) => question === 'veto-open')
    expect(about).toMatchObject([{ branch: 'a', about: 'gate', code: 'F9', text: '八成以上群众认为弄虚作假' }])
    const words = result.branches.find((each) => each.branch === 'a')!.grounds.map(({ word }) => word)
    expect(words).toContain('veto-needs-ruling')
    expect(words).not.toContain('vetoed')
  })

  test('ruled away the branch is named; ruled to hold it is not, and the next one is', () => {
    expect(titles(notNamed, [branch('a', 3, 0, [free]), branch('b', 20, 1)])).toEqual({ a: 'named', b: 'not-named' })
    expect(titles(notNamed, [branch('a', 3, 0, [holds]), branch('b', 20, 1)])).toEqual({ a: 'not-named', b: 'named' })
  })

  test('a ruling cannot lift one that can be looked at and holds', () => {
    const all = branch('a', 20, 0, [free])
    const satisfied = surveyValue([{ name: '党员群众', valid: 20, satisfied: 20 }], 5)
    const caught = { ...all, facts: changed(all.facts, { 'survey.satisfaction': satisfied }) }
    expect(titles(notNamed, [caught, branch('b', 20, 1)])).toMatchObject({ a: 'not-named' })
  })

  test.each([
    [{ effect: 'level', level: '合格' }, 'needs-ruling'],
    [{ effect: 'at-most', level: '合格' }, 'needs-ruling'],
    [{ effect: 'zero' }, 'needs-ruling'],
    [{ effect: 'not-rated' }, 'needs-ruling'],
    // another group over the levels leaves the level, and so the naming
    [{ effect: 'group', group: '不健康' }, 'named'],
  ] as [Effect, string][])('whatever it would do: %j', (effect, title) => {
    expect(titles(sheetWith(effect), [branch('a', 3, 0), branch('b', 20, 9)]).a).toBe(title)
  })
})

describe('for any branches', () => {
  const some = fc
    .array(fc.record({ voters: fc.nat(8), lost: fc.nat(6), ruled: fc.constantFrom(null, free, holds) }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((list) => list.map((each, at) => branch(`b${at}`, each.voters, each.lost, each.ruled ? [each.ruled] : [])))

  test('none is named with an open veto, and the order in which they come changes nothing', () => {
    fc.assert(
      fc.property(some, (branches) => {
        const result = select(notNamed, branches)
        expect(select(notNamed, branches.toReversed())).toEqual(result)
        // told from what was put in: fewer than five voted and nobody has ruled
        for (const { id, facts, rulings } of branches) {
          const voted = facts['survey.satisfaction']!.value
          const open = voted.shape === 'survey' && voted.groups.every(({ state }) => state === 'too-few')
          if (open && rulings.length === 0)
            expect(result.branches.find((each) => each.branch === id)!.title).not.toBe('named')
        }
      }),
      { numRuns: 50 },
    )
  })
})

test('a stranger comes to the same result from the file, and finds a branch named in spite of an open veto', () => {
  const run = makeRun('评选', notNamed, [branch('a', 3, 0), branch('b', 20, 9)], hashing)
  expect(verifyRun(run, hashing)).toEqual([])
  const forged = structuredClone(run)
  forged.result.data.branches.find((each) => each.branch === 'a')!.title = 'named'
  expect(verifyRun(forged, hashing)).toContainEqual(
    expect.objectContaining({ kind: 'result-differs', branch: 'a', what: 'title', found: 'needs-ruling' }),
  )
})
