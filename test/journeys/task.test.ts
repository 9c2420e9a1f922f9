import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { measureContract } from '#programme/building/contract-measure.ts'
import { taskContract } from '#programme/building/contract-task.ts'
import { burdenContract } from '#programme/burden/contract.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { openYear } from './records-stage.ts'

let world: World
let stage: Stage
let office: Browser
let rootSecretary: Browser
let huangpu: Browser
let xuwen: Browser
beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  const { rootOffice, rootSecretary: first, huangpuSecretary, xuwenSecretary } = stage.people
  ;[office, rootSecretary, huangpu, xuwen] = (await world.asAll([
    rootOffice,
    first,
    huangpuSecretary,
    xuwenSecretary,
  ])) as [Browser, Browser, Browser, Browser]
})
afterAll(() => world.close())

const root = () => stage.organisations.root
const season = { kind: 'seasonal' as const, name: '2026年防台风', from: '2026-06-01', to: '2026-10-31', minutes: 10 }
let hours: string
let ships: string
let dues: string
let task: string
const record = (browser: Browser, organisation: string, more: object) =>
  browser.ask(buildingContract.enterRecord, {
    organisation,
    happenedOn: '2026-07-10',
    kind: 'core-task',
    sentence: '台风前逐船检查锚泊和值守。',
    ...more,
  } as never)
const draft = (more: object = {}) =>
  office.ask(taskContract.draftTask, { organisation: root(), ...season, measures: [hours, ships], ...more } as never)

test('what is counted is set once, with its part', async () => {
  const set = (input: object) => office.ask(measureContract.setMeasure, { organisation: root(), ...input } as never)
  hours = (await set({ name: '巡航时间', unit: '小时', force: 'effectiveness' })).body!.id
  ships = (await set({ name: '检查船舶', unit: '艘', addition: 'distinct' })).body!.id
  dues = (await set({ name: '夜间巡航', unit: '小时', partOf: hours })).body!.id
  expect(await set({ name: '巡航时间', unit: '小时' })).toMatchObject({ status: 409, code: 'building.measure-there' })
  expect(await set({ name: '夜间巡航', unit: '天', partOf: hours })).toMatchObject({
    code: 'building.part-adds-up-otherwise',
  })
  expect(await set({ name: '再分', unit: '小时', partOf: dues })).toMatchObject({ code: 'building.part-of-a-part' })
  expect(await set({ name: '空', unit: '' })).toMatchObject({ status: 422, fields: { unit: expect.any(String) } })
  const { rows } = await huangpu.get(measureContract.listMeasures, {
    organisation: stage.organisations.huangpu,
  } as never)
  expect(rows.map(({ name, partOf, allowed }) => [name, partOf?.name, allowed])).toEqual([
    ['巡航时间', undefined, []],
    ['检查船舶', undefined, []],
    ['夜间巡航', '巡航时间', []],
  ])
})

describe('a core task', () => {
  test('without an open programme year cannot be issued', async () => {
    task = (await draft()).body!.id
    expect(await office.ask(taskContract.issueTask, { task })).toMatchObject({
      status: 409,
      code: 'burden.no-open-cycle',
    })
    await openYear(world, stage)
  })

  test('shows minutes × branches before it goes out, and a branch does not see the draft', async () => {
    expect(await office.get(taskContract.readTask, { task })).toMatchObject({
      standing: 'draft',
      burden: { branches: 5, total: 50, above: 0, budget: 240, yearOpen: true },
      allowed: ['change', 'issue', 'discard'],
    })
    expect((await huangpu.ask(taskContract.readTask, { task })).status).toBe(404)
    expect(await draft({ minutes: 0 })).toMatchObject({ code: 'building.task-asks-for-nothing' })
    expect(await draft({ to: '2026-01-01' })).toMatchObject({ code: 'building.task-ends-before-it-begins' })
    expect(await draft({ measures: [task] })).toMatchObject({ status: 404 })
    expect(await draft({ points: 5 })).toMatchObject({ status: 422, fields: { points: 'input.unknown-field' } })
  })

  test('goes out once, also when two press at once', async () => {
    const answers = await Promise.all([office, rootSecretary].map((each) => each.ask(taskContract.issueTask, { task })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ code: 'building.task-not-draft' })
    const { rows } = await huangpu.get(taskContract.listTasks, { standing: 'running' } as never)
    expect(rows.map(({ name }) => name)).toEqual(['2026年防台风'])
    const account = await office.get(burdenContract.readBurden, { organisation: root() } as never)
    expect(account).toMatchObject({ year: { total: 50, branches: 5, most: 10, above: 0 } })
    expect(account.rows).toHaveLength(1)
  })

  test('asking again for what is held is refused with the link', async () => {
    const second = (await draft({ name: '汛期安全', from: '2026-08-01', addressees: [stage.organisations.guangzhou] }))
      .body!
    const asked = await office.ask(taskContract.issueTask, { task: second.id })
    expect(asked).toMatchObject({ status: 409, code: 'building.already-asked' })
    expect('message' in asked && asked.message).toContain(`/desk/tasks/${task}`)
    await office.get(taskContract.changeTask, { task: second.id, ...season, name: '汛期安全', measures: [] } as never)
    expect((await office.ask(taskContract.issueTask, { task: second.id })).status).toBe(200)
  })

  test('above a branch’s budget the secretary agrees by name, and not the one who asks', async () => {
    const heavy = (await draft({ name: '大排查', minutes: 235, measures: [dues] })).body!
    expect(heavy.burden).toMatchObject({ branches: 5, total: 1175, above: 5 })
    expect(await office.ask(taskContract.issueTask, { task: heavy.id })).toMatchObject({ code: 'burden.above-budget' })
    expect((await office.ask(taskContract.approveTask, { task: heavy.id })).status).toBe(403)
    await rootSecretary.get(taskContract.approveTask, { task: heavy.id })
    expect((await rootSecretary.ask(taskContract.issueTask, { task: heavy.id })).code).toBe(
      'burden.not-by-the-same-person',
    )
    const issued = await office.get(taskContract.issueTask, { task: heavy.id })
    expect(issued.approval?.by).toBe('罗建国')
    const year = (await office.get(burdenContract.readBurden, { organisation: root() } as never)).year
    expect(year).toMatchObject({ most: 255, above: 5 })
    await office.get(taskContract.withdrawTask, { task: heavy.id, reason: '与专项检查重复' })
    expect((await office.get(burdenContract.readBurden, { organisation: root() } as never)).year.most).toBe(20)
  })
})

