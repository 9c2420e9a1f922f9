import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { callContract } from '#programme/theme/contract-call.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { fieldsOf } from './fields-of.ts'
import { idea, openYear, Visitors } from './theme-year.ts'
import { everyRow, lines, sessionOf, transactionOf } from './whole-database.ts'

let world: World
let stage: Stage
let visitors: Visitors
let call: string
const as = (who: keyof Stage['people']) => visitors.as(who)
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
})
afterAll(() => world.close())

const question = '主题叫什么名字、抓哪几件事？'
const read = async (who: keyof Stage['people'] = 'huangpuSecretary') =>
  (await as(who)).get(callContract.readCall, { call })
const contributions = async (state?: 'left' | 'settled') =>
  (
    await (
      await as('huangpuSecretary')
    ).get(callContract.listContributions, { call, limit: 200, ...(state && { state }) })
  ).rows
const settle = async (given: object) =>
  (await as('huangpuSecretary')).ask(callContract.settleContributions, { call, ...given } as never)

describe('a call', () => {
  test('is opened by the secretary of the branch, one at a time, until a day that is real', async () => {
    const organisation = stage.organisations.huangpu
    const secretary = await as('huangpuSecretary')
    const ask = (lastDay: string) => secretary.ask(callContract.openCall, { organisation, question, lastDay })
    expect(await ask('2026-07-14')).toMatchObject({ status: 409, code: 'theme.call-ends-before-it-begins' })
    expect(await ask('2027-07-14')).toMatchObject({ status: 409, code: 'theme.call-too-long' })
    expect(await ask('2026-02-30')).toMatchObject({ status: 422, fields: { lastDay: 'day.not-a-day' } })
    const member = await as('huangpuMember')
    expect(await member.ask(callContract.openCall, { organisation, question, lastDay: '2026-07-20' })).toMatchObject({
      status: 403,
      code: 'theme.only-the-secretary',
    })
    const both = await Promise.all([ask('2026-07-20'), ask('2026-07-20')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    call = both.find(({ status }) => status === 200)!.body!.id
    expect(await ask('2026-07-21')).toMatchObject({ status: 409, code: 'theme.call-already-open' })
  })

  test('is found by members and staff of the branch on their start page, and by no other branch', async () => {
    for (const who of ['huangpuMember', 'huangpuStaff'] as const)
      expect((await (await as(who)).page('/my')).html).toContain(`/my/calls/${call}`)
    expect((await (await as('xuwenMember')).page('/my')).html).not.toContain('/my/calls/')
    expect((await (await as('xuwenMember')).ask(callContract.readCall, { call })).status).toBe(404)
    expect((await (await as('xuwenMember')).ask(callContract.contribute, { call, text: '别的支部' })).status).toBe(404)
    expect((await (await as('rootOffice')).ask(callContract.contribute, { call, text: '上级' })).status).toBe(403)
  })
})

describe('an unnamed suggestion', () => {
  test('is joined with nothing: no person, no time of day, no line of history, no transaction of anybody', async () => {
    const member = await as('huangpuMember')
    const linesBefore = await lines(world)
    const sessionBefore = await sessionOf(world, stage.people.huangpuMember)
    await world.setTime('2026-07-15T12:09:23.456000+08:00')
    const given = { call, text: '把走遍渡口写进目标' }
    const asked = await member.ask(callContract.contribute, given, { key: 'one-suggestion-key' })
    expect(asked).toMatchObject({ status: 200, body: { taken: true } })
    expect(await lines(world)).toBe(linesBefore)
    expect(await sessionOf(world, stage.people.huangpuMember)).toEqual(sessionBefore)
    const row = await world.owner.selectFrom('contribution').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ person_id: null, given_on: '2026-07-15', uptake: null, on_paper: false })
    const xmin = await transactionOf(world, 'contribution')
    for (const { table, text } of await everyRow(world)) {
      if (text.xmin !== xmin) continue
      expect(text.row, table).not.toContain(stage.people.huangpuMember)
      expect(text.row, table).not.toContain('12:09')
    }
    expect((await member.ask(callContract.contribute, given, { key: 'one-suggestion-key' })).status).toBe(200)
    await visitors.setTime('2026-07-15T12:10:00.000000+08:00')
    expect(await contributions()).toHaveLength(1)
  })

  test('cannot be sent without end', async () => {
    const staff = await as('huangpuStaff')
    const statuses = []
    for (let turn = 0; turn < 11; turn++)
      statuses.push((await staff.ask(callContract.contribute, { call, text: `多到小码头来，第${turn}次` })).status)
    expect(statuses).toEqual([...Array(10).fill(200), 429])
  })

  test('is read by the secretary alone until what became of it is told', async () => {
    for (const who of ['huangpuMember', 'rootOffice', 'guangzhouSecretary', 'confidentiality'] as const) {
      const browser = await as(who)
      expect((await browser.ask(callContract.listContributions, { call, limit: 5 })).status, who).toBe(403)
      expect((await browser.page(`/my/calls/${call}`)).html, who).not.toContain('走遍渡口')
      expect(await read(who), who).toMatchObject({ digest: null, work: null })
    }
    expect((await (await as('huangpuSecretary')).page(`/my/calls/${call}`)).html).toContain('走遍渡口')
  })
})

