import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
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

/** The theme that has waited longest at the root, whose office signs in. */
const waiting = async () =>
  site.world.db
    .selectFrom('theme')
    .innerJoin('organisation as at', 'at.id', 'theme.stage_organisation_id')
    .select(['theme.id', 'theme.name'])
    .where('theme.state', '=', 'submitted')
    .where('at.parent_id', 'is', null)
    .orderBy('theme.since')
    .orderBy('theme.id')
    .executeTakeFirstOrThrow()

describe.each([390, 1440])('at %i pixels', (width) => {
  const open = () => openWindow(browser, { url: site.url, width, name: 'gate' })

  test('the office looks at the route, and at what a change would mean', async () => {
    const window = await open()
    await window.be('rootOffice')
    await window.visit('/desk/routes', 'routes')
    await window.page.getByRole('button', { name: '修改路线' }).click()
    await window.look('routes-change')
    await window.visit('/desk/phrases', 'phrases')
    await window.visit('/desk/work', 'desk-work')
    await window.visit('/my/work', 'work')
    await window.close()
  })

  test('the system administrator sees where nobody may review', async () => {
    const window = await open()
    await window.be('systemAdmin')
    await window.visit('/desk/route-gaps', 'route-gaps')
    await window.close()
  })

  test('a secretary is told what any branch could have written', async () => {
    const window = await open()
    const { organisation_id, id } = await site.world.owner
      .selectFrom('theme')
      .select(['id', 'organisation_id'])
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow()
    const { person_id } = await site.world.owner
      .selectFrom('post')
      .select('person_id')
      .where('organisation_id', '=', organisation_id)
      .where('post', '=', 'secretary')
      .where('until_on', 'is', null)
      .executeTakeFirstOrThrow()
    const words = {
      name: '先锋护航',
      meaning: '充分发挥党支部战斗堡垒作用和党员先锋模范作用，走在前列。',
      strengths: '支部班子团结有力，党员干劲足，群众基础好。',
      tie: '紧紧围绕中心工作，推动党建与业务深度融合。',
      lasting: '任务年年都有，主题跟着任务走。',
      goals: '争创一流，再上新台阶。',
    }
    const secretary = await site.world.as(person_id)
    await secretary.get(themeContract.changeTheme, {
      theme: id,
      ...words,
      aspect: '',
      comparison: '',
      slogan: '',
    })
    await window.become(secretary)
    await window.visit('/my/theme', 'any-branch')
    expect(await window.page.textContent('main')).toContain('哪个支部都能说吗')
    await window.close()
  })

  test('a reviewer is told which questions are open before a theme is passed', async () => {
    const window = await open()
    const { id } = await waiting()
    await window.be('rootOffice')
    await window.visit(`/my/work/${id}`, 'review')
    await window.page.check('input[name=result][value=pass]')
    await window.page.getByRole('button', { name: '提交', exact: true }).click()
    await window.page.waitForSelector('.problem')
    expect(await window.page.textContent('.problem')).toContain('还没有作答')
    await window.look('review-open')
    await window.visit(`/desk/themes/${id}`, 'desk-review')
    await window.close()
  })

  test('themes are looked at one after another, and marked only when every question was answered', async () => {
    const window = await open()
    const { name } = await waiting()
    await window.be('rootOffice')
    await window.visit('/desk/reviews', 'batch')
    const mark = window.page.getByRole('button', { name: '记下同意，看下一个' })
    expect(await mark.isDisabled()).toBe(true)
    for (const yes of await window.page.getByRole('radio', { name: '是', exact: true }).all()) await yes.check()
    await mark.click()
    await window.page.getByRole('button', { name: '一起提交 1 个同意' }).click()
    const dialog = window.page.getByRole('dialog')
    expect(await dialog.textContent()).toContain(name)
    await window.page.waitForTimeout(500)
    await window.look('batch-sure')
    await window.close()
  })
})
