import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicityContract } from '#programme/publicity/contract.ts'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, type Window } from '../browser/watch.ts'
import type { Stage } from '../stage.ts'
import { brandInForce, record } from './publicising.ts'
import { openYear, Visitors } from './theme-year.ts'

let site: Site
let browser: Browser
let visitors: Visitors
let theme: string
beforeAll(async () => {
  visitors = new Visitors(await openYear('society'))
  theme = await brandInForce(visitors)
  await record(visitors)
  await record(visitors, '组织渡工培训班两期，六十三名渡工全部通过考核，辖区渡口连续两年没有发生等级以上事故。')
  ;[site, browser] = await Promise.all([startSite(visitors.world), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const open = (width: number, javaScript = true) =>
  openWindow(browser, { url: site.url, width, name: 'publicity', javaScript })
const become = async (window: Window, who: keyof Stage['people']) => window.become(await visitors.as(who))
const newest = async (state: string) => {
  const reader = await visitors.as('huangpuSecretary')
  const { rows } = await reader.get(publicityContract.listPublicity, { limit: 1, state: state as never })
  return rows[0]!.id
}

describe.each([390, 1440])('at %i pixels', (width) => {
  test('without JavaScript the secretary writes on the phone, is told what is missing, and hands it in', async () => {
    const window = await open(width, false)
    const { page } = window
    await become(window, 'huangpuSecretary')
    await window.visit('/my')
    await page.getByRole('link', { name: '品牌宣传' }).first().click()
    await window.look('write')
    if (width > 390) await page.getByText('起草稿件').click()
    await page.getByLabel('标题').fill('周末守渡口的人')
    await page.getByLabel('正文').fill('党员李冬带着突击队每个周末轮流守渡口，劝阻超载。\n\n两年来渡口没有发生事故。')
    await page.getByRole('radio', { name: /写到了人/ }).check()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('radio', { name: '向社会公开' }).check()
    await page.getByRole('button', { name: '保存草稿' }).click()
    expect(await page.textContent('.problem')).toContain('请列出写到的每个人')
    await window.look('write-refused')
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
    await page.getByText('写到的人', { exact: true }).click()
    await page.fill('[name="people.0.name"]', '李冬')
    await page.fill('[name="people.0.consentedOn"]', '2026-07-23')
    await page.selectOption('[name="people.0.way"]', 'signed')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await window.look('draft')
    await page.getByRole('button', { name: '提交审查' }).click()
    expect(await page.textContent('article')).toContain('待保密审查')
    await window.look('handed-in')
    await window.close()
  })

  test('the check is made and the office approves; the brand is made known', async () => {
    const window = await open(width)
    const { page } = window
    const id = await newest('submitted')
    await become(window, 'confidentiality')
    await window.visit(`/my/publications?list=todo`, 'todo')
    await window.visit(`/my/publications/${id}`, 'check')
    await page.getByRole('radio', { name: '没有涉密内容，通过' }).check()
    await page.getByRole('button', { name: '确定' }).click()
    expect(await page.textContent('.problem')).toContain('勾选确认')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '确定' }).click()
    await become(window, 'rootOffice')
    await window.visit('/desk/publications', 'desk-list')
    await window.visit(`/desk/publications/${id}`, 'desk-approve')
    await page.getByRole('radio', { name: '批准发布' }).check()
    await page
      .getByRole('button', { name: '确 定' })
      .or(page.getByRole('button', { name: '确定' }))
      .click()
    await page.getByText('已发布', { exact: true }).first().waitFor()
    await window.look('desk-published')
    await window.visit('/desk/board?stage=made-known', 'board')
    expect(await page.textContent('main')).toContain('打响于 2026-07-23')
    await become(window, 'huangpuSecretary')
    await window.visit(`/stories/${visitors.stage.organisations.huangpu}`, 'story')
    expect(await page.textContent('main')).toContain('批准发布稿件 · 周末守渡口的人')
    await window.close()
  })

  test('everybody reads it, in both languages, also from the brand’s own page', async () => {
    const window = await open(width)
    const { page } = window
    await window.visit('/publications', 'publications')
    await page.getByRole('link', { name: '周末守渡口的人' }).first().click()
    await window.look('publication')
    expect(await page.textContent('main')).not.toContain('解晓东')
    await window.visit(`/wall/${theme}`, 'brand')
    expect(await page.textContent('main')).toContain('周末守渡口的人')
    await window.close()
  })
})
