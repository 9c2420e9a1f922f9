import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetFile } from '#programme/scoring/cells.ts'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow } from '../browser/watch.ts'
import { newcomers } from '../rule-cases/newcomers.ts'
import { type Stage, setStage } from '../stage.ts'
import { openWorld } from '../world.ts'
import { unbalanced, withFormula, workbook } from './rule-workbook.ts'

let site: Site
let stage: Stage
let browser: Browser
beforeAll(async () => {
  const world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
  ;[site, browser] = await Promise.all([startSite(world), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const excel = (name: string, bytes: Uint8Array) => ({
  name: `${name}.xlsx`,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

describe.each([1440, 390])('at %i pixels', (width) => {
  test('a rule sheet comes from Excel: errors by cell, then what bars it, then it is issued and read below', async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'scoring' })
    const { page } = window
    await window.become(await site.world.as(stage.people.rootOffice))
    await window.visit('/desk/sheets', 'sheets')
    const send = (name: string, bytes: Uint8Array) => page.locator('input[type=file]').setInputFiles(excel(name, bytes))
    await send('有公式', await withFormula())
    const cell = page.locator('[role=alert] tr', { hasText: '指标' })
    await cell.getByRole('cell', { name: '分值', exact: true }).waitFor()
    await window.look('errors')

    await send('不平', await unbalanced(`XZ-${width}`))
    await page.getByText('不能发布').first().waitFor()
    expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)
    await window.look('barred')

    await window.visit('/desk/sheets', 'sheets-with-draft')
    const good = await workbook((name, rows) => {
      if (name === '说明') rows[1]![1] = `XZ-${width}`
      if (name === '说明') rows[2]![1] = `品牌党支部考核细则（${width}）`
    })
    await send('细则', good)
    await page.getByRole('heading', { name: `品牌党支部考核细则（${width}）` }).waitFor()
    await page.getByText('没有发现问题').waitFor()
    await window.look('draft')
    await page.getByRole('button', { name: '发布', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('发布后这一版不能再改').waitFor()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('已发布 · 第 2 版').waitFor()
    await window.look('issued')

    await window.visit('/desk/sheets')
    const many = newcomers().find(({ title }) => title.startsWith(width === 390 ? 'N5' : 'N10'))!.sheet
    await send('分类细则', await sheetFile({ ...many, code: `NC-${width}`, title: `${many.title}${width}` }))
    await page.getByRole('heading', { name: `${many.title}${width}` }).waitFor()
    await window.look('lists')

    await window.become(await site.world.as(stage.people.huangpuSecretary))
    await window.visit('/desk/sheets', 'sheets-below')
    await page.getByRole('link', { name: `品牌党支部考核细则（${width}）` }).click()
    await page.getByText('支部党员大会每季度应开1次').waitFor()
    await window.close()
  })
})
