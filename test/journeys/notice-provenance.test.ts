import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { type Browser, noon, type World } from '../world.ts'
import { idea, onNotice, openYear, Visitors } from './theme-year.ts'

/** S05.3: the summary says what was adopted, which words changed, and from which opinion each changed word comes. */

const { answerOpinion, listOpinions, listReplies, readNotice, giveOpinion, signOpinion, closeGroundless } =
  noticeContract
const goals = '创建目标'
const names = /李冬|赵小米|吴倩|梁海燕/

let world: World
let stage: Stage
let visitors: Visitors
let theme: string
let notice: string
let office: Browser
let disclosed: { label: string; text: string }[]
const as = (who: keyof Stage['people']) => visitors.as(who)

beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  ;({ theme, notice } = await onNotice(world, stage))
  office = await as('rootOffice')
  disclosed = (await world.nobody.get(readNotice, { notice })).body
  const said = async (who: keyof Stage['people'], text: string, named: boolean) =>
    (await as(who)).get(named ? signOpinion : giveOpinion, { notice, text })
  await said('huangpuMember', '“有所提高”没法检查', false)
  await said('huangpuStaff', '目标写成数字', true)
  await said('xuwenMember', '九成是不是低了', true)
  await said('nanshaSecretary', '“走遍”说大了', false)
  await said('windowSecretary', '名称换一个', false)
  await said('patrolSecretary', '口号里“一方”可以不要', false)
  await said('generalSecretary', '很好', false)
  await said('generalSecretary', '支持', false)
})
afterAll(() => world.close())

const opinion = async (text: string) =>
  (await office.get(listOpinions, { notice, limit: 50 })).rows.find((row) => row.text === text)!
const answer = async (text: string, given: object) =>
  office.ask(answerOpinion, {
    opinion: (await opinion(text)).id,
    reply: `答复：${text}`,
    wordings: [],
    ...given,
  } as never)