describe('a signed suggestion and paper', () => {
  test('the secretary reads who signed; paper is copied line by line or counted', async () => {
    await (await as('huangpuMember')).get(callContract.signContribution, { call, text: '防污染也要写上' })
    const secretary = await as('huangpuSecretary')
    const long = await secretary.ask(callContract.enterPaper, { call, lines: `一\n${'长'.repeat(601)}` })
    expect(long).toMatchObject({ status: 409, code: 'theme.line-too-long' })
    await secretary.get(callContract.enterPaper, { call, lines: '口号朴实一些\n\n少开会', uncopied: 4 })
    const all = await contributions()
    expect(all).toHaveLength(14)
    expect(all.find(({ text }) => text === '防污染也要写上')).toMatchObject({ by: '李冬', onPaper: false })
    expect(all.filter(({ onPaper }) => onPaper).map(({ text, by }) => [text, by])).toEqual(
      expect.arrayContaining([
        ['口号朴实一些', null],
        ['少开会', null],
      ]),
    )
    expect(await lines(world, 'theme.contribution-signed')).toBe(1)
  })
})

describe('settling', () => {
  const idsOf = async (part: string) =>
    (await contributions()).filter(({ text }) => text.includes(part)).map(({ id }) => id)

  test('says what became of each: with the words, or why not; alike ones at once', async () => {
    const one = await idsOf('走遍渡口')
    expect(await settle({ contributions: one, uptake: 'taken-up' })).toMatchObject({ code: 'theme.words-needed' })
    expect(await settle({ contributions: one, uptake: 'partly', words: '渡口' })).toMatchObject({
      code: 'theme.reason-needed',
    })
    expect(await settle({ contributions: [], uptake: 'taken-up', words: '渡口' })).toMatchObject({ status: 422 })
    expect(await settle({ contributions: one, uptake: 'taken-up', words: '走遍辖区所有渡口' })).toMatchObject({
      status: 200,
      body: { work: { contributions: 14, left: 13, uncopied: 4 } },
    })
    const doubles = await idsOf('多到小码头来')
    await settle({ contributions: doubles, uptake: 'not-taken-up', reason: '已在走访计划之中' })
    await settle({
      contributions: await idsOf('防污染'),
      uptake: 'not-taken-up',
      reason: '由危防支部承担',
      withheld: true,
    })
    expect(await read()).toMatchObject({ work: { left: 2 }, allowed: ['contribute', 'handle', 'drop'] })
    expect(await settle({ contributions: one, uptake: 'taken-up', words: '走遍所有渡口' })).toMatchObject({
      status: 200,
    })
  })

  test('changes nothing of another call', async () => {
    const windowSecretary = await as('windowSecretary')
    const other = await windowSecretary.get(callContract.openCall, {
      organisation: stage.organisations.window,
      question,
      lastDay: '2026-07-20',
    })
    await windowSecretary.get(callContract.settleContributions, {
      call: other.id,
      contributions: await idsOf('少开会'),
      uptake: 'not-taken-up',
      words: '',
      reason: '别的支部',
      withheld: false,
    })
    expect((await contributions('left')).map(({ text }) => text)).toEqual(expect.arrayContaining(['少开会']))
    await windowSecretary.get(callContract.dropCall, { call: other.id, dropReason: '先不提出主题' })
    expect(await windowSecretary.get(callContract.readCall, { call: other.id })).toMatchObject({
      state: 'dropped',
      dropReason: '先不提出主题',
      allowed: [],
    })
  })
})

