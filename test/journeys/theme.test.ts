import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { idea, openYear, pass, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let visitors: Visitors
const as = (who: keyof Stage['people']) => visitors.as(who)
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
})
afterAll(() => world.close())

describe('a theme on its way up', () => {
  let theme: string

  test('is drafted by the secretary of the branch alone, one at a time', async () => {
    const huangpu = stage.organisations.huangpu
    const secretary = await as('huangpuSecretary')
    const refused = await (await as('huangpuMember')).ask(themeContract.draftTheme, { organisation: huangpu, ...idea })
    expect(refused).toMatchObject({ status: 403, code: 'theme.only-the-secretary' })
    const foreign = await (await as('xuwenSecretary')).ask(themeContract.draftTheme, { organisation: huangpu, ...idea })
    expect(foreign.status).toBe(404)
    const drafted = await secretary.get(themeContract.draftTheme, {
      organisation: huangpu,
      ...idea,
      comparison: '',
      goals: '',
    })
    theme = drafted.id
    expect(drafted).toMatchObject({ state: 'draft', allowed: ['change', 'submit', 'abandon'], year: 2026 })
    const second = await secretary.ask(themeContract.draftTheme, { organisation: huangpu, ...idea })
    expect(second).toMatchObject({ status: 409, code: 'theme.one-under-way' })
  })

  test('is not submitted while a text is missing, and says which', async () => {
    const secretary = await as('huangpuSecretary')
    const refused = await secretary.ask(themeContract.submitTheme, { theme })
    expect(refused).toMatchObject({ status: 409, code: 'theme.incomplete' })
    expect(refused).toHaveProperty('message', '还有内容没有填写：比较对象、创建目标')
    await secretary.get(themeContract.changeTheme, { theme, ...idea })
    const submitted = await secretary.get(themeContract.submitTheme, { theme })
    expect(submitted).toMatchObject({ state: 'submitted', allowed: ['withdraw'], stage: 0, round: 1 })
    expect(submitted.route.map(({ id }) => id)).toEqual([stage.organisations.guangzhou, stage.organisations.root])
  })

  test('can be taken back until somebody has reviewed it, and handed in twice has one effect', async () => {
    const secretary = await as('huangpuSecretary')
    expect(await secretary.get(themeContract.withdrawTheme, { theme })).toMatchObject({ state: 'draft' })
    const key = 'the-same-submission'
    const [first, second] = [
      await secretary.ask(themeContract.submitTheme, { theme }, { key }),
      await secretary.ask(themeContract.submitTheme, { theme }, { key }),
    ]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body!.trail.filter(({ step }) => step === 'submitted')).toHaveLength(2)
    expect(second.body).toEqual(first.body)
    expect((await secretary.get(themeContract.readTheme, { theme })).round).toBe(2)
  })

  test('is reviewed nearest first, by the secretary or office of that very organisation', async () => {
    expect(await (await as('rootOffice')).ask(themeContract.reviewTheme, { theme, ...pass })).toMatchObject({
      status: 409,
      code: 'theme.not-your-turn',
    })
    expect(await (await as('huangpuSecretary')).ask(themeContract.reviewTheme, { theme, ...pass })).toMatchObject({
      status: 403,
      code: 'theme.only-reviewers',
    })
    expect((await (await as('zhanjiangOffice')).ask(themeContract.reviewTheme, { theme, ...pass })).status).toBe(404)
    expect((await (await as('inspector')).ask(themeContract.reviewTheme, { theme, ...pass })).status).toBe(404)
    expect((await world.nobody.ask(themeContract.reviewTheme, { theme, ...pass })).status).toBe(401)
  })

  test('goes back with reasons only', async () => {
    const office = await as('guangzhouOffice')
    const bare = await office.ask(themeContract.reviewTheme, { theme, result: 'return', comment: '  ', answers: {} })
    expect(bare).toMatchObject({ status: 409, code: 'theme.reasons-needed' })
    const returned = await office.get(themeContract.reviewTheme, {
      theme,
      result: 'return',
      answers: {},
      comment: '目标不便检查，请改成可以对照的事项。',
      stage: 0,
    })
    expect(returned).toMatchObject({ state: 'returned', reasons: '目标不便检查，请改成可以对照的事项。', allowed: [] })
  })

  test('carries no old comment when it is submitted again; the trail keeps it', async () => {
    const secretary = await as('huangpuSecretary')
    const again = await secretary.get(themeContract.submitTheme, { theme })
    expect(again).toMatchObject({ state: 'submitted', reasons: null, round: 3, stage: 0 })
    expect(again.trail.map(({ step, comment }) => [step, comment])).toContainEqual([
      'returned',
      '目标不便检查，请改成可以对照的事项。',
    ])
  })

  test('of two reviewers at once one wins and the other is told so', async () => {
    const ask = async (who: 'guangzhouOffice' | 'guangzhouSecretary', result: 'pass' | 'return') =>
      (await as(who)).ask(themeContract.reviewTheme, { ...pass, theme, result, comment: '请再想想', stage: 0 })
    await Promise.all([as('guangzhouOffice'), as('guangzhouSecretary')])
    const answers = await Promise.all([ask('guangzhouOffice', 'pass'), ask('guangzhouSecretary', 'pass')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const secretary = await as('huangpuSecretary')
    const read = await secretary.get(themeContract.readTheme, { theme })
    expect(read).toMatchObject({ state: 'submitted', stage: 1, at: { id: stage.organisations.root } })
    expect(read.trail.filter(({ step, round }) => step === 'passed' && round === 3)).toHaveLength(1)
  })

  test('cannot be taken back once somebody has reviewed it', async () => {
    expect(await (await as('huangpuSecretary')).ask(themeContract.withdrawTheme, { theme })).toMatchObject({
      status: 409,
      code: 'theme.already-reviewed',
    })
  })

  test('waits with those who have to act: to do, done, started by me', async () => {
    const mine = async (who: keyof Stage['people'], list: 'todo' | 'done' | 'started') =>
      (await (await as(who)).get(themeContract.listMyWork, { list, limit: 50 })).rows.map(({ id }) => id)
    expect(await mine('rootSecretary', 'todo')).toEqual([theme])
    expect(await mine('guangzhouOffice', 'todo')).toEqual([])
    expect(await mine('guangzhouOffice', 'done')).toEqual([theme])
    expect(await mine('huangpuSecretary', 'started')).toEqual([theme])
    expect(await mine('zhanjiangOffice', 'todo')).toEqual([])
    await visitors.setTime(noon('2026-07-17'))
    const passed = await (await as('rootSecretary')).get(themeContract.reviewTheme, { theme, ...pass, stage: 1 })
    expect(passed).toMatchObject({ state: 'passed', stage: null, at: null })
    expect(passed.trail.at(-1)).toMatchObject({ step: 'passed', post: 'secretary', waitedDays: 2 })
    expect(await mine('confidentiality', 'todo')).toEqual([theme])
  })

  test('is checked for secrets by a named person before it can be disclosed, by another', async () => {
    const office = await as('rootOffice')
    expect(await office.ask(themeContract.publiciseTheme, { theme })).toMatchObject({
      status: 409,
      code: 'theme.not-checked',
    })
    expect(await office.ask(themeContract.checkTheme, { theme, result: 'clear', comment: '' })).toMatchObject({
      status: 403,
      code: 'theme.only-the-confidentiality-reviewer',
    })
    const reader = await as('confidentiality')
    const clear = await reader.get(themeContract.checkTheme, { theme, result: 'clear', comment: '' })
    expect(clear).toMatchObject({ state: 'checked', checkedBy: '解晓东' })
    expect((await reader.ask(themeContract.publiciseTheme, { theme })).code).toBe('theme.only-the-office')
    expect((await (await as('guangzhouOffice')).ask(themeContract.publiciseTheme, { theme })).status).toBe(403)
  })

  test('is disclosed for no fewer working days than the cycle says', async () => {
    const office = await as('rootOffice')
    expect(await office.ask(themeContract.publiciseTheme, { theme, days: 4 })).toMatchObject({
      status: 409,
      code: 'theme.notice-too-short',
    })
    const noticed = await office.get(themeContract.publiciseTheme, { theme, days: 5 })
    expect(noticed).toMatchObject({
      state: 'noticed',
      scope: 'society',
      notice: { lastDay: '2026-07-24', over: false },
    })
    expect(await office.ask(themeContract.putInForce, { theme })).toMatchObject({
      status: 409,
      code: 'notice.not-ripe',
    })
    expect(await world.nobody.get(themeContract.listBrands, { limit: 24 })).toMatchObject({ rows: [], total: 0 })
  })

  test('takes effect after the last day, and stands on the wall', async () => {
    await visitors.setTime(noon('2026-07-25'))
    const office = await as('rootOffice')
    expect((await office.get(themeContract.readTheme, { theme })).allowed).toEqual(['take-effect'])
    const inForce = await office.get(themeContract.putInForce, { theme })
    expect(inForce).toMatchObject({ state: 'in-force', effectiveOn: '2026-07-25', allowed: [] })
    for (const search of [undefined, '珠江', 'zjks', '黄埔', 'huangpu'])
      expect((await world.nobody.get(themeContract.listBrands, { limit: 24, search })).total, search).toBe(1)
    expect((await world.nobody.get(themeContract.listBrands, { limit: 24, search: 'xwhsc' })).total).toBe(0)
    expect((await world.nobody.get(themeContract.listBrands, { limit: 24, region: '粤西' })).total).toBe(0)
    const brand = await world.nobody.get(themeContract.readBrand, { brand: theme })
    expect(brand).toMatchObject({ name: idea.name, since: '2026-07-25', checkedBy: null })
    expect(brand.passages[0]).toEqual({ label: '主题名称', text: idea.name })
  })

  test('every step has its line of history', async () => {
    const lines = await world.db
      .selectFrom('history')
      .select(['action', 'person_id'])
      .where('subject_kind', '=', 'theme')
      .where('subject_id', '=', theme)
      .orderBy('id')
      .execute()
    expect(lines.map(({ action }) => action.replace('theme.', ''))).toEqual(
      'drafted changed submitted withdrawn submitted returned submitted passed passed checked noticed in-force'.split(
        ' ',
      ),
    )
    expect(lines.every(({ person_id }) => person_id !== null)).toBe(true)
  })
})