describe('a branch’s part', () => {
  test('is a record with the task’s figures; name and unit come with the measure', async () => {
    const figures = [
      { measure: hours, value: '12.5' },
      { measure: ships, items: ['粤湛渔01', '粤湛渔02', '粤湛渔01'] },
    ]
    const entered = await record(huangpu, stage.organisations.huangpu, { task, figures })
    expect(entered.body).toMatchObject({
      task: { id: task, name: '2026年防台风' },
      figures: [
        { measure: hours, name: '巡航时间', unit: '小时', value: '12.5', qualifier: 'exact', items: [] },
        { measure: ships, name: '检查船舶', unit: '艘', value: '2', items: ['粤湛渔01', '粤湛渔02'] },
      ],
    })
    const more = [
      { measure: hours, value: '7.25', qualifier: 'over' },
      { measure: ships, items: ['粤湛渔02', '粤湛渔03'] },
    ]
    await record(xuwen, stage.organisations.xuwen, { task, figures: more })
  })

  test('fits the task’s days, branches and figures, or is told why not', async () => {
    const mine = (more: object) => record(huangpu, stage.organisations.huangpu, { task, ...more })
    expect(await mine({ happenedOn: '2026-05-31' })).toMatchObject({ status: 409, code: 'building.outside-the-task' })
    expect(await mine({ figures: [{ measure: ships, value: '3' }] })).toMatchObject({
      code: 'building.items-are-the-value',
    })
    expect(await mine({ figures: [{ measure: hours, value: '-3' }] })).toMatchObject({
      code: 'building.figure-below-zero',
    })
    expect(await mine({ figures: [{ value: '3' }] })).toMatchObject({ code: 'building.figure-needs-a-name' })
    expect(await mine({ figures: [{ measure: task, value: '3' }] })).toMatchObject({ status: 404 })
    expect(await mine({ task: hours })).toMatchObject({ status: 404 })
  })

  const read = (browser: Browser, more: object = {}) =>
    browser.get(taskContract.readTaskTotals, { task, ...more } as never)

  test('adds up by organisation, region and unit, exactly', async () => {
    const all = await read(office)
    expect(all).toMatchObject({
      records: 2,
      totals: [
        { value: '19.75', qualifier: 'over', records: 2 },
        { value: '3', qualifier: 'exact', records: 2 },
      ],
    })
    expect(all.parts.map(({ name, totals }) => [name, totals[0]!.value, totals[1]!.value]).sort()).toEqual([
      ['广州海事局党委', '12.5', '2'],
      ['湛江海事局党委', '7.25', '2'],
    ])
    const regions = await read(office, { by: 'region' })
    expect(regions.parts.map(({ name, totals }) => [name, totals[0]!.value]).sort()).toEqual([
      ['珠三角', '12.5'],
      ['粤西', '7.25'],
    ])
    expect((await read(huangpu)).totals[0]!.value).toBe('12.5')
    expect(
      (await huangpu.ask(taskContract.readTaskTotals, { task, below: stage.organisations.xuwen } as never)).status,
    ).toBe(403)
  })

  test('opens down to the records, follows corrections, and a withdrawn one counts nowhere', async () => {
    const { rows } = await office.get(buildingContract.listRecords, { task, measure: hours } as never)
    expect(rows).toHaveLength(2)
    const mine = rows.find(({ organisation }) => organisation.name.includes('黄埔'))!
    const { happenedOn, kind, sentence } = mine
    const corrected = { record: mine.id, happenedOn, kind, sentence, task, reason: '漏记一次' }
    await huangpu.get(buildingContract.correctRecord, {
      ...corrected,
      figures: [{ measure: hours, value: '13' }],
    } as never)
    expect((await read(office)).totals.map(({ value }) => value)).toEqual(['20.25', '2'])
    await huangpu.get(buildingContract.withdrawRecord, { record: mine.id, reason: '记错了' })
    expect((await read(office)).totals.map(({ value }) => value)).toEqual(['7.25', '2'])
    expect((await office.get(buildingContract.listRecords, { task, measure: hours } as never)).rows).toHaveLength(1)
  })

  test('a withdrawn task takes no more records; those it has can still be corrected', async () => {
    const { rows } = await office.get(buildingContract.listRecords, { task } as never)
    await office.get(taskContract.withdrawTask, { task, reason: '并入上级任务' })
    expect(await record(xuwen, stage.organisations.xuwen, { task })).toMatchObject({ code: 'building.task-not-issued' })
    const { id, happenedOn, kind } = rows[0]!
    const corrected = { record: id, happenedOn, kind, task, reason: '补一句', sentence: '台风前逐船检查锚泊。' }
    expect((await xuwen.ask(buildingContract.correctRecord, corrected as never)).status).toBe(200)
    const account = await office.get(burdenContract.readBurden, { organisation: root() } as never)
    expect(account.rows.find(({ title }) => title === '2026年防台风')).toMatchObject({ released: false })
  })
})

