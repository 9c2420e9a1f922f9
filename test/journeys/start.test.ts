import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#platform/context.ts'
import { buildingJobs } from '#programme/building/jobs.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { insertPerson } from '#programme/organisation/store.ts'
import { themeJobs } from '#programme/theme/jobs.ts'
import { suggestionContract } from '#support/suggestion/contract.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { fieldsOf } from './fields-of.ts'

let world: World
let stage: Stage
beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
})
afterAll(() => world.close())

const plan = {
  year: 2026,
  title: '2026年度品牌党支部创建',
  overallGoal: '争当排头兵',
  calendar: [
    { kind: 'distil', title: '提炼主题', from: '2026-02-01', to: '2026-08-31', region: null },
    { kind: 'self-score', title: '支部自评', from: '2026-12-05', to: '2026-12-20', region: null },
  ],
  approvingBody: '示例海事局党委',
  documentNumber: '示海党〔2026〕1号',
  termFrom: '2026-01-01',
  termTo: '2026-12-31',
  scope: 'society',
}

/** What the hours' jobs open. */
async function openDuties() {
  for (const job of [themeJobs['theme.open-duties']!, buildingJobs['building.open-duties']!])
    await world.dispatcher.act(nobody, (context) => job(context, {}))
}

test('an installation nobody has set up yet leads to its set-up', async () => {
  const response = await world.app.request('/', { headers: { origin: 'http://localhost' } })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/set-up')
  stage = await setStage(world)
  // seven members with the three it has: a branch with a committee
  for (const name of ['钟一', '钟二', '钟三', '钟四'])
    await world.act(stage.people.systemAdmin, (context) =>
      insertPerson(context, { staffNo: null, name, kind: 'member', organisation: stage.organisations.huangpu }),
    )
  expect((await world.nobody.page('/')).status).toBe(200)
})

describe('the start pages', () => {
  test('tell the public what this is and what runs, in both languages', async () => {
    const office = await world.as(stage.people.rootOffice)
    const { id } = await office.get(cycleContract.draftCycle, {
      organisation: stage.organisations.root,
      ...plan,
    } as never)
    await office.get(cycleContract.openCycle, { cycle: id })
    const { html } = await world.nobody.page('/')
    for (const shown of [
      '一个支部一个品牌',
      '争当排头兵',
      '正在公示',
      '/wall',
      '/register',
      '/suggestions',
      '投诉建议',
    ])
      expect(html).toContain(shown)
    expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
    const english = await world.app.request('/', { headers: { cookie: 'lang=en' } })
    expect(await english.text()).toContain('One branch, one brand')
  })

  test('lead whoever is not signed in to sign in before /my', async () => {
    const response = await world.app.request('/my')
    expect(response.headers.get('location')).toBe('/sign-in?then=%2Fmy')
  })

  test('show a secretary what is due with its day, and a member no duties', async () => {
    await openDuties()
    const secretary = await world.as(stage.people.huangpuSecretary)
    const { html } = await secretary.page('/my')
    for (const shown of [
      '还没有提出主题',
      '提出品牌主题',
      '2026年8月31日',
      '还有 47 天',
      '直接责任人 黄志远',
      '第一责任人 欧阳志强',
      '召开支委会',
      '2026年7月31日',
      '支部党员大会',
      '2026年9月30日',
      '支部自评',
    ])
      expect(html).toContain(shown)
    const member = await (await world.as(stage.people.huangpuMember)).page('/my')
    expect(member.status).toBe(200)
    expect(member.html).not.toContain('支委会')
    // fewer than seven members: no committee, and no meeting of one
    const small = await (await world.as(stage.people.xuwenSecretary)).page('/my')
    expect(small.html).toContain('支部党员大会')
    expect(small.html).not.toContain('支委会')
    expect(member.html).not.toContain('/desk/')
  })
})

test('the secretary’s month takes at most three screens, eight fields, three of them required', async () => {
  const secretary = await world.as(stage.people.huangpuSecretary)
  const visited = new Map<string, ReturnType<typeof fieldsOf>>()
  const visit = async (path: string) => {
    const { html } = await secretary.page(path)
    visited.set(path.split('?')[0]!, fieldsOf(html))
    return html
  }
  const due = await visit('/my')
  const link = /href="(\/my\/records[^"]*)"/.exec(due)![1]!.replaceAll('&amp;', '&')
  await visit(link)
  const entered = await enter(secretary, link, { kind: 'committee-meeting', sentence: '支委会研究台风季值守' })
  await visit(entered)
  const again = await enter(secretary, link, { kind: 'members-meeting', sentence: '党员大会通报上半年工作' })
  await visit(again)
  const done = await visit('/my')
  expect(done.match(/已办结/g)).toHaveLength(2)
  const fields = [...visited.values()].flat()
  expect(visited.size).toBeLessThanOrEqual(3)
  expect(fields.length).toBeLessThanOrEqual(8)
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['happenedOn', 'kind', 'sentence'])
})

/** Fills in the record's form as it stands on the page: the day is there already. */
async function enter(secretary: Browser, page: string, typed: Record<string, string>): Promise<string> {
  const { html } = await secretary.page(page)
  const happenedOn = /name="happenedOn"[^>]*value="([^"]*)"/.exec(html)![1]!
  const organisation = /name="_param.organisation" value="([^"]*)"/.exec(html)![1]!
  const posted = await secretary.post(
    'enterRecord',
    { '_param.organisation': organisation, happenedOn, ...typed },
    page,
  )
  expect(posted.status).toBe(303)
  return posted.location!
}

describe('complaints and suggestions', () => {
  test('are given without a name, and answered by the office of the topmost organisation', async () => {
    const member = await world.as(stage.people.huangpuMember)
    const before = await world.db.selectFrom('history').select('id').execute()
    const given = await member.post(
      'giveSuggestion',
      { text: '希望手机上字再大一些', _then: '/suggestions/{id}' },
      '/suggestions',
    )
    expect(given.status).toBe(303)
    const receipt = given.location!.replace('?done=1', '')
    expect(await world.db.selectFrom('history').select('id').execute()).toEqual(before)
    expect((await world.nobody.page(receipt)).html).toContain('还没有答复')

    const suggestion = receipt.split('/').at(-1)!
    const neighbour = await world.as(stage.people.guangzhouOffice)
    expect(await neighbour.ask(suggestionContract.listSuggestions, {} as never)).toMatchObject({ status: 403 })
    expect(await neighbour.ask(suggestionContract.answerSuggestion, { suggestion, answer: '不归我管' })).toMatchObject({
      status: 403,
    })
    const office = await world.as(stage.people.rootOffice)
    const { rows } = await office.get(suggestionContract.listSuggestions, { state: 'open' } as never)
    expect(rows).toMatchObject([{ text: '希望手机上字再大一些', contact: null, allowed: ['answer'] }])
    await office.get(suggestionContract.answerSuggestion, { suggestion, answer: '页脚有大字版，已加说明。' })
    expect(await office.ask(suggestionContract.answerSuggestion, { suggestion, answer: '再答一次' })).toMatchObject({
      status: 409,
    })
    expect((await world.nobody.page(receipt)).html).toContain('页脚有大字版')
  })

  test('cannot be poured in: the sixth from one address within ten minutes is refused', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 6; at++)
      statuses.push(
        (
          await world.nobody.ask(
            suggestionContract.giveSuggestion,
            { text: `第${at}条` },
            { headers: { 'x-test-address': '198.51.100.7' } },
          )
        ).status,
      )
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  })
})
