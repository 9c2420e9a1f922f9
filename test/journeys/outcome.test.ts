import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { measureContract } from '#programme/building/contract-measure.ts'
import { totals } from '#programme/building/reads-figures.ts'
import { addUp, type Contribution } from '#programme/building/rules/measure.ts'
import { outcomeContract } from '#programme/outcome/contract.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { openYear } from './records-stage.ts'
import { ends, reorganise } from './reorganising.ts'

let world: World
let stage: Stage
let office: Browser
const secretaries = new Map<string, Browser>()
const branches = ['huangpu', 'nansha', 'patrol', 'xuwen', 'window'] as const
beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  await openYear(world, stage)
  office = await world.as(stage.people.rootOffice)
  for (const branch of branches) secretaries.set(branch, await world.as(stage.people[`${branch}Secretary`]))
})
afterAll(() => world.close())

const set = (name: string, more: object = {}) =>
  office.get(measureContract.setMeasure, {
    organisation: stage.organisations.root,
    name,
    unit: '万元',
    ...more,
  } as never)
const enter = (branch: (typeof branches)[number], happenedOn: string, figures: object[]) =>
  secretaries.get(branch)!.get(buildingContract.enterRecord, {
    organisation: stage.organisations[branch],
    happenedOn,
    kind: 'good-deed',
    sentence: '党员自愿捐款，支援灾区重建。',
    figures,
  } as never)

describe('an outcome', () => {
  test('is a total of records, its part beside it; nearly and over are kept', async () => {
    const whole = await set('援川捐款', { force: 'cohesion' })
    const dues = await set('特殊党费', { partOf: whole.id })
    await enter('huangpu', '2026-05-20', [
      { measure: whole.id, value: '200' },
      { measure: dues.id, value: '100' },
    ])
    await enter('xuwen', '2026-05-21', [
      { measure: whole.id, value: '85', qualifier: 'nearly' },
      { measure: dues.id, value: '12' },
    ])
    const { outcomes } = await office.get(outcomeContract.readOutcomes, {
      organisation: stage.organisations.root,
    } as never)
    expect(outcomes).toHaveLength(1)
    expect(outcomes[0]).toMatchObject({
      figure: '援川捐款@示例海事局党委',
      measure: { name: '援川捐款', unit: '万元', force: 'cohesion' },
      total: { value: '285', qualifier: 'nearly', records: 2 },
      parts: [{ figure: '特殊党费@示例海事局党委', total: { value: '112', qualifier: 'exact', records: 2 } }],
    })
  })

  test('opens down to its records by its name; a stranger’s figure is not there', async () => {
    const traced = await office.get(outcomeContract.traceFigure, {
      figure: '援川捐款@示例海事局党委 2026-05-21..',
    } as never)
    expect(traced).toMatchObject({ total: { value: '85', qualifier: 'nearly', records: 1 }, task: null })
    expect(traced.rows).toMatchObject([{ organisation: { id: stage.organisations.xuwen }, value: '85', counts: true }])
    const huangpu = secretaries.get('huangpu')!
    const ask = (browser: Browser, figure: string) => browser.ask(outcomeContract.traceFigure, { figure } as never)
    expect((await ask(huangpu, '援川捐款@湛江海事局徐闻海事处党支部')).status).toBe(404)
    expect((await ask(huangpu, '援川捐款@广州海事局黄埔海事处党支部')).status).toBe(200)
    expect(await ask(office, '援川捐款')).toMatchObject({ status: 409, code: 'outcome.no-such-figure' })
    expect(await ask(office, '捐款@示例海事局党委')).toMatchObject({ status: 409, code: 'outcome.no-such-figure' })
    expect((await ask(office, 'x'.repeat(251))).status).toBe(422)
    expect(
      (await huangpu.ask(outcomeContract.readOutcomes, { organisation: stage.organisations.xuwen } as never)).status,
    ).not.toBe(200)
  })
})