describe('while people speak', () => {
  test('an opinion has no number, so that none tells when it was given; it gets one when it is answered', async () => {
    const { rows } = await office.get(listOpinions, { notice, limit: 50 })
    expect(rows.map(({ number }) => number)).toEqual(Array(8).fill(null))
    const wordings = [{ where: goals, before: '服务水平有所提高', after: '群众满意率保持在九成以上' }]
    expect(await answer('“有所提高”没法检查', { disposition: 'adopted', wordings })).toMatchObject({
      body: { number: 1 },
    })
    const next = [{ where: goals, before: '九成以上', after: '九成五以上，每季度公布一次' }]
    expect(await answer('九成是不是低了', { disposition: 'partly', wordings: next })).toMatchObject({
      body: { number: 2 },
    })
  })

  test('who asked for the same is adopted without writing the words twice', async () => {
    const same = { disposition: 'adopted', asIn: 1 }
    expect(await answer('目标写成数字', { ...same, asIn: 9 })).toMatchObject({ code: 'notice.no-such-words' })
    const both = { ...same, wordings: [{ where: goals, before: '渡口', after: '码头' }] }
    expect(await answer('目标写成数字', both)).toMatchObject({ code: 'notice.words-or-the-same' })
    expect(await answer('目标写成数字', same)).toMatchObject({ body: { number: 3, asIn: 1 } })
    expect(await answer('口号里“一方”可以不要', { ...same, asIn: 3 })).toMatchObject({ code: 'notice.no-such-words' })
  })

  test('two answers at once get two numbers, and of two on the same words one finds them changed', async () => {
    const wordings = [{ where: goals, before: '走遍', after: '走访' }]
    const both = await Promise.all([
      answer('“走遍”说大了', { disposition: 'adopted', wordings }),
      answer('名称换一个', { disposition: 'partly', wordings }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const left = both[0]!.status === 200 ? '名称换一个' : '“走遍”说大了'
    expect((await answer(left, { disposition: 'declined' })).status).toBe(200)
    const cut = [{ where: '宣传语', before: '，护一方安', after: '' }]
    expect((await answer('口号里“一方”可以不要', { disposition: 'adopted', wordings: cut })).status).toBe(200)
    const { rows } = await office.get(listOpinions, { notice, limit: 50 })
    const numbers = rows.flatMap(({ number }) => number ?? []).sort((a, b) => a - b)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('those who read opinions see the text as it stands; the public sees neither it nor the replies', async () => {
    const heard = await (await as('huangpuSecretary')).get(readNotice, { notice })
    expect(heard.changed.map(({ label }) => label)).toEqual([goals, '宣传语'])
    for (const browser of [world.nobody, await as('xuwenMember')]) {
      expect((await browser.get(readNotice, { notice })).changed).toEqual([])
      expect(await browser.get(listReplies, { notice, from: 1, limit: 50 })).toEqual({ rows: [], next: null })
    }
  })
})

describe('once it is closed', () => {
  beforeAll(async () => {
    const rest = (await office.get(listOpinions, { notice, state: 'open', limit: 50 })).rows
    await office.get(closeGroundless, { notice, opinions: rest.map(({ id }) => id), reply: '感谢支持。' })
    await visitors.setTime(noon('2026-07-23'))
    office = await as('rootOffice')
    await office.get(themeContract.putInForce, { theme })
  })

  test('the figures agree with the replies, and nobody is named', async () => {
    const { digest } = await world.nobody.get(readNotice, { notice })
    expect(digest).toMatchObject({
      opinions: 8,
      declined: 1,
      groundless: 2,
      unanswered: 0,
      reasons: [{ reply: '感谢支持。', opinions: 2 }],
    })
    const { rows, next } = await world.nobody.get(listReplies, { notice, from: 1, limit: 50 })
    expect(next).toBeNull()
    for (const kind of ['adopted', 'partly', 'declined'] as const)
      expect(rows.filter(({ disposition }) => disposition === kind)).toHaveLength(digest![kind])
    expect(JSON.stringify([digest, rows])).not.toMatch(names)
    const page = await world.nobody.get(listReplies, { notice, from: 3, limit: 2 })
    expect([page.rows.map(({ number }) => number), page.next]).toEqual([[3, 4], 5])
  })

  test('all changes applied in order to what was disclosed are the text in force', async () => {
    const { rows } = await world.nobody.get(listReplies, { notice, from: 1, limit: 50 })
    const texts = new Map(disclosed.map(({ label, text }) => [label, text]))
    for (const { where, before, after } of rows.flatMap(({ wordings }) => wordings)) {
      const [left, right, ...more] = texts.get(where)!.split(before)
      expect([right === undefined, more.length]).toEqual([false, 0])
      texts.set(where, left + after + right)
    }
    const brand = await world.nobody.get(themeContract.readBrand, { brand: theme })
    expect(Object.fromEntries(texts)).toEqual(
      Object.fromEntries(brand.passages.map(({ label, text }) => [label, text])),
    )
    for (const { label, stretches } of brand.changed)
      expect(stretches.map(({ text }) => text).join('')).toBe(texts.get(label))
  })

  test('each changed word belongs to its opinions, the others to none', async () => {
    const { changed } = await world.nobody.get(themeContract.readBrand, { brand: theme })
    const stretches = changed.find(({ label }) => label === goals)!.stretches
    expect(stretches.find(({ text }) => text === '群众满意率保持在')!.opinions).toEqual([1, 3])
    expect(stretches.find(({ text }) => text === '九成五以上，每季度公布一次')!.opinions).toEqual([1, 2, 3])
    const untouched = stretches.filter(({ opinions }) => opinions.length === 0).map(({ text }) => text)
    for (const text of untouched) expect(idea.goals).toContain(text)
    const slogan = changed.find(({ label }) => label === '宣传语')!.stretches
    expect(slogan.find(({ text }) => text === '')!.opinions).toHaveLength(1)
  })

  test('on the theme’s page and in the summary each number leads to its reply', async () => {
    for (const path of [`/wall/${theme}`, `/notices/${notice}`]) {
      const { html } = await world.nobody.page(path)
      expect(html, path).not.toMatch(names)
      const links = [...html.matchAll(/href="(\/notices\/[^"]*#opinion-(\d+))"/g)]
      expect(links.length, path).toBeGreaterThan(3)
      for (const [, link, number] of links) {
        const shown = await world.nobody.page(link!.replaceAll('&amp;', '&').split('#')[0]!)
        expect(shown.html).toContain(`id="opinion-${number}"`)
        expect(shown.html).toContain(`意见${number}`)
      }
    }
    const { html } = await (await as('huangpuSecretary')).page('/my/theme')
    expect(html).toContain(`/notices/${notice}/replies?from=1#opinion-1`)
    const { html: english } = await world.nobody.page(`/notices/${notice}/replies?from=nonsense`)
    expect(english).toContain('id="opinion-1"')
  })
})
