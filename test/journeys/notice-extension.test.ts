import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { openNotice } from '#programme/notice/disclosure.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { holidayContract } from '#support/holiday/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { onNotice, openYear, Visitors } from './theme-year.ts'
import { lines } from './whole-database.ts'

const { extendNotice, readNotice } = noticeContract
const source = '国务院办公厅关于2027年部分节假日安排的通知'

let world: World
let stage: Stage
let visitors: Visitors
let theme: string
let notice: string
const as = (who: keyof Stage['people']) => visitors.as(who)
const read = (id = notice) => world.nobody.get(readNotice, { notice: id })

beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  ;({ theme, notice } = await onNotice(world, stage))
})
afterAll(() => world.close())

const wish = { days: 3, reason: '台风期间多数职工在一线值守，来不及看。', lastDay: '2026-07-22' }

describe('more time', () => {
  test('is given by the handling office alone, by at least one day, with a reason', async () => {
    const office = await as('rootOffice')
    expect(await (await as('huangpuSecretary')).ask(extendNotice, { notice, ...wish })).toMatchObject({ status: 403 })
    expect(await world.nobody.ask(extendNotice, { notice, ...wish })).toMatchObject({ status: 401 })
    for (const days of [0, -3, 61, 1.5])
      expect(await office.ask(extendNotice, { notice, ...wish, days })).toMatchObject({
        status: 422,
        fields: { days: expect.any(String) },
      })
    expect(await office.ask(extendNotice, { notice, ...wish, reason: ' ' })).toMatchObject({ status: 422 })
    expect(await office.ask(extendNotice, { notice, ...wish, until: '2026-07-20' } as never)).toMatchObject({
      status: 422,
    })
    expect((await read()).extensions).toEqual([])
  })

  test('is counted on by the table of days off; of two who give it at once one wins', async () => {
    const office = await as('rootOffice')
    await office.get(holidayContract.putHoliday, {
      day: '2026-07-24',
      kind: 'holiday',
      name: '台风停工',
      source: '示海办〔2026〕9号',
    })
    const both = await Promise.all([
      office.ask(extendNotice, { notice, ...wish, document: '示海党办〔2026〕8号' }),
      office.ask(extendNotice, { notice, ...wish, days: 10 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)).toMatchObject({ code: 'notice.extended-meanwhile' })
    const { extensions, lastDay } = await read()
    expect(extensions).toHaveLength(1)
    expect(await lines(world, 'notice.extended')).toBe(1)
    // 23, 27 and 28: the 24th is off, the 25th and 26th a weekend
    expect(lastDay).toBe(extensions[0]!.days === 3 ? '2026-07-28' : '2026-08-06')
  })

  test('sent twice with one key is given once', async () => {
    const office = await as('rootOffice')
    const { lastDay, extendedDays } = await read()
    const again = { notice, days: 1, reason: '再给一天', lastDay }
    const first = await office.ask(extendNotice, again, { key: 'extend-once-key' })
    const second = await office.ask(extendNotice, again, { key: 'extend-once-key' })
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await read()).extendedDays).toBe(extendedDays + 1)
  })

  test('is shown on the notice: the first end, each extension with its day and reason, the post and no name', async () => {
    const shown = await read()
    expect(shown).toMatchObject({ firstLastDay: '2026-07-22', days: 5, state: 'open' })
    expect(shown.extensions[0]).toMatchObject({
      on: '2026-07-15',
      reason: wish.reason,
      lastDayBefore: '2026-07-22',
      by: '示例海事局党委',
    })
    expect(shown.extensions.map(({ days }) => days).reduce((sum, days) => sum + days)).toBe(shown.extendedDays)
    expect(shown.end.named).toEqual([{ day: '2026-07-24', kind: 'holiday', name: '台风停工' }])
    const { html } = await world.nobody.page(`/notices/${notice}`)
    expect(html).toContain('原定截止：2026-07-22 24:00')
    expect(html).toContain(wish.reason)
    expect(html).toContain('示例海事局党委党建工作部门')
    expect(html).toContain('台风停工 07-24 放假')
    expect(html).not.toContain('梁海燕')
  })

  test('counts: people speak and the theme waits until the new end', async () => {
    const { lastDay } = await read()
    await visitors.setTime(`${lastDay}T23:59:59.999999+08:00`)
    expect((await world.nobody.ask(noticeContract.giveOpinion, { notice, text: '最后一刻' })).status).toBe(200)
    const office = await as('rootOffice')
    expect(await office.ask(themeContract.putInForce, { theme })).toMatchObject({ code: 'notice.not-ripe' })
    expect((await office.get(themeContract.readTheme, { theme })).notice).toMatchObject({ lastDay, over: false })
    await visitors.setTime(noon('2026-08-08'))
    const late = await (await as('rootOffice')).ask(extendNotice, { notice, ...wish, lastDay })
    expect(late).toMatchObject({ status: 409, code: 'notice.too-late-to-extend' })
    await (await as('rootOffice')).get(themeContract.putInForce, { theme })
    const closed = await (await as('rootOffice')).ask(extendNotice, { notice, ...wish, lastDay })
    expect(closed).toMatchObject({ status: 409, code: 'notice.closed' })
  })

  test('is on record for good: the database takes no change and no shortening', async () => {
    await expect(world.db.updateTable('notice_extension').set({ days: 1 }).execute()).rejects.toThrow(/permission/)
    await expect(world.db.deleteFrom('notice_extension').execute()).rejects.toThrow(/permission/)
    const row = await world.owner.selectFrom('notice_extension').selectAll().executeTakeFirstOrThrow()
    const { id: _, ...same } = { ...row, last_day: row.last_day_before }
    await expect(world.owner.insertInto('notice_extension').values(same).execute()).rejects.toThrow(
      /an_extension_lengthens|one_extension_from_each_day/,
    )
    await expect(world.db.updateTable('notice').set({ last_day: '2026-07-21' }).execute()).rejects.toThrow(
      /a_period_never_ends_earlier_than_told/,
    )
  })
})

