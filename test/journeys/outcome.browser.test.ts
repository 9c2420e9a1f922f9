import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow } from '../browser/watch.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

test.each([1440, 390])(
  'at %i pixels the office opens a figure of the founding paper down to its records',
  async (width) => {
    const window = await openWindow(browser, { url: site.url, width, name: 'outcome' })
    await window.be('rootOffice')
    const { page } = window
    await window.visit('/desk/outcomes', 'outcomes')
    await page.getByRole('link', { name: '近130', exact: true }).click()
    await page.getByRole('heading', { name: '春风送暖捐助 近130 万元' }).waitFor()
    await page.getByText('开展“春风送暖”活动').first().waitFor()
    await window.look('figure')
    await window.visit(`/desk/outcomes?from=1999-01-01&to=1999-12-31`, 'outcomes-none')
    expect(await page.getByText('这段时间没有可汇总的记录。').count()).toBe(1)
    await window.close()
  },
)
