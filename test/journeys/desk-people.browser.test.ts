import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, walksByKeyboard } from '../browser/watch.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe.each([
  { width: 1440, post: '督查组成员' },
  { width: 390, post: '考核组成员' },
])('at $width pixels', ({ width, post }) => {
  test('the system administrator grants a post and hands out a code; the security administrator confirms', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'desk-people' })
    const { page } = window
    await window.be('systemAdmin')
    await window.visit('/desk/organisations', 'organisations')
    await walksByKeyboard(window)
    await window.visit('/desk/people?account=invited', 'people')
    await page.getByRole('button', { name: '登记岗位' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '登记岗位' }).click()
    await dialog.getByText('必填').first().waitFor()
    await window.look('grant-incomplete')
    await dialog.getByLabel('岗位', { exact: true }).click()
    await page.getByText(post, { exact: true }).last().click()
    await dialog.getByLabel('开始日期').fill('2026-01-01')
    await dialog.getByRole('button', { name: '登记岗位' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '发激活码' }).first().click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('dialog').locator('code').waitFor()
    expect(await page.getByRole('dialog').locator('code').textContent()).toMatch(/^\w{4}-\w{4}-\w{4}$/)

    await window.be('securityAdmin')
    await window.visit('/desk/posts?state=waiting', 'posts-waiting')
    const waiting = await page.getByRole('button', { name: '确认', exact: true }).count()
    await page.getByRole('button', { name: '确认', exact: true }).first().click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => page.getByRole('button', { name: '确认', exact: true }).count()).toBe(waiting - 1)

    await window.be('auditAdmin')
    await window.visit('/desk/history', 'history')
    await page.getByText('确认岗位').first().waitFor()
    await window.visit('/my/account', 'my-account')
    await window.close()
  })
})
