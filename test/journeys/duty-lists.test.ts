import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dutyContract } from '#programme/duty/contract.ts'
import { voidDuty } from '#programme/duty/duties.ts'
import type { Stage } from '../stage.ts'
import { type DutyStage, openDutyStage, report, subject } from './duty-stage.ts'

let on: DutyStage
let who: (name: keyof Stage['people']) => ReturnType<DutyStage['world']['as']>

/** huangpu: missed, and one to come; patrol and xuwen: missed; nansha: done late; window: void; guangzhou: to come. */
beforeAll(async () => {
  on = await openDutyStage()
  who = (name) => on.world.as(on.stage.people[name])
  const { huangpu, patrol, xuwen, nansha, window, guangzhou } = on.stage.organisations
  await on.open(huangpu, '2026-06-08')
  await on.open(huangpu, '2026-06-20', 1)
  await on.open(patrol, '2026-06-05')
  await on.open(xuwen, '2026-06-05')
  await on.open(nansha, '2026-06-05')
  await on.open(window, '2026-06-05')
  await on.open(guangzhou, '2026-06-15')
  await on.world.act(on.stage.people.rootOffice, (context) =>
    voidDuty(context, { kind: report.name, subject, organisation: window }, '窗口支部不参加'),
  )
  await on.noon('2026-06-06')
  await on.fulfil(nansha)
  await on.noon('2026-06-10')
})
afterAll(() => on.world.close())

type Mine = 'mine' | 'late' | 'below'
async function list(name: keyof Stage['people'], which: Mine) {
  const { rows, counts } = await (await who(name)).get(dutyContract.listMyDuties, { list: which, limit: 50 })
  expect(rows).toHaveLength(counts[which])
  return rows.map(({ organisation, dueOn, standing }) => `${organisation.name.slice(-8)} ${dueOn} ${standing.state}`)
}

describe('S01.2: both see it the day after it is missed', () => {
  test('a branch secretary sees what is to be done and what was missed, with both names and the days', async () => {
    expect(await list('huangpuSecretary', 'mine')).toEqual(['黄埔海事处党支部 2026-06-20 open'])
    expect(await list('huangpuSecretary', 'late')).toEqual(['黄埔海事处党支部 2026-06-08 late'])
    expect(await list('huangpuSecretary', 'below')).toEqual([])
    const { rows } = await (await who('huangpuSecretary')).get(dutyContract.listMyDuties, { list: 'late', limit: 5 })
    expect(rows[0]).toMatchObject({
      title: '报送总结',
      standing: { state: 'late', daysLate: 2 },
      direct: { state: 'held', person: { name: '黄志远' } },
      primary: { state: 'held', person: { name: '欧阳志强' }, organisation: { name: '广州海事局党委' } },
      opens: { portal: `/my/records?organisation=${on.stage.organisations.huangpu}`, desk: '/records' },
    })
  })

  test('the secretary of the next organisation above sees what was missed below, the longest first', async () => {
    expect(await list('guangzhouSecretary', 'below')).toEqual([
      '0931船党支部 2026-06-05 late',
      '黄埔海事处党支部 2026-06-08 late',
    ])
    expect(await list('guangzhouSecretary', 'mine')).toEqual(['广州海事局党委 2026-06-15 open'])
    expect(await list('generalSecretary', 'below')).toHaveLength(1)
    expect(await list('zhanjiangSecretary', 'below')).toEqual(['徐闻海事处党支部 2026-06-05 late'])
    expect(await list('rootSecretary', 'below')).toHaveLength(3)
  })

  test('it is late from the first moment of the day after, before any job has run', async () => {
    const early = await openDutyStage()
    try {
      await early.open(early.stage.organisations.huangpu, '2026-06-08')
      const counts = async () => {
        const ask = async (name: 'huangpuSecretary' | 'guangzhouSecretary') =>
          (
            await (
              await early.world.as(early.stage.people[name])
            ).get(dutyContract.listMyDuties, { list: 'mine', limit: 1 })
          ).counts
        return [(await ask('huangpuSecretary')).late, (await ask('guangzhouSecretary')).below]
      }
      await early.at('2026-06-08', '23:59:59.999999')
      expect(await counts()).toEqual([0, 0])
      await early.midnight('2026-06-09')
      expect(await counts()).toEqual([1, 1])
    } finally {
      await early.world.close()
    }
  })

  test('those who answered on the due day see it still after they left, and so does their successor', async () => {
    const { huangpu, guangzhou } = on.stage.organisations
    const { huangpuSecretary, huangpuMember, guangzhouSecretary } = on.stage.people
    await on.writeDown()
    await on.endPost(huangpuSecretary, huangpu, '2026-06-10')
    await on.post(huangpuMember, huangpu, 'secretary', '2026-06-10')
    await on.endPost(guangzhouSecretary, guangzhou, '2026-06-10')
    expect(await list('huangpuSecretary', 'late')).toEqual(['黄埔海事处党支部 2026-06-08 late'])
    expect(await list('huangpuSecretary', 'mine')).toEqual([])
    expect(await list('huangpuMember', 'late')).toEqual(['黄埔海事处党支部 2026-06-08 late'])
    expect(await list('guangzhouSecretary', 'below')).toEqual(['黄埔海事处党支部 2026-06-08 late'])
    const { rows } = await (await who('huangpuMember')).get(dutyContract.listMyDuties, { list: 'late', limit: 5 })
    expect(rows[0]!.direct).toMatchObject({ person: { name: '黄志远' } })
    // whoever is not there any more is led to no page of the branch
    const gone = await (await who('huangpuSecretary')).get(dutyContract.listMyDuties, { list: 'late', limit: 5 })
    expect(gone.rows[0]!.opens.portal).toBeNull()
  })
})

