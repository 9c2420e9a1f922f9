import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow } from '../browser/watch.ts'

/** Drawn for the test: a tower on the sea, its light to the right. */
function lighthouse(): Promise<Uint8Array> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320"><rect width="320" height="320" fill="#1d5fbf"/>
    <path d="M150 110h40l20 160h-80z" fill="#fff"/><path d="M190 100l110-40v90z" fill="#ffe9a8"/><rect y="270" width="320" height="50" fill="#0b2d5c"/></svg>`
  return sharp(Buffer.from(drawing)).png().toBuffer()
}

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
  test('a secretary asks the branch, begins a revision and sees both texts, and reads the story', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'theme-life' })
    const { page } = window
    await window.be('namedSecretary')
    await window.visit('/my/calls', 'calls')
    await page.getByRole('button', { name: '发起征集' }).click()
    await page.waitForURL(/\/my\/calls\/[0-9a-f-]{36}/)
    await page.fill('#text', '把走遍渡口写进目标')
    await page.getByRole('button', { name: '不署名提交' }).click()
    await page.waitForURL(/done=1/)
    await window.look('call')
    await page.click('summary:has-text("停办")')
    await page.fill('#dropReason', `先修订主题（${width}）`)
    await page.getByRole('button', { name: '停办这次征集' }).click()
    await window.look('call-dropped')
    await window.visit('/my/theme', 'theme')
    await page.click('summary:has-text("修订主题")')
    await page.check('input[name=kind][value=adjustment]')
    await page.fill('#reason', '辖区新增两处渡口')
    await page.getByRole('button', { name: '开始修订' }).click()
    await page.waitForURL(/done=1/)
    await page.fill('#goals', '年内走遍辖区所有渡口和锚地，群众满意率保持在九成以上。')
    await page.getByRole('button', { name: '保存并查看相近主题' }).click()
    await page.waitForURL(/done=1/)
    await page.setInputFiles('#file', {
      name: '标识.png',
      mimeType: 'image/png',
      buffer: Buffer.from(await lighthouse()),
    })
    await page.fill('#words', '一座灯塔照着归航的船')
    await page.getByRole('button', { name: '保存标识' }).click()
    await page.waitForURL(/done=1/)
    await page.getByRole('img', { name: '一座灯塔照着归航的船' }).first().scrollIntoViewIfNeeded()
    await window.look('revision')
    const id = await page.locator('input[name="_param.theme"]').first().getAttribute('value')
    await window.visit(`/desk/themes/${id}`, 'desk-revision')
    await window.visit('/my/theme')
    await page.click('summary:has-text("放弃办理")')
    await page.getByRole('button', { name: '放弃办理' }).click()
    await page.waitForURL(/done=1/)
    await page.click('a[href^="/stories/"]')
    await window.look('story')
    await window.close()
  })

  test('the office sees the screen of yearly confirmations', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'theme-life-office' })
    await window.be('rootOffice')
    await window.visit('/desk/confirmations', 'confirmations')
    await window.close()
  })
})
