import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, rebuild, same } from '../../../../test/calculator.ts'
import { factsWith, sheetWith } from '../../../../test/rule-cases/plain-sheet.ts'
import { sound } from '../../../../test/rule-cases/tried.ts'
import { explain } from './explain.ts'
import type { Facts } from './facts.ts'
import type { Member } from './figures.ts'
import { lint } from './lint.ts'
import { scorePopulation } from './population.ts'
import { type Mark, severities } from './severity.ts'
import type { Panel, Sheet } from './sheet.ts'

/** Marks planted: what each branch is worth plus how lenient each assessor is; two assessors for each branch, in turn. */
function planted(
  worth: number[],
  lenience: number[],
  chance: (branch: number, assessor: number) => number = () => 0,
): Mark[] {
  return worth.flatMap((points, branch) =>
    lenience.flatMap((more, assessor): Mark[] =>
      assessor === branch % lenience.length || assessor === (branch + 1) % lenience.length
        ? [
            {
              branch: `b${String(branch).padStart(3, '0')}`,
              assessor: `考评人${assessor}`,
              points: decimal(points + more + chance(branch, assessor)),
            },
          ]
        : [],
    ),
  )
}
const decimal = (number: number) => String(Math.round(number * 100) / 100)
const worths = Array.from({ length: 30 }, (_, at) => 60 + ((at * 37) % 30))
const found = (marks: readonly Mark[]) => {
  const answer = severities(marks)
  return answer.state === 'found' ? Object.fromEntries(answer.lenience) : answer
}

