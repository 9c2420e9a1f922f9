import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'
import { idea, onNotice, openYear, Visitors } from './theme-year.ts'
import { everyRow, lines, sessionOf, transactionOf } from './whole-database.ts'

let world: World
let stage: Stage
let theme: string
let notice: string
let visitors: Visitors
const as = (who: keyof Stage['people']) => visitors.as(who)
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  ;({ theme, notice } = await onNotice(world, stage))
})
afterAll(() => world.close())

const opinions = async () =>
  (await (await as('rootOffice')).get(noticeContract.listOpinions, { notice, limit: 200 })).rows
const objections = async (who: keyof Stage['people'] = 'rootOffice') =>
  (await (await as(who)).get(noticeContract.listObjections, { notice })).rows

describe('an unnamed opinion', () => {
  test('is joined with nothing: no person, no time of day, no line of history, no transaction of anybody', async () => {
    const member = await as('huangpuMember')
    const linesBefore = await lines(world)
    const sessionBefore = await sessionOf(world, stage.people.huangpuMember)
    await world.setTime('2026-07-15T17:41:23.456000+08:00')
    const asked = await member.ask(
      noticeContract.giveOpinion,
      { notice, text: '目标里“有所提高”怎么查？' },
      { key: 'one-opinion-key' },
    )
    expect(asked).toMatchObject({ status: 200, body: { taken: true } })
    expect(await lines(world)).toBe(linesBefore)
    expect(await sessionOf(world, stage.people.huangpuMember)).toEqual(sessionBefore)

    const row = await world.owner.selectFrom('opinion').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ person_id: null, given_on: '2026-07-15', disposition: null })
    const xmin = await transactionOf(world, 'opinion')
    for (const { table, text } of await everyRow(world)) {
      if (text.xmin !== xmin) continue
      expect(text.row, table).not.toContain(stage.people.huangpuMember)
      expect(text.row, table).not.toContain('17:41')
    }
  })

  test('sent twice with one key is one opinion', async () => {
    const member = await as('huangpuMember')
    const again = { notice, text: '目标里“有所提高”怎么查？' }
    expect((await member.ask(noticeContract.giveOpinion, again, { key: 'one-opinion-key' })).status).toBe(200)
    expect(await opinions()).toHaveLength(1)
  })

  test('is taken from the public, until there are too many from one address', async () => {
    const headers = { 'x-test-address': '198.51.100.7' }
    const statuses = []
    for (let turn = 0; turn < 11; turn++) {
      const text = `第${turn}条：支持`
      statuses.push((await world.nobody.ask(noticeContract.giveOpinion, { notice, text }, { headers })).status)
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429])
  })
})

