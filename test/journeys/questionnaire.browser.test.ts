import jsQR from 'jsqr'
import type { Browser, Page } from 'playwright-core'
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

/** What a scanner makes of the first code on the page, as it is shown. */
async function read(page: Page): Promise<string | null> {
  const shown: { side: number; pixels: number[] } = await page.evaluate(`(() => {
    const image = document.querySelector('.slips img')
    const side = image.width * 4
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = side
    const draw = canvas.getContext('2d')
    draw.imageSmoothingEnabled = false
    draw.drawImage(image, 0, 0, side, side)
    return { side, pixels: [...draw.getImageData(0, 0, side, side).data] }
  })()`)
  const { side, pixels } = shown
  return jsQR(new Uint8ClampedArray(pixels), side, side)?.data ?? null
}

describe.each([1440, 390])('at %i pixels', (width) => {
  const open = () => openWindow(browser, { url: site.url, width, name: 'questionnaire' })

  test('the office drafts one, sees what it costs, opens it and prints its slips; whoever draws one answers', async () => {
    const window = await open()
    await window.be('rootOffice')
    const { page } = window
    await window.visit('/desk/questionnaires', 'list')
    await page.getByRole('button', { name: '拟一份问卷' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('问卷标题').fill(`食堂满意度（${width}）`)
    await dialog.getByLabel('截止日').fill('2026-12-31')
    await dialog.getByLabel('题目', { exact: true }).first().fill(`食堂怎么样（${width}）`)
    await dialog.getByLabel('选项（一行一个）').fill('好\n一般\n不好')
    await dialog.getByLabel('党组织').click()
    await page.keyboard.type('直属机关党委')
    await page.locator('.ant-select-item-option').first().click()
    await dialog.getByLabel('凭证张数').fill('20')
    await dialog.getByLabel('同意网上作答的法制部门（不填则只在纸上作答）').fill('法规处（示例）')
    await dialog.getByLabel('依据文号').fill('示例法〔2026〕9号')
    await dialog.getByRole('button', { name: '加一题' }).click()
    await window.look('form')
    await dialog.getByRole('button', { name: '删除此题' }).last().click()
    await dialog.getByRole('button', { name: '存草稿' }).click()
    await page.getByText('× ').waitFor()
    await window.look('draft')
    await page.getByRole('button', { name: '开始发放' }).click()
    await window.look('sure')
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    const print = page.getByRole('link', { name: /^印凭证/ })
    await print.waitFor()
    await window.look('open')
    await print.click()
    await page.getByRole('button', { name: '生成凭证' }).waitFor()
    await window.look('slips-before')
    await page.getByRole('button', { name: '生成凭证' }).click()
    await page.locator('.slips li').first().waitFor()
    await window.look('slips')
    const codes = await page.locator('.slips li p:nth-child(3) b').allTextContents()
    expect(codes).toHaveLength(20)
    expect(await read(page)).toBe(`${site.url}/answer?code=${codes[0]}`)
    await window.close()

    const phone = await open()
    await phone.visit('/answer', 'answer-code')
    await phone.page.fill('#code', codes[0]!)
    await phone.page.getByRole('button', { name: '开始作答' }).click()
    await phone.page.getByText('好', { exact: true }).waitFor()
    await phone.look('answer')
    await phone.page.getByRole('button', { name: '提交答卷' }).click()
    await phone.page.locator('#problem').waitFor()
    await phone.look('answer-refused')
    await phone.page.getByText('好', { exact: true }).click()
    await phone.page.getByRole('button', { name: '提交答卷' }).click()
    await phone.page.getByText('已收下，谢谢。').waitFor()
    await phone.look('answered')
    await phone.visit(`/answer?code=${codes[0]}`, 'used')
    expect(await phone.page.textContent('main')).toContain('这张凭证已经用过')
    await phone.close()
  })

  test('the result of one that is closed: totals, groups together, texts with their number', async () => {
    const window = await open()
    await window.be('rootOffice')
    await window.visit('/desk/questionnaires', 'list-again')
    await window.page.getByRole('link', { name: '基层负担问卷' }).click()
    await window.page.getByRole('heading', { name: '结果' }).waitFor()
    await window.look('result')
    await window.close()
  })

  test('a secretary takes a problem on and sets measures; the office reads the list', async () => {
    const window = await open()
    await window.be('namedSecretary')
    const { page } = window
    await window.visit('/desk/problems', 'problems')
    await page.getByRole('button', { name: '认领问题' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('问题', { exact: true }).fill(`登轮检查口径不一（${width}）`)
    await dialog.getByLabel('类别').click()
    await page.locator('.ant-select-item-option').first().click()
    await dialog.getByLabel('对照标杆').fill('局内口径统一的海事处：退回补正不超过百分之一')
    await dialog.getByLabel('差距').fill('退回补正百分之四')
    await dialog.getByLabel('解决期限').fill('2026-12-31')
    await window.look('take-on')
    await dialog
      .getByRole('button', { name: /保存|提交|确定|认领/ })
      .last()
      .click()
    await page.getByRole('button', { name: '定措施' }).waitFor()
    await window.look('problem')
    await page.getByRole('button', { name: '定措施' }).click()
    await page.getByLabel('措施', { exact: true }).fill('编一份口径问答，每周碰头一次。')
    await window.look('measures')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保存|提交|确定|定措施/ })
      .last()
      .click()
    await page.getByRole('button', { name: '办结' }).waitFor()
    await window.close()

    const office = await open()
    await office.be('rootOffice')
    await office.visit('/desk/problems', 'problems-office')
    await office.page.locator('a[href^="/desk/problems/"]').first().click()
    await office.page.getByRole('heading', { name: '解决问题的创建记录' }).waitFor()
    await office.look('problem-office')
    await office.close()
  })
})
