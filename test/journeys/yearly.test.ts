import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cycleContract } from '#programme/cycle/contract.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { yearlyContract } from '#programme/theme/contract-yearly.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { checked, idea, openYear, submitted, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let visitors: Visitors
let cycle: string
const themes: Record<'huangpu' | 'nansha' | 'window', string> = { huangpu: '', nansha: '', window: '' }
const as = (who: keyof Stage['people']) => visitors.as(who)
const reason = '任务有了变化'

async function onNoticeOf(branch: keyof typeof themes, name: string): Promise<void> {
  const { people, organisations } = stage
  const theme = await submitted(world, people[`${branch}Secretary`], organisations[branch], { ...idea, name })
  const bureau = branch === 'window' ? [] : [people.guangzhouOffice]
  await checked(world, stage, theme, [...bureau, people.rootSecretary])
  await (await world.as(people.rootOffice)).get(themeContract.publiciseTheme, { theme })
  themes[branch] = theme
}

beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  await onNoticeOf('huangpu', '珠江口上的眼睛')
  await onNoticeOf('nansha', '虎门灯塔')
  await onNoticeOf('window', '一窗暖心')
  await visitors.setTime(noon('2026-07-25'))
  for (const theme of Object.values(themes)) await (await as('rootOffice')).get(themeContract.putInForce, { theme })
  cycle = (await (await as('rootOffice')).get(cycleContract.listCycles, { limit: 1 })).rows[0]!.id
})
afterAll(() => world.close())

const counts = async (who: keyof Stage['people'] = 'rootOffice') =>
  (await (await as(who)).get(yearlyContract.readPrompt, { cycle })).counts
const rows = async (who: keyof Stage['people'] = 'rootOffice', standing?: 'missing') =>
  (await (await as(who)).get(yearlyContract.listPrompted, { cycle, limit: 50, ...(standing && { standing }) })).rows
const duties = async (who: keyof Stage['people'], list: 'mine' | 'late' | 'below' = 'mine') =>
  (await (await as(who)).get(dutyContract.listMyDuties, { list, limit: 50 })).rows.filter(
    ({ kind }) => kind === 'theme.confirm',
  )

describe('before anybody is asked', () => {
  test('there is nothing to confirm, and the office sees what asking would take', async () => {
    const confirmed = await (await as('huangpuSecretary')).ask(yearlyContract.confirmTheme, {
      theme: themes.huangpu,
      sentence: '',
    })
    expect(confirmed).toMatchObject({ status: 409, code: 'theme.nothing-to-confirm' })
    const view = await (await as('rootOffice')).get(yearlyContract.readPrompt, { cycle })
    expect(view).toMatchObject({
      prompt: null,
      counts: { branches: 3, missing: 3 },
      minutes: 2,
      usualDueOn: '2026-12-31',
      allowed: ['open'],
    })
    expect(await rows()).toEqual([])
    expect((await (await as('guangzhouOffice')).get(yearlyContract.readPrompt, { cycle })).allowed).toEqual([])
  })
})

describe('the prompt', () => {
  test('is opened by the office that runs the year, once, and becomes a duty of each branch', async () => {
    const { id: revision } = await (await as('windowSecretary')).get(revisionContract.reviseTheme, {
      theme: themes.window,
      kind: 'adjustment',
      reason,
    })
    const office = await as('rootOffice')
    const open = (dueOn: string) => office.ask(yearlyContract.openPrompt, { cycle, dueOn })
    expect(
      await (await as('guangzhouOffice')).ask(yearlyContract.openPrompt, { cycle, dueOn: '2026-08-31' }),
    ).toMatchObject({ status: 403, code: 'theme.only-the-office-asks' })
    expect((await open('2026-07-24')).code).toBe('theme.prompt-due-in-the-past')
    expect((await open('2027-07-01')).code).toBe('theme.prompt-after-the-term')
    const both = await Promise.all([open('2026-08-31'), open('2026-08-31')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await counts()).toEqual({ branches: 3, confirmed: 0, revising: 1, missing: 2 })
    expect(await duties('huangpuSecretary')).toMatchObject([
      {
        about: '珠江口上的眼睛',
        dueOn: '2026-08-31',
        standing: { state: 'open' },
        direct: { person: { name: '黄志远' } },
      },
    ])
    expect(await duties('windowSecretary')).toEqual([])
    expect((await rows()).map(({ branch, standing, revision: by }) => [branch.name, standing, by])).toEqual([
      ['广州海事局黄埔海事处党支部', 'missing', null],
      ['广州海事局南沙海事处党支部', 'missing', null],
      ['政务中心窗口党支部', 'revising', revision],
    ])
    expect(await counts('guangzhouOffice')).toMatchObject({ branches: 2 })
  })

  test('is answered by one tap on the phone, once, with a sentence if one likes', async () => {
    const secretary = await as('huangpuSecretary')
    const page = await secretary.page('/my/theme')
    expect(page.html).toContain('确认主题仍然合适')
    expect((await secretary.page('/my')).html).toContain('待确认或修订')
    const fields = { '_param.theme': themes.huangpu, sentence: '防台和渡运仍是今年的重点' }
    expect((await secretary.post('confirmTheme', fields, '/my/theme')).status).toBe(303)
    const again = await secretary.ask(yearlyContract.confirmTheme, { theme: themes.huangpu, sentence: '' })
    expect(again).toMatchObject({ status: 409, code: 'theme.confirmed-already' })
    expect(await secretary.get(themeContract.readTheme, { theme: themes.huangpu })).toMatchObject({
      yearly: {
        standing: 'confirmed',
        confirmation: { sentence: '防台和渡运仍是今年的重点', answeredOn: '2026-07-25' },
        mayConfirm: false,
      },
      mayRevise: true,
    })
    expect(await duties('huangpuSecretary')).toEqual([])
    expect(
      await (await as('rootOffice')).ask(yearlyContract.confirmTheme, { theme: themes.nansha, sentence: '' }),
    ).toMatchObject({ status: 403 })
  })

  test('two taps at once are one confirmation', async () => {
    const secretary = await as('nanshaSecretary')
    const tap = () => secretary.ask(yearlyContract.confirmTheme, { theme: themes.nansha, sentence: '' })
    const { id } = await secretary.get(revisionContract.reviseTheme, {
      theme: themes.nansha,
      kind: 'adjustment',
      reason,
    })
    expect(await tap()).toMatchObject({ status: 409, code: 'theme.being-revised' })
    expect(await counts()).toMatchObject({ revising: 2, missing: 0 })
    await secretary.get(revisionContract.abandonTheme, { theme: id })
    expect(await counts()).toMatchObject({ revising: 1, missing: 1 })
    const taps = await Promise.all([tap(), tap()])
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await counts()).toMatchObject({ confirmed: 2, revising: 1, missing: 0 })
    expect(await duties('nanshaSecretary')).toEqual([])
  })
})

