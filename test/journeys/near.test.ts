import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { batchContract } from '#programme/theme/contract-batch.ts'
import { themeJobs } from '#programme/theme/jobs.ts'
import { findingKeys } from '#programme/theme/rules/near-keys.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { idea, openYear, pass, submitted, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let eyes: string
const as = (who: keyof Stage['people']) => visitors.as(who)
let visitors: Visitors
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  eyes = await submitted(world, stage.people.huangpuSecretary, stage.organisations.huangpu)
})
afterAll(() => world.close())

const namesNear = async (who: keyof Stage['people'], theme: string) =>
  (await (await as(who)).get(themeContract.readTheme, { theme })).nearest.map(({ name }) =>
    name.map(({ text }) => text).join(''),
  )
const job = (name: string) =>
  world.dispatcher.act({ person: '' as never, name: '', posts: [] }, (context) => themeJobs[name]!(context, {}))
const texts = (name: string, meaning: string) => ({ ...idea, name, meaning })

describe('near themes are compared when words change', () => {
  let draft: string
  test('a draft sees those handed in; nobody else sees the draft', async () => {
    const secretary = await as('windowSecretary')
    const drafted = await secretary.get(themeContract.draftTheme, {
      organisation: stage.organisations.window,
      ...texts('珠江口的眼睛', '窗口里看得见海。'),
    })
    draft = drafted.id
    expect(drafted.near).toEqual({ themes: 1, nearest: '珠江口上的眼睛' })
    expect(await namesNear('windowSecretary', draft)).toEqual(['珠江口上的眼睛'])
    expect(await namesNear('huangpuSecretary', eyes)).toEqual([])
  })

  test('handed in it stands beside the other, in the reviewer’s list and in the batch', async () => {
    await (await as('windowSecretary')).get(themeContract.submitTheme, { theme: draft })
    expect(await namesNear('huangpuSecretary', eyes)).toEqual(['珠江口的眼睛'])
    const office = await as('guangzhouOffice')
    const { rows } = await office.get(themeContract.listMyWork, { list: 'todo', limit: 20 })
    expect(rows.find(({ id }) => id === eyes)!.near).toEqual({ themes: 1, nearest: '珠江口的眼睛' })
    const batch = await office.get(batchContract.listMyReviews, { limit: 20 })
    expect(batch.rows.find(({ id }) => id === eyes)!.near).toEqual({ themes: 1, nearest: '珠江口的眼睛' })
    expect((await office.page('/my/work')).html).toContain('相近主题 1 个，最近的是“珠江口的眼睛”')
  })

  test('what does not touch the words compares nothing', async () => {
    await world.owner.updateTable('theme_near').set({ percent: 77 }).execute()
    await (await as('guangzhouOffice')).get(themeContract.reviewTheme, { theme: eyes, ...pass })
    const [near] = (await (await as('huangpuSecretary')).get(themeContract.readTheme, { theme: eyes })).nearest
    expect(near!.percent).toBe(77)
  })

  test('other words, and it is near no more, on both sides', async () => {
    const secretary = await as('windowSecretary')
    await secretary.get(themeContract.withdrawTheme, { theme: draft })
    expect(await namesNear('huangpuSecretary', eyes)).toEqual([])
    await secretary.get(themeContract.changeTheme, { theme: draft, ...texts('微笑一米线', '一米线里笑脸相迎。') })
    expect(await namesNear('windowSecretary', draft)).toEqual([])
    expect(await world.db.selectFrom('theme_near').selectAll().execute()).toEqual([])
  })

  test('a meaning taken over is found, whatever the name', async () => {
    const secretary = await as('windowSecretary')
    await secretary.get(themeContract.changeTheme, {
      theme: draft,
      ...texts('微笑一米线', idea.meaning.replace('珠江口上的眼睛', '微笑一米线')),
    })
    const [near] = (await secretary.get(themeContract.readTheme, { theme: draft })).nearest
    expect(near).toMatchObject({ near: true, meaning: null })
    expect(near!.name.map(({ text }) => text).join('')).toBe('珠江口上的眼睛')
  })

  test('words of the trade alone make nobody near', async () => {
    const secretary = await as('windowSecretary')
    const { rows } = await secretary.get(themeContract.nearestThemes, {
      organisation: stage.organisations.window,
      name: '先锋',
      meaning: '',
    })
    expect(rows).toEqual([])
  })
})

describe('what was missed is found within the hour', () => {
  test('two handed in at the same moment', async () => {
    const secretary = await as('windowSecretary')
    await secretary.get(themeContract.changeTheme, {
      theme: (await secretary.get(themeContract.readMyTheme, { organisation: stage.organisations.window })).underWay!
        .id,
      ...texts('珠江口的眼睛', '窗口里看得见海。'),
    })
    const { id } = (await secretary.get(themeContract.readMyTheme, { organisation: stage.organisations.window }))
      .underWay!
    await secretary.get(themeContract.submitTheme, { theme: id })
    await world.owner.deleteFrom('theme_near').execute()
    expect(await namesNear('huangpuSecretary', eyes)).toEqual([])
    await job('theme.compare-recent')
    expect(await namesNear('huangpuSecretary', eyes)).toEqual(['珠江口的眼睛'])
  })

  test('themes from before there were keys', async () => {
    await world.owner.deleteFrom('theme_near').execute()
    await world.owner.updateTable('theme').set({ keys: null }).execute()
    await visitors.setTime(noon('2026-07-20'))
    await job('theme.compare-recent')
    const row = await world.db.selectFrom('theme').select('keys').where('id', '=', eyes).executeTakeFirstOrThrow()
    expect(row.keys).toEqual(findingKeys(idea))
    expect(await namesNear('huangpuSecretary', eyes)).toEqual(['珠江口的眼睛'])
  })
})

