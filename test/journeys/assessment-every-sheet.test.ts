import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { frozenScores } from '#programme/assessment/reads.ts'
import { listedIn } from '#programme/assessment/rules/fact-source.ts'
import { mostOf, total } from '#programme/scoring/rules/clause-bounds.ts'
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import { lint } from '#programme/scoring/rules/lint.ts'
import { scorePopulation } from '#programme/scoring/rules/population.ts'
import { pointsOf } from '#programme/scoring/rules/score.ts'
import { factShapes, type Sheet } from '#programme/scoring/rules/sheet.ts'
import { factsOf, ruleCases, sheetOf, totalOf } from '../rule-cases/adapter.ts'
import { factsWith, number } from '../rule-cases/plain-sheet.ts'
import { filledIn, type Office, openBy, openOffice } from './assessing-by-excel.ts'
import { everyFact, everyShape } from './every-shape.ts'

/** A sheet of the cases as an office would complete it: a level and a maximum where its excerpt prints none. */
function completed(sheet: Sheet): Sheet {
  const ranked = sheet.levels.length > 0 || sheet.ladder || sheet.stars
  const reach = (code: string) => {
    const most = sheet.clauses.filter(({ indicator }) => indicator === code).map(mostOf)
    if (most.length === 0) return '0'
    return most.includes(null) ? '100' : total(most as string[])
  }
  const indicators = sheet.indicators.map((each) =>
    each.max === '0' && each.starts === 'zero' ? { ...each, max: reach(each.code) } : each,
  )
  const { full, basic } = totalOf(
    indicators.filter(({ parent }) => parent === null),
    sheet.total.formula,
  )
  return {
    ...sheet,
    code: `CASE-${sheet.code}`,
    indicators,
    levels: ranked ? sheet.levels : [{ name: '已评', atLeast: null, below: null }],
    total: { ...sheet.total, basic, full },
  }
}

const mayBeIssued = (sheet: Sheet) => lint(sheet).every(({ severity }) => severity !== 'error')
/**
 * The rule-case sheets that may be issued. An example that gives a whole score says nothing of its parts, one of a single
 * clause nothing of the others: each gets that number, the best of its grades, the first place.
 */
const issuable = ruleCases.flatMap((rule) => {
  const sheet = completed(sheetOf(rule))
  if (!mayBeIssued(sheet)) return []
  const all = rule.worked
    .filter(({ given }) => given.config === undefined)
    .map(({ given }) => {
      const whole = String((given.score as number | undefined) ?? 80)
      const unsaid = sheet.facts.flatMap((need): [string, FactValue][] => {
        if (need.shape === 'number') return [[need.key, number(whole)]]
        if (need.shape === 'rank') return [[need.key, { shape: 'rank', rank: 1, of: null }]]
        return need.shape === 'grade' ? [[need.key, { shape: 'grade', grade: listedIn(sheet, need, 'grade')[0]! }]] : []
      })
      return { ...factsWith(Object.fromEntries(unsaid)), ...factsOf(rule, sheet, given) }
    })
  return [{ sheet, all: all.filter((facts) => sheet.facts.every(({ key }) => facts[key])) }]
})

describe('every sheet that may be issued can be assessed by', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office.world.close())

  async function throughTheProduct(sheet: Sheet, all: Facts[]) {
    const { id, roster } = await openBy(office, sheet)
    const branches = roster.map(({ name, branch, region }, at) => ({
      name,
      branch,
      region,
      facts: all[at % all.length]!,
    }))
    const file = { name: '事实.xlsx', bytes: await filledIn(sheet, branches) }
    const taken = await office.one.get(assessmentContract.uploadFactsFile, { assessment: id, file })
    expect(taken.errors, sheet.code).toEqual([])
    // the second of the office uploads the same file: what was counted is confirmed, all else stands as it is
    await office.other.get(assessmentContract.uploadFactsFile, { assessment: id, file })
    const { branches: missing } = await office.one.get(assessmentContract.listMissing, { assessment: id })
    expect(missing, sheet.code).toEqual([])
    await office.one.get(assessmentContract.freezeAssessment, { assessment: id, leaveOpen: true })
    const frozen = await office.world.act(office.stage.people.rootOffice, (context) => frozenScores(context, id))
    const members = branches.map(({ branch, region, facts }) => ({ id: branch, region, facts, rulings: [] }))
    const { scores } = scorePopulation(sheet, members)
    for (const { branch, score } of frozen) {
      const engine = scores.get(branch as never)!
      expect(score!.total.state, sheet.code).toBe(engine.total.state)
      expect(score!.level, sheet.code).toEqual(engine.level)
      for (const { code } of sheet.indicators)
        expect(pointsOf(score!, code), `${sheet.code} ${code}`).toBe(pointsOf(engine, code))
      if (engine.total.state === 'scored') expect(score!.total).toMatchObject({ points: engine.total.points })
    }
    return { id, frozen }
  }

  test('every shape of fact comes by Excel, is frozen, and the scores are the engine’s', async () => {
    const sheet = everyShape()
    expect(new Set(sheet.facts.map(({ shape }) => shape))).toEqual(new Set(factShapes))
    const { frozen } = await throughTheProduct(sheet, [0, 1, 2, 3, 4].map(everyFact))
    expect(new Set(frozen.map(({ total }) => total)).size).toBe(5)
    expect(frozen.filter(({ level }) => level === '好').length).toBe(2)
    const shown = await office.one.get(assessmentContract.readScore, { assessed: frozen[1]!.assessed })
    const facts = shown.indicators.flatMap(({ clauses }) => clauses).flatMap((clause) => clause.facts)
    for (const { name, sources, said } of facts) {
      expect(said, name).not.toBe('')
      if (said !== '无' && said !== 'None') expect(sources, name).not.toEqual([])
    }
  })

  test.each(issuable.map(({ sheet, all }) => [sheet.code, sheet, all] as const))(
    '%s: facts by Excel, frozen, scores equal to the engine’s',
    async (_, sheet, all) => {
      await throughTheProduct(sheet, all.slice(0, 5))
    },
  )

  test('none of them was passed over for want of an example', () => {
    expect(issuable.filter(({ all }) => all.length === 0)).toEqual([])
    expect(issuable.length).toBeGreaterThanOrEqual(15)
  })
})