describe('what was planted is found', () => {
  test('to the last decimal where there is no chance in the marks', () => {
    expect(found(planted(worths, [-4, 0.5, 1.5, 2]))).toEqual({
      考评人0: '-4',
      考评人1: '0.5',
      考评人2: '1.5',
      考评人3: '2',
    })
  })

  test('whatever the branches are worth and whoever marked which of them', () => {
    const whole = fc.integer({ min: -6, max: 6 })
    fc.assert(
      fc.property(
        fc.array(whole, { minLength: 3, maxLength: 8 }),
        fc.array(fc.nat(60), { minLength: 64, maxLength: 90 }),
        (lenience, worth) => {
          const mean = lenience.reduce((a, b) => a + b, 0) / lenience.length
          const answer = severities(planted(worth, lenience))
          if (answer.state !== 'found') throw new Error(answer.why)
          for (const [at, more] of lenience.entries())
            expect(Math.abs(Number(answer.lenience.get(`考评人${at}`)) - (more - mean))).toBeLessThan(0.000051)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('nearly, where chance is in the marks', () => {
    const chance = (branch: number, assessor: number) => (((branch * 7 + assessor * 13) % 11) - 5) / 10
    const answer = found(planted(worths, [-4, 0.5, 1.5, 2], chance)) as Record<string, string>
    for (const [name, more] of Object.entries({ 考评人0: -4, 考评人1: 0.5, 考评人2: 1.5, 考评人3: 2 }))
      expect(Math.abs(Number(answer[name]) - more)).toBeLessThan(0.5)
  })

  test('rounded once, to four decimals, halves to even: thirds as 0.3333', () => {
    const marks = planted(worths, [1, 0, 0])
    expect(found(marks)).toEqual({ 考评人0: '0.6667', 考评人1: '-0.3333', 考评人2: '-0.3333' })
  })

  test('the same in any order, and twice the same', () => {
    const marks = planted(worths, [-4, 0.5, 1.5, 2], (branch) => (branch % 3) / 4)
    const first = JSON.stringify(found(marks))
    expect(JSON.stringify(found(marks))).toBe(first)
    fc.assert(
      fc.property(fc.shuffledSubarray(marks, { minLength: marks.length }), (mixed) => {
        expect(JSON.stringify(found(mixed))).toBe(first)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what is too thin is refused', () => {
  const cross = (branches: number, assessors: string[], from = 0): Mark[] =>
    Array.from({ length: branches }, (_, at) =>
      assessors.map((assessor): Mark => ({ branch: `b${from + at}`, assessor, points: '80' })),
    ).flat()

  test('one assessor alone', () => {
    expect(severities(cross(9, ['甲']))).toMatchObject({ why: 'one-assessor' })
  })
  test('an assessor who shares fewer than five branches', () => {
    expect(severities([...cross(9, ['甲', '乙']), ...cross(4, ['丙'])])).toMatchObject({
      why: 'assessor-shares-too-few',
      assessor: '丙',
    })
    expect(severities([...cross(9, ['甲', '乙']), ...cross(5, ['丙'])])).toMatchObject({ state: 'found' })
  })
  test('two panels that never marked the same branch', () => {
    const apart = [...cross(9, ['甲', '乙']), ...cross(9, ['丙', '丁'], 20)]
    expect(severities(apart)).toMatchObject({ why: 'assessors-apart' })
  })
  test('two panels that a single branch connects; two branches are enough', () => {
    const apart = [...cross(9, ['甲', '乙']), ...cross(9, ['丙', '丁'], 20)]
    const one: Mark[] = [{ branch: 'b20', assessor: '甲', points: '70' }]
    expect(severities([...apart, ...one])).toMatchObject({ why: 'one-branch-holds-together' })
    expect(severities([...apart, ...one, { branch: 'b21', assessor: '乙', points: '70' }])).toMatchObject({
      state: 'found',
    })
  })
  test('marks of branches that one assessor marked alone say nothing', () => {
    const alone = Array.from({ length: 50 }, (_, at): Mark => ({ branch: `x${at}`, assessor: '甲', points: '1' }))
    expect(found([...planted(worths, [2, -2]), ...alone.map((each) => ({ ...each, assessor: '考评人0' }))])).toEqual({
      考评人0: '2',
      考评人1: '-2',
    })
  })
})

describe('in a sheet', () => {
  const sheet = (panel: Partial<Panel>): Sheet =>
    sheetWith(
      [{ type: 'A4', effect: 'add', min: '0', max: '100', comparison: false, spread: null }],
      { marks: 'ratings' },
      { panel: { least: 2, trimFrom: null, ...panel } },
    )
  const lenience = [-4, 0.5, 1.5, 2]
  const members = (marks = planted(worths, lenience)): Member[] =>
    [...new Set(marks.map(({ branch }) => branch))].map((id) => ({
      id,
      region: null,
      rulings: [],
      facts: factsOf(marks, id),
    }))
  const factsOf = (marks: readonly Mark[], id: string): Facts =>
    factsWith({
      marks: {
        shape: 'ratings',
        ratings: marks
          .filter(({ branch }) => branch === id)
          .map(({ assessor, points }) => ({ assessor, points, reason: '查阅台账', comparedWith: '' })),
      },
    })
  const totals = (panel: Partial<Panel>, all = members()) => {
    const { scores } = scorePopulation(sound(sheet(panel)), all)
    return all.map(({ id }) => {
      const { total } = scores.get(id)!
      return total.state === 'scored' ? total.points : total.state
    })
  }

  test('corrected, every branch gets what it is worth; uncorrected and only shown, the mean of the marks', () => {
    expect(totals({ severity: 'corrected' })).toEqual(worths.map(String))
    expect(totals({ severity: 'shown' })).toEqual(totals({}))
    expect(totals({})[0]).toBe(decimal(worths[0]! - 1.75))
  })

  test('the mean, the median and the trimmed mean are of corrected marks', () => {
    expect(totals({ severity: 'corrected', fold: 'median' })).toEqual(worths.map(String))
    const crossed = worths.flatMap((worth, at) =>
      lenience.map(
        (more, who): Mark => ({ branch: `b${at}`, assessor: `考评人${who}`, points: decimal(worth + more) }),
      ),
    )
    expect(totals({ severity: 'corrected', trimFrom: 4 }, members(crossed))).toEqual(worths.map(String))
  })

  test('a corrected mark is held in the range of the clause', () => {
    const high = members(
      planted(
        worths.map(() => 99),
        [0, -1, 1].map((each) => each * 0.5),
      ),
    )
    expect(new Set(totals({ severity: 'corrected' }, high))).toEqual(new Set(['99']))
    const top = planted(
      worths.map((_, at) => (at === 0 ? 99.5 : 90)),
      [-1, 0, 1],
    ).map((mark) => (mark.branch === 'b000' && mark.assessor === '考评人0' ? { ...mark, points: '100' } : mark))
    const { scores } = scorePopulation(sheet({ severity: 'corrected' }), members(top))
    const words = scores.get('b000')!.clauses[0]!.steps.map(({ word }) => word)
    expect(words).toContain('held-to-cap')
  })

  test('the explanation says who is harsh, and a pocket calculator gets the number from it', () => {
    const all = members()
    const own = sheet({ severity: 'corrected' })
    const { scores } = scorePopulation(own, all)
    const explanation = explain(own, all[0]!.facts, scores.get('b000')!)
    const said = explanation.indicators[0]!.clauses[0]!.said.map(({ zh }) => zh)
    expect(said).toContain('与评同样支部的人相比，考评人0平均偏低 4 分。')
    expect(said).toContain('评分 − 偏高的分（校正宽严）：56 − (-4) = 60')
    const total = scores.get('b000')!.total
    expect(total.state === 'scored' && same(rebuild(explanation)!, read(total.points))).toBe(true)
    const shown = sheet({ severity: 'shown' })
    const beside = explain(shown, all[0]!.facts, scorePopulation(shown, all).scores.get('b000')!).indicators[0]!
      .clauses[0]!
    expect(beside.said.map(({ zh }) => zh)).toContain('与评同样支部的人相比，考评人0平均偏低 4 分。')
  })

  test('too thin: it needs a ruling, with the uncorrected mean as reading and the reason beside it', () => {
    const thin = members().slice(0, 6)
    const { scores } = scorePopulation(sheet({ severity: 'corrected' }), thin)
    const { outcome, notes } = scores.get('b000')!.clauses[0]!
    expect(outcome).toEqual({
      state: 'needs-ruling',
      question: 'too-thin-to-correct',
      readings: [{ word: 'counts-as-given', points: decimal(worths[0]! - 1.75) }],
    })
    expect(notes.map(({ word }) => word)).toEqual(['assessor-shares-too-few'])
    expect(totals({ severity: 'shown' }, thin)).toEqual(totals({}, thin))
  })

  test('alone, without the others, nothing is guessed; two runs are the same to the byte', () => {
    const all = members()
    const own = sheet({ severity: 'corrected' })
    const run = () => JSON.stringify([...scorePopulation(own, all).scores])
    expect(run()).toBe(run())
    expect(JSON.stringify([...scorePopulation(own, all.toReversed()).scores].toSorted())).toBe(
      JSON.stringify(JSON.parse(run()).toSorted()),
    )
    const { scores } = scorePopulation(own, [all[0]!])
    expect(scores.get('b000')!.total.state).toBe('open')
  })

  test('groups of raters are compared within the group only', () => {
    const grouped = sheet({
      severity: 'corrected',
      groups: [
        { name: '甲', weight: '1', least: 2, trimFrom: null },
        { name: '乙', weight: '1', least: 2, trimFrom: null },
      ],
    })
    const both = members().map((member): Member => {
      const value = member.facts.marks!.value
      if (value.shape !== 'ratings') throw new Error('no marks')
      const as = (group: string, more: number) =>
        value.ratings.map((each) => ({
          ...each,
          assessor: `${group}${each.assessor}`,
          group,
          points: decimal(Number(each.points) + more),
        }))
      return {
        ...member,
        facts: factsWith({ marks: { shape: 'ratings', ratings: [...as('甲', 0), ...as('乙', -10)] } }),
      }
    })
    const { scores } = scorePopulation(sound(grouped), both)
    const { total } = scores.get('b000')!
    // the groups differ by ten points, which is no severity of anybody
    expect(total.state === 'scored' && total.points).toBe(String(worths[0]! - 5))
  })

  test('the lint asks for marks and for two assessors', () => {
    const words = (of: Sheet) => lint(of).map(({ word }) => word)
    expect(words(sheet({ severity: 'corrected', least: 1 }))).toContain('severity-needs-two')
    expect(words(sheet({ severity: 'corrected' })).filter((each) => each.startsWith('severity'))).toEqual([])
    const none = sheetWith(
      [{ type: 'A1', points: '1' }],
      { f: 'flag' },
      { panel: { least: 2, trimFrom: null, severity: 'shown' } },
    )
    expect(words(none)).toContain('severity-without-marks')
  })
})

test('sixty assessors who marked a thousand branches are solved in seconds', () => {
  const lenience = Array.from({ length: 60 }, (_, at) => (at % 7) - 3)
  const marks = planted(
    Array.from({ length: 1000 }, (_, at) => 60 + (at % 31)),
    lenience,
    (branch, assessor) => ((branch * assessor) % 5) / 10,
  )
  const from = performance.now()
  expect(severities(marks).state).toBe('found')
  expect(performance.now() - from).toBeLessThan(20_000)
})