describe('the list at the desk', () => {
  async function rows(name: keyof Stage['people'], filter: object = {}) {
    const { rows } = await (await who(name)).get(dutyContract.listDuties, { limit: 50, ...filter })
    return rows.map(({ organisation }) => organisation.name)
  }

  test('shows what is open within reach, late first, and what ended when asked', async () => {
    expect(await rows('rootOffice')).toHaveLength(5)
    expect((await rows('rootOffice')).slice(0, 2).sort()).toEqual(['海巡0931船党支部', '湛江海事局徐闻海事处党支部'])
    expect(await rows('zhanjiangOffice')).toEqual(['湛江海事局徐闻海事处党支部'])
    expect(await rows('rootOffice', { standing: 'fulfilled' })).toEqual(['广州海事局南沙海事处党支部'])
    expect(await rows('rootOffice', { standing: 'void' })).toEqual(['政务中心窗口党支部'])
  })

  test('is narrowed by region, organisation, kind, words and pinyin', async () => {
    const { guangzhou, general } = on.stage.organisations
    expect(await rows('rootOffice', { region: '粤西' })).toEqual(['湛江海事局徐闻海事处党支部'])
    expect(await rows('rootOffice', { organisation: general })).toEqual(['海巡0931船党支部'])
    expect(await rows('rootOffice', { organisation: guangzhou, standing: 'open' })).toEqual([
      '广州海事局党委',
      '广州海事局黄埔海事处党支部',
    ])
    expect(await rows('rootOffice', { kind: 'test.other' })).toEqual([])
    expect(await rows('rootOffice', { search: '徐闻' })).toHaveLength(1)
    expect(await rows('rootOffice', { search: 'xuwen' })).toHaveLength(1)
    expect(await rows('rootOffice', { search: '%' })).toEqual([])
  })

  test('pages without losing or doubling a row', async () => {
    const office = await who('rootOffice')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await office.get(dutyContract.listDuties, { limit: 2, cursor })
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(5)
    expect(await office.ask(dutyContract.listDuties, { limit: 2, cursor: 'bm9wZQ' })).toMatchObject({ status: 422 })
    expect(await office.ask(dutyContract.listDuties, { limit: 2, standing: 'early' as never })).toMatchObject({
      status: 422,
    })
  })

  test('shows a stranger, a member, an assessor and an administrator nothing', async () => {
    for (const name of ['huangpuStaff', 'xuwenMember', 'rootAssessor', 'systemAdmin', 'auditAdmin'] as const) {
      expect(await rows(name), name).toEqual([])
      for (const each of ['mine', 'late', 'below'] as const) expect(await list(name, each), name).toEqual([])
      const choices = await (await who(name)).get(dutyContract.readDutyChoices, {})
      expect(choices).toMatchObject({ regions: [], counts: { open: 0, late: 0 } })
    }
    expect(await on.world.nobody.ask(dutyContract.listDuties, { limit: 5 })).toMatchObject({ status: 401 })
    expect((await on.world.nobody.page('/my/duties')).html).not.toContain('报送总结')
  })
})

describe('the page on a phone', () => {
  test('shows each list with both names, in both languages, small enough', async () => {
    const secretary = await who('guangzhouSecretary')
    const { html } = await secretary.page('/my/duties?list=below')
    for (const shown of ['报送总结', '逾期 2 天', '直接责任人 黄志远', '第一责任人 欧阳志强'])
      expect(html).toContain(shown)
    expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
    const empty = await (await who('xuwenMember')).page('/my/duties')
    expect(empty.html).toContain('目前没有要办的责任事项')
    expect((await secretary.page('/my/duties?list=nonsense')).status).toBe(200)
    expect((await secretary.page('/my/duties?after=nonsense')).status).toBe(422)
  })
})
