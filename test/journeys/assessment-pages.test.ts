import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { type AssessedYear, freezeAll, openAssessed } from './assessment-year.ts'

let year: AssessedYear
beforeAll(async () => {
  year = await openAssessed()
})
afterAll(() => year.world.close())
const secretary = () => year.world.as(year.stage.people.huangpuSecretary)

test('a secretary scores the branch on one page of the portal and finds it saved', async () => {
  const browser = await secretary()
  const { status, html } = await browser.page('/my/self-score')
  expect(status).toBe(200)
  expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
  const codes = [...html.matchAll(/name="scores\.(\d+)\.indicator" value="([^"]+)"/g)]
  expect(codes).toHaveLength(12)
  const fields = Object.fromEntries(
    codes.flatMap(([, at, code]) => [
      [`scores.${at}.indicator`, code!],
      [`scores.${at}.points`, '1'],
      [`scores.${at}.note`, ''],
    ]),
  )
  const params = { '_param.assessed': year.assessed.huangpu }
  const refused = await browser.post('selfScore', { ...fields, ...params, 'scores.0.points': '99' }, '/my/self-score')
  expect(refused.html).toContain('应在 0 至 10 分之间')
  expect(refused.html).toContain('value="99"')
  const taken = await browser.post('selfScore', { ...fields, ...params }, '/my/self-score')
  expect(taken.location).toMatch(/^\/my\/self-score/)
  expect((await browser.page('/my/self-score')).html).toContain('合计 12 分')
})

test('before the freeze there is no score; after it every point opens down to clause, fact and arithmetic', async () => {
  const early = await (await secretary()).page('/my/score')
  expect(early.html).toContain('还没有冻结的得分')
  await freezeAll(year)
  const browser = await secretary()
  expect((await browser.page('/my/self-score')).html).toContain('自评已封存')
  expect((await browser.page('/my/score')).headers.get('location')).toBe(`/my/score/${year.assessed.huangpu}`)
  const score = await browser.get(assessmentContract.readScore, { assessed: year.assessed.huangpu })
  const tree = await browser.page(`/my/score/${year.assessed.huangpu}`)
  expect(tree.html).toContain(score.shown)
  expect(Buffer.byteLength(tree.html)).toBeLessThan(30 * 1024)
  const opened = await browser.page(`/my/score/${year.assessed.huangpu}?item=2.1`)
  for (const words of ['在中心任务中发挥的作用', '21 ÷ 2 = 10.5', '考评人1', '查阅台账并实地走访'])
    expect(opened.html).toContain(words)
  expect(opened.html).not.toContain('邓芳')
})