describe('words under a name', () => {
  test('are known by name to the handling office alone', async () => {
    const staff = await as('huangpuStaff')
    await staff.get(noticeContract.signOpinion, { notice, text: '建议写进防污染。' })
    expect((await world.nobody.ask(noticeContract.signOpinion, { notice, text: '建议' })).status).toBe(401)
    expect((await opinions()).filter(({ named }) => named)).toMatchObject([{ by: '赵小米' }])
    const heard = (await (await as('huangpuSecretary')).get(noticeContract.listOpinions, { notice, limit: 200 })).rows
    expect(heard.filter(({ named }) => named)).toMatchObject([{ by: null, text: '建议写进防污染。', allowed: [] }])
    expect(await (await as('xuwenSecretary')).ask(noticeContract.listOpinions, { notice, limit: 50 })).toMatchObject({
      status: 403,
      code: 'notice.only-those-concerned',
    })
  })

  test('an objection needs a name and a contact; its words and its name are read by the office alone', async () => {
    const objection = {
      notice,
      name: '吴倩',
      contact: '020-00000000',
      text: '材料称连续多年承担值守，前年是邻近支部承担的。',
    }
    const bare = await world.nobody.ask(noticeContract.raiseObjection, { ...objection, contact: '' })
    expect(bare).toMatchObject({ status: 422, fields: { contact: 'text.too-short' } })
    await (await as('xuwenMember')).get(noticeContract.raiseObjection, objection)

    const [seen] = await objections()
    expect(seen).toMatchObject({
      text: objection.text,
      substance: null,
      allowed: ['pass-on', 'answer', 'read-objector'],
    })
    expect(await objections('huangpuSecretary')).toMatchObject([{ text: null, substance: null, allowed: [] }])
    const written = await transactionOf(world, 'objection')
    for (const { table, text } of await everyRow(world)) {
      expect(text.row.includes('020-00000000'), table).toBe(false)
      if (text.xmin === written) expect(text.row, table).not.toContain(stage.people.xuwenMember)
    }
    const office = await as('rootOffice')
    const read = await office.get(noticeContract.readObjector, { objection: seen!.id })
    expect(read).toEqual({ name: '吴倩', contact: '020-00000000' })
    expect(await lines(world, 'notice.objector-read')).toBe(1)
    const secretary = await as('huangpuSecretary')
    expect((await secretary.ask(noticeContract.readObjector, { objection: seen!.id })).status).toBe(403)
    expect((await (await as('xuwenMember')).ask(noticeContract.readObjector, { objection: seen!.id })).status).toBe(404)
    expect(await lines(world, 'notice.objection-raised')).toBe(1)
    const [line] = await world.db
      .selectFrom('history')
      .selectAll()
      .where('action', '=', 'notice.objection-raised')
      .execute()
    expect(line).toMatchObject({ person_id: null, detail: {} })
  })

  test('its substance is passed on as the office writes it', async () => {
    const office = await as('rootOffice')
    const objection = (await objections())[0]!.id
    await office.get(noticeContract.passOnObjection, { objection, substance: '对“连续多年承担值守”的说法有不同意见' })
    expect(await objections('huangpuSecretary')).toMatchObject([
      { text: null, substance: '对“连续多年承担值守”的说法有不同意见' },
    ])
  })
})

describe('answers', () => {
  test('adopting names words as they stand; others are refused with the reason', async () => {
    const office = await as('rootOffice')
    const opinion = (await opinions()).find(({ text }) => text.includes('怎么查'))!.id
    const adopt = (where: string, before: string, after: string) =>
      office.ask(noticeContract.answerOpinion, {
        opinion,
        disposition: 'adopted',
        reply: '意见对，已改成可以检查的目标。',
        wordings: [{ where, before, after }],
      })
    expect((await adopt('创建目标', '没有的话', '别的话')).code).toBe('notice.words-not-found')
    expect((await adopt('不存在', '有', '无')).code).toBe('notice.no-such-passage')
    const none = await office.ask(noticeContract.answerOpinion, {
      opinion,
      disposition: 'adopted',
      reply: '好',
      wordings: [],
    })
    expect(none).toMatchObject({ status: 422 })
    expect((await adopt('创建目标', '服务水平有所提高', '群众满意率保持在九成以上')).status).toBe(200)
    expect((await adopt('创建目标', '服务水平有所提高', '再改')).code).toBe('notice.already-answered')
    const secretary = await as('huangpuSecretary')
    expect(
      (
        await secretary.ask(noticeContract.answerOpinion, {
          opinion,
          disposition: 'declined',
          reply: '不改',
          wordings: [],
        })
      ).code,
    ).toBe('notice.only-the-office')
  })

  test('many groundless ones are closed at once with one reason, and only those that wait', async () => {
    const office = await as('rootOffice')
    const flood = (await opinions()).filter(({ text }) => text.includes('支持')).map(({ id }) => id)
    const reply = '感谢支持，未提出修改内容。'
    expect(await office.get(noticeContract.closeGroundless, { notice, opinions: flood.slice(0, 6), reply })).toEqual({
      closed: 6,
    })
    expect(await office.get(noticeContract.closeGroundless, { notice, opinions: flood.slice(0, 8), reply })).toEqual({
      closed: 2,
    })
  })
})

