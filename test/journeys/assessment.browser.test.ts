import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentActions } from '#programme/assessment/actions.ts'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow, type Window } from '../browser/watch.ts'
import type { Stage } from '../stage.ts'
import { noon } from '../world.ts'
import {
  type AssessedYear,
  assignPanel,
  branchNames,
  countVotes,
  openAssessed,
  rateAll,
  reasonOf,
  supplyAll,
} from './assessment-year.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser?.close())

describe.each([1440, 390])('at %i pixels', (width) => {
  let year: AssessedYear
  let site: Site
  let window: Window
  beforeAll(async () => {
    year = await openAssessed()
    site = await startSite(year.world)
    window = await openWindow(browser, { url: site.url, width, name: 'assessment' })
    window.page.setDefaultTimeout(20_000)
  }, 300_000)
  afterAll(async () => {
    await window?.close()
    await site?.stop()
  })

  const become = async (person: keyof Stage['people']) => window.become(await year.world.as(year.stage.people[person]))

  test('a secretary scores the branch on the phone page, is told what is out of range, and finds it saved', async () => {
    const { page } = window
    await supplyAll(year, 'huangpu')
    await become('huangpuSecretary')
    await window.visit('/my', 'my')
    await page.click('main a[href^="/my/self-score"]')
    await window.look('self-score')
    const points = page.locator('input[name$=".points"]')
    expect(await points.count()).toBe(12)
    for (const field of await points.all()) if ((await field.inputValue()) === '') await field.fill('3')
    await points.nth(0).fill('99')
    await page.getByRole('button', { name: '保存自评' }).click()
    await page.getByText('应在 0 至 10 分之间').first().waitFor()
    await window.look('self-score-refused')
    await points.nth(0).fill('8.5')
    await page.locator('main summary').first().click()
    await page.locator('input[name$=".note"]').first().fill('12 月一次支委会推迟到次月')
    await page.getByRole('button', { name: '保存自评' }).click()
    await page.getByText(/已于 .* 保存，合计 [\d.]+ 分/).waitFor()
    expect(await page.locator('input[name="scores.0.points"]').inputValue()).toBe('8.5')
    await window.look('self-score-saved')
  })

  test('the office supplies a fact and gives the branches to assessors, never to one of the own unit', async () => {
    const { page } = window
    for (const branch of branchNames) {
      if (branch !== 'huangpu') await supplyAll(year, branch)
      await countVotes(year, branch)
      if (branch !== 'xuwen') await assignPanel(year, branch)
    }
    await become('rootOffice')
    await window.visit('/desk/assessments', 'desk-assessments')
    await page.getByRole('link', { name: '2025年度品牌党支部创建' }).click()
    await page.getByText('支部 5 个').waitFor()
    await window.look('desk-assessment')
    const assign = async (name: string) => {
      const line = page.locator('tr, .row-cards > li', { hasText: name })
      await line.getByRole('button', { name: '分配', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('支部').fill('徐闻')
      await page.keyboard.press('Enter')
      await dialog.getByText(name).click()
      await dialog.getByRole('button', { name: '分配', exact: true }).click()
      return dialog
    }
    const refused = await assign('邓芳')
    await refused.getByText('本单位人员回避').waitFor()
    await window.look('desk-own-unit')
    await page.keyboard.press('Escape')
    await refused.waitFor({ state: 'hidden' })
    for (const name of ['谢文', '方圆']) await (await assign(name)).waitFor({ state: 'hidden' })
    await page.locator('tr, .row-cards > li', { hasText: '谢文' }).getByText('2 个支部').click()
    await window.look('desk-assigned')

    await window.visit(`/desk/assessed/${year.assessed.xuwen}`, 'desk-assessed')
    await page.locator('tr', { hasText: '逾期未销号' }).getByRole('button', { name: '填报' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('值').fill('2')
    await dialog.getByLabel('依据').fill('粤海示督〔2025〕9号')
    await window.look('desk-supply')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.locator('tr', { hasText: '粤海示督〔2025〕9号' }).waitFor()
  })

  test('an assessor scores a branch of another unit with reasons and comparison, and goes on to the next', async () => {
    const { page } = window
    await year.world.setTime(noon('2026-01-20'))
    for (const branch of branchNames) if (branch !== 'huangpu') await rateAll(year, branch)
    await become('zhanjiangAssessor')
    await window.visit('/desk/assessing', 'desk-my-assessing')
    await page.getByRole('link', { name: '广州海事局黄埔海事处党支部' }).click()
    await page.getByRole('heading', { name: '广州海事局黄埔海事处党支部' }).waitFor()
    await window.look('desk-assessing')
    const item = (name: string) => page.locator('section.part', { hasText: name }).filter({ has: page.locator('form') })
    const save = (name: string) => item(name).getByRole('button', { name: '保存评分' }).click()

    await save('中心任务中的作用')
    await item('中心任务中的作用').getByText('必填').first().waitFor()
    await item('中心任务中的作用').getByLabel('评分').fill('12.5')
    await item('中心任务中的作用').getByLabel('理由').fill('防台期间带头值守，查阅了值班记录')
    await save('中心任务中的作用')
    await page.getByText('评分应在 0 至 12 分之间').waitFor()
    await window.look('desk-assessing-refused')
    await item('中心任务中的作用').getByLabel('评分').fill('11')
    await page.keyboard.press('Enter')
    await page.getByText('评分应在').waitFor({ state: 'hidden' })
    await item('先进性').getByLabel('评分').fill('4.5')
    await item('先进性').getByLabel('理由').fill('主题与中心工作贴合，成效有统计数据')
    await item('先进性').getByLabel('比较对象').fill('广州海事局南沙海事处党支部')
    await save('先进性')
    await item('先进性').getByText('已评分').waitFor()
    expect(await marksOf('huangpu', 'zhanjiangAssessor')).toEqual(['11', '4.5'])
    await window.look('desk-assessing-saved')
    await page.getByRole('link', { name: '返回我的评分' }).click()
    await page.getByText('2/2').first().waitFor()
    await window.look('desk-my-assessing-done')
  })

  test('the office freezes once nothing is missing, and alone sees who gave which mark', async () => {
    const { page } = window
    const rootMark = { assessed: year.assessed.huangpu, reason: reasonOf('10') }
    await year.world.act(year.stage.people.rootAssessor, async (context) => {
      await assessmentActions.rate(context, { ...rootMark, fact: 'rating.core-task', points: '10', comparedWith: '' })
    })
    await become('rootOffice')
    await window.visit(`/desk/assessments/${year.assessment}`, 'desk-one-missing')
    await page.getByText('1 个支部材料不齐').waitFor()
    await year.world.act(year.stage.people.rootAssessor, async (context) => {
      const advanced = { ...rootMark, fact: 'rating.advanced', points: '4', comparedWith: '同片区党支部' }
      await assessmentActions.rate(context, advanced)
    })
    await window.visit(`/desk/assessments/${year.assessment}`)
    await page.getByRole('button', { name: '冻结考核' }).click()
    await page.getByText('都不能再改').waitFor()
    await window.look('desk-freeze')
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('已冻结').first().waitFor()
    await page.getByRole('link', { name: '广州海事局黄埔海事处党支部' }).click()
    await page.getByRole('heading', { name: '广州海事局黄埔海事处党支部' }).waitFor()
    await window.look('desk-score')
    const opened = page.locator('details', { hasText: '2.1 中心任务中的作用' })
    await opened.locator('summary').click()
    for (const words of ['由考评人在0至12分内评定', '21 ÷ 2 = 10.5', '防台期间带头值守', '邓芳', '数据摘要'])
      await opened.getByText(words).first().waitFor()
    await window.look('desk-score-opened')

    await become('huangpuSecretary')
    await window.visit('/my/score', 'my-score')
    await page.locator('main li', { hasText: '2.1' }).getByRole('link', { name: '看明细' }).click()
    await page.getByText('21 ÷ 2 = 10.5').waitFor()
    const told = await page.locator('main').textContent()
    expect(told).toContain('防台期间带头值守')
    expect(told).not.toContain('邓芳')
    await window.look('my-score-opened')
    await window.visit(`/desk/scores/${year.assessed.huangpu}`, 'desk-score-of-secretary')
    for (const summary of await page.locator('main summary').all()) await summary.click()
    await page.getByText('防台期间带头值守').waitFor()
    expect(await page.locator('main').textContent()).not.toContain('邓芳')
  })

  /** The marks one assessor gave a branch, as they are kept. */
  const marksOf = async (branch: keyof AssessedYear['assessed'], assessor: keyof Stage['people']) => {
    const rows = await year.world.owner
      .selectFrom('rating')
      .select(['fact', 'points'])
      .where('assessed_id', '=', year.assessed[branch])
      .where('assessor_id', '=', year.stage.people[assessor])
      .orderBy('id')
      .execute()
    return rows.map(({ points }) => points)
  }
})