test('the budget is the secretary’s to set, and the branch sees what it was asked for', async () => {
  const [cycle] = [(await office.get(burdenContract.readBurden, { organisation: root() } as never)).year.cycle!]
  expect((await office.ask(burdenContract.setBurdenBudget, { cycle: cycle.id, minutes: 60 })).status).toBe(403)
  await rootSecretary.get(burdenContract.setBurdenBudget, { cycle: cycle.id, minutes: 15 })
  const { organisation, year, rows } = await huangpu.get(burdenContract.readBurden, {
    organisation: stage.organisations.huangpu,
  } as never)
  expect(organisation.name).toContain('黄埔')
  expect(year).toMatchObject({ budget: 15, total: 20, above: 1, branches: 1 })
  expect(rows.map(({ title, minutes }) => [title, minutes])).toContainEqual(['汛期安全', 10])
  const branches = await office.get(burdenContract.listBurdenOfBranches, { organisation: root(), limit: 2 } as never)
  expect(branches.rows.map(({ minutes }) => minutes)).toEqual([20, 20])
  const page = await huangpu.page('/my/burden')
  expect(page.html).toContain('汛期安全')
})

test('a retired measure is asked for and reported no more; what was asked or said before may still be said', async () => {
  const { guangzhou, xuwen: there } = stage.organisations
  const { year } = await office.get(burdenContract.readBurden, { organisation: root() } as never)
  await rootSecretary.get(burdenContract.setBurdenBudget, { cycle: year.cycle!.id, minutes: 480 })
  const plan = { name: '夜航整治', from: '2026-07-01', to: '2026-10-31', addressees: [guangzhou] }
  const asked = (await draft({ ...plan, measures: [dues] })).body!.id
  expect((await office.ask(taskContract.issueTask, { task: asked })).status).toBe(200)
  const figures = [{ measure: hours, value: '3' }]
  const mine = (await record(xuwen, there, { figures })).body!
  for (const measure of [hours, dues]) await office.get(measureContract.retireMeasure, { measure })
  const retired = { status: 409, code: 'building.measure-retired', message: expect.stringContaining('巡航') }
  expect(await office.ask(measureContract.retireMeasure, { measure: hours })).toMatchObject(retired)
  expect(await record(xuwen, there, { figures })).toMatchObject(retired)
  expect(await draft({ ...plan, measures: [hours] })).toMatchObject(retired)
  expect(
    await office.ask(measureContract.setMeasure, {
      organisation: root(),
      name: '夜',
      unit: '小时',
      partOf: hours,
    } as never),
  ).toMatchObject(retired)
  const { id, happenedOn, kind, sentence } = mine
  const corrected = {
    record: id,
    happenedOn,
    kind,
    sentence,
    figures: [{ measure: hours, value: '4' }],
    reason: '改正',
  }
  expect((await xuwen.ask(buildingContract.correctRecord, corrected as never)).status).toBe(200)
  const wanted = { task: asked, figures: [{ measure: dues, value: '2' }] }
  expect((await record(huangpu, stage.organisations.huangpu, wanted)).status).toBe(200)
  expect(await record(huangpu, stage.organisations.huangpu, { ...wanted, figures })).toMatchObject(retired)
})
