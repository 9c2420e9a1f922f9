import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#platform/context.ts'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { buildingJobs } from '#programme/building/jobs.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { rerouteThemes } from '#programme/theme/hand-over.ts'
import { themeJobs } from '#programme/theme/jobs.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { openAssessed } from './assessment-year.ts'
import { standsUnder } from './duty-stage.ts'
import { idea, onNotice, openYear, pass, submitted } from './theme-year.ts'

let world: World
let stage: Stage
const who = (name: keyof Stage['people']) => world.as(stage.people[name])
const run = (job: (typeof themeJobs)[string]) => world.dispatcher.act(nobody, (context) => job(context, {}))
const openProposals = () => run(themeJobs['theme.open-duties']!)
const openMeetings = () => run(buildingJobs['building.open-duties']!)

/** The duties of a kind: whose, until when, how they stand. */
async function duties(kind: string) {
  const rows = await world.db
    .selectFrom('duty')
    .innerJoin('organisation', 'organisation.id', 'duty.organisation_id')
    .select(['organisation.short_name as of', 'due_on', 'state', 'late', 'done_on', 'void_reason', 'about'])
    .where('duty.kind', '=', kind)
    .orderBy('organisation.sort_no')
    .orderBy('duty.round')
    .execute()
  return rows
}
const inShort = async (kind: string) =>
  (await duties(kind)).map(({ of, due_on, state, late }) => `${of} ${due_on} ${late ? 'late' : state}`)

describe('S04.1, S01.2: every branch without a theme is to propose one', () => {
  beforeAll(async () => {
    ;({ world, stage } = await openYear('society'))
  })
  afterAll(() => world.close())

  test('each by the last day of the calendar, once, however many workers ask', async () => {
    await Promise.all([openProposals(), openProposals(), openProposals()])
    await openProposals()
    expect(await inShort('theme.propose')).toEqual(
      ['广州海事局黄埔海事处', '广州海事局南沙海事处', '海巡0931船', '湛江海事局徐闻海事处', '政务中心窗口'].map(
        (branch) => `${branch} 2026-12-31 open`,
      ),
    )
  })

  test('a theme handed in fulfils it; taken back, it is open again; handed in after the day, it is late', async () => {
    const theme = await submitted(world, stage.people.huangpuSecretary, stage.organisations.huangpu)
    expect((await inShort('theme.propose'))[0]).toBe('广州海事局黄埔海事处 2026-12-31 fulfilled')
    await (await who('huangpuSecretary')).get(themeContract.withdrawTheme, { theme })
    expect((await inShort('theme.propose'))[0]).toBe('广州海事局黄埔海事处 2026-12-31 open')
    await (await who('huangpuSecretary')).get(revisionContract.abandonTheme, { theme })
    await openProposals()
    expect((await inShort('theme.propose'))[0]).toBe('广州海事局黄埔海事处 2026-12-31 open')
    await world.setTime('2026-12-31T23:59:59.999999+08:00')
    await submitted(world, stage.people.nanshaSecretary, stage.organisations.nansha)
    await world.setTime('2027-01-01T00:00:00.000000+08:00')
    await submitted(world, stage.people.xuwenSecretary, stage.organisations.xuwen)
    expect(await inShort('theme.propose')).toEqual([
      '广州海事局黄埔海事处 2026-12-31 open',
      '广州海事局南沙海事处 2026-12-31 fulfilled',
      '海巡0931船 2026-12-31 open',
      '湛江海事局徐闻海事处 2026-12-31 late',
      '政务中心窗口 2026-12-31 open',
    ])
  })

  test('a closed cycle expects nothing more, and its reason says so', async () => {
    const office = await who('rootOffice')
    const { rows } = await office.get(cycleContract.listCycles, { limit: 5 })
    await office.get(cycleContract.closeCycle, { cycle: rows[0]!.id, reason: '年度工作完成' })
    await openProposals()
    const left = (await duties('theme.propose')).filter(({ state }) => state !== 'fulfilled')
    expect(left.map(({ state, void_reason }) => [state, void_reason])).toEqual(
      Array(3).fill(['void', '本年度创建已结束']),
    )
  })
})

