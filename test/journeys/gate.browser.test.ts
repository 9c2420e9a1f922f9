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
