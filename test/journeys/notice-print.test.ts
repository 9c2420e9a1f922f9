import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { application } from '#main/application.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { openNotice } from '#programme/notice/disclosure.ts'
import type { Stage } from '../stage.ts'
import type { World } from '../world.ts'
import { readCode } from './code-reader.ts'
import { idea, onNotice, openYear } from './theme-year.ts'

const { setNoticeContact, readNoticeContact, readNotice, extendNotice } = noticeContract

let world: World
let stage: Stage
let notice: string
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  ;({ notice } = await onNotice(world, stage))
})
afterAll(() => world.close())

const contact = {
  issuer: '中共示例海事局委员会党建工作部',
  address: '示例市海滨路 1 号 3 楼党建工作部，邮编 510000',
  hotline: '020-3400 0000',
  mailbox: '办公楼一楼大厅意见箱',
}

/** The product as it answers behind a proxy: its public address is a setting, whatever the request says. */
function publicly(origin: string | null) {
  const http = { addressOf: () => '192.0.2.1', origin }
  const { dispatcher, capabilities } = world
  return application({
    dispatcher,
    capabilities,
    http,
    webDir: join(import.meta.dirname, '../../dist/web'),
    demo: false,
  })
}

describe('the code of a notice', () => {
  test('is an image that reads back as the public address of the notice, by the setting and not by the request', async () => {
    const headers = { host: 'evil.example' }
    const response = await publicly('https://pinpai.example.gov.cn').request(`/api/notices/${notice}/code`, { headers })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    const svg = await response.text()
    expect(svg.length).toBeLessThan(12_000)
    expect(readCode(svg)).toBe(`https://pinpai.example.gov.cn/notices/${notice}`)
    const own = await publicly(null).request('http://127.0.0.1:8080/api/notices/' + notice + '/code')
    expect(readCode(await own.text())).toBe(`http://127.0.0.1:8080/notices/${notice}`)
  })

  test('leads where the notice is', async () => {
    const { link } = await world.nobody.get(readNotice, { notice })
    const { html } = await world.nobody.page(new URL(link).pathname)
    expect(html).toContain('珠江口上的眼睛')
  })
})

describe('how the office is reached', () => {
  test('is set by the office itself, and never as somebody’s own number', async () => {
    const organisation = stage.organisations.root
    const office = await world.as(stage.people.rootOffice)
    expect(await office.get(readNoticeContact, { organisation })).toEqual({
      issuer: '',
      address: '',
      hotline: '',
      mailbox: '',
    })
    for (const hotline of ['13800138000', '138 0013 8000', '电话138-0013-8000'])
      expect(await office.ask(setNoticeContact, { organisation, ...contact, hotline })).toMatchObject({
        status: 409,
        code: 'notice.no-private-number',
      })
    const bureau = await world.as(stage.people.guangzhouOffice)
    expect((await bureau.ask(setNoticeContact, { organisation, ...contact })).status).toBe(404)
    expect(await office.get(setNoticeContact, { organisation, ...contact })).toEqual(contact)
    expect((await world.nobody.get(readNotice, { notice })).contact).toEqual(contact)
  })
})

describe('the printed notice', () => {
  const sheetOf = async (id: string) => {
    const { html, status } = await world.nobody.page(`/notices/${id}/print`)
    expect(status).toBe(200)
    expect(Buffer.byteLength(html)).toBeLessThan(20 * 1024)
    expect(html).not.toMatch(/<script|<svg|党徽|seal/)
    return /<article class="sheet ([^"]*)"[\s\S]*<\/article>/.exec(html)!
  }

  test('has everything an official notice has, and nothing that is drawn', async () => {
    const [sheet, size] = await sheetOf(notice)
    for (const text of [
      ...Object.values(idea),
      ...Object.values(contact).slice(0),
      '公示',
      '2026年7月22日24时',
      '5个工作日',
    ])
      expect(sheet).toContain(text)
    expect(sheet).toContain(`/api/notices/${notice}/code`)
    expect(sheet).toContain(`http://localhost/notices/${notice}`)
    expect(sheet).toContain('2026年7月15日')
    expect(['three', 'four', 'small-four']).toContain(size)
    expect([...sheet!.matchAll(/<img /g)]).toHaveLength(1)
  })

  test('says how long it was extended, and why', async () => {
    const office = await world.as(stage.people.rootOffice)
    await office.get(extendNotice, { notice, days: 2, reason: '台风期间来不及看', lastDay: '2026-07-22' })
    const [sheet] = await sheetOf(notice)
    expect(sheet).toContain('2026年7月24日24时')
    expect(sheet).toContain('原定截至2026年7月22日')
    expect(sheet).toContain('台风期间来不及看')
  })

  test('is Chinese also for those who read English, and shows hostile words as words', async () => {
    const hostile = await world.act(stage.people.rootOffice, (context) =>
      openNotice(context, {
        subjectKind: 'other',
        subjectId: context.newId(),
        organisation: stage.organisations.root,
        concerns: null,
        within: stage.organisations.root,
        scope: 'society',
        title: '</style><script>alert(1)</script>',
        body: [{ label: '内容', text: `<img src=x onerror=alert(1)>\n${'长'.repeat(5000)}` }],
        days: 5,
        checkedBy: stage.people.confidentiality,
      }),
    )
    const response = await world.app.request(`/notices/${hostile}/print`, { headers: { cookie: 'lang=en' } })
    const html = await response.text()
    expect(html).toContain('Print it with the browser')
    expect(html).toContain('提出意见和异议的方式')
    expect(html).not.toMatch(/<script>|<img src=x/)
    expect(html).toMatch(/class="sheet four long"/)
  })
})