describe('S05.1, S01.2: each step of a submitted theme is somebody’s duty', () => {
  beforeAll(async () => {
    ;({ world, stage } = await openYear('society'))
  })
  afterAll(() => world.close())

  test('the reviewing organisation has it for the working days of its stage, then the next one, then check and notice', async () => {
    const theme = await submitted(world, stage.people.huangpuSecretary, stage.organisations.huangpu)
    // five working days from Wednesday 15 July, the day itself not counted
    expect(await duties('theme.review')).toMatchObject([
      { of: '广州海事局', due_on: '2026-07-22', state: 'open', about: `广州海事局黄埔海事处党支部 · ${idea.name}` },
    ])
    await world.setTime(noon('2026-07-23'))
    await (await who('guangzhouOffice')).get(themeContract.reviewTheme, { theme, ...pass })
    expect(await inShort('theme.review')).toEqual(['示例海事局 2026-07-30 open', '广州海事局 2026-07-22 late'])
    await (await who('rootSecretary')).get(themeContract.reviewTheme, { theme, ...pass })
    expect((await inShort('theme.review'))[0]).toBe('示例海事局 2026-07-30 fulfilled')
    expect(await inShort('theme.check')).toEqual(['示例海事局 2026-07-30 open'])
    await (await who('confidentiality')).get(themeContract.checkTheme, { theme, result: 'clear', comment: '' })
    expect(await inShort('theme.check')).toEqual(['示例海事局 2026-07-30 fulfilled'])
    expect(await inShort('theme.disclose')).toEqual(['示例海事局 2026-07-30 open'])
    await (await who('rootOffice')).get(themeContract.publiciseTheme, { theme })
    expect(await inShort('theme.disclose')).toEqual(['示例海事局 2026-07-30 fulfilled'])
  })

  test('a review sent back is done; a theme taken back is nobody’s to review; a second round is a second duty', async () => {
    await world.setTime(noon('2026-07-15'))
    const theme = await submitted(world, stage.people.nanshaSecretary, stage.organisations.nansha)
    const secretary = await who('nanshaSecretary')
    await secretary.get(themeContract.withdrawTheme, { theme })
    await secretary.get(themeContract.submitTheme, { theme })
    // the others of that bureau belong to the branch itself
    const above = await who('guangzhouOffice')
    await above.get(themeContract.reviewTheme, { theme, result: 'return', comment: '请写明优势', answers: {} })
    await secretary.get(themeContract.submitTheme, { theme })
    const own = (await duties('theme.review')).filter(({ about }) => about.includes('南沙'))
    expect(own.map(({ state }) => state)).toEqual(['void', 'fulfilled', 'open'])
    expect(own[0]!.void_reason).toBe('支部撤回了主题')
  })

  test('two reviewers at once end it once', async () => {
    const theme = await submitted(world, stage.people.patrolSecretary, stage.organisations.patrol)
    const reviewer = await who('generalSecretary')
    const answers = await Promise.all(
      [1, 2].map(() => reviewer.ask(themeContract.reviewTheme, { theme, ...pass, stage: 0 })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const own = (await duties('theme.review')).filter(({ about }) => about.includes('0931'))
    expect(own.map(({ of, state }) => `${of} ${state}`).sort()).toEqual(
      ['广州海事局海巡支队 fulfilled', '广州海事局 open'].sort(),
    )
  })
})

describe('S01.3: a branch that stands elsewhere', () => {
  test('is reviewed there: the duty of the one above before is void for the reason of the reorganisation', async () => {
    ;({ world, stage } = await openYear('society'))
    const { patrol } = stage.organisations
    await submitted(world, stage.people.patrolSecretary, patrol)
    expect(await inShort('theme.review')).toEqual(['广州海事局海巡支队 2026-07-22 open'])
    await standsUnder(world, '2026-07-15', '海巡0931船党支部', '湛江海事局党委')
    const move = () =>
      world.act(stage.people.securityAdmin, (context) =>
        rerouteThemes(context, [patrol], new Map(), '示海党〔2026〕30号'),
      )
    await move()
    await move()
    expect(await inShort('theme.review')).toEqual(['广州海事局海巡支队 2026-07-22 void', '湛江海事局 2026-07-22 open'])
    expect((await duties('theme.review'))[0]!.void_reason).toBe('示海党〔2026〕30号')
    // and back again: who had it before has a new one, from this day on
    await world.setTime(noon('2026-07-17'))
    await standsUnder(world, '2026-07-17', '海巡0931船党支部', '广州海事局海巡支队党总支')
    await move()
    await move()
    expect(await inShort('theme.review')).toEqual([
      '广州海事局海巡支队 2026-07-22 void',
      '广州海事局海巡支队 2026-07-24 open',
      '湛江海事局 2026-07-22 void',
    ])
    await world.close()
  })
})

describe('S05.2: what is said on a notice is answered, and the notice closed', () => {
  let theme: string
  let notice: string
  beforeAll(async () => {
    ;({ world, stage } = await openYear('society'))
    ;({ theme, notice } = await onNotice(world, stage))
  })
  afterAll(() => world.close())

  test('it is the duty of the handling office until five working days after the last day, moved with the notice', async () => {
    // five working days from Thursday 16 July are over on Wednesday 22
    expect(await inShort('notice.answer')).toEqual(['示例海事局 2026-07-29 open'])
    const office = await who('rootOffice')
    await office.get(noticeContract.extendNotice, { notice, days: 2, reason: '暴雨停工', lastDay: '2026-07-22' })
    expect(await inShort('notice.answer')).toEqual(['示例海事局 2026-07-31 open'])
  })

  test('an unnamed opinion leaves no trace in it', async () => {
    const before = await world.db.selectFrom('duty').selectAll().execute()
    await world.setTime('2026-07-16T17:41:23.456000+08:00')
    await world.nobody.get(noticeContract.giveOpinion, { notice, text: '目标怎么查？' })
    expect(await world.db.selectFrom('duty').selectAll().execute()).toEqual(before)
  })

  test('closing is not enough while an opinion waits; the last answer ends it, late by its day', async () => {
    await world.setTime(noon('2026-07-27'))
    await (await who('rootOffice')).get(themeContract.putInForce, { theme })
    expect(await inShort('notice.answer')).toEqual(['示例海事局 2026-07-31 open'])
    await world.setTime(noon('2026-08-01'))
    const office = await who('rootOffice')
    const { rows } = await office.get(noticeContract.listOpinions, { notice, limit: 5 })
    await office.get(noticeContract.closeGroundless, { notice, opinions: [rows[0]!.id], reply: '已有指标' })
    expect(await inShort('notice.answer')).toEqual(['示例海事局 2026-07-31 late'])
  })
})

describe('S12.2: each rated branch scores itself by the last day', () => {
  test('it is the branch’s duty, done with the self-score', async () => {
    const year = await openAssessed()
    ;({ world, stage } = year)
    expect((await inShort('assessment.self-score')).map((line) => line.replace(/^\S+ /, ''))).toEqual(
      Array(5).fill('2025-12-25 open'),
    )
    const secretary = await who('huangpuSecretary')
    const { lines } = await secretary.get(assessmentContract.readSelfScore, { assessed: year.assessed.huangpu })
    const scores = lines.map(({ indicator, least }) => ({ indicator, points: least, note: '' }))
    await secretary.get(assessmentContract.selfScore, { assessed: year.assessed.huangpu, scores })
    expect((await inShort('assessment.self-score'))[0]).toBe('广州海事局黄埔海事处 2025-12-25 fulfilled')
    await world.close()
  })
})

describe('a branch’s meetings of the month and the quarter', () => {
  let organisation: string
  beforeAll(async () => {
    ;({ world, stage } = await openYear('society'))
    organisation = stage.organisations.huangpu
    await openMeetings()
  })
  afterAll(() => world.close())

  const enter = async (happenedOn: string) =>
    (
      await (
        await who('huangpuSecretary')
      ).get(buildingContract.enterRecord, {
        organisation,
        happenedOn,
        kind: 'members-meeting',
        sentence: '党员大会通报工作',
      })
    ).id
  const own = async () => (await duties('building.members-meeting')).filter(({ of }) => of.includes('黄埔'))

  test('a meeting counts for its own day, also when it is put on record after the quarter', async () => {
    await world.setTime(noon('2026-10-03'))
    await openMeetings()
    expect(await own()).toMatchObject([
      { due_on: '2026-09-30', state: 'open' },
      { due_on: '2026-12-31', state: 'open' },
    ])
    const record = await enter('2026-09-28')
    expect(await own()).toMatchObject([
      { state: 'fulfilled', done_on: '2026-09-28', late: false },
      { due_on: '2026-12-31', state: 'open' },
    ])
    await (await who('huangpuSecretary')).get(buildingContract.correctRecord, {
      record,
      happenedOn: '2026-10-02',
      kind: 'members-meeting',
      sentence: '党员大会通报工作',
      reason: '日期写错',
    })
    expect(await own()).toMatchObject([{ state: 'open' }, { state: 'fulfilled', done_on: '2026-10-02' }])
    const again = await enter('2026-10-03')
    await (await who('huangpuSecretary')).get(buildingContract.withdrawRecord, { record, reason: '重复' })
    expect((await own())[1]).toMatchObject({ state: 'fulfilled' })
    await (await who('huangpuSecretary')).get(buildingContract.withdrawRecord, { record: again, reason: '没有召开' })
    expect((await own())[1]).toMatchObject({ state: 'open', done_on: null })
  })

  test('one on record already asks for nothing', async () => {
    await world.setTime(noon('2027-01-02'))
    await enter('2027-01-01')
    await openMeetings()
    expect(await own()).toHaveLength(2)
    expect((await duties('building.members-meeting')).filter(({ due_on }) => due_on === '2027-03-31')).toHaveLength(4)
  })
})
