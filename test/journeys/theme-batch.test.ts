import { afterAll, beforeAll, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import { batchContract } from '#programme/theme/contract-batch.ts'
import type { Stage } from '../stage.ts'
import type { Browser, World } from '../world.ts'
import { idea, openYear, pass, submitted, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let visitors: Visitors
const themes: string[] = []
const as = (who: keyof Stage['people']) => visitors.as(who)
const batch = 'a1b2c3d4e5f60718'
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  // The bureau's office belongs to 南沙, but is no secretary there: it reviews all three.
  for (const [who, where, name] of [
    ['huangpuSecretary', 'huangpu', '珠江口上的眼睛'],
    ['nanshaSecretary', 'nansha', '虎门灯塔'],
    ['windowSecretary', 'window', '一窗通航'],
  ] as const)
    themes.push(await submitted(world, stage.people[who], stage.organisations[where], { ...idea, name }))
})
afterAll(() => world.close())

const look = async (browser: Browser, theme: string, within = batch) => {
  const { look, round, stage } = await browser.get(batchContract.lookAtTheme, { theme, batch: within })
  return { theme, look, round, stage, answers: pass.answers, comment: '' }
}

test('what waits for my review, and nothing else, stands in the batch, the longest waiting first', async () => {
  const mine = async (who: keyof Stage['people']) =>
    (await (await as(who)).get(batchContract.listMyReviews, { limit: 50 })).rows.map(({ id }) => id)
  expect((await mine('guangzhouOffice')).sort()).toEqual([themes[0], themes[1]].sort())
  expect(await mine('rootOffice')).toEqual([themes[2]])
  expect(await mine('nanshaSecretary')).toEqual([])
  expect(await mine('confidentiality')).toEqual([])
})

test('nothing is passed that was not opened in this batch, by this person, in this session', async () => {
  const office = await as('guangzhouOffice')
  const secretary = await as('guangzhouSecretary')
  const first = await look(office, themes[0]!)
  const others = {
    'made up': { ...first, theme: themes[1]!, look: 'f'.repeat(64) },
    'of another theme': { ...first, theme: themes[1]! },
    'of another batch': await look(office, themes[1]!, 'ffffffffffffffff'),
    'of another person': await look(secretary, themes[1]!),
    'of another session': await look(await world.as(stage.people.guangzhouOffice), themes[1]!),
    'of another round': { ...(await look(office, themes[1]!)), round: 2 },
    'of another stage': { ...(await look(office, themes[1]!)), stage: 1 },
  }
  for (const [what, item] of Object.entries(others)) {
    const refused = await office.ask(batchContract.passThemes, { batch, items: [first, item] })
    expect(refused, what).toMatchObject({ status: 409, code: 'theme.look-first' })
  }
  const twice = await office.ask(batchContract.passThemes, { batch, items: [first, first] })
  expect(twice).toMatchObject({ status: 409, code: 'theme.twice-in-batch' })
  for (const theme of themes.slice(0, 2))
    expect(await office.get(themeContract.readTheme, { theme })).toMatchObject({ state: 'submitted', stage: 0 })
})

test('opening a theme leaves no trace: nobody can tell who looked at what', async () => {
  const rows = async () => {
    const count = async (table: 'history' | 'theme_step' | 'request_key') =>
      (await world.owner.selectFrom(table).selectAll().execute()).length
    return [await count('history'), await count('theme_step'), await count('request_key')]
  }
  const office = await as('guangzhouOffice')
  const before = await rows()
  await look(office, themes[0]!)
  await look(office, themes[1]!)
  expect(await rows()).toEqual(before)
})

test('a theme is opened by those alone whose turn it is', async () => {
  const ask = async (who: keyof Stage['people']) =>
    (await as(who)).ask(batchContract.lookAtTheme, { theme: themes[0]!, batch })
  expect(await ask('rootOffice')).toMatchObject({ status: 409, code: 'theme.not-your-turn' })
  expect(await ask('huangpuSecretary')).toMatchObject({ status: 403, code: 'theme.only-reviewers' })
  expect((await ask('zhanjiangOffice')).status).toBe(404)
})

test('those that were opened pass together; what somebody else was faster with is told, the rest is kept', async () => {
  const office = await as('guangzhouOffice')
  const items = [await look(office, themes[0]!), await look(office, themes[1]!)]
  const open = { ...items[1]!, answers: {} }
  const half = await office.get(batchContract.passThemes, { batch, items: [open] })
  expect(half).toEqual({
    passed: [],
    left: [{ theme: themes[1], name: '虎门灯塔', reason: 'theme.questions-open' }],
  })
  const secretary = await as('guangzhouSecretary')
  await secretary.get(themeContract.reviewTheme, { theme: themes[1]!, ...pass })
  const key = 'one-batch-key'
  const done = await office.ask(batchContract.passThemes, { batch, items }, { key })
  expect(done.body).toEqual({
    passed: [themes[0]],
    left: [{ theme: themes[1], name: '虎门灯塔', reason: 'theme.not-awaiting-review' }],
  })
  const again = await office.ask(batchContract.passThemes, { batch, items }, { key })
  expect(again.body).toEqual(done.body)
  for (const theme of themes.slice(0, 2)) {
    const { stage: reached, trail } = await office.get(themeContract.readTheme, { theme })
    expect(reached).toBe(1)
    expect(trail.filter(({ step }) => step === 'passed')).toHaveLength(1)
    expect(trail.at(-1)!.answers).toHaveLength(5)
  }
})

test('a mark of before does not pass a theme that was submitted anew', async () => {
  const office = await as('rootOffice')
  const item = await look(office, themes[2]!)
  await office.get(themeContract.reviewTheme, { theme: themes[2]!, result: 'return', comment: '请改', answers: {} })
  const secretary = await as('windowSecretary')
  await secretary.get(themeContract.changeTheme, { theme: themes[2]!, ...idea, name: '一窗四海' })
  await secretary.get(themeContract.submitTheme, { theme: themes[2]! })
  const refused = await office.get(batchContract.passThemes, { batch, items: [item] })
  expect(refused).toMatchObject({ passed: [], left: [{ reason: 'theme.not-awaiting-review' }] })
})

test('of two batches at once each theme is passed once', async () => {
  const [office, secretary] = [await as('rootOffice'), await as('rootSecretary')]
  const sheets = async (browser: Browser) => Promise.all(themes.map((theme) => look(browser, theme)))
  const [one, other] = [await sheets(office), (await sheets(secretary)).reverse()]
  const answers = await Promise.all([
    office.ask(batchContract.passThemes, { batch, items: one }),
    secretary.ask(batchContract.passThemes, { batch, items: other }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const passed = answers.flatMap(({ body }) => body!.passed)
  expect(passed.sort()).toEqual([...themes].sort())
  for (const theme of themes) {
    const read = await office.get(themeContract.readTheme, { theme })
    expect(read.state).toBe('passed')
  }
})
