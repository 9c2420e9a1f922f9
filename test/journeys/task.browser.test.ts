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
  const open = () => openWindow(browser, { url: site.url, width, name: 'task' })

  test('the office sees what a task costs before it issues it, and opens a total down to its records', async () => {
    const window = await open()
    await window.be('rootOffice')
    const { page } = window
    await window.visit('/desk/tasks', 'tasks')
    await page.getByRole('link', { name: '水上安全大检查' }).click()
    await page.getByText('× ').waitFor()
    await window.look('draft')
    await page.getByRole('button', { name: '修改' }).click()
    await window.look('form')
    await page.getByRole('button', { name: '关闭' }).click()
    await page.goto(`${site.url}/desk/tasks?standing=over`)
    await page
      .getByRole('link', { name: /春运水上安全保障|防台风|商渔共治/ })
      .first()
      .click()
    await page.getByRole('heading', { name: /^汇总/ }).waitFor()
    await window.look('totals')
    await page.getByText('片区', { exact: true }).click()
    await window.look('by-region')
    await page.getByRole('link', { name: /^记录 \d+$/ }).click()
    await page.getByRole('table').or(page.locator('.row-cards')).waitFor()
    await window.look('records')
    await window.visit('/desk/measures', 'measures')
    await window.visit('/desk/burden', 'burden')
    await page.getByText('各支部合计', { exact: true }).click()
    await window.look('burden-branches')
    await window.close()
  })

  test('a secretary records a part from the phone, and finds it added up', async () => {
    const window = await open()
    await window.be('namedSecretary')
    const { page } = window
    await window.visit('/my/tasks', 'my-tasks')
    await page.locator('.cards a').first().click()
    await window.look('my-task')
    await page.click('a.button')
    await window.look('my-record')
    await page.fill('#sentence', `冬季寒潮来临前走访渔船，逐船核对联系电话（${width}）。`)
    const figure = page.locator('input[name$=".value"]').first()
    await figure.fill('7')
    await page.click('main form button.main')
    await page.waitForURL(/done=1/)
    await window.look('my-record-done')
    expect(await page.locator('.cards li').first().textContent()).toMatch(/ 7 /)
    await page.locator('.cards li a[href^="/my/records/"]').first().click()
    for (const summary of await page.locator('main summary').all()) await summary.click()
    await window.look('my-record-opened')
    await window.visit('/my/burden', 'my-burden')
    await window.close()
  })
})
