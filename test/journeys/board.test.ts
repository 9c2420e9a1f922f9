import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { boardContract } from '#programme/theme/contract-board.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { boardStages } from '#programme/theme/rules/board.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { checked, idea, openYear, pass, submitted } from './theme-year.ts'

let world: World
let stage: Stage
const who = (name: keyof Stage['people']) => world.as(stage.people[name])
type Filter = Partial<Parameters<Awaited<ReturnType<typeof who>>['get']>[1]>

async function rows(name: keyof Stage['people'] = 'rootOffice', filter: Filter = {}) {
  return (await (await who(name)).get(boardContract.listBoard, { limit: 50, ...filter } as never)).rows
}
const inShort = async (name?: keyof Stage['people'], filter?: Filter) =>
  (await rows(name, filter)).map(({ branch, stage: at }) => `${branch.name.slice(0, -3)} ${at}`)

beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  const { huangpu, nansha, patrol, xuwen } = stage.organisations
  const { huangpuSecretary, nanshaSecretary, patrolSecretary, xuwenSecretary } = stage.people
  await submitted(world, huangpuSecretary, huangpu)
  await (await world.as(nanshaSecretary)).get(themeContract.draftTheme, {
    organisation: nansha,
    ...idea,
    name: '写到一半',
  })
  const returned = await submitted(world, patrolSecretary, patrol, { ...idea, name: '海上先锋' })
  const reviewer = await who('generalSecretary')
  await reviewer.get(themeContract.reviewTheme, { theme: returned, result: 'return', comment: '再想想', answers: {} })
  const passed = await submitted(world, xuwenSecretary, xuwen, { ...idea, name: '海峡之眼' })
  for (const above of ['zhanjiangOffice', 'rootSecretary'] as const)
    await (await who(above)).get(themeContract.reviewTheme, { theme: passed, ...pass })
  await world.setTime(noon('2026-07-17'))
})
afterAll(() => world.close())

describe('S04.1: who has no theme yet, and where each stands', () => {
  test('every branch in the order of the structure, with whom it is and since when', async () => {
    expect(await inShort()).toEqual([
      '广州海事局黄埔海事处 in-review',
      '广州海事局南沙海事处 drafting',
      '海巡0931船 sent-back',
      '湛江海事局徐闻海事处 in-check',
      '政务中心窗口 none',
    ])
    const [review, draft, , , none] = await rows()
    expect(review).toMatchObject({
      region: '珠三角',
      inForce: null,
      underWay: { stage: 'in-review', theme: { name: idea.name }, at: { name: '广州海事局党委' }, waitedDays: 2 },
    })
    expect(none).toMatchObject({ inForce: null, underWay: null })
    // what is being written is nobody else's to read: neither its name nor since when
    expect(draft!.underWay).toEqual({ stage: 'drafting' })
    expect(JSON.stringify(await rows())).not.toContain('写到一半')
    expect(await rows('rootOffice', { search: '写到一半' })).toEqual([])
  })

  test('each answers for their own part', async () => {
    expect(await inShort('guangzhouSecretary')).toHaveLength(3)
    expect(await inShort('zhanjiangOffice')).toEqual(['湛江海事局徐闻海事处 in-check'])
    expect(await inShort('generalSecretary')).toEqual(['海巡0931船 sent-back'])
    expect(await inShort('windowSecretary')).toEqual(['政务中心窗口 none'])
    for (const name of ['huangpuMember', 'rootAssessor', 'inspector', 'confidentiality', 'systemAdmin'] as const) {
      const browser = await who(name)
      for (const operation of [boardContract.listBoard, boardContract.readBoard, boardContract.exportBoard])
        expect(await browser.ask(operation, { limit: 5 } as never), name).not.toMatchObject({ status: 200 })
    }
    expect(await world.nobody.ask(boardContract.listBoard, { limit: 5 })).toMatchObject({ status: 401 })
  })

  test('every count opens to exactly the branches it counts', async () => {
    for (const name of ['rootOffice', 'guangzhouSecretary', 'windowSecretary'] as const) {
      const board = await (await who(name)).get(boardContract.readBoard, {})
      const every = [{ region: undefined, ...board }, ...board.regions]
      for (const { region, total, stages } of every) {
        expect(stages.map((each) => each.stage)).toEqual([...boardStages])
        for (const { stage: at, count } of stages)
          expect(await rows(name, { stage: at, ...(region && { region }) }), `${name} ${region} ${at}`).toHaveLength(
            count,
          )
        expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(total)
      }
      expect(await rows(name)).toHaveLength(board.total)
    }
  })

  test('is narrowed by region, organisation, name and pinyin, and pages without losing a row', async () => {
    expect(await inShort('rootOffice', { region: '粤西' })).toHaveLength(1)
    expect(await inShort('rootOffice', { organisation: stage.organisations.guangzhou })).toHaveLength(3)
    expect(await inShort('rootOffice', { search: '海峡' })).toHaveLength(1)
    expect(await inShort('rootOffice', { search: 'huangpu' })).toHaveLength(1)
    expect(await inShort('rootOffice', { search: '%' })).toEqual([])
    const office = await who('rootOffice')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await office.get(boardContract.listBoard, { limit: 2, cursor })
      seen.push(...page.rows.map(({ branch }) => branch.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(5)
    for (const wrong of [{ stage: 'early' }, { region: '' }, { unit: 'x' }, { cursor: 'x' }, { more: 1 }])
      expect(await office.ask(boardContract.listBoard, { limit: 2, ...wrong } as never)).toMatchObject({ status: 422 })
  })

  test('in force since when, and how far its revision has come', async () => {
    const theme = (await rows('rootOffice', { stage: 'in-review' }))[0]!.underWay as { theme: { id: string } }
    await checked(world, stage, theme.theme.id)
    const office = await who('rootOffice')
    await office.get(themeContract.publiciseTheme, { theme: theme.theme.id })
    expect((await rows())[0]).toMatchObject({ stage: 'on-notice', underWay: { lastDay: '2026-07-24' } })
    await world.setTime(noon('2026-07-27'))
    await (await who('rootOffice')).get(themeContract.putInForce, { theme: theme.theme.id })
    await (await who('huangpuSecretary')).get(revisionContract.reviseTheme, {
      theme: theme.theme.id,
      kind: 'adjustment',
      reason: '任务变了',
    })
    expect((await rows())[0]).toMatchObject({
      stage: 'building',
      inForce: { theme: { name: idea.name }, since: '2026-07-27', knownOn: null },
      underWay: { stage: 'drafting' },
    })
    expect(await inShort('rootOffice', { stage: 'drafting' })).toEqual(['广州海事局南沙海事处 drafting'])
  })

  test('a branch that is no more is not on it', async () => {
    const { window, guangzhou } = stage.organisations
    await world.owner
      .updateTable('organisation')
      .set({ dissolved_on: '2026-07-27', successor_id: guangzhou })
      .where('id', '=', window)
      .execute()
    expect(await inShort()).toHaveLength(4)
  })

  test('goes out as Excel, as it is narrowed', async () => {
    const file = await (await who('rootOffice')).get(boardContract.exportBoard, { region: '珠三角' })
    expect(file.name).toBe('品牌一览-2026-07-27.xlsx')
    const book = await readWorkbook(file.bytes)
    const cells = JSON.stringify(book)
    for (const shown of ['广州海事局黄埔海事处党支部', '建设中', '生效于 2026-07-27', '起草中', '已退回'])
      expect(cells).toContain(shown)
    expect(cells).not.toContain('徐闻')
    expect(cells).not.toContain('写到一半')
  })
})
