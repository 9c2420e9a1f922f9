import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cycleContract } from '#programme/cycle/contract.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { pathOf } from '#programme/organisation/reads.ts'
import { holidayContract } from '#support/holiday/contract.ts'
import { holidayCalendar } from '#support/holiday/reads.ts'
import { endOfWorkingDays } from '#support/holiday/rules/working-days.ts'
import { type Stage, setStage } from '../stage.ts'
import { noon, openWorld, type World } from '../world.ts'

let world: World
let stage: Stage
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
})
afterAll(() => world.close())

const bare = { year: 2026, title: '2026年度品牌党支部创建' } as never
const whole = {
  year: 2026,
  title: '2026年度品牌党支部创建',
  overallGoal: '争当实现海事科学发展的排头兵',
  purpose: '以一部一牌带动支部建设，服务辖区水上安全监管',
  meeting: { title: '党委中心组座谈会', on: '2026-01-06' },
  calendar: [
    { kind: 'distil' as const, title: '提炼主题', from: '2026-02-01', to: '2026-03-31', region: null },
    {
      kind: 'promotion-meeting' as const,
      title: '粤西片区推进会',
      from: '2026-06-17',
      to: '2026-06-17',
      region: '粤西',
    },
  ],
  approvingBody: '示例海事局党委',
  documentNumber: '示海党〔2026〕1号',
  termFrom: '2026-01-01',
  termTo: '2027-06-30',
  scope: 'party' as const,
  noticeDays: 5,
}
const running = async (organisation: string) =>
  world.act(stage.people.rootOffice, async (context) => openCycleFor(context, (await pathOf(context, organisation))!))

describe('the programme year', () => {
  let cycle: string

  test('is drafted by the office of its organisation, with the aims, principles and ideas of the founding paper', async () => {
    const office = await world.as(stage.people.rootOffice)
    const drafted = await office.get(cycleContract.draftCycle, {
      organisation: stage.organisations.root,
      ...(bare as object),
    } as never)
    cycle = drafted.id
    expect(drafted).toMatchObject({
      state: 'draft',
      aims: ['支部坚强有力', '党员作用明显', '工作得到促进', '党员群众满意'],
      principles: ['实事求是', '促进中心', '提升形象', '群众公认'],
      ideas: ['强基础', '创特色', '保先进'],
      noticeDays: 5,
      allowed: ['change', 'open'],
    })
  })

  test('cannot open before everything needed is on record, and says what is missing', async () => {
    const office = await world.as(stage.people.rootOffice)
    const refused = await office.ask(cycleContract.openCycle, { cycle })
    expect(refused).toMatchObject({ status: 409, code: 'cycle.incomplete' })
    expect('message' in refused && refused.message).toBe(
      '还不能开启，缺少：发展总目标、日程安排、批准机关、批准文号、有效期、公开范围',
    )
    for (const name of ['overallGoal', 'approvingBody', 'documentNumber', 'scope', 'termTo'] as const) {
      await office.get(cycleContract.changeCycle, { cycle, ...whole, [name]: null } as never)
      expect(await office.ask(cycleContract.openCycle, { cycle })).toMatchObject({
        status: 409,
        code: 'cycle.incomplete',
      })
    }
    for (const name of ['aims', 'principles', 'calendar'] as const) {
      await office.get(cycleContract.changeCycle, { cycle, ...whole, [name]: [] } as never)
      expect(await office.ask(cycleContract.openCycle, { cycle })).toMatchObject({
        status: 409,
        code: 'cycle.incomplete',
      })
    }
    expect(await office.ask(cycleContract.changeCycle, { cycle, ...whole, noticeDays: 4 } as never)).toMatchObject({
      status: 422,
      fields: { noticeDays: 'input.too-small' },
    })
  })

  test('is hidden while it is a draft, from secretaries below and from the public', async () => {
    const secretary = await world.as(stage.people.huangpuSecretary)
    expect(await secretary.ask(cycleContract.readCycle, { cycle })).toMatchObject({ status: 404 })
    expect((await secretary.get(cycleContract.listCycles, {} as never)).rows).toEqual([])
    expect(await world.nobody.get(cycleContract.readRunningCycle, {})).toMatchObject({ cycle: null, withheld: false })
    expect((await world.nobody.page('/cycle')).html).toContain('目前没有进行中的创建年度')
  })

  test('opens once it is complete, for every organisation below, and cannot be changed any more', async () => {
    const office = await world.as(stage.people.rootOffice)
    await office.get(cycleContract.changeCycle, { cycle, ...whole } as never)
    const opened = await office.get(cycleContract.openCycle, { cycle })
    expect(opened).toMatchObject({ state: 'open', missing: [], allowed: ['close'], expired: false })
    expect(await office.ask(cycleContract.changeCycle, { cycle, ...whole } as never)).toMatchObject({
      status: 409,
      code: 'cycle.not-a-draft',
    })
    expect(await running(stage.organisations.patrol)).toMatchObject({
      id: cycle,
      year: 2026,
      noticeDays: 5,
      scope: 'party',
    })
    const second = { organisation: stage.organisations.root, ...whole } as never
    expect(await office.ask(cycleContract.draftCycle, second)).toMatchObject({
      status: 409,
      code: 'cycle.one-each-year',
    })
  })

  test('is shown on the portal to those it is disclosed to', async () => {
    const outside = await world.nobody.page('/cycle')
    expect(outside.status).toBe(200)
    expect(outside.html).toContain('请登录后查看')
    expect(outside.html).not.toContain('排头兵')
    const inside = await (await world.as(stage.people.huangpuStaff)).page('/cycle')
    for (const shown of [
      '争当实现海事科学发展的排头兵',
      '粤西片区推进会',
      '2026年6月17日',
      '示海党〔2026〕1号',
      '群众公认',
    ])
      expect(inside.html).toContain(shown)
    expect(Buffer.byteLength(inside.html)).toBeLessThan(30 * 1024)
  })

  test('opens no new acts past its term', async () => {
    await world.setTime(noon('2027-06-30'))
    expect(await running(stage.organisations.huangpu)).toMatchObject({ id: cycle })
    await world.setTime(noon('2027-07-01'))
    expect(await running(stage.organisations.huangpu)).toBeUndefined()
    const office = await world.as(stage.people.rootOffice)
    expect(await office.get(cycleContract.readCycle, { cycle })).toMatchObject({ state: 'open', expired: true })
    await world.setTime(noon('2026-01-12'))
  })

  test('a bureau’s own year goes before that of the organisation above', async () => {
    const office = await world.as(stage.people.zhanjiangOffice)
    const own = await office.get(cycleContract.draftCycle, {
      organisation: stage.organisations.zhanjiang,
      ...whole,
      title: '湛江年度',
    } as never)
    await office.get(cycleContract.openCycle, { cycle: own.id })
    expect(await running(stage.organisations.xuwen)).toMatchObject({ id: own.id })
    expect(await running(stage.organisations.huangpu)).toMatchObject({ id: cycle })
    await office.get(cycleContract.closeCycle, { cycle: own.id, reason: '并入总局年度' })
    expect(await running(stage.organisations.xuwen)).toMatchObject({ id: cycle })
  })

  test('is nobody else’s to run: neither a branch’s, nor a neighbour’s, nor the administrator’s', async () => {
    const neighbour = await world.as(stage.people.zhanjiangOffice)
    expect(await neighbour.ask(cycleContract.closeCycle, { cycle, reason: '试试' })).toMatchObject({
      status: 403,
      code: 'cycle.own-office-or-secretary-only',
    })
    const secretary = await world.as(stage.people.huangpuSecretary)
    const ofBranch = { organisation: stage.organisations.huangpu, ...whole } as never
    expect(await secretary.ask(cycleContract.draftCycle, ofBranch)).toMatchObject({
      status: 409,
      code: 'cycle.not-of-a-branch',
    })
    const admin = await world.as(stage.people.systemAdmin)
    const ofRoot = { organisation: stage.organisations.root, ...whole } as never
    expect(await admin.ask(cycleContract.draftCycle, ofRoot)).toMatchObject({ status: 403 })
  })

  test('a made-up cursor is refused, not stumbled over', async () => {
    const office = await world.as(stage.people.rootOffice)
    const cursor = Buffer.from('["x","y"]').toString('base64url')
    expect(await office.ask(cycleContract.listCycles, { cursor } as never)).toMatchObject({ status: 422 })
  })
})

