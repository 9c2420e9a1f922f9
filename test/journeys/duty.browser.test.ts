import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe.each([1440, 390])('at %i pixels', (width) => {
  const open = () => openWindow(browser, { url: site.url, width, name: 'duties' })

  test('S01.2: a secretary sees what is due in days and what is late, with both names, and goes to do it', async () => {
    const window = await open()
    await window.be('noThemeSecretary')
    await window.visit('/my', 'my')
    await window.visit('/my/duties?list=late', 'my-late')
    const main = window.page.locator('main')
    expect(await main.textContent()).toMatch(/提出品牌主题 逾期 \d+ 天/)
    expect(await main.textContent()).toContain('第一责任人')
    await window.page.click('main .cards a')
    await window.page.waitForURL(/\/my\/theme/)
    await window.visit('/my/duties?list=done', 'my-done')
    await window.close()
  })

  test('S01.2: those above see what is late below, late first, and narrow it', async () => {
    const window = await open()
    await window.be('rootOffice')
    await window.visit('/my/duties?list=below', 'below')
    await window.visit('/desk/duties', 'desk-duties')
    await window.page.getByText('提出品牌主题').first().waitFor()
    expect(await window.page.locator('main').textContent()).toContain('逾期')
    await window.visit('/desk/duties?standing=late&region=粤西', 'desk-duties-west')
    await window.visit('/desk/duties?standing=fulfilled', 'desk-duties-done')
    await window.visit('/desk/duties?search=没有这个支部', 'desk-duties-none')
    await window.close()
  })

  test('S04.1: the board shows who has no theme yet; a count opens to its branches', async () => {
    const window = await open()
    await window.be('rootOffice')
    await window.visit('/desk/board', 'board')
    const line = window.page.getByRole('row', { name: /全部支部/ })
    const none = line.getByRole('button').nth(1)
    const count = Number(await none.textContent())
    expect(count).toBeGreaterThan(0)
    await none.click()
    await window.page.waitForURL(/stage=none/)
    await window.look('board-none')
    const shown = await window.page.locator('.mark.hot', { hasText: '还没有主题' }).count()
    expect(shown).toBe(Math.min(count, 20))
    await window.visit('/desk/board?search=没有这个支部', 'board-empty')
    await window.close()
  })
})