describe('a revision that comes to nothing', () => {
  test('is no answer any more: the branch owes one again, in two weeks at the soonest', async () => {
    const secretary = await as('windowSecretary')
    const { underWay } = await secretary.get(themeContract.readMyTheme, { organisation: stage.organisations.window })
    const revision = underWay!.id
    await secretary.get(themeContract.changeTheme, { theme: revision, ...idea, name: '一窗暖心' })
    await secretary.get(themeContract.changeTheme, { theme: revision, ...idea, name: '一窗通办' })
    await secretary.get(themeContract.submitTheme, { theme: revision })
    await visitors.setTime(noon('2026-08-25'))
    const rejected = { theme: revision, result: 'reject' as const, comment: '原主题更合适', answers: {} }
    await (await as('rootSecretary')).get(themeContract.reviewTheme, rejected)
    expect(await counts()).toMatchObject({ confirmed: 2, revising: 0, missing: 1 })
    expect(await duties('windowSecretary')).toMatchObject([{ dueOn: '2026-09-08', standing: { state: 'open' } }])
  })

  test('is seen as overdue from the day after, by organisation, by the secretary and the one above', async () => {
    await visitors.setTime(noon('2026-09-09'))
    expect(await rows('rootOffice', 'missing')).toMatchObject([
      { branch: { name: '政务中心窗口党支部' }, standing: 'missing', late: true },
    ])
    expect(await duties('windowSecretary', 'late')).toMatchObject([{ standing: { state: 'late', daysLate: 1 } }])
    expect(await duties('rootSecretary', 'below')).toMatchObject([
      { organisation: { name: '政务中心窗口党支部' }, primary: { person: { name: '罗建国' } } },
    ])
    expect(JSON.stringify(await rows())).not.toContain('郑慧')
    await (await as('windowSecretary')).get(yearlyContract.confirmTheme, { theme: themes.window, sentence: '' })
    expect(await counts()).toEqual({ branches: 3, confirmed: 3, revising: 0, missing: 0 })
    expect(await duties('windowSecretary', 'late')).toEqual([])
  })
})

test('a member sees none of this, and the list is paged and searched', async () => {
  const member = await as('huangpuMember')
  expect(await member.ask(yearlyContract.readPrompt, { cycle })).toMatchObject({
    status: 403,
    code: 'theme.only-those-who-answer',
  })
  const office = await as('rootOffice')
  const first = await office.get(yearlyContract.listPrompted, { cycle, limit: 1 })
  const rest = await office.get(yearlyContract.listPrompted, { cycle, limit: 5, cursor: first.next! })
  expect([...first.rows, ...rest.rows].map(({ branch }) => branch.id)).toEqual(
    (await rows()).map(({ branch }) => branch.id),
  )
  expect((await office.get(yearlyContract.listPrompted, { cycle, limit: 5, search: '虎门' })).rows).toHaveLength(1)
  const odd = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url')
  expect((await office.ask(yearlyContract.listPrompted, { cycle, limit: 5, cursor: odd })).status).toBe(422)
})