describe('the calendar of days off', () => {
  const end = (from: string, days: number) =>
    world.act(stage.people.rootOffice, async (context) =>
      endOfWorkingDays(from, days, await holidayCalendar(context, 2026, 2027)),
    )

  test('knows 2026 as announced: five working days after 29 September end on 12 October', async () => {
    expect(await end('2026-09-29', 5)).toEqual({ lastDay: '2026-10-12', provisional: false })
    expect(await end('2026-02-13', 1)).toEqual({ lastDay: '2026-02-14', provisional: false })
  })

  test('does not pretend to know 2027', async () => {
    expect(await end('2027-09-30', 1)).toEqual({ lastDay: '2027-10-01', provisional: true })
    const anyone = await world.as(stage.people.huangpuSecretary)
    expect(await anyone.get(holidayContract.readHolidayYear, { year: 2027 })).toMatchObject({
      announced: false,
      days: [],
      allowed: [],
    })
  })

  test('is kept by the office of the topmost organisation, with its source and a line of history', async () => {
    const day = { day: '2027-10-01', kind: 'holiday' as const, name: '国庆节', source: '国办发明电〔2026〕9号' }
    const neighbour = await world.as(stage.people.guangzhouOffice)
    expect(await neighbour.ask(holidayContract.putHoliday, day)).toMatchObject({ status: 403 })
    const office = await world.as(stage.people.rootOffice)
    await office.get(holidayContract.putHoliday, day)
    const announced = await office.get(holidayContract.announceYear, {
      year: 2027,
      announced: true,
      source: day.source,
    })
    expect(announced).toMatchObject({ announced: true, days: [{ day: '2027-10-01', name: '国庆节' }] })
    expect(await end('2027-09-30', 1)).toEqual({ lastDay: '2027-10-04', provisional: false })
    await office.get(holidayContract.removeHoliday, { day: '2027-10-01', reason: '录错' })
    expect(await office.ask(holidayContract.removeHoliday, { day: '2027-10-01', reason: '录错' })).toMatchObject({
      status: 409,
    })
    const lines = await world.db
      .selectFrom('history')
      .select('action')
      .where('action', 'like', 'holiday.%')
      .orderBy('id')
      .execute()
    expect(lines.map(({ action }) => action)).toEqual(['holiday.put', 'holiday.year-announced', 'holiday.removed'])
  })
})