describe('the end of a call', () => {
  const meeting = { meetingOn: '2026-07-21', present: 12, inFavour: 11 }
  const adopt = async (given: object = {}) =>
    (await as('huangpuSecretary')).ask(callContract.adoptCall, { call, ...meeting, ...given })

  test('comes at 24:00 of its last day, and with the members’ meeting', async () => {
    await visitors.setTime('2026-07-20T23:59:59.999000+08:00')
    const late = { call, text: '最后的建议' }
    expect((await (await as('huangpuMember')).ask(callContract.contribute, late)).status).toBe(200)
    expect((await adopt({ meetingOn: '2026-07-20' })).code).toBe('theme.call-still-open')
    await visitors.setTime('2026-07-21T00:00:00.000000+08:00')
    expect(await (await as('huangpuMember')).ask(callContract.contribute, late)).toMatchObject({
      status: 409,
      code: 'theme.call-over',
    })
    expect(await adopt()).toMatchObject({ status: 409, code: 'theme.contributions-left' })
  })

  test('holds the theme up until it is settled; what is known from it is not asked again', async () => {
    const secretary = await as('huangpuSecretary')
    const { id: theme } = await secretary.get(themeContract.draftTheme, {
      organisation: stage.organisations.huangpu,
      ...idea,
    })
    expect(await secretary.ask(themeContract.submitTheme, { theme })).toMatchObject({
      status: 409,
      code: 'theme.call-to-be-settled',
    })
    const left = (await contributions('left')).map(({ id }) => id)
    await settle({ contributions: left, uptake: 'partly', words: '守一段水，护一方安', reason: '会议由上级安排' })
    expect(await adopt({ present: 12, inFavour: 6 })).toMatchObject({ status: 409, code: 'theme.not-adopted' })
    expect(await adopt({ inFavour: 13 })).toMatchObject({ code: 'theme.more-in-favour-than-present' })
    expect(await adopt({ meetingOn: '2026-07-22' })).toMatchObject({ code: 'theme.meeting-to-come' })
    const both = await Promise.all([adopt(), adopt()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const typed = { suggestions: 3, takenUp: '另填一份', meetingOn: '2026-07-21', present: 12 }
    expect(await secretary.ask(themeContract.submitTheme, { theme, adoption: typed })).toMatchObject({
      status: 409,
      code: 'theme.adoption-known',
    })
    const page = await secretary.page('/my/theme')
    expect(page.html).toContain('不用再填')
    expect(page.html).not.toContain('name="adoption.')
    const submitted = await secretary.get(themeContract.submitTheme, { theme })
    expect(submitted).toMatchObject({
      call,
      adoption: { suggestions: 19, takenUp: '走遍所有渡口；守一段水，护一方安', present: 12, inFavour: 11 },
    })
    await secretary.get(themeContract.withdrawTheme, { theme })
    expect((await secretary.get(themeContract.submitTheme, { theme })).call).toBe(call)
  })

  test('tells those who suggested what became of it, and never who', async () => {
    const { digest, meeting: held } = await read('huangpuStaff')
    expect(held).toEqual(meeting)
    expect(digest).toMatchObject({ suggestions: 19, onPaper: 6 })
    expect(digest!.answers.map(({ uptake, count }) => [uptake, count])).toEqual([
      ['taken-up', 1],
      ['partly', 3],
      ['not-taken-up', 10],
      ['not-taken-up', 1],
    ])
    const { html } = await (await as('huangpuStaff')).page(`/my/calls/${call}`)
    for (const shown of ['走遍所有渡口', '已在走访计划之中', '由危防支部承担', '少开会']) expect(html).toContain(shown)
    for (const hidden of ['防污染也要写上', '李冬', '赵小米']) expect(html).not.toContain(hidden)
    expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
    expect(JSON.stringify(digest)).not.toContain('李冬')
  })

  test('leaves nothing to change', async () => {
    const secretary = await as('huangpuSecretary')
    const some = (await contributions()).slice(0, 1).map(({ id }) => id)
    expect(await settle({ contributions: some, uptake: 'taken-up', words: '别的' })).toMatchObject({
      code: 'theme.call-settled',
    })
    expect((await secretary.ask(callContract.dropCall, { call, dropReason: '不办了' })).code).toBe('theme.call-settled')
    expect((await secretary.ask(callContract.enterPaper, { call, lines: '迟到的' })).code).toBe('theme.call-settled')
  })
})

test('on a phone it is three pages and a dozen fields: ask, settle, record the meeting', async () => {
  await visitors.setTime(noon('2026-07-22'))
  const secretary = await as('xuwenSecretary')
  const page = async (path: string) => {
    const { status, html } = await secretary.page(path)
    expect(status, path).toBe(200)
    expect(html).not.toContain('<script')
    expect(Buffer.byteLength(html), path).toBeLessThan(30 * 1024)
    return html
  }
  const opening = fieldsOf(await page('/my/calls'))
  expect(opening.map(({ name }) => name)).toEqual(['question', 'lastDay'])
  const day = '2026-08-05'
  expect(await page('/my/calls')).toContain(`value="${day}"`)
  const opened = await secretary.post(
    'openCall',
    { '_param.organisation': stage.organisations.xuwen, question, lastDay: day },
    '/my/calls',
  )
  expect(opened.status).toBe(303)
  const { rows } = await secretary.get(callContract.listCalls, { limit: 1 })
  call = rows[0]!.id
  const here = `/my/calls/${call}`
  const member = await as('xuwenMember')
  expect((await member.post('contribute', { '_param.call': call, text: '名字响亮些' }, here)).status).toBe(303)
  await member.post('contribute', { '_param.call': call, text: '名字好记些' }, here)
  await visitors.setTime(noon('2026-08-06'))
  const again = await as('xuwenSecretary')
  const work = fieldsOf((await again.page(here)).html).map(({ name }) => name)
  expect([...new Set(work)]).toEqual([
    'contributions',
    'uptake',
    'words',
    'reason',
    'withheld',
    'lines',
    'uncopied',
    'dropReason',
  ])
  const { rows: left } = await again.get(callContract.listContributions, { call, limit: 5 })
  const bare = await again.post('settleContributions', { '_param.call': call, uptake: 'taken-up', words: '海峡' }, here)
  expect(bare.status).toBe(422)
  const body = new URLSearchParams({
    '_param.call': call,
    _page: here,
    _then: here,
    uptake: 'taken-up',
    words: '海峡守门人',
  })
  for (const { id } of left) body.append('contributions', id)
  const response = await world.app.request('/do/settleContributions', {
    method: 'POST',
    headers: {
      origin: 'http://localhost',
      cookie: again.cookie,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: body.toString(),
  })
  expect(response.status).toBe(303)
  const meeting = fieldsOf((await again.page(here)).html).filter(({ required }) => required)
  expect(meeting.map(({ name }) => name)).toEqual(['meetingOn', 'present', 'inFavour', 'dropReason'])
  const met = { '_param.call': call, meetingOn: '2026-08-06', present: '3', inFavour: '3' }
  expect((await again.post('adoptCall', met, here)).status).toBe(303)
  expect((await again.get(callContract.readCall, { call })).state).toBe('adopted')
})