describe('the end, when the table of days off changes meanwhile', () => {
  const plain = async (today: string) => {
    await visitors.setTime(noon(today))
    return world.act(stage.people.rootOffice, (context) =>
      openNotice(context, {
        subjectKind: 'other',
        subjectId: context.newId(),
        organisation: stage.organisations.root,
        concerns: null,
        within: stage.organisations.root,
        scope: 'society',
        title: '公示',
        body: [{ label: '内容', text: '文字' }],
        days: 5,
        checkedBy: stage.people.confidentiality,
      }),
    )
  }

  test('stands where it was told once all its days were settled, and the page says so', async () => {
    const id = await plain('2026-08-10')
    expect(await read(id)).toMatchObject({ lastDay: '2026-08-17', provisional: false, end: { ground: 'fixed' } })
    await (await as('rootOffice')).get(holidayContract.putHoliday, {
      day: '2026-08-13',
      kind: 'holiday',
      name: '全体休息',
      source: '示海办〔2026〕11号',
    })
    expect(await read(id)).toMatchObject({ lastDay: '2026-08-17', end: { ground: 'kept', recounted: '2026-08-18' } })
    expect((await world.nobody.page(`/notices/${id}`)).html).toContain('照现在的表应为 2026-08-18')
    const { lastDay } = await (await as('rootOffice')).get(extendNotice, {
      notice: id,
      days: 1,
      reason: '改一天',
      lastDay: '2026-08-17',
    })
    expect(lastDay).toBe('2026-08-18')
  })

  test('is an estimate until the year is announced; then it moves later, never earlier, and the page says why', async () => {
    const id = await plain('2026-12-29')
    expect(await read(id)).toMatchObject({ lastDay: '2027-01-05', provisional: true, end: { ground: 'estimated' } })
    expect((await world.nobody.page(`/notices/${id}`)).html).toContain('暂按周一至周五上班计')
    const office = await as('rootOffice')
    for (const day of ['2027-01-01', '2027-01-04'])
      await office.get(holidayContract.putHoliday, { day, kind: 'holiday', name: '元旦', source })
    await office.get(holidayContract.announceYear, { year: 2027, announced: true, source })
    const corrected = await read(id)
    expect(corrected).toMatchObject({ lastDay: '2027-01-07', provisional: false, end: { ground: 'corrected' } })
    expect((await world.nobody.page(`/notices/${id}`)).html).toContain('原按估算截至 2027-01-05')
    // what people see is what counts
    await visitors.setTime('2027-01-07T23:59:59.999000+08:00')
    expect((await world.nobody.ask(noticeContract.giveOpinion, { notice: id, text: '在校正后的期内' })).status).toBe(
      200,
    )

    await visitors.setTime(noon('2027-01-05'))
    const weekend = { kind: 'workday' as const, name: '调休', source }
    for (const day of ['2027-01-02', '2027-01-03'])
      await (await as('rootOffice')).get(holidayContract.putHoliday, { day, ...weekend })
    expect(await read(id)).toMatchObject({ lastDay: '2027-01-05', end: { ground: 'fixed' } })
    for (const day of ['2027-01-01', '2027-01-04'])
      await (await as('rootOffice')).get(holidayContract.removeHoliday, { day, reason: '登记有误' })
    expect(await read(id)).toMatchObject({ lastDay: '2027-01-05', end: { ground: 'kept', recounted: '2027-01-03' } })
  })
})
