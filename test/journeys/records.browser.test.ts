import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow } from '../browser/watch.ts'
import { png } from '../evidence-files/making.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe.each([1440, 390])('at %i pixels', (width) => {
  const open = () => openWindow(browser, { url: site.url, width, name: 'records' })

  test('the public starts, sees the programme as far as it is disclosed, and complains', async () => {
    const window = await open()
    await window.visit('/', 'home')
    await window.visit('/cycle', 'cycle-outside')
    await window.visit('/suggestions', 'suggestions')
    await window.page.fill('#text', '希望手机上的字再大一些')
    await window.page.click('main button.main')
    await window.page.waitForURL(/\/suggestions\/[0-9a-f-]{36}/)
    await window.look('suggestion')
    await window.close()
  })

  test('a secretary sees what is due, enters a record, corrects it and adds a file', async () => {
    const window = await open()
    await window.be('namedSecretary')
    await window.visit('/my', 'my')
    await window.visit('/cycle', 'cycle')
    await window.page.goto(`${site.url}/my`)
    await window.page.click('a[href^="/my/records"]')
    await window.look('my-records')
    await window.page.click('summary')
    await window.look('my-records-more')
    await window.page.selectOption('#kind', 'activity')
    await window.page.fill('#sentence', `开放日请进港航企业代表，现场讲解防台要点（${width}）。`)
    await window.page.click('main form button.main')
    await window.page.waitForURL(/done=1/)
    await window.look('my-records-done')
    await window.page.click(`.cards a:has-text("（${width}）")`)
    await window.look('record')
    for (const summary of await window.page.locator('main summary').all()) await summary.click()
    await window.look('record-opened')
    await window.page.setInputFiles('#file', {
      name: '开放日.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png(`开放日 ${width}`)),
    })
    await window.page.click('form[enctype="multipart/form-data"] button')
    await window.page.waitForURL(/done=1/)
    expect(await window.page.locator('main').textContent()).toContain('开放日.png')
    await window.look('record-with-file')
    const file = await window.page.locator('main a[href^="/api/evidence/"]').first().getAttribute('href')
    // the picture is drawn, though its sandbox allows nothing else; a page apart, since the browser's own style is refused
    const apart = await window.page.context().newPage()
    await apart.goto(`${site.url}${file}`)
    expect(await apart.evaluate('document.images[0].naturalWidth')).toBeGreaterThan(0)
    await apart.close()
    const adopted = await window.page.goto(`${site.url}/my/records?kind=adopted`)
    expect(adopted!.status()).toBe(200)
    await window.look('my-records-adopted')
    await window.close()
  })

  test('a plain form works without JavaScript', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'records-plain', javaScript: false })
    await window.be('shipSecretary')
    await window.visit('/my/records')
    await window.page.selectOption('#kind', 'committee-meeting')
    await window.page.fill('#sentence', '支委会研究下月航次')
    await window.page.click('main form button.main')
    expect(await window.page.locator('main').textContent()).toContain('支委会研究下月航次')
    await window.close()
  })

  test('the office works on programme years, the ledger, days off and complaints at the desk', async () => {
    const window = await open()
    await window.be('rootOffice')
    await window.visit('/desk/cycles', 'desk-cycles')
    await window.page.click('main a[href*="/cycles/"]')
    await window.page.waitForSelector('dl.fields')
    await window.look('desk-cycle')
    await window.visit('/desk/cycles/new', 'desk-cycle-new')
    await window.page.getByRole('button', { name: '增加一项' }).click()
    await window.look('desk-cycle-item')
    await window.visit('/desk/records', 'desk-records')
    await window.page.locator('main .in-text').first().click()
    await window.page.waitForSelector('.ant-drawer dl.fields')
    await window.page.waitForTimeout(400)
    await window.look('desk-record')
    await window.visit('/desk/records?kind=problem-solved', 'desk-problems')
    await window.visit('/desk/holidays?year=2026', 'desk-holidays')
    await window.visit('/desk/holidays?year=2027', 'desk-holidays-2027')
    await window.page.getByRole('button', { name: '登记一天' }).click()
    await window.page.waitForTimeout(400)
    await window.look('desk-holiday-put')
    await window.visit('/desk/suggestions', 'desk-suggestions')
    await window.close()
  })
})
