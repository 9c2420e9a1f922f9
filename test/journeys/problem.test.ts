import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { problemContract } from '#programme/problem/contract.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { openYear } from './records-stage.ts'
import { ends, reorganise } from './reorganising.ts'

let world: World
let stage: Stage
let huangpu: Browser
let guangzhou: Browser
let office: Browser
beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  await signIn()
})
afterAll(() => world.close())

async function signIn(): Promise<void> {
  const { huangpuSecretary, guangzhouOffice, rootOffice } = stage.people
  ;[huangpu, guangzhou, office] = (await world.asAll([huangpuSecretary, guangzhouOffice, rootOffice])) as [
    Browser,
    Browser,
    Browser,
  ]
}

const content = {
  kind: 'shortcoming',
  title: '夜间值守薄弱',
  benchmark: '全年夜间险情十分钟内响应（深圳海事局）',
  gap: '平均二十分钟',
  dueOn: '2026-08-31',
}
const takeOn = (more: object = {}, browser = huangpu) =>
  browser.ask(problemContract.takeOnProblem, {
    organisation: stage.organisations.huangpu,
    ...content,
    ...more,
  } as never)
const record = async (kind: string, browser = huangpu, organisation = stage.organisations.huangpu) =>
  (
    await browser.get(buildingContract.enterRecord, {
      organisation,
      happenedOn: '2026-07-10',
      kind,
      sentence: '夜间增设值守一班，险情九分钟内到场。',
    } as never)
  ).id
const dutiesOf = async (browser: Browser, list: 'mine' | 'late' | 'below') =>
  (await browser.get(dutyContract.listMyDuties, { list, limit: 50 } as never)).rows.filter(
    ({ title }) => title === '解决认领的问题',
  )

describe('a problem', () => {
  let problem: string
  test('is taken on in an open year, by the branch itself, with a day to come', async () => {
    expect((await takeOn()).code).toBe('problem.no-open-cycle')
    await openYear(world, stage)
    expect(await takeOn({ dueOn: '2026-07-14' })).toMatchObject({ status: 409, code: 'problem.due-day-is-over' })
    expect(await takeOn({ points: 5 })).toMatchObject({ status: 422, fields: { points: 'input.unknown-field' } })
    expect(await takeOn({ benchmark: '' })).toMatchObject({ status: 422, fields: { benchmark: expect.any(String) } })
    expect((await takeOn({}, office)).status).toBe(403)
    problem = (await takeOn()).body!.id
    expect(await dutiesOf(huangpu, 'mine')).toMatchObject([{ dueOn: '2026-08-31' }])
  })

  test('goes stage by stage, shown by records of its own', async () => {
    const finish = (records: string[]) =>
      huangpu.ask(problemContract.finishProblem, { problem, result: '已降到九分钟', records })
    const solved = await record('problem-solved')
    expect((await finish([solved])).code).toBe('problem.measures-first')
    await huangpu.get(problemContract.setProblemMeasures, { problem, measures: '增设夜班，每月演练' })
    const nansha = await world.as(stage.people.nanshaSecretary)
    const foreign = await record('problem-solved', nansha, stage.organisations.nansha)
    for (const records of [[await record('activity')], [solved, foreign], [problem]])
      expect(await finish(records)).toMatchObject({ status: 409, code: 'problem.no-record' })
    expect(await finish([solved])).toMatchObject({ status: 200, body: { state: 'done', late: false } })
    expect(await dutiesOf(huangpu, 'mine')).toEqual([])
    expect((await nansha.ask(problemContract.readProblem, { problem })).status).toBe(404)
    // whoever looks at it waits for nobody who is changing one of its records, and keeps nobody waiting
    await world.owner.transaction().execute(async (tx) => {
      await tx.selectFrom('building_record').select('id').where('id', '=', solved).forUpdate().execute()
      expect((await huangpu.get(problemContract.readProblem, { problem })).records).toMatchObject([{ id: solved }])
    })
  })

  test('is confirmed once by someone else above; sent back it is open again', async () => {
    expect((await huangpu.ask(problemContract.confirmProblem, { problem })).status).toBe(403)
    await guangzhou.get(problemContract.returnProblem, { problem, reason: '仍有两次超时' })
    expect(await dutiesOf(huangpu, 'mine')).toHaveLength(1)
    const solved = await record('problem-solved')
    await huangpu.get(problemContract.finishProblem, { problem, result: '全部达标', records: [solved] })
    const both = await Promise.all(
      [guangzhou, office].map((each) => each.ask(problemContract.confirmProblem, { problem })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const shown = await huangpu.get(problemContract.readProblem, { problem })
    expect(shown).toMatchObject({ state: 'confirmed', records: [{ id: solved, confirmed: true }], allowed: [] })
  })

  test('a record withdrawn meanwhile confirms nothing', async () => {
    const { id } = (await takeOn({ title: '台账不全' })).body!
    await huangpu.get(problemContract.setProblemMeasures, { problem: id, measures: '补齐' })
    const solved = await record('problem-solved')
    await huangpu.get(problemContract.finishProblem, { problem: id, result: '已补齐', records: [solved] })
    await huangpu.get(buildingContract.withdrawRecord, { record: solved, reason: '记错了' })
    expect((await guangzhou.ask(problemContract.confirmProblem, { problem: id })).code).toBe('problem.no-record')
  })
})

test('a problem that is late stands with the first responsible, and is found in the list', async () => {
  const { id } = (await takeOn({ title: '快到期', dueOn: '2026-07-16' })).body!
  await world.setTime(noon('2026-07-17'))
  await signIn()
  const secretary = await world.as(stage.people.guangzhouSecretary)
  expect(await dutiesOf(huangpu, 'late')).toHaveLength(1)
  expect(await dutiesOf(secretary, 'below')).toHaveLength(1)
  const { rows } = await guangzhou.get(problemContract.listProblems, { late: 'yes', limit: 10 } as never)
  expect(rows).toMatchObject([{ id, late: true, title: '快到期' }])
  expect((await guangzhou.get(problemContract.listProblems, { search: '%_', limit: 10 } as never)).rows).toEqual([])
})

test('a branch that is merged leaves its problems to the one that takes over', async () => {
  const { huangpu: from, nansha: to } = stage.organisations
  const act = await reorganise(
    world,
    stage,
    { of: 'organisation', kind: 'merge', ids: [from], into: to, bequests: [ends(from)] },
    '2026-07-17',
  )
  expect(act.effect!.lines.map(({ text }) => text)).toContain(
    '广州海事局黄埔海事处党支部未解决的 2 个问题由广州海事局南沙海事处党支部继续解决',
  )
  const nansha = await world.as(stage.people.nanshaSecretary)
  const { rows } = await nansha.get(problemContract.listProblems, { limit: 50 } as never)
  const left = rows.map(({ title, state, organisation }) => `${title} ${state} ${organisation.id === to}`)
  // what was solved stays what the former branch did, and the successor can read it
  expect(left.sort()).toEqual(['台账不全 done true', '夜间值守薄弱 confirmed false', '快到期 taken-on true'].sort())
  const problem = rows.find(({ title }) => title === '快到期')!.id
  await nansha.get(problemContract.setProblemMeasures, { problem, measures: '接着办' })
})
