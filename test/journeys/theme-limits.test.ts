import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { checked, idea, onNotice, openYear, pass, submitted, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let visitors: Visitors
const as = (who: keyof Stage['people']) => visitors.as(who)
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  const { theme } = await onNotice(world, stage)
  await visitors.setTime(noon('2026-07-25'))
  await (await as('rootOffice')).get(themeContract.putInForce, { theme })
})
afterAll(() => world.close())

describe('who may not', () => {
  test('a secretary of an upper organisation who is also secretary of the branch does not review its theme', async () => {
    await world.owner
      .insertInto('post')
      .values({
        id: '11111111-1111-4111-8111-111111111111',
        person_id: stage.people.nanshaSecretary,
        organisation_id: stage.organisations.guangzhou,
        post: 'office',
        from_on: '2020-01-01',
        confirmed_by: stage.people.nanshaSecretary,
        confirmed_at: noon('2026-07-01'),
      })
      .execute()
    const theme = await submitted(world, stage.people.nanshaSecretary, stage.organisations.nansha, {
      ...idea,
      name: '虎门灯塔',
      meaning: '守着虎门水道，像灯塔一样照着来往的船。',
    })
    const own = await (await as('nanshaSecretary')).ask(themeContract.reviewTheme, { theme, ...pass })
    expect(own).toMatchObject({ status: 403, code: 'theme.own-theme' })
    await (await as('guangzhouOffice')).get(themeContract.reviewTheme, { theme, ...pass })
    const rejected = await (await as('rootOffice')).get(themeContract.reviewTheme, {
      theme,
      result: 'reject',
      answers: {},
      comment: '与本支部工作无关',
    })
    expect(rejected).toMatchObject({ state: 'rejected', reasons: '与本支部工作无关' })
    const secretary = await as('nanshaSecretary')
    expect(
      (await secretary.get(themeContract.readMyTheme, { organisation: stage.organisations.nansha })).mayDraft,
    ).toBe(true)
  })

  test('a secretary who has moved away loses the right with the next request', async () => {
    const moved = await world.as(stage.people.xuwenSecretary)
    const { id: theme } = await moved.get(themeContract.draftTheme, {
      organisation: stage.organisations.xuwen,
      ...idea,
      name: '琼州海峡守门人',
    })
    await world.owner
      .updateTable('post')
      .set({ until_on: '2026-07-25' })
      .where('person_id', '=', stage.people.xuwenSecretary)
      .execute()
    expect((await moved.ask(themeContract.submitTheme, { theme })).status).toBe(404)
    expect((await moved.ask(themeContract.readTheme, { theme })).status).toBe(404)
    expect((await moved.get(themeContract.listMyWork, { list: 'started', limit: 50 })).rows).toEqual([])
  })

  test('whoever checked a theme for secrets does not disclose it', async () => {
    const theme = await submitted(world, stage.people.patrolSecretary, stage.organisations.patrol, {
      ...idea,
      name: '浪尖上的堡垒',
      meaning: '船开到哪里，支部就在哪里。',
    })
    await (await as('generalSecretary')).get(themeContract.reviewTheme, { theme, ...pass })
    await world.owner
      .insertInto('post')
      .values({
        id: '22222222-2222-4222-8222-222222222222',
        person_id: stage.people.confidentiality,
        organisation_id: stage.organisations.root,
        post: 'office',
        from_on: '2020-01-01',
        confirmed_by: stage.people.confidentiality,
        confirmed_at: noon('2026-07-01'),
      })
      .execute()
    await checked(world, stage, theme)
    const both = await as('confidentiality')
    expect(await both.ask(themeContract.publiciseTheme, { theme })).toMatchObject({
      status: 403,
      code: 'theme.checker-cannot-publicise',
    })
    expect((await both.get(themeContract.readTheme, { theme })).allowed).toEqual([])
  })
})

describe('near themes', () => {
  test('stand beside the form with the shared words marked, and never block', async () => {
    const secretary = await as('windowSecretary')
    const window = stage.organisations.window
    const { rows, nearFrom } = await secretary.get(themeContract.nearestThemes, {
      organisation: window,
      name: '珠江口上的窗口',
      meaning: '',
    })
    expect(nearFrom).toBe(16)
    expect(rows[0]).toMatchObject({ branch: '广州海事局黄埔海事处党支部', near: true })
    expect(rows[0]!.name).toEqual([
      { text: '珠江口上的', shared: true },
      { text: '眼睛', shared: false },
    ])
    const undisclosed = rows.find(({ branch }) => branch === '海巡0931船党支部')
    expect(undisclosed?.meaning ?? null).toBeNull()
    const theme = await submitted(world, stage.people.windowSecretary, window, { ...idea, name: '珠江口上的窗口' })
    expect((await secretary.get(themeContract.readTheme, { theme })).state).toBe('submitted')
    const told = await world.db
      .selectFrom('history')
      .select('organisation_id')
      .where('action', '=', 'theme.near')
      .execute()
    expect(told.map(({ organisation_id }) => organisation_id)).toContain(stage.organisations.huangpu)
    const start = async () => (await (await as('huangpuSecretary')).page('/my')).html
    expect(await start()).toContain('与本支部主题相近的新主题')
    expect(await start()).toContain('珠江口上的窗口（政务中心窗口党支部')
    expect((await (await as('xuwenMember')).page('/my')).html).not.toContain('珠江口上的窗口')
    await secretary.get(themeContract.withdrawTheme, { theme })
    expect(await start()).not.toContain('珠江口上的窗口')
  })
})

test('the list holds what a person has to do with, and no more', async () => {
  const names = async (who: keyof Stage['people']) =>
    (await (await as(who)).get(themeContract.listThemes, { limit: 50 })).rows.map(({ branch }) => branch.name)
  expect(await names('huangpuSecretary')).toEqual(['广州海事局黄埔海事处党支部'])
  expect(await names('huangpuMember')).toEqual([])
  expect(await names('systemAdmin')).toEqual([])
  expect((await names('guangzhouOffice')).every((name) => !name.includes('湛江'))).toBe(true)
  const first = await (await as('rootOffice')).get(themeContract.listThemes, { limit: 2 })
  const rest = await (await as('rootOffice')).get(themeContract.listThemes, { limit: 50, cursor: first.next! })
  const all = await (await as('rootOffice')).get(themeContract.listThemes, { limit: 50 })
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(all.rows.map(({ id }) => id))
})

test('a cursor that was made up is refused, not stumbled over', async () => {
  const office = await as('rootOffice')
  const cursor = Buffer.from(JSON.stringify(['nonsense', 'nothing'])).toString('base64url')
  const operations = [themeContract.listThemes, themeContract.listMyWork, themeContract.listBrands] as const
  for (const operation of operations) {
    const { status } = await office.ask(operation, { cursor, limit: 5 } as never)
    expect(status, operation.path).toBe(422)
  }
  expect((await office.ask(noticeContract.listNotices, { cursor, limit: 5 })).status).toBe(422)
})
