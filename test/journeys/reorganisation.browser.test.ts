import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow } from '../browser/watch.ts'

/** The structure by date, its acts, and their pages before and after, at a desk and on a phone. */

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

test.each([1440, 390])('an office looks at the structure of a day and at what changed it, at %i px', async (width) => {
  const window = await openWindow(browser, { url: site.url, width, name: 'structure' })
  const { page } = window
  await window.be('rootOffice')
  await window.visit('/desk/structure', 'tree')
  await window.visit('/desk/structure?on=2025-03-01', 'tree-of-a-day')
  await window.visit('/desk/structure?on=1980-01-01', 'tree-of-nothing')
  await window.visit('/desk/units', 'units')
  await window.visit('/desk/holders?on=2024-06-30', 'holders')
  await window.visit('/desk/reorganisations', 'acts')
  await page.getByRole('link', { name: /并入/ }).first().click()
  await page.waitForSelector('.before-after')
  await window.look('act')
  await page
    .getByRole('link', { name: /流动船员/ })
    .first()
    .click()
  await page.waitForSelector('text=名称与隶属')
  await window.look('organisation')
  await window.close()
})

test('the system administrator enters a merger and looks at its effect first', async () => {
  const window = await openWindow(browser, { url: site.url, width: 1440, name: 'reorganising' })
  const { page } = window
  await window.be('systemAdmin')
  await window.visit('/desk/reorganisations/new', 'new')
  const choose = async (label: string, text: string, search = '') => {
    await page.getByLabel(label, { exact: true }).click()
    if (search) await page.getByLabel(label, { exact: true }).fill(search)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click()
  }
  await choose('事项', '合并')
  await choose('被合并的组织', '沙田海事处', '沙田')
  await page.keyboard.press('Escape')
  await choose('承接组织', '太平海事处', '太平')
  await page.getByLabel('生效日期').fill('2026-07-15')
  await page.getByLabel('文号').fill('粤海党（示例）〔2026〕31号')
  await page.getByLabel('发文机关').fill('广东海事局（示例）党委')
  await page.getByLabel('事由').fill('海事处合并')
  await page.getByRole('button', { name: '预览影响' }).click()
  await page.waitForSelector('.before-after')
  await window.look('preview')
  await window.close()
})