describe('the end of a notice', () => {
  test('comes at 24:00 of the last working day: a millisecond before one may still speak, then no more', async () => {
    const speak = async (at: string) => {
      await visitors.setTime(at)
      const headers = { 'x-test-address': '198.51.100.9' }
      return world.nobody.ask(noticeContract.giveOpinion, { notice, text: '最后的意见' }, { headers })
    }
    expect((await speak('2026-07-22T23:59:59.999000+08:00')).status).toBe(200)
    expect((await world.nobody.get(noticeContract.readNotice, { notice })).state).toBe('open')
    expect(await speak('2026-07-23T00:00:00.000000+08:00')).toMatchObject({ status: 409, code: 'notice.period-over' })
    expect(await speak('2026-07-23T00:00:00.001000+08:00')).toMatchObject({ status: 409, code: 'notice.period-over' })
    expect((await world.nobody.get(noticeContract.readNotice, { notice })).state).toBe('over')
  })

  test('is held up by an open objection, not by a flood of unnamed opinions', async () => {
    const office = await as('rootOffice')
    expect(await office.ask(themeContract.putInForce, { theme })).toMatchObject({
      status: 409,
      code: 'notice.objection-open',
    })
    const objection = (await objections())[0]!.id
    await office.get(noticeContract.answerObjection, {
      objection,
      result: 'not-upheld',
      reply: '经查值班记录，前年由两个支部共同承担，材料未涉及。',
      substance: '',
    })
    expect((await opinions()).filter(({ disposition }) => disposition === null).length).toBeGreaterThan(2)
    await visitors.setTime('2026-07-22T23:59:59.999000+08:00')
    expect((await office.ask(themeContract.putInForce, { theme })).code).toBe('notice.not-ripe')
    await visitors.setTime('2026-07-23T00:00:00.000000+08:00')
    expect((await office.get(themeContract.putInForce, { theme })).state).toBe('in-force')
  })

  test('changes the theme by the words that were adopted', async () => {
    const brand = await world.nobody.get(themeContract.readBrand, { brand: theme })
    const goals = brand.passages.find(({ label }) => label === '创建目标')!
    expect(goals.text).toBe(idea.goals.replace('服务水平有所提高', '群众满意率保持在九成以上'))
  })

  test('is followed by a summary that says what changed and why, and never who', async () => {
    const { digest, outcome } = await world.nobody.get(noticeContract.readNotice, { notice })
    expect(outcome).toBe('in-effect')
    expect(digest).toMatchObject({
      opinions: 13,
      groundless: 8,
      adopted: 1,
      objections: 1,
      upheld: 0,
      notUpheld: 1,
    })
    const { rows } = await world.nobody.get(noticeContract.listReplies, { notice, from: 1, limit: 20 })
    expect(rows).toMatchObject([
      { number: 1, wordings: [{ where: '创建目标', before: '服务水平有所提高', after: '群众满意率保持在九成以上' }] },
    ])
    expect(JSON.stringify([digest, rows])).not.toMatch(/吴倩|赵小米|020-/)
  })

  test('leaves late answers possible, but no more changes of words', async () => {
    const office = await as('rootOffice')
    const opinion = (await opinions()).find(({ named }) => named)!.id
    const late = await office.ask(noticeContract.answerOpinion, {
      opinion,
      disposition: 'partly',
      reply: '部分吸收',
      wordings: [{ where: '创建目标', before: '年内', after: '今年' }],
    })
    expect(late.code).toBe('notice.no-more-wordings')
    const declined = { opinion, disposition: 'declined' as const, reply: '防污染由另一支部承担。', wordings: [] }
    expect((await office.ask(noticeContract.answerOpinion, declined)).status).toBe(200)
  })
})