test('each night it is counted how common words are; twice gives the same', async () => {
  await job('theme.count-words')
  const counted = () => world.db.selectFrom('theme_key').selectAll().orderBy('key').execute()
  const first = await counted()
  expect(first).toContainEqual({ key: '', themes: 2 })
  expect(first).toContainEqual({ key: '珠江', themes: 2 })
  expect(first.filter(({ themes }) => themes === 1)).toEqual([])
  await job('theme.count-words')
  expect(await counted()).toEqual(first)
})

test('two who hand in near themes at once both succeed', async () => {
  const [window, patrol] = [await as('patrolSecretary'), await as('nanshaSecretary')]
  const drafts = await Promise.all([
    window.get(themeContract.draftTheme, { organisation: stage.organisations.patrol, ...texts('海盾', '海上的盾。') }),
    patrol.get(themeContract.draftTheme, { organisation: stage.organisations.nansha, ...texts('海之盾', '海的盾。') }),
  ])
  const answers = await Promise.all([
    window.ask(themeContract.submitTheme, { theme: drafts[0].id }),
    patrol.ask(themeContract.submitTheme, { theme: drafts[1].id }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  await job('theme.compare-recent')
  expect(await namesNear('patrolSecretary', drafts[0].id)).toEqual(['海之盾'])
  expect(await namesNear('nanshaSecretary', drafts[1].id)).toEqual(['海盾'])
})

describe('of two handed in at the same moment', () => {
  const told = () =>
    world.db
      .selectFrom('history')
      .select(['subject_id', 'organisation_id', 'detail'])
      .where('action', '=', 'theme.near')
      .orderBy('subject_id')
      .execute()

  test('each branch is told of the other within the hour, and once', async () => {
    // as if neither had seen the other
    await world.owner.deleteFrom('history').where('action', '=', 'theme.near').execute()
    await job('theme.compare-recent')
    const lines = await told()
    const pair = lines.filter(({ organisation_id: at }) =>
      [stage.organisations.patrol, stage.organisations.nansha].includes(at as never),
    )
    expect(pair).toHaveLength(2)
    expect(
      new Set(pair.map(({ subject_id: about, detail }) => `${about} ${(detail as { other: string }).other}`)),
    ).toEqual(new Set(pair.map(({ subject_id: about, detail }) => `${(detail as { other: string }).other} ${about}`)))
    await job('theme.compare-recent')
    expect(await told()).toEqual(lines)
  })

  test('one that was told when the other was handed in is not told again', async () => {
    await world.owner
      .deleteFrom('history')
      .where('action', '=', 'theme.near')
      .where('organisation_id', '=', stage.organisations.nansha)
      .execute()
    const lines = await told()
    await job('theme.compare-recent')
    expect(await told()).toEqual(lines)
  })
})

describe('could any branch say this?', () => {
  const general = {
    ...idea,
    meaning: '充分发挥党支部战斗堡垒作用和党员先锋模范作用，走在前列。',
    strengths: '支部班子团结有力，党员干劲足，群众基础好。',
    tie: '紧紧围绕中心工作，推动党建与业务深度融合。',
    lasting: '任务年年都有，主题跟着任务走。',
    goals: '争创一流，再上新台阶。',
  }
  let theme: string

  test('the branch is told before it hands in, with reasons and how to mend them', async () => {
    const secretary = await as('xuwenSecretary')
    const drafted = await secretary.get(themeContract.draftTheme, {
      organisation: stage.organisations.xuwen,
      ...general,
      name: '先锋护航',
    })
    theme = drafted.id
    expect(drafted.hint).toMatchObject({ anyBranch: true })
    const { html } = await secretary.page('/my/theme')
    expect(html).toContain('这些话，哪个支部都能说吗？')
    expect(html).toContain('没有找到只属于本支部的字词（如“湛江”、“徐闻”）')
    expect(html).toContain('怎么改')
  })

  test('it stops nothing, and the reviewer sees the same; nobody else does', async () => {
    const secretary = await as('xuwenSecretary')
    await secretary.get(themeContract.submitTheme, { theme })
    expect((await secretary.get(themeContract.readTheme, { theme })).hint).toBeNull()
    const office = await as('zhanjiangOffice')
    expect((await office.get(themeContract.readTheme, { theme })).hint).toMatchObject({ anyBranch: true })
    expect((await office.page(`/my/work/${theme}`)).html).toContain('哪个支部都能说吗')
    expect((await (await as('rootOffice')).get(themeContract.readTheme, { theme })).hint).toBeNull()
    expect((await (await as('xuwenMember')).ask(themeContract.readTheme, { theme })).status).toBe(404)
    expect((await office.ask(themeContract.reviewTheme, { theme, ...pass })).status).toBe(200)
  })
})