/** What an organisation and all below it have said, by the rule alone. */
describe('totals by any cut', () => {
  const day = fc.constantFrom('2026-03-01', '2026-04-01', '2026-06-30')
  const entry = fc.record({
    branch: fc.constantFrom(...branches),
    happenedOn: day,
    tenths: fc.integer({ min: 0, max: 99_999 }),
    qualifier: fc.constantFrom('exact' as const, 'nearly' as const, 'over' as const),
    items: fc.uniqueArray(fc.constantFrom('甲船', '乙船', '丙船'), { minLength: 1 }),
  })
  type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never
  const kept: Record<'sum' | 'latest' | 'distinct', (Contribution & { branch: string })[]> = {
    sum: [],
    latest: [],
    distinct: [],
  }
  const measures: Record<keyof typeof kept, string> = { sum: '', latest: '', distinct: '' }
  const additions = ['sum', 'latest', 'distinct'] as const

  async function say({ branch, happenedOn, tenths, qualifier, items }: Entry) {
    const value = `${Math.floor(tenths / 10)}.${tenths % 10}`
    const figures = [
      { measure: measures.sum, value, qualifier },
      { measure: measures.latest, value, qualifier },
      { measure: measures.distinct, items, qualifier },
    ]
    const { id } = await enter(branch, happenedOn, figures)
    for (const addition of additions)
      kept[addition].push({
        record: id,
        branch,
        organisation: stage.organisations[branch],
        happenedOn,
        value: addition === 'distinct' ? String(items.length) : value,
        qualifier,
        items: addition === 'distinct' ? items : [],
      })
  }

  const read = (path: string, cut: 'none' | 'organisation' | 'region' | 'unit') =>
    world.act(stage.people.rootOffice, (context) => totals(context, { path, measures: Object.values(measures) }, cut))
  const pathOf = (id: string) =>
    world.db
      .selectFrom('organisation')
      .select('path')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
      .then((row) => row.path)

  test('equal the rule over their records, whatever was entered', async () => {
    for (const addition of additions) measures[addition] = (await set(`任取 ${addition}`, { addition })).id
    for (const each of fc
      .sample(fc.array(entry, { minLength: 8, maxLength: 8 }), { numRuns: 5, seed: 20261126 })
      .flat())
      await say(each)
    const all = await read(await pathOf(stage.organisations.root), 'none')
    for (const addition of additions)
      expect(all.find(({ measure }) => measure === measures[addition])?.total).toEqual(addUp(addition, kept[addition]))
    await partsAddUp()
  })

  test('stay what they were when branches merge, split and move: what was done stays where it was done', async () => {
    const before = await read(await pathOf(stage.organisations.root), 'none')
    const { huangpu, nansha, zhanjiang } = stage.organisations
    const of = 'organisation' as const
    await reorganise(world, stage, { kind: 'move', of, id: nansha, parent: zhanjiang })
    const bequests = [ends(stage.organisations.window)]
    await reorganise(world, stage, { kind: 'merge', of, ids: [stage.organisations.window], into: huangpu, bequests })
    expect(sorted(await read(await pathOf(stage.organisations.root), 'none'))).toEqual(sorted(before))
    const regions = await read(await pathOf(stage.organisations.root), 'region')
    const inDelta = kept.sum.filter(({ branch }) => branch !== 'xuwen')
    expect(regions.find(({ key, measure }) => key === '珠三角' && measure === measures.sum)?.total).toEqual(
      addUp('sum', inDelta),
    )
    await partsAddUp()
  })

  const sorted = <Each extends { measure: string }>(parts: Each[]) =>
    [...parts].sort((a, b) => (a.measure < b.measure ? -1 : 1))

  /** The parts of every cut, at every level, add up to their whole. */
  async function partsAddUp() {
    const places = await world.db.selectFrom('organisation').select(['id', 'path']).execute()
    for (const { path } of places)
      for (const cut of ['organisation', 'region', 'unit'] as const) {
        const whole = await read(path, 'none')
        const parts = await read(path, cut)
        for (const { measure, total } of whole.filter((each) => each.measure !== measures.distinct)) {
          const these = parts.filter((each) => each.measure === measure)
          const again = these.map(({ key, total: { value } }) => ({
            record: key,
            organisation: key,
            happenedOn: '',
            value,
            qualifier: 'exact' as const,
            items: [],
          }))
          expect(addUp('sum', again).value).toBe(total.value)
          expect(these.reduce((sum, each) => sum + each.total.records, 0)).toBe(total.records)
        }
      }
  }
})
