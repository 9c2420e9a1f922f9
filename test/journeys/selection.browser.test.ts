import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, run } from '../../bin/run.mjs'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, type Window } from '../browser/watch.ts'
import type { Stage } from '../stage.ts'
import { noon, openWorld } from '../world.ts'
import { type SelectionStage, setSelectionStage } from './selection-stage.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'hangbiao-run-'))
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await browser?.close()
})

/** `hangbiao verify`, as somebody without our server would call it. */
const verify = (file: string, posted: string) =>
  run(process.execPath, [join(root, 'bin', 'hangbiao.mjs'), 'verify', file, '--root', posted], { quiet: true })

describe.each([1440, 390])('at %i pixels', (width) => {
  let stage: SelectionStage
  let site: Site
  let window: Window
  beforeAll(async () => {
    const world = await openWorld({ today: '2026-01-12' })
    stage = await setSelectionStage(world)
    site = await startSite(world)
    window = await openWindow(browser, { url: site.url, width, name: 'selection' })
    window.page.setDefaultTimeout(20_000)
  }, 300_000)
  afterAll(async () => {
    await window?.close()
    await site?.stop()
  })

  const become = async (person: keyof Stage['people']) => window.become(await site.world.as(stage.people[person]))
  const agree = async () => {
    await window.page.getByRole('button', { name: '确定' }).click()
    await window.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  let selection = ''
  let posted = ''

  test('the office prepares a selection, runs it, and rules on what the sheet leaves open', async () => {
    const { page } = window
    await become('rootOffice')
    await window.visit('/desk/selections', 'empty')
    await page.getByLabel('选择已冻结的考核').click()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '准备评选' }).click()
    await page.getByRole('button', { name: '运行', exact: true }).click()
    await page.getByText('系统将按冻结的考核和细则计算').waitFor()
    await window.look('sure')
    await agree()
    selection = new URL(page.url()).pathname
    await page.getByText('有效票太少').first().waitFor()
    await window.visit(selection, 'run')
    await page.getByRole('button', { name: '裁定', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('是', { exact: true }).check()
    await dialog.getByLabel('裁定依据').fill('党委会2026年1月12日研究：三票均满意，视为符合')
    await window.look('ruling')
    await dialog.getByRole('button', { name: '裁定', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('没有待裁定事项').waitFor()
    await window.visit(selection, 'ruled')
  })

  test('the confidentiality reviewer checks, and the office puts the list on public notice', async () => {
    const { page } = window
    await become('confidentiality')
    await window.visit(selection, 'to-check')
    await page.getByRole('button', { name: '保密审查通过' }).click()
    await agree()
    await become('rootOffice')
    await window.visit(selection, 'checked')
    await page.getByRole('button', { name: '公示名单' }).click()
    await page.getByRole('dialog').getByLabel('公示工作日').waitFor()
    await window.look('publish')
    await page.getByRole('dialog').getByRole('button', { name: '公示名单' }).click()
    await page.getByText('公示中').first().waitFor()
    await window.visit(selection, 'noticed')
    posted = (await page.locator('dd code').first().textContent())!
    expect(posted).toMatch(/^[0-9a-f]{64}$/)
    await window.page.getByRole('link', { name: '公示', exact: true }).last().click()
    await page.getByText('拟命名公示').first().waitFor()
    await window.look('notice-at-the-desk')
  })

  test('the file that a secretary downloads is recomputed without the server, and one changed digit is found', async () => {
    const { page } = window
    await become('huangpuSecretary')
    await window.visit(selection, 'own-line')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载运行文件' }).click(),
    ])
    const file = join(folder, `${width} ${download.suggestedFilename()}`)
    await download.saveAs(file)
    const holds = await verify(file, posted)
    expect(holds).toMatchObject({ code: 0, said: expect.stringContaining('与公布的根哈希一致') })
    const changed = join(folder, `${width} 改过.json`)
    writeFileSync(changed, readFileSync(file, 'utf8').replace('"points":"11.5"', '"points":"11.6"'))
    expect(await verify(changed, posted)).toMatchObject({ code: 1, said: expect.stringContaining('黄埔') })
  })

  test('the public reads the list with its root; after the notice the named stand in the register', async () => {
    const { page } = window
    await window.context.clearCookies()
    await window.visit('/notices', 'public-notices')
    await page.getByRole('link', { name: /拟命名公示/ }).click()
    await window.look('public-notice')
    await page.goto(`${site.url}/register`)
    await window.look('register-before')
    await site.world.setTime(noon('2026-01-20'))
    await become('rootOffice')
    await window.visit(selection, 'ripe')
    await page.getByRole('button', { name: '结束公示并命名' }).click()
    await agree()
    await page.getByText('已命名').first().waitFor()
    await window.visit(selection, 'concluded')
    await window.visit('/desk/titles', 'titles')
    await page.getByText('海巡0931船党支部').first().waitFor()
    await window.context.clearCookies()
    await window.visit('/register', 'register')
    await page.locator('.cards summary').first().click()
    await window.look('register-why')
    await page.getByRole('link', { name: '评选结果' }).first().click()
    await page.getByText(posted).first().waitFor()
    await window.look('public-run')
  })
})
